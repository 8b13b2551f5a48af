/** What a paragraph is for: headline, byline, crosshead, and the dateline that
 *  opens the body. Needs tokens, not sentences. */
#include "base/utf8.h"
#include "text/stages.h"

#define HEADLINE_TOKENS  30 /**< most of a headline */
#define STOPPED_HEADLINE 14 /**< most of one that ends in "?", "!" or "." */
#define SHORT_SENTENCE   17 /**< most of one that ends in "." where all is set off */
#define BYLINE_TOKENS    16
#define DATE_TOKENS      24
#define BYLINE_PARAS     5 /**< bylines stand among the first paragraphs */
#define HEADING_TOKENS   9
#define HEADING_CHARS    70
#define DATELINE_TOKENS  18
#define DATELINE_PARAS   4 /**< first paragraphs of the body that are looked at */
#define DATELINE_PLACE   4 /**< words of a place that is not in capitals */

static press_str low_of(const press_build *b, uint32_t t) {
  return b->tokens.at[t].low;
}

static bool is(const press_build *b, uint32_t t, press_str low) {
  return press_str__eq(low_of(b, t), low);
}

static bool is_capital(const press_build *b, uint32_t t) {
  size_t i = 0;
  return press_utf8__is_upper(press_utf8__next(press_build__token(b, t), &i));
}

/** In capitals, or without letters. */
static bool is_all_caps(const press_build *b, uint32_t t) {
  press_str s = press_build__token(b, t);
  for (size_t i = 0; i < s.n;)
    if (press_utf8__is_lower(press_utf8__next(s, &i))) return false;
  return true;
}

static bool is_dash(press_str low) {
  return press_text__is_among(low, " - -- --- \xE2\x80\x93 \xE2\x80\x94 \xE2\x80\x95 ");
}

/** The last token that is no quotation mark or bracket; PRESS_NONE if none. */
static uint32_t last_word(const press_build *b, const press_para *p) {
  for (uint32_t t = p->end; t > p->begin; t--)
    if (!(b->notes.at[t - 1] & NOTE_MARK) && !is(b, t - 1, S(")"))) return t - 1;
  return PRESS_NONE;
}

/** How the paragraph ends: '.' full stop (or more to come: ":", ","), '?' question or
 *  exclamation, 0 without a stop. */
static char stop_of(const press_build *b, const press_para *p) {
  uint32_t t = last_word(b, p);
  if (t == PRESS_NONE) return 0;
  press_str low = low_of(b, t);
  char c = low.n ? low.at[0] : 0;
  if (b->tokens.at[t].kind != PRESS_TOKEN_PUNCT) return 0;
  if (c == '?' || c == '!') return '?';
  return c == '.' || c == ':' || c == ',' || c == ';' || is_dash(low) ? '.' : 0;
}

/* ---- Dateline ---- */

/** Behind "(Reuters)" at `t`; `t` when there is no such thing. */
static uint32_t agency_end(const press_build *b, uint32_t t, uint32_t end) {
  if (!is(b, t, S("("))) return t;
  for (uint32_t k = t + 1; k < end && k < t + 8; k++) {
    if (is(b, k, S(")"))) return k > t + 1 ? k + 1 : t;
    if (!is_capital(b, k) && b->tokens.at[k].kind == PRESS_TOKEN_WORD) return t;
  }
  return t;
}

typedef struct dateline {
  uint32_t place_end, end; /**< tokens */
  uint32_t words;          /**< of the place */
  bool caps, agency, comma;
} dateline;

static bool may_stand_in_dateline(const press_build *b, uint32_t t) {
  if (b->notes.at[t] & NOTE_MARK) return false;
  if (b->tokens.at[t].kind == PRESS_TOKEN_WORD)
    return is_capital(b, t) || is(b, t, S("de"));
  return b->tokens.at[t].kind == PRESS_TOKEN_NUMBER || is(b, t, S(",")) ||
         is(b, t, S("/")) || is(b, t, S("."));
}

static bool ends_dateline(const press_build *b, uint32_t t) {
  return is(b, t, S(":")) || (is_dash(low_of(b, t)) && b->tokens.at[t].space_before) ||
         press_text__is_among(low_of(b, t), " -- \xE2\x80\x94 ");
}

