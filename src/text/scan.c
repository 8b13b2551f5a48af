/** Patterns of the tokens that are more than a run of letters. All look ahead by a
 *  bounded number of cells, or consume what they look at: linear in the text. */
#include "text/scan.h"

#include "base/utf8.h"

#include <string.h>

#define DOMAIN_MOST 64 /**< cells looked at for the end of "example.com" */
#define MAIL_MOST   64 /**< cells of the part before "@" */
#define PHONE_PARTS 4
#define NAMES(...)                                                                       \
  (const char *const[]) {                                                                \
    __VA_ARGS__, NULL                                                                    \
  }

static bool is_letter(const press_run *r, uint32_t i) {
  return i < r->n && r->at[i].class == PRESS_CHAR_LETTER;
}
static bool is_digit(const press_run *r, uint32_t i) {
  return i < r->n && r->at[i].class == PRESS_CHAR_DIGIT;
}
static bool is_alnum(const press_run *r, uint32_t i) {
  return is_letter(r, i) || is_digit(r, i);
}
static bool is_capital(const press_run *r, uint32_t i) {
  return i < r->n && press_utf8__is_upper(r->at[i].cp);
}

bool press_run__spells(const press_run *r, uint32_t i, const char *word) {
  for (; *word; word++, i++)
    if (press_run__key(r, i) != (unsigned char)*word) return false;
  return true;
}

bool press_run__is(const press_run *r, uint32_t b, uint32_t e, const char *word) {
  return e - b == strlen(word) && press_run__spells(r, b, word);
}

static bool is_one_of(const press_run *r, uint32_t b, uint32_t e,
                      const char *const *words) {
  for (; *words; words++)
    if (press_run__is(r, b, e, *words)) return true;
  return false;
}

/* ---- Addresses ---- */

static bool ends_url(uint32_t cp) {
  return cp == '"' || cp == '<' || cp == '>' || press_utf8__is_double(cp) ||
         cp == 0x2018 || cp == 0x2019;
}

uint32_t press_scan__url(const press_run *r, uint32_t i) {
  if (!press_run__spells(r, i, "http://") && !press_run__spells(r, i, "https://") &&
      !press_run__spells(r, i, "www."))
    return i;
  uint32_t k = i;
  bool bracket = false;
  for (; k < r->n && !ends_url(r->at[k].cp); k++) bracket |= r->at[k].cp == '(';
  while (k > i + 5) {
    uint32_t c = r->at[k - 1].cp;
    if (!(strchr(".,;:!?']", (int)(c < 128 ? c : 'x')) || (c == ')' && !bracket))) break;
    k--;
  }
  return k > i + 5 ? k : i;
}

uint32_t press_scan__mail(press_run *r, uint32_t i) {
  if (r->next_at_sign < i || r->next_at_sign == PRESS_NONE) {
    uint32_t k = i;
    while (k < r->n && r->at[k].cp != '@') k++;
    r->next_at_sign = k;
  }
  uint32_t sign = r->next_at_sign, dots = 0, k = sign + 1;
  if (sign >= r->n || sign == i || sign - i > MAIL_MOST) return i;
  for (uint32_t j = i; j < sign; j++)
    if (!is_alnum(r, j) && !strchr("._-+%", (int)(r->at[j].cp < 128 ? r->at[j].cp : '(')))
      return i;
  for (; k < r->n; k++) {
    if (is_alnum(r, k) || r->at[k].cp == '-') continue;
    if (r->at[k].cp != '.' || !is_alnum(r, k + 1)) break;
    dots++;
  }
  return dots ? k : i;
}

uint32_t press_scan__handle(const press_run *r, uint32_t i) {
  uint32_t mark = press_run__key(r, i), k = i + 1;
  if ((mark != '@' && mark != '#') || (i > 0 && is_alnum(r, i - 1))) return i;
  if (!is_letter(r, k) && press_run__key(r, k) != '_') return i;
  while (is_alnum(r, k) || press_run__key(r, k) == '_') k++;
  return k;
}

/* ---- Numbers ---- */

/** "713-853-3989", "345-9945", "2031-03-03", "11-20-2000". */
static uint32_t dashed_number(const press_run *r, uint32_t i) {
  static const char *const shapes[] = {"334", "34",  "1334", "422",
                                       "224", "124", "114",  "214"};
  char shape[PHONE_PARTS + 1] = {0};
  uint32_t k = i, parts = 0;
  while (parts < PHONE_PARTS && is_digit(r, k)) {
    uint32_t b = k;
    while (is_digit(r, k) && k - b < 5) k++;
    shape[parts++] = (char)('0' + (k - b));
    if (press_run__key(r, k) != '-' || !is_digit(r, k + 1)) break;
    k++;
  }
  if (is_alnum(r, k) || press_run__key(r, k) == '-') return i;
  for (size_t s = 0; s < sizeof shapes / sizeof *shapes; s++)
    if (strcmp(shape, shapes[s]) == 0) return k;
  return i;
}

