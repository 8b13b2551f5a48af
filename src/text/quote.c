/** Quotation marks: told from apostrophes and inch marks, then paired. Each
 *  paragraph begins anew, so that a stray mark spoils no more than its own. */
#include "base/utf8.h"
#include "text/stages.h"

#define DEPTH_MOST 8 /**< quotations nested deeper are not told apart */

typedef enum shape { EITHER, OPENING, CLOSING } shape;

typedef struct mark {
  uint32_t token;
  bool single;
  bool left_free;    /**< blank, bracket or dash before it */
  bool right_free;   /**< blank or closing punctuation behind it */
  bool weak;         /**< "dogs' tails": looks like a possessive */
  bool later_strong; /**< a sure closing mark comes before the next opening one */
  bool later_any;    /**< some closing mark of its kind comes later */
  uint8_t shape;     /**< shape */
} mark;

typedef struct pairing {
  press_build *b;
  const press_para *para;
  PRESS_VEC(mark) marks;
  uint32_t stack[DEPTH_MOST]; /**< open quotations */
  uint32_t depth;
  uint32_t before; /**< quotation that the paragraph before left open */
} pairing;

static press_str low_of(const pairing *p, uint32_t token) {
  return p->b->tokens.at[token].low;
}

static bool is_in(press_str s, const char *set) {
  return s.n >= 1 && s.n < 4 && press_str__find(press_str__of(set), s) != PRESS_NONE;
}

static bool is_mark(const pairing *p, uint32_t token) {
  return p->b->notes.at[token] & NOTE_MARK;
}

static shape shape_of(press_str s) {
  size_t i = 0;
  switch (press_utf8__next(s, &i)) {
  case 0x201C:
  case 0x201E:
  case 0xAB:
  case 0x2018:
  case 0x201A:
  case 0x2039:
  case '`':
  case 0x201F:
  case 0x201B:
    return OPENING;
  case 0x201D:
  case 0xBB:
  case 0x2019:
  case 0x203A:
  case 0xB4:
    return CLOSING;
  default:
    return EITHER;
  }
}

/* ---- Context ---- */

static bool left_is_free(const pairing *p, uint32_t t, const mark *previous) {
  if (t == p->para->begin || p->b->tokens.at[t].space_before) return true;
  if (is_mark(p, t - 1)) return previous && previous->left_free;
  return is_in(low_of(p, t - 1), "([{\xE2\x80\x94\xE2\x80\x93--/");
}

static bool right_is_free(const pairing *p, uint32_t t, const mark *next) {
  if (t + 1 == p->para->end || p->b->tokens.at[t + 1].space_before) return true;
  if (is_mark(p, t + 1)) return next && next->right_free;
  press_str low = low_of(p, t + 1);
  return is_in(low, ".,;:!?)]}--\xE2\x80\x94\xE2\x80\x93...") ||
         press_str__starts(low, S("'"));
}

static bool can_open(const mark *m) {
  return m->left_free && !m->right_free;
}

/** No noun phrase goes on with these: "the workers' are" is no possessive. */
static const char *const no_nouns =
    " is are was were be been has have had do does did will would can could may might "
    "must "
    "should and or but nor in on at by for of to from with as than that which who when "
    "where "
    "while if because he she it they we you i the a an this said says told asked added ";

static bool looks_possessive(const pairing *p, uint32_t t) {
  const press_token *tokens = p->b->tokens.at;
  if (t == p->para->begin || t + 1 >= p->para->end) return false;
  return press_str__ends(tokens[t - 1].low, S("s")) && tokens[t + 1].space_before &&
         tokens[t + 1].kind == PRESS_TOKEN_WORD &&
         !press_text__is_among(tokens[t + 1].low, no_nouns);
}

/** "... he said, ‘ but": blanks on both sides, behind a comma or stop. */
static bool is_detached(const pairing *p, const mark *m) {
  return m->left_free && m->right_free && m->token > p->para->begin &&
         is_in(low_of(p, m->token - 1), ".,?!");
}

static void find_marks(pairing *p) {
  p->marks.n = 0;
  for (uint32_t t = p->para->begin; t < p->para->end; t++) {
    if (!is_mark(p, t)) continue;
    const mark *previous = p->marks.n ? &p->marks.at[p->marks.n - 1] : NULL;
    mark m = {.token = t,
              .single = press_str__eq(low_of(p, t), S("'")),
              .left_free = left_is_free(p, t, previous),
              .shape = (uint8_t)shape_of(press_build__token(p->b, t))};
    m.weak = m.single && looks_possessive(p, t);
    *PRESS_PUSH(p->b->arena, &p->marks) = m;
  }
  bool strong[2] = {false, false}, any[2] = {false, false};
  for (uint32_t i = p->marks.n; i-- > 0;) {
    mark *m = &p->marks.at[i];
    m->right_free = right_is_free(p, m->token, i + 1 < p->marks.n ? m + 1 : NULL);
    m->later_strong = strong[m->single];
    m->later_any = any[m->single];
    if (can_open(m)) {
      strong[m->single] = false;
    } else if (!m->left_free || is_detached(p, m)) {
      any[m->single] = true;
      if (!m->weak) strong[m->single] = true;
    }
  }
}

/* ---- Opening and closing ---- */

static press_quote *top(const pairing *p) {
  return &p->b->quotes.at[p->stack[p->depth - 1]];
}

/** Where in the stack the innermost quotation of this kind stands, from 1. */
static uint32_t level_of(const pairing *p, bool single) {
  for (uint32_t d = p->depth; d > 0; d--)
    if (p->b->quotes.at[p->stack[d - 1]].single == single) return d;
  return 0;
}

