/** Tokens to sentences. A full stop, question or exclamation mark ends one, with
 *  the closing marks and brackets behind it; what stands behind those decides. */
#include "base/limits.h"
#include "base/utf8.h"
#include "text/stages.h"

/* A sentence that is too long is cut at the last such token behind this share of
 * the limit. */
#define CUT_FROM  (PRESS_LIMIT_SENTENCE_TOKENS / 2)
#define NAME_MOST 5 /**< tokens of a speaker's name before his verb */

typedef struct splitter {
  press_build *b;
  const press_para *para;
} splitter;

/** After a stop that may belong to an abbreviation these begin a sentence. */
static const char *const starters =
    " the he she it they we i but and in on at a an this that these those however "
    "meanwhile "
    "his her their its our my there when while after before if as for with from by since "
    "although though not no some many most all both what why who how you so yet also "
    "last "
    "according asked even still now then one two under during among another each \" ";
/** "5 p.m. Monday", "10 a.m. EST". */
static const char *const clock_tails = " monday tuesday wednesday thursday friday "
                                       "saturday sunday est edt pst pdt cst cdt et gmt "
                                       "bst cet utc eastern pacific ";
/** A reporting verb that ends its clause has its content before it. */
static const char *const clause_tails = " . , ; : in on at after during to as of when "
                                        "while from with by yesterday today about "
                                        "last this earlier later during before outside "
                                        "monday tuesday wednesday thursday friday "
                                        "saturday sunday ";
/** "Why?" Mr Smith asked. */
static const char *const reporters =
    " said says say asked asks told wondered replied answered added continued wrote "
    "writes "
    "shouted cried joked demanded exclaimed tweeted insisted recalled explained quipped "
    "declared read reads went yelled screamed began concluded inquired ";

static press_str low_of(const splitter *s, uint32_t t) {
  return s->b->tokens.at[t].low;
}

static uint32_t first_char(const splitter *s, uint32_t t) {
  size_t i = 0;
  return press_utf8__next(press_build__token(s->b, t), &i);
}

static bool is_capital(const splitter *s, uint32_t t) {
  return press_utf8__is_upper(first_char(s, t));
}

/* ---- What ends, what follows ---- */

typedef enum stop { NO_STOP, FULL_STOP, CALL, DOTS, OWN_STOP } stop;

/** "." | "?!" | "..." | "U.S." */
static stop stop_of(const splitter *s, uint32_t t) {
  unsigned notes = s->b->notes.at[t];
  if (notes & NOTE_BOUND) return NO_STOP;
  if (notes & NOTE_ABBREV) return OWN_STOP;
  press_str low = low_of(s, t);
  if (low.n == 0 || s->b->tokens.at[t].kind != PRESS_TOKEN_PUNCT) return NO_STOP;
  if (low.at[0] == '.') return low.n == 1 ? FULL_STOP : DOTS;
  return low.at[0] == '?' || low.at[0] == '!' ? CALL : NO_STOP;
}

static bool is_closer(const splitter *s, uint32_t t) {
  press_str low = low_of(s, t);
  if (s->b->notes.at[t] & NOTE_CLOSES) return true;
  if (s->b->notes.at[t] & (NOTE_OPENS | NOTE_MARK))
    return !(s->b->notes.at[t] & NOTE_OPENS) && !s->b->tokens.at[t].space_before;
  return low.n == 1 && (low.at[0] == ')' || low.at[0] == ']') &&
         s->b->tokens.at[t].kind == PRESS_TOKEN_PUNCT;
}

/** The first word at or behind `t`, past opening marks and brackets. */
static uint32_t first_word(const splitter *s, uint32_t t) {
  for (uint32_t k = t; k < s->para->end && k < t + 4; k++) {
    press_str low = low_of(s, k);
    bool opens = s->b->tokens.at[k].kind == PRESS_TOKEN_QUOTE ||
                 press_str__eq(low, S("(")) || press_str__eq(low, S("[")) ||
                 press_str__eq(low, S("'"));
    if (!opens) return k;
  }
  return t;
}

/** "Mr Smith asked": a capitalised name and a reporting verb. */
static bool is_reporting(const splitter *s, uint32_t t) {
  for (uint32_t k = t; k < s->para->end && k < t + NAME_MOST; k++) {
    if (press_text__is_among(low_of(s, k), reporters))
      return k > t && (k + 1 == s->para->end ||
                       press_text__is_among(low_of(s, k), " told asked ") ||
                       press_text__is_among(low_of(s, k + 1), clause_tails));
    bool me = press_str__eq(low_of(s, k), S("i"));
    if (!is_capital(s, k) ||
        (k == t && !me && press_text__is_among(low_of(s, k), starters)))
      return false;
  }
  return false;
}