static bool is_unit(const press_run *r, uint32_t b, uint32_t e) {
  if (e - b == 1 && press_utf8__is_upper(r->at[b].cp))
    return is_one_of(r, b, e, NAMES("m", "k", "b", "c", "f"));
  return is_one_of(r, b, e,
                   NAMES("m", "k", "b", "bn", "tn", "mn", "mln", "pm", "am", "mm", "ft",
                         "x", "cm", "kg", "km", "g", "t", "hz", "ghz", "mhz", "khz", "kb",
                         "mb", "gb", "tb", "c", "f", "p", "lb", "lbs", "oz", "mph", "kph",
                         "kmh", "kwh", "mwh", "mw", "gw", "kw", "yr", "yrs", "hr", "hrs",
                         "min", "mins", "sec", "secs", "ml", "gmt", "bst", "ha", "sq",
                         "percent", "pc", "pct", "million", "billion", "trillion", "days",
                         "years"));
}

uint32_t press_scan__number(const press_run *r, uint32_t i) {
  uint32_t k = dashed_number(r, i);
  if (k > i) return k;
  k = i + (press_run__key(r, i) == '.' && (i == 0 || !is_alnum(r, i - 1)));
  if (!is_digit(r, k)) return i;
  while (is_digit(r, k) || (k < r->n && strchr(".,:/", (int)(r->at[k].cp & 127)) &&
                            r->at[k].cp < 128 && is_digit(r, k + 1)))
    k++;
  uint32_t b = k;
  while (is_letter(r, k)) k++;
  if (k == b) {
    bool decade = press_run__key(r, k - 1) == '0' && press_run__spells(r, k, "'s");
    return decade && !is_letter(r, k + 2) ? k + 2 : k;
  }
  if (is_unit(r, b, k)) return b;
  while (is_alnum(r, k)) k++;
  return k;
}

/* ---- Words ---- */

static bool is_prefix(const press_run *r, uint32_t b, uint32_t e) {
  return is_one_of(r, b, e,
                   NAMES("non", "e", "anti", "re", "mid", "co", "pre", "pro", "cross",
                         "post", "semi", "multi", "ex", "counter", "mini", "neo", "socio",
                         "psycho", "ultra", "mis", "pseudo", "inter", "intra", "sub",
                         "un"));
}

/** "example.com", "report.pdf" from the word's begin; `i` when it is none. */
static uint32_t domain(const press_run *r, uint32_t i) {
  uint32_t k = i, dot = 0, dots = 0,
           most = r->n - i > DOMAIN_MOST ? i + DOMAIN_MOST : r->n;
  for (; k < most; k++) {
    if (is_alnum(r, k) || r->at[k].key == '-' || r->at[k].key == '_') continue;
    if (r->at[k].key != '.' || !is_alnum(r, k + 1)) break;
    dot = k;
    dots++;
  }
  if (!dot || (k == most && k < r->n)) return i;
  bool ends = is_one_of(r, dot + 1, k,
                        NAMES("com", "org", "net", "edu", "gov", "uk", "eu", "info",
                              "biz", "tv", "fm", "co", "io", "ai", "de", "fr", "ca", "au",
                              "int", "doc", "pdf", "xls", "txt", "html", "htm", "jpg",
                              "gif", "png", "mp3", "zip", "exe", "ppt"));
  if (!ends && dots > 1 && !is_capital(r, i)) ends = true; /* alt.news.sea */
  if (!ends || is_capital(r, dot + 1) != is_capital(r, k - 1)) return i;
  while (press_run__key(r, k) == '/' && is_alnum(r, k + 1))
    for (k++; is_alnum(r, k) || (k < r->n && strchr("-_.", (int)(r->at[k].key & 127)) &&
                                 r->at[k].key < 128 && is_alnum(r, k + 1));)
      k++;
  return k;
}