/** Reads place, date, agency up to the dash; `end` is 0 when it is no dateline. */
static dateline read_dateline(const press_build *b, const press_para *p) {
  dateline d = {.caps = true};
  uint32_t t = p->begin, most = p->begin + DATELINE_TOKENS;
  for (; t < p->end && t < most && !ends_dateline(b, t); t++) {
    uint32_t agency = agency_end(b, t, p->end);
    if (agency > t) {
      d.agency = true;
      if (!d.place_end) d.place_end = t;
      t = agency - 1;
      continue;
    }
    if (!may_stand_in_dateline(b, t)) return (dateline){0};
    bool comma = is(b, t, S(","));
    d.comma |= comma;
    if (comma && !d.place_end) d.place_end = t;
    if (d.place_end) continue;
    d.words++;
    d.caps = d.caps && is_all_caps(b, t);
  }
  if (t >= p->end || t == most || t == p->begin) return (dateline){0};
  d.end = t + 1;
  if (!d.place_end) d.place_end = t;
  return d;
}

static bool opens_body(const press_build *b, const press_para *p, uint32_t t) {
  if (t >= p->end) return false;
  return is_capital(b, t) || (b->notes.at[t] & NOTE_MARK) ||
         b->tokens.at[t].kind == PRESS_TOKEN_NUMBER;
}

/** "BELFAST:", but not "JANE DOE:" as the lines of a transcript begin. */
static bool is_colon_place(const press_build *b, const press_para *p, const dateline *d) {
  if (!d->caps || d->agency || d->words > 2) return false;
  if (press_build__token(b, p->begin).n < 4) return false;
  for (uint32_t i = 0; i < b->paras.n; i++) {
    const press_para *other = &b->paras.at[i];
    dateline o = read_dateline(b, other);
    if (other != p && o.end && o.caps && is(b, o.end - 1, S(":"))) return false;
  }
  return true;
}

/** Does the paragraph open with a dateline? `strict`: in capitals or with an agency. */
static bool is_sure(const press_build *b, const press_para *p, bool strict, dateline *d) {
  *d = read_dateline(b, p);
  if (!d->end || !opens_body(b, p, d->end)) return false;
  if (is(b, d->end - 1, S(":"))) return is_colon_place(b, p, d);
  if (d->agency) return true;
  if (d->caps)
    return d->words <= DATELINE_PLACE + 1 && press_build__token(b, p->begin).n > 2;
  bool long_dash = !is(b, d->end - 1, S("-"));
  return !strict && (long_dash || d->comma) && d->words <= DATELINE_PLACE;
}

/* ---- Headline ---- */

static bool starts_marked(const press_build *b, const press_para *p) {
  return p->end > p->begin && (b->notes.at[p->begin] & NOTE_MARK) != 0;
}

/** Most words with four letters or more are capitalised: "Storm Hits The Coast." */
static bool is_title_case(const press_build *b, const press_para *p) {
  uint32_t long_words = 0, capitals = 0;
  for (uint32_t t = p->begin; t < p->end; t++) {
    if (b->tokens.at[t].kind != PRESS_TOKEN_WORD || low_of(b, t).n < 4) continue;
    long_words++;
    capitals += is_capital(b, t);
  }
  return long_words >= 2 && capitals * 10 >= long_words * 7;
}

static bool is_headline(const press_build *b) {
  const press_para *p = &b->paras.at[0];
  uint32_t n = p->end - p->begin;
  dateline d;
  if (b->paras.n < 2 || n > HEADLINE_TOKENS) return false;
  switch (stop_of(b, p)) {
  case 0:
    return true;
  case '?':
    return n <= STOPPED_HEADLINE && !(starts_marked(b, p) && !b->set_off);
  default:
    if (is(b, last_word(b, p), S(";"))) return true;
    if (!is(b, last_word(b, p), S("."))) return false;
    return b->set_off || (b->apart && n <= SHORT_SENTENCE) || is_title_case(b, p) ||
           is_sure(b, p + 1, true, &d);
  }
}

/* ---- Byline, date line ---- */

static const char *const date_words =
    " january february march april may june july august september october november "
    "december "
    "jan jan. feb feb. mar mar. apr apr. jun jun. jul jul. aug aug. sep sep. sept sept. "
    "oct "
    "oct. nov nov. dec dec. monday tuesday wednesday thursday friday saturday sunday mon "
    "mon. "
    "tue tue. tues. wed wed. thu thu. thurs. fri fri. sat sat. sun sun. am pm a.m. p.m. "
    "gmt "
    "bst est edt pst pdt cet et utc ist updated update published posted last modified on "
    "at "
    "first of the , . : - / | ( ) -- \xE2\x80\x93 \xE2\x80\x94 \xC2\xB7 \xE2\x80\xA2 ";