/** "" - Jane Doe": a dash and a name to the paragraph's end. */
static bool is_signature(const splitter *s, uint32_t t) {
  press_str low = low_of(s, t);
  bool dash = press_str__eq(low, S("-")) || press_str__eq(low, S("--")) ||
              press_str__eq(low, S("\xE2\x80\x94")) ||
              press_str__eq(low, S("\xE2\x80\x93"));
  return dash && t + 1 < s->para->end && s->para->end - t < 12 && is_capital(s, t + 1);
}

/** Short and without a vowel, or capitalised and short: maybe an abbreviation
 *  that the table does not know. */
static bool maybe_abbrev(const splitter *s, uint32_t t) {
  press_str low = low_of(s, t);
  if (s->b->tokens.at[t].kind != PRESS_TOKEN_WORD || low.n > 4) return false;
  for (size_t i = 0; i < low.n; i++)
    if (press_str__find(S("aeiouy"), press_str__sub(low, i, i + 1)) != PRESS_NONE)
      return false;
  return low.n > 1;
}

/** Does a sentence end with the stop at `t`, its closers reaching to `next`? */
static bool ends(const splitter *s, uint32_t t, stop how, uint32_t next) {
  const press_token *tokens = s->b->tokens.at;
  bool quote = false;
  for (uint32_t k = t + 1; k < next; k++) quote |= tokens[k].kind == PRESS_TOKEN_QUOTE;
  uint32_t word = first_word(s, next);
  bool lower = press_utf8__is_lower(first_char(s, word));
  press_token_kind kind = tokens[next].kind;
  if (quote && (lower || is_reporting(s, word) || is_signature(s, next))) return false;
  if (kind == PRESS_TOKEN_PUNCT && word == next && !tokens[next].space_before)
    return false;
  if (press_str__eq(low_of(s, next), S(",")) || press_str__eq(low_of(s, next), S(";")))
    return false;
  switch (how) {
  case FULL_STOP:
    return !(lower && t > s->para->begin && maybe_abbrev(s, t - 1));
  case CALL:
    return !lower || tokens[t].quoted == 0;
  case DOTS:
    return is_capital(s, word) || tokens[word].kind == PRESS_TOKEN_NUMBER;
  case OWN_STOP:
    if (s->b->notes.at[t] & NOTE_CLOCK)
      return is_capital(s, word) && !press_text__is_among(low_of(s, word), clock_tails);
    return quote ||
           (is_capital(s, word) && (kind == PRESS_TOKEN_QUOTE ||
                                    press_text__is_among(low_of(s, word), starters)));
  default:
    return false;
  }
}

/* ---- Sentences ---- */

static void push(splitter *s, uint32_t begin, uint32_t end, uint32_t para) {
  for (uint32_t t = begin; t < end; t++) s->b->tokens.at[t].sentence = s->b->sentences.n;
  *PRESS_PUSH(s->b->arena, &s->b->sentences) = (press_sentence){begin, end, para};
}

/** Where to cut the over-long sentence at [begin, ..): behind a semicolon, else a
 *  comma, else at the limit. */
static uint32_t cut_of(const splitter *s, uint32_t begin) {
  uint32_t limit = begin + PRESS_LIMIT_SENTENCE_TOKENS, comma = limit;
  for (uint32_t t = limit; t > begin + CUT_FROM; t--) {
    press_str low = low_of(s, t - 1);
    if (low.n != 1) continue;
    if (low.at[0] == ';') return t;
    if (low.at[0] == ',' && comma == limit) comma = t;
  }
  return comma;
}

static void push_cut(splitter *s, uint32_t begin, uint32_t end, uint32_t para) {
  while (end - begin > PRESS_LIMIT_SENTENCE_TOKENS) {
    uint32_t cut = cut_of(s, begin);
    push(s, begin, cut, para);
    begin = cut;
  }
  if (begin < end) push(s, begin, end, para);
}

static bool dateline_ends(const splitter *s, uint32_t next) {
  const press_span *d = &s->b->dateline;
  return d->end > d->begin && s->b->tokens.at[next - 1].at.end == d->end;
}

static void split_para(splitter *s, uint32_t para) {
  uint32_t begin = s->para->begin;
  for (uint32_t t = begin; t < s->para->end;) {
    stop how = stop_of(s, t);
    uint32_t next = t + 1;
    if (how)
      while (next < s->para->end && (is_closer(s, next) || stop_of(s, next) == CALL ||
                                     stop_of(s, next) == FULL_STOP))
        next++;
    if (next == s->para->end || (how && ends(s, t, how, next)) ||
        dateline_ends(s, next)) {
      push_cut(s, begin, next, para);
      begin = next;
    }
    t = next;
  }
}

void press_text__sentences(press_build *b) {
  splitter s = {.b = b};
  for (uint32_t i = 0; i < b->paras.n; i++) {
    press_para *para = &b->paras.at[i];
    s.para = para;
    para->first = b->sentences.n;
    split_para(&s, i);
    para->last_sentence = b->sentences.n;
  }
}
