/** Bytes to paragraphs: the check for UTF-8, line ends, hard-wrapped lines. */
#include "base/limits.h"
#include "base/utf8.h"
#include "text/stages.h"

/* A file is hard-wrapped when most lines end where the next word had no room. */
#define WRAP_WIDTH_LEAST 40 /**< code points of its longest line */
#define WRAP_WIDTH_MOST  110
#define WRAP_PAIRS_LEAST 3   /**< pairs of neighbouring lines it takes */
#define WRAP_SHARE       0.8 /**< of them that must be full */

typedef struct line {
  press_span at;   /**< trimmed; empty for a blank line */
  uint32_t width;  /**< code points up to its last visible one */
  uint32_t first;  /**< code points of its first word */
  uint32_t indent; /**< blanks before it */
  bool full;       /**< the next line's first word had no room in it */
} line;

typedef PRESS_VEC(line) lines;

/** Line and column (from 1) of byte `at`; everything before it is valid. */
static void place_of(press_str raw, size_t at, unsigned *row, unsigned *column) {
  *row = *column = 1;
  for (size_t i = 0; i < at; i++) {
    unsigned char c = (unsigned char)raw.at[i];
    if (c == '\n' || (c == '\r' && !(i + 1 < raw.n && raw.at[i + 1] == '\n'))) {
      ++*row;
      *column = 1;
    } else if ((c & 0xC0) != 0x80) {
      ++*column;
    }
  }
}

static press_status bad_byte(press_str raw, size_t at, press_error *err) {
  unsigned row, column;
  place_of(raw, at, &row, &column);
  if (raw.at[at] == 0)
    return press_error__at(err, PRESS_ERR_BINARY, at, row, column,
                           "a NUL byte at offset %zu: not a text file", at);
  return press_error__at(err, PRESS_ERR_UTF8, at, row, column,
                         "not UTF-8: byte 0x%02X at offset %zu",
                         (unsigned char)raw.at[at], at);
}

press_status press_text__check(press_str raw, press_error *err) {
  if (raw.n > PRESS_LIMIT_TEXT_BYTES)
    return press_error__set(err, PRESS_ERR_LIMIT,
                            "over %zu MiB: too long for one article (many of them? "
                            "one a line, as NDJSON)",
                            PRESS_LIMIT_TEXT_BYTES >> 20);
  for (size_t i = 0; i < raw.n;) {
    unsigned char c = (unsigned char)raw.at[i];
    size_t n = 1;
    if (c == 0) return bad_byte(raw, i, err);
    if (c >= 0x80) n = press_utf8__valid(press_str__sub(raw, i, raw.n));
    if (n == 0) return bad_byte(raw, i, err);
    i += n;
  }
  return PRESS_OK;
}

static bool ends_line(uint32_t cp) {
  return cp == '\n' || cp == '\r' || cp == '\f' || cp == '\v' || cp == 0x85 ||
         cp == 0x2028 || cp == 0x2029;
}

/** Reads one line from `*i`, which moves behind its end. A full line is not known
 *  before its successor is. */
static line read_line(press_str raw, size_t *i) {
  line l = {.at = {(uint32_t)*i, (uint32_t)*i}};
  uint32_t column = 0;
  bool word = true; /* still in the first word */
  while (*i < raw.n) {
    size_t begin = *i;
    uint32_t cp = press_utf8__next(raw, i);
    if (ends_line(cp)) {
      if (cp == '\r' && *i < raw.n && raw.at[*i] == '\n') ++*i;
      break;
    }
    press_char class = press_utf8__class(cp);
    if (class == PRESS_CHAR_HIDDEN) continue;
    column++;
    if (class == PRESS_CHAR_BLANK) {
      if (l.width) word = false;
      continue;
    }
    if (!l.width) {
      l.at.begin = (uint32_t)begin;
      l.indent = column - 1;
    }
    l.at.end = (uint32_t)*i;
    l.width = column;
    l.first += word;
  }
  return l;
}

static lines read_lines(press_build *b) {
  lines all = {0};
  for (size_t i = 0; i < b->raw.n;) *PRESS_PUSH(b->arena, &all) = read_line(b->raw, &i);
  return all;
}

static bool is_blank(const line *l) {
  return l->width == 0;
}

/** Marks full lines and says whether the file is hard-wrapped. */
static bool find_wrapping(lines *all) {
  uint32_t most = 0, pairs = 0, full = 0;
  for (uint32_t i = 0; i < all->n; i++)
    if (all->at[i].width > most) most = all->at[i].width;
  if (most < WRAP_WIDTH_LEAST || most > WRAP_WIDTH_MOST) return false;
  for (uint32_t i = 0; i + 1 < all->n; i++) {
    line *l = &all->at[i];
    const line *next = l + 1;
    if (is_blank(l) || is_blank(next) || next->indent > l->indent + 1) continue;
    l->full = l->width + 1 + next->first > most - most / 10;
    pairs++;
    full += l->full;
  }
  return pairs >= WRAP_PAIRS_LEAST && full >= WRAP_SHARE * pairs;
}

/** Is the first line set off by a blank line while most others are not? */
static bool first_set_off(const lines *all, bool *apart) {
  uint32_t first = 0, gaps = 0, joints = 0;
  while (first < all->n && is_blank(&all->at[first])) first++;
  *apart = first + 2 < all->n && is_blank(&all->at[first + 1]);
  if (!*apart) return false;
  for (uint32_t i = first + 2; i + 1 < all->n; i++) {
    if (is_blank(&all->at[i])) continue;
    gaps += is_blank(&all->at[i + 1]);
    joints += !is_blank(&all->at[i + 1]);
  }
  return joints > gaps;
}

void press_text__paras(press_build *b) {
  lines all = read_lines(b);
  bool wrapped = find_wrapping(&all);
  b->set_off = first_set_off(&all, &b->apart) && !wrapped;
  bool goes_on = false;
  for (uint32_t i = 0; i < all.n; i++) {
    const line *l = &all.at[i];
    if (!is_blank(l)) {
      if (goes_on)
        b->paras.at[b->paras.n - 1].at.end = l->at.end;
      else
        *PRESS_PUSH(b->arena, &b->paras) = (press_para){.at = l->at};
    }
    goes_on = wrapped && l->full;
  }
}
