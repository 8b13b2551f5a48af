#include "base/utf8.h"

#include <utf8proc.h>

size_t press_utf8__valid(press_str s) {
  utf8proc_int32_t cp;
  utf8proc_ssize_t n =
      utf8proc_iterate((const utf8proc_uint8_t *)s.at, (utf8proc_ssize_t)s.n, &cp);
  return n > 0 ? (size_t)n : 0;
}

uint32_t press_utf8__next(press_str s, size_t *i) {
  unsigned char c = (unsigned char)s.at[*i];
  if (c < 0x80) {
    ++*i;
    return c;
  }
  utf8proc_int32_t cp;
  utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s.at + *i,
                                        (utf8proc_ssize_t)(s.n - *i), &cp);
  if (n <= 0) {
    ++*i;
    return 0xFFFD;
  }
  *i += (size_t)n;
  return (uint32_t)cp;
}

uint32_t press_utf8__prev(press_str s, size_t *i) {
  if (*i == 0) return 0;
  size_t b = *i - 1;
  while (b > 0 && *i - b < 4 && ((unsigned char)s.at[b] & 0xC0) == 0x80) b--;
  *i = b;
  return press_utf8__next(s, &b);
}

size_t press_utf8__put(uint32_t cp, char *out) {
  if (cp < 0x80) {
    out[0] = (char)cp;
    return 1;
  }
  return (size_t)utf8proc_encode_char((utf8proc_int32_t)cp, (utf8proc_uint8_t *)out);
}

static press_char class_of_ascii(uint32_t cp) {
  if ((cp | 32) >= 'a' && (cp | 32) <= 'z') return PRESS_CHAR_LETTER;
  if (cp >= '0' && cp <= '9') return PRESS_CHAR_DIGIT;
  if (cp == ' ' || (cp >= '\t' && cp <= '\r')) return PRESS_CHAR_BLANK;
  if (cp < 0x20 || cp == 0x7F) return PRESS_CHAR_HIDDEN;
  switch (cp) {
  case '$':
  case '+':
  case '<':
  case '=':
  case '>':
  case '^':
  case '|':
  case '~':
  case '%':
  case '&':
  case '@':
  case '#':
    return PRESS_CHAR_SYMBOL;
  default:
    return PRESS_CHAR_PUNCT;
  }
}

press_char press_utf8__class(uint32_t cp) {
  if (cp < 0x80) return class_of_ascii(cp);
  if (cp == 0x85) return PRESS_CHAR_BLANK;
  if (press_utf8__is_single(cp) || press_utf8__is_double(cp)) return PRESS_CHAR_PUNCT;
  switch (utf8proc_category((utf8proc_int32_t)cp)) {
  case UTF8PROC_CATEGORY_LU:
  case UTF8PROC_CATEGORY_LL:
  case UTF8PROC_CATEGORY_LT:
  case UTF8PROC_CATEGORY_LM:
  case UTF8PROC_CATEGORY_LO:
  case UTF8PROC_CATEGORY_MN:
  case UTF8PROC_CATEGORY_MC:
  case UTF8PROC_CATEGORY_ME:
    return PRESS_CHAR_LETTER;
  case UTF8PROC_CATEGORY_ND:
    return PRESS_CHAR_DIGIT;
  case UTF8PROC_CATEGORY_ZS:
  case UTF8PROC_CATEGORY_ZL:
  case UTF8PROC_CATEGORY_ZP:
    return PRESS_CHAR_BLANK;
  case UTF8PROC_CATEGORY_CC:
  case UTF8PROC_CATEGORY_CF:
    return PRESS_CHAR_HIDDEN;
  case UTF8PROC_CATEGORY_PC:
  case UTF8PROC_CATEGORY_PD:
  case UTF8PROC_CATEGORY_PS:
  case UTF8PROC_CATEGORY_PE:
  case UTF8PROC_CATEGORY_PI:
  case UTF8PROC_CATEGORY_PF:
  case UTF8PROC_CATEGORY_PO:
    return PRESS_CHAR_PUNCT;
  default:
    return PRESS_CHAR_SYMBOL;
  }
}

uint32_t press_utf8__lower(uint32_t cp) {
  if (cp < 0x80) return cp >= 'A' && cp <= 'Z' ? cp + 32 : cp;
  return (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp);
}

bool press_utf8__is_upper(uint32_t cp) {
  if (cp < 0x80) return cp >= 'A' && cp <= 'Z';
  utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)cp);
  return c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LT;
}

bool press_utf8__is_lower(uint32_t cp) {
  if (cp < 0x80) return cp >= 'a' && cp <= 'z';
  return utf8proc_category((utf8proc_int32_t)cp) == UTF8PROC_CATEGORY_LL;
}

bool press_utf8__is_single(uint32_t cp) {
  switch (cp) {
  case '\'':
  case '`':
  case 0xB4:
  case 0x2018:
  case 0x2019:
  case 0x201A:
  case 0x201B:
  case 0x2032:
  case 0x2039:
  case 0x203A:
  case 0x02BC:
  case 0xFF07:
    return true;
  default:
    return false;
  }
}

bool press_utf8__is_double(uint32_t cp) {
  switch (cp) {
  case '"':
  case 0xAB:
  case 0xBB:
  case 0x201C:
  case 0x201D:
  case 0x201E:
  case 0x201F:
  case 0x2033:
  case 0xFF02:
    return true;
  default:
    return false;
  }
}

/** The folded code point: 0 for one that is dropped. */
static uint32_t folded(uint32_t cp) {
  if (press_utf8__is_single(cp)) return '\'';
  if (press_utf8__is_double(cp)) return '"';
  if (cp == 0x2010 || cp == 0x2011) return '-';
  if (press_utf8__class(cp) == PRESS_CHAR_HIDDEN) return 0;
  return press_utf8__lower(cp);
}

static bool is_folded(press_str s) {
  for (size_t i = 0; i < s.n; i++) {
    unsigned char c = (unsigned char)s.at[i];
    if (c >= 0x80 || (c >= 'A' && c <= 'Z') || c < 0x20 || c == '`' || c == 0x7F)
      return false;
  }
  return true;
}

/** Two single marks make a double one; the ellipsis makes three dots. */
static press_str whole_marks(press_str s) {
  if (press_str__eq(s, S("''"))) return S("\"");
  if (press_str__eq(s, S("\xE2\x80\xA6"))) return S("...");
  return s;
}

press_str press_utf8__fold(press_arena *arena, press_str s) {
  if (is_folded(s)) return whole_marks(s);
  char *out = press_arena__alloc(arena, s.n * 2);
  size_t n = 0;
  for (size_t i = 0; i < s.n;) {
    uint32_t cp = folded(press_utf8__next(s, &i));
    if (cp) n += press_utf8__put(cp, out + n);
  }
  return n ? whole_marks((press_str){out, n}) : s;
}
