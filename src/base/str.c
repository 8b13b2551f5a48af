#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static unsigned char lower(char c) {
  return (unsigned char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

bool press_str__eq(press_str a, press_str b) {
  return a.n == b.n && (a.n == 0 || memcmp(a.at, b.at, a.n) == 0);
}

bool press_str__is(press_str s, const char *cstr) {
  return press_str__eq(s, press_str__of(cstr));
}

bool press_str__eq_nocase(press_str a, press_str b) {
  if (a.n != b.n) return false;
  for (size_t i = 0; i < a.n; i++)
    if (lower(a.at[i]) != lower(b.at[i])) return false;
  return true;
}

int press_str__cmp(press_str a, press_str b) {
  size_t n = a.n < b.n ? a.n : b.n;
  int c = n ? memcmp(a.at, b.at, n) : 0;
  return c ? c : (a.n > b.n) - (a.n < b.n);
}

bool press_str__starts(press_str s, press_str prefix) {
  return s.n >= prefix.n && press_str__eq(press_str__sub(s, 0, prefix.n), prefix);
}

bool press_str__ends(press_str s, press_str suffix) {
  return s.n >= suffix.n && press_str__eq(press_str__sub(s, s.n - suffix.n, s.n), suffix);
}

uint32_t press_str__find(press_str s, press_str needle) {
  if (needle.n == 0) return 0;
  for (size_t i = 0; i + needle.n <= s.n; i++) {
    const char *p = memchr(s.at + i, needle.at[0], s.n - needle.n - i + 1);
    if (!p) break;
    i = (size_t)(p - s.at);
    if (memcmp(p, needle.at, needle.n) == 0) return (uint32_t)i;
  }
  return PRESS_NONE;
}

press_str press_str__sub(press_str s, size_t b, size_t e) {
  if (e > s.n) e = s.n;
  if (b > e) b = e;
  return (press_str){s.at ? s.at + b : NULL, e - b};
}

press_str press_str__last_word(press_str s) {
  for (size_t i = s.n; i-- > 0;)
    if (s.at[i] == ' ') return press_str__sub(s, i + 1, s.n);
  return s;
}

static bool blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

press_str press_str__trim(press_str s) {
  while (s.n && blank(s.at[0])) s = press_str__sub(s, 1, s.n);
  while (s.n && blank(s.at[s.n - 1])) s.n--;
  return s;
}

press_str press_str__cut(press_str s, char sep, press_str *rest) {
  const char *p = s.n ? memchr(s.at, sep, s.n) : NULL;
  if (!p) {
    *rest = (press_str){NULL, 0};
    return s;
  }
  size_t at = (size_t)(p - s.at);
  *rest = press_str__sub(s, at + 1, s.n);
  return press_str__sub(s, 0, at);
}

press_str press_str__copy(press_arena *a, press_str s) {
  char *p = press_arena__alloc(a, s.n);
  if (s.n) memcpy(p, s.at, s.n);
  return (press_str){p, s.n};
}

char *press_str__cstr(press_arena *a, press_str s) {
  char *p = press_arena__alloc(a, s.n + 1);
  if (s.n) memcpy(p, s.at, s.n);
  return p;
}

press_str press_str__join(press_arena *a, press_str x, press_str sep, press_str y) {
  if (!x.n) return y;
  if (!y.n) return x;
  char *p = press_arena__alloc(a, x.n + sep.n + y.n);
  memcpy(p, x.at, x.n);
  if (sep.n) memcpy(p + x.n, sep.at, sep.n);
  memcpy(p + x.n + sep.n, y.at, y.n);
  return (press_str){p, x.n + sep.n + y.n};
}

press_str press_str__format(press_arena *a, const char *format, ...) {
  va_list ap, again;
  va_start(ap, format);
  va_copy(again, ap);
  int n = vsnprintf(NULL, 0, format, ap);
  va_end(ap);
  char *p = press_arena__alloc(a, (size_t)(n < 0 ? 0 : n) + 1);
  if (n > 0) vsnprintf(p, (size_t)n + 1, format, again);
  va_end(again);
  return (press_str){p, (size_t)(n < 0 ? 0 : n)};
}

/** FNV-1a with a final mix (MurmurHash3's fmix64 constants). */
uint64_t press_str__hash(press_str s) {
  uint64_t h = 0xcbf29ce484222325u;
  for (size_t i = 0; i < s.n; i++) h = (h ^ (unsigned char)s.at[i]) * 0x100000001b3u;
  h ^= h >> 33;
  h *= 0xff51afd7ed558ccdu;
  h ^= h >> 33;
  return h;
}

press_str press_str__of(const char *cstr) {
  return (press_str){cstr, cstr ? strlen(cstr) : 0};
}

press_str press_str__span(press_str text, press_span at) {
  return press_str__sub(text, at.begin, at.end);
}