/** Goes a word that stands at [b, k) on behind the mark at `k`? */
static bool joins(const press_run *r, uint32_t b, uint32_t k, uint32_t segment) {
  switch (press_run__key(r, k)) {
  case '\'':
    return r->at[k].cp != 0x2018 && r->at[k].cp != '`' ? is_letter(r, k + 1)
                                                       : press_run__spells(r, k, "'s");
  case '&':
    return is_capital(r, k - 1) && is_capital(r, k + 1);
  case '_':
    return is_alnum(r, k + 1) || k > b;
  case '-':
    return is_alnum(r, k + 1) && is_prefix(r, b, k);
  case '/':
    return k == b + 1 && is_letter(r, k + 1) &&
           (!is_letter(r, k + 2) || (!is_letter(r, k + 3) && is_letter(r, b)));
  case '.':
    return k - segment == 1 && is_letter(r, k + 1) && !is_alnum(r, k + 2);
  default:
    return false;
  }
}

/** "US$", "A$", "HK$" before an amount or alone. */
static uint32_t dollars(const press_run *r, uint32_t i) {
  uint32_t k = i;
  while (k < i + 3 && is_capital(r, k)) k++;
  if (k == i || press_run__key(r, k) != '$' || is_letter(r, k + 1)) return i;
  return k + 1;
}

uint32_t press_scan__word(const press_run *r, uint32_t i, bool *acronym) {
  uint32_t k = dollars(r, i), segment = i;
  *acronym = false;
  if (k > i) return k;
  for (; k < r->n; k++) {
    if (is_alnum(r, k)) continue;
    if (k == i) return i;
    if (r->at[k].key == '.' && press_run__is(r, segment, k, "ph") &&
        press_run__key(r, k + 1) == 'd') {
      *acronym = true;
    } else if (!joins(r, i, k, segment)) {
      break;
    } else if (r->at[k].key == '.') {
      *acronym = true;
    }
    segment = k + 1;
  }
  if (press_run__key(r, k) == '.' && is_alnum(r, k + 1)) {
    uint32_t end = domain(r, i);
    if (end > k) {
      *acronym = false;
      return end;
    }
  }
  return k;
}

uint32_t press_scan__elision(const press_run *r, uint32_t i) {
  uint32_t k = i + 1;
  if (press_run__key(r, i) != '\'') return i;
  if (i > 0 && r->at[i].cp != 0x2018) { /* "Corp.'s", "1930's" */
    while (is_letter(r, k)) k++;
    if (is_one_of(r, i + 1, k, NAMES("s", "re", "ve", "ll", "d", "m"))) return k;
    k = i + 1;
  }
  if (i > 0 && is_alnum(r, i - 1)) return i;
  while (is_digit(r, k)) k++;
  if (k == i + 3) {
    if (press_run__key(r, k) == 's') k++;
    if (press_run__spells(r, k, "'s")) k += 2;
    return is_alnum(r, k) || press_run__key(r, k) == '\'' ? i : k;
  }
  for (k = i + 1; is_letter(r, k);) k++;
  if (is_one_of(r, i + 1, k, NAMES("em", "tis", "twas", "til", "cause", "bout")))
    return k;
  if (!is_one_of(r, i + 1, k, NAMES("n"))) return i;
  return k + (press_run__key(r, k) == '\'');
}

/* ---- Marks ---- */

static bool is_stop(uint32_t cp) {
  return cp == '!' || cp == '?';
}

uint32_t press_scan__marks(const press_run *r, uint32_t i) {
  uint32_t c = r->at[i].cp, k = i + 1;
  if (c == '[') {
    while (press_run__key(r, k) == '.' || press_run__key(r, k) == 0x2026) k++;
    k = k > i + 1 && press_run__key(r, k) == ']' ? k + 1 : i + 1; /* [...] */
  } else if (is_stop(c)) {
    while (k < r->n && is_stop(r->at[k].cp)) k++;
  } else if (press_utf8__is_single(c)) {
    bool low = c == 0x201A || c == 0x2039 || c == 0x203A;
    k += !low && k < r->n && r->at[k].key == '\'' && r->at[k].cp == c;
    k += k == i + 1 && c == 0x2018 && k < r->n && r->at[k].cp == 0x2019;
  } else if (c < 128 ? strchr(".-*=_~#+<>", (int)c) != NULL : c == 0x2026) {
    while (k < r->n && r->at[k].cp == c) k++;
  }
  return k;
}

bool press_scan__is_face(const press_run *r) {
  return r->n >= 2 && r->n <= 3 &&
         is_one_of(
             r, 0, r->n,
             NAMES(":)", ":(", ";)", ":-)", ":-(", ";-)", ":d", ":-d", "=)", ":p", ":/"));
}