static bool is_date_line(const press_build *b, const press_para *p) {
  bool number = false;
  if (p->end - p->begin > DATE_TOKENS) return false;
  for (uint32_t t = p->begin; t < p->end; t++) {
    press_str low = low_of(b, t);
    bool digit = low.n && low.at[0] >= '0' && low.at[0] <= '9';
    if (!digit && !press_text__is_among(low, date_words)) return false;
    number |= digit;
  }
  return number;
}

static bool is_byline(const press_build *b, const press_para *p) {
  uint32_t n = p->end - p->begin;
  if (n < 2 || n > BYLINE_TOKENS) return false;
  if (is_date_line(b, p)) return true;
  bool by =
      is(b, p->begin, S("by")) && is_capital(b, p->begin) && is_capital(b, p->begin + 1);
  bool staff = press_text__is_among(low_of(b, p->end - 1),
                                    " reporter correspondent staff editor ") &&
               n < 10;
  return (by || staff) && stop_of(b, p) == 0;
}

/* ---- Crossheads and captions ---- */

static const char *const caption_words =
    " photo photograph photos image images picture pictured caption credit file video "
    "watch "
    "graphic illustration source related advertisement ";

/** False for a rule of dashes or stars. */
static bool has_words(const press_build *b, const press_para *p) {
  for (uint32_t t = p->begin; t < p->end; t++)
    if (b->tokens.at[t].kind <= PRESS_TOKEN_NUMBER) return true;
  return false;
}

static uint32_t chars_of(const press_para *p) {
  return p->at.end - p->at.begin;
}

static bool is_heading(const press_build *b, uint32_t i) {
  const press_para *p = &b->paras.at[i];
  uint32_t n = p->end - p->begin;
  if (stop_of(b, p) || starts_marked(b, p) || is_dash(low_of(b, p->begin))) return false;
  if (b->notes.at[last_word(b, p)] & NOTE_ABBREV) return false;
  press_str first = low_of(b, is(b, p->begin, S("(")) && n > 1 ? p->begin + 1 : p->begin);
  if (press_text__is_among(first, caption_words) && n <= HEADLINE_TOKENS) return true;
  if (n > HEADING_TOKENS || chars_of(p) > HEADING_CHARS) return false;
  for (uint32_t t = p->begin; t < p->end; t++)
    if (b->notes.at[t] & NOTE_MARK) return false;
  return i + 1 == b->paras.n || b->paras.at[i + 1].end - b->paras.at[i + 1].begin > n;
}

/** Crossheads only stand out where most paragraphs end with a stop. */
static bool has_stops(const press_build *b) {
  uint32_t with = 0;
  for (uint32_t i = 0; i < b->paras.n; i++) with += stop_of(b, &b->paras.at[i]) != 0;
  return with * 2 > b->paras.n;
}

/* ---- All ---- */

static bool find_dateline(press_build *b, const press_para *p, bool strict) {
  dateline d;
  if (!is_sure(b, p, strict, &d)) return false;
  uint32_t begin = b->tokens.at[p->begin].at.begin;
  b->dateline = (press_span){begin, b->tokens.at[d.end - 1].at.end};
  if (d.place_end > p->begin)
    b->place = (press_span){begin, b->tokens.at[d.place_end - 1].at.end};
  return true;
}

void press_text__kinds(press_build *b) {
  if (!b->paras.n) return;
  uint32_t first = 0;
  bool stops = has_stops(b);
  if (is_headline(b)) {
    b->paras.at[0].kind = PRESS_PARA_HEADLINE;
    b->headline = b->paras.at[0].at;
    first = 1;
  }
  uint32_t body = 0; /* paragraphs that a dateline may still open */
  for (uint32_t i = first; i < b->paras.n; i++) {
    press_para *p = &b->paras.at[i];
    if (i < BYLINE_PARAS && is_byline(b, p)) {
      p->kind = PRESS_PARA_BYLINE;
    } else if (is_date_line(b, p) || !has_words(b, p) || (stops && is_heading(b, i))) {
      p->kind = PRESS_PARA_HEADING;
    } else if (body < DATELINE_PARAS && find_dateline(b, p, body > 0)) {
      body = DATELINE_PARAS;
    } else {
      body++;
    }
  }
}
