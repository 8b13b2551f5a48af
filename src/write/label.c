#include "write/label.h"

#include "base/buf.h"

#include <string.h>
#include <utf8proc.h>

/** Decodes one code point of checked UTF-8; a stray byte counts as U+FFFD. */
static size_t decode(press_str s, size_t at, int32_t *c) {
  utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s.at + at,
                                        (utf8proc_ssize_t)(s.n - at), c);
  if (n > 0) return (size_t)n;
  *c = 0xFFFD;
  return 1;
}

/** White space and controls of both sets. */
static bool blank(int32_t c) {
  return c <= 32 || (c >= 127 && c <= 160) || c == 0x2028 || c == 0x2029;
}

/** Directional embeddings and overrides, byte order marks, non-characters: they
 *  change how the words around them are drawn, or are refused by XML. */
static bool unwanted(int32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
         (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

press_str press_label__clean(press_arena *a, press_str s) {
  char *to = press_arena__alloc(a, s.n + 4 * (s.n / 4 + 1));
  size_t n = 0;
  bool gap = false;
  for (size_t i = 0; i < s.n;) {
    int32_t c;
    size_t step = decode(s, i, &c);
    bool bad = step == 1 && (unsigned char)s.at[i] > 127;
    if (blank(c) || bad) {
      gap = n > 0;
    } else if (!unwanted(c)) {
      if (gap) to[n++] = ' ';
      gap = false;
      memcpy(to + n, s.at + i, step);
      n += step;
    }
    i += step;
  }
  return (press_str){to, n};
}

press_str press_label__html(press_arena *a, press_str s) {
  static const struct {
    char c;
    const char *as;
  } marks[] = {
      {'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\\', "\\\\"}};
  s = press_label__clean(a, s);
  if (!s.n) return S("?");
  char *to = press_arena__alloc(a, s.n * 6);
  size_t n = 0;
  for (size_t i = 0; i < s.n; i++) {
    const char *as = NULL;
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
      if (marks[k].c == s.at[i]) as = marks[k].as;
    if (as) {
      memcpy(to + n, as, strlen(as));
      n += strlen(as);
    } else {
      to[n++] = s.at[i];
    }
  }
  return (press_str){to, n};
}

press_str press_label__bare(press_arena *a, press_str html) {
  static const struct {
    press_str entity;
    char c;
  } marks[] = {{{"&amp;", 5}, '&'},
               {{"&lt;", 4}, '<'},
               {{"&gt;", 4}, '>'},
               {{"&quot;", 6}, '"'},
               {{"\\\\", 2}, '\\'}};
  char *to = press_arena__alloc(a, html.n + 1);
  size_t n = 0;
  for (size_t i = 0; i < html.n;) {
    press_str rest = press_str__sub(html, i, html.n);
    size_t step = 1, k = 0;
    char c = html.at[i] == '\n' ? 0 : html.at[i];
    while (k < sizeof marks / sizeof *marks && !press_str__starts(rest, marks[k].entity))
      k++;
    if (k < sizeof marks / sizeof *marks) {
      step = marks[k].entity.n;
      c = marks[k].c;
    } else if (c == '<') {
      uint32_t end = press_str__find(rest, S(">"));
      step = end == PRESS_NONE ? rest.n : end + 1;
      c = press_str__starts(rest, S("<BR")) ? '\n' : 0;
    }
    if (c) to[n++] = c;
    i += step;
  }
  while (n && to[n - 1] == '\n') n--;
  return (press_str){to, n};
}

press_str press_label__plain(press_arena *a, press_str s) {
  char *to = press_arena__alloc(a, s.n * 2);
  size_t n = 0;
  for (size_t i = 0; i < s.n; i++) {
    unsigned char c = (unsigned char)s.at[i];
    if (c == '\\' || c == '\n') {
      to[n++] = '\\';
      to[n++] = c == '\n' ? 'n' : '\\';
    } else {
      to[n++] = c < 32 || c == 127 ? ' ' : (char)c;
    }
  }
  return (press_str){to, n};
}

press_str press_label__shown(press_arena *a, press_str s) {
  s = press_label__plain(a, press_label__clean(a, s));
  press_buf all = {0};
  while (s.at) {
    press_str head = press_str__cut(s, '&', &s);
    press_buf__add(a, &all, head);
    if (s.at) press_buf__add(a, &all, S("&amp;"));
  }
  return press_buf__str(&all);
}

uint32_t press_label__width(press_str s) {
  uint32_t n = 0;
  for (size_t i = 0; i < s.n;) {
    int32_t c;
    i += decode(s, i, &c);
    int wide = utf8proc_charwidth(c);
    n += wide > 0 ? (uint32_t)wide : 0;
  }
  return n;
}

/** Bytes of `s` that fill at most `wide` columns; at least one code point. */
static size_t fill(press_str s, uint32_t wide) {
  uint32_t n = 0;
  size_t i = 0;
  while (i < s.n) {
    int32_t c;
    size_t step = decode(s, i, &c);
    int w = utf8proc_charwidth(c);
    n += w > 0 ? (uint32_t)w : 0;
    if (n > wide && i) break;
    i += step;
  }
  return i;
}

press_str press_label__cut(press_arena *a, press_str s, uint32_t most) {
  s = press_label__clean(a, s);
  if (press_label__width(s) <= most) return s;
  size_t keep = fill(s, most - 1), word = keep;
  while (word > keep / 2 && s.at[word] != ' ') word--;
  if (s.at[word] == ' ') keep = word;
  press_str head = press_str__trim(press_str__sub(s, 0, keep));
  while (head.n && strchr(",;:-. ", head.at[head.n - 1])) head.n--;
  return press_str__join(a, head, S(""), S("…"));
}

press_str press_label__wrap(press_arena *a, press_str s, uint32_t wide,
                            const char *line_end) {
  press_buf all = {0};
  s = press_label__clean(a, s);
  if (!s.n) s = S("?");
  while (s.n) {
    size_t line = fill(s, wide);
    if (line < s.n && s.at[line] != ' ') {
      size_t word = line;
      while (word && s.at[word - 1] != ' ') word--;
      if (word) line = word;
    }
    press_str words = press_str__trim(press_str__sub(s, 0, line));
    press_buf__add(a, &all, press_label__html(a, words));
    press_buf__add(a, &all, press_str__of(line_end));
    s = press_str__trim(press_str__sub(s, line, s.n));
  }
  return press_buf__str(&all);
}

press_str press_label__date(press_arena *a, press_str iso) {
  static const char *const months[] = {"January",   "February", "March",    "April",
                                       "May",       "June",     "July",     "August",
                                       "September", "October",  "November", "December"};
  unsigned year, month, day;
  char text[11] = "";
  if (iso.n >= 10) memcpy(text, iso.at, 10);
  for (int i = 0; i < 10; i++) {
    bool dash = i == 4 || i == 7;
    if (dash ? text[i] != '-' : text[i] < '0' || text[i] > '9')
      return press_label__clean(a, iso);
  }
  year = (unsigned)((text[0] - '0') * 1000 + (text[1] - '0') * 100 +
                    (text[2] - '0') * 10 + text[3] - '0');
  month = (unsigned)((text[5] - '0') * 10 + text[6] - '0');
  day = (unsigned)((text[8] - '0') * 10 + text[9] - '0');
  if (month < 1 || month > 12) return press_label__clean(a, iso);
  return press_str__format(a, "%u %s %u", day, months[month - 1], year);
}