/** Ends the innermost quotation before token `end`. */
static void pop(pairing *p, uint32_t end, bool closed) {
  press_quote *q = top(p);
  q->end = end > q->begin ? end : q->begin + 1;
  q->closed = closed;
  q->at.end = p->b->tokens.at[q->end - 1].at.end;
  p->depth--;
}

static void open(pairing *p, const mark *m) {
  if (p->depth == DEPTH_MOST) return;
  press_quote q = {.begin = m->token,
                   .at.begin = p->b->tokens.at[m->token].at.begin,
                   .continues = PRESS_NONE,
                   .parent = p->depth ? p->stack[p->depth - 1] : PRESS_NONE,
                   .single = m->single};
  if (m->token == p->para->begin && p->before != PRESS_NONE &&
      p->b->quotes.at[p->before].single == m->single)
    q.continues = p->before;
  p->stack[p->depth++] = p->b->quotes.n;
  *PRESS_PUSH(p->b->arena, &p->b->quotes) = q;
  p->b->tokens.at[m->token].kind = PRESS_TOKEN_QUOTE;
  p->b->notes.at[m->token] |= NOTE_OPENS;
}

static void close(pairing *p, const mark *m) {
  for (uint32_t level = level_of(p, m->single); p->depth > level;)
    pop(p, m->token, false);
  pop(p, m->token + 1, true);
  p->b->tokens.at[m->token].kind = PRESS_TOKEN_QUOTE;
  p->b->notes.at[m->token] |= NOTE_CLOSES;
}

/** A new quotation where one of its kind is open: the old one was never closed. */
static void reopen(pairing *p, const mark *m) {
  for (uint32_t level = level_of(p, m->single); p->depth >= level;)
    pop(p, m->token, false);
  open(p, m);
}

/** 6'2" or 15": a number stands right before the mark. */
static bool is_measure(const pairing *p, const mark *m, bool is_open) {
  const press_token *t = &p->b->tokens.at[m->token];
  if (m->token == p->para->begin || t->space_before) return false;
  if (t[-1].kind != PRESS_TOKEN_NUMBER) return false;
  bool feet = m->token >= p->para->begin + 3 && is_mark(p, m->token - 2) &&
              t[-3].kind == PRESS_TOKEN_NUMBER && !t[-2].space_before;
  return !is_open || feet;
}

/** "the "deep state" line": do the next two marks both close? */
static bool two_close(const pairing *p, uint32_t i) {
  if (i + 2 >= p->marks.n) return false;
  for (uint32_t k = i + 1; k <= i + 2; k++) {
    const mark *m = &p->marks.at[k];
    if (m->single || m->left_free || m->shape == OPENING) return false;
  }
  return true;
}

/** He said," Well, no.": the blank is on the wrong side of the opening mark. */
static bool is_misplaced(const pairing *p, const mark *m) {
  return m->shape != CLOSING && !m->left_free && m->right_free && m->later_strong &&
         is_in(low_of(p, m->token - 1), ",:") && m->token + 1 < p->para->end;
}

static void resolve_double(pairing *p, uint32_t i) {
  const mark *m = &p->marks.at[i];
  bool is_open = level_of(p, false) > 0;
  bool opens = can_open(m), closes = !m->left_free;
  if (m->token == p->para->begin && p->para->end > m->token + 1) opens = true;
  if (m->shape == EITHER && is_measure(p, m, is_open)) return;
  p->b->tokens.at[m->token].kind = PRESS_TOKEN_QUOTE;
  if (m->shape == OPENING) opens = !(is_open && closes && m->right_free);
  if (m->shape == CLOSING && is_open) opens = false;
  if (!is_open && is_misplaced(p, m)) opens = true;
  if (m->shape == EITHER && !is_open && m->left_free) opens = true;
  if (!opens) {
    if (is_open) close(p, m);
  } else if (!is_open || two_close(p, i)) {
    open(p, m);
  } else {
    reopen(p, m);
  }
}

/** A single mark without a closing one opens only where speech may begin. */
static bool begins_speech(const pairing *p, const mark *m) {
  if (m->shape == CLOSING) return false;
  if (m->token == p->para->begin) return true;
  return is_in(low_of(p, m->token - 1), ",:\"");
}

static void resolve_single(pairing *p, const mark *m) {
  uint32_t level = level_of(p, true);
  if (can_open(m)) {
    bool number = p->b->tokens.at[m->token + 1].kind == PRESS_TOKEN_NUMBER;
    if (m->later_any ? m->shape == CLOSING && number : !begins_speech(p, m)) return;
    if (level)
      reopen(p, m);
    else
      open(p, m);
    return;
  }
  if (!level || (m->left_free && !is_detached(p, m))) return;
  if (is_measure(p, m, true) && !m->right_free) return;
  if (m->weak && m->later_strong) return;
  if (level < p->depth && m->weak) return;
  close(p, m);
}

static void resolve(pairing *p) {
  for (uint32_t i = 0; i < p->marks.n; i++) {
    if (p->marks.at[i].single)
      resolve_single(p, &p->marks.at[i]);
    else
      resolve_double(p, i);
  }
  p->before = p->depth && p->para->kind == PRESS_PARA_BODY ? p->stack[0] : PRESS_NONE;
  while (p->depth) pop(p, p->para->end, false);
}

static void count_depths(press_build *b) {
  for (uint32_t i = 0; i < b->quotes.n; i++)
    for (uint32_t t = b->quotes.at[i].begin; t < b->quotes.at[i].end; t++)
      b->tokens.at[t].quoted++;
}

void press_text__quotes(press_build *b) {
  pairing p = {.b = b, .before = PRESS_NONE};
  for (uint32_t i = 0; i < b->paras.n; i++) {
    p.para = &b->paras.at[i];
    find_marks(&p);
    resolve(&p);
  }
  count_depths(b);
}
