/** Statements told by the page's form and not by a verb: a transcript's
 *  "NAME: words", a headline's "Minister: words", `"words" - Name`, and "From the
 *  ministry:" before quotations. */
#include "find/statement.h"

/** Tokens that a speaker's label may have. */
#define LABEL_TOKENS 8
/** Words that the line must have besides. */
#define LINE_WORDS 3
/** Lines of one label, or labels in all, that make a transcript. */
#define TRANSCRIPT_LINES 3
/** Words from which a line is speech rather than a figure in a list. */
#define TURN_WORDS 3
/** Words a signed quotation must have. */
#define SIGNED_WORDS     3
#define TRANSCRIPT_SCORE 0.9f
#define HEADLINE_SCORE   0.7f
#define SIGNED_SCORE     0.85f

static bool is_colon(const press_stating *s, uint32_t i) {
  return press_stating__is(s, i, S(":"));
}

static bool is_dash(const press_stating *s, uint32_t i) {
  press_str w = press_stating__low(s, i);
  return press_str__eq(w, S("-")) || press_str__eq(w, S("--")) ||
         press_str__eq(w, S("–")) || press_str__eq(w, S("—")) || press_str__eq(w, S("―"));
}

static bool is_capital(const press_stating *s, uint32_t i) {
  char c = s->text->raw.at[s->text->tokens[i].at.begin];
  return (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0xC3;
}

static uint32_t words_in(const press_stating *s, press_range r) {
  uint32_t n = 0;
  for (uint32_t i = r.begin; i < r.end; i++) n += press_stating__word(s, i);
  return n;
}

/** Words that are no numbers. */
static uint32_t letters_in(const press_stating *s, uint32_t b, uint32_t e) {
  uint32_t n = 0;
  for (uint32_t i = b; i < e; i++) n += s->text->tokens[i].kind == PRESS_TOKEN_WORD;
  return n;
}

/** The label at a paragraph's begin: up to its colon, an opening mark left out;
 *  empty where there is none. */
static press_range label_of(const press_stating *s, const press_para *p) {
  press_range none = {0, 0};
  uint32_t b = p->begin;
  if (b < p->end && s->text->tokens[b].kind == PRESS_TOKEN_QUOTE) b++;
  if (b >= p->end || !is_capital(s, b)) return none;
  for (uint32_t i = b; i < p->end && i <= b + LABEL_TOKENS; i++) {
    if (s->text->tokens[i].kind == PRESS_TOKEN_QUOTE) return none;
    if (is_colon(s, i)) return i > b ? (press_range){b, i} : none;
  }
  return none;
}

/** A label of names only: every word of it begins with a capital. */
static bool is_name_label(const press_stating *s, press_range r) {
  for (uint32_t i = r.begin; i < r.end; i++)
    if (press_stating__word(s, i) && !is_capital(s, i)) return false;
  return words_in(s, r) > 0;
}

/** Whether a word of the label is listed as a label of that class. */
static bool is_label(const press_stating *s, press_range r, press_str class) {
  const press_table *cues = &s->cx->lex->cues;
  for (uint32_t i = r.begin; i < r.end; i++) {
    const press_row *row = press_table__find(cues, press_stating__low(s, i));
    for (; row; row = row->next == PRESS_NONE ? NULL : &cues->rows[row->next])
      if (press_str__eq(row->column[PRESS_CUE_POS], S("label")) &&
          press_str__eq(row->column[PRESS_CUE_CLASS], class))
        return true;
  }
  return false;
}

/** Labels that name a kind of piece and no speaker: "Video:", "Analysis:". */
static bool is_kind_label(const press_stating *s, press_range r) {
  return is_label(s, r, S("none"));
}

static press_claim *add_line(press_stating *s, press_range label, press_range mark,
                             press_range words, float score) {
  press_claim *c = press_claim__add(s, PRESS_BY_LINE, words, score);
  c->source = label;
  c->cue = mark;
  return c;
}

/** Whether most of the words already belong to claims. */
static bool taken(const press_stating *s, press_range r) {
  return 2 * press_claim__covered(s, r) > r.end - r.begin;
}

/* ---- transcripts ---- */

typedef struct turns {
  press_map count;     /**< label's words to the number of lines */
  press_range *labels; /**< for each paragraph its label, or an empty range */
} turns;

static press_str label_words(const press_stating *s, press_range label) {
  return press_str__span(s->text->raw,
                         press_text__range(s->text, label.begin, label.end));
}

static bool may_turn(const press_stating *s, const press_para *p, press_range label) {
  if (press_range__empty(label) || p->kind == PRESS_PARA_HEADLINE) return false;
  return is_name_label(s, label) && !is_kind_label(s, label) &&
         words_in(s, (press_range){label.end + 1, p->end}) > 0;
}

static turns count_turns(press_stating *s) {
  turns t = {.labels = PRESS_NEW(s->arena, press_range, s->text->n_paras)};
  for (uint32_t k = 0; k < s->text->n_paras; k++) {
    const press_para *p = &s->text->paras[k];
    press_range label = label_of(s, p);
    if (!may_turn(s, p, label)) continue;
    t.labels[k] = label;
    uint32_t *n = press_map__put(s->arena, &t.count, label_words(s, label));
    *n = *n == PRESS_NONE ? 1 : *n + 1;
  }
  return t;
}

/** The line's claim takes what the model found there with another cue: the whole
 *  line is this speaker's. */
static void add_turn(press_stating *s, const press_para *p, press_range label) {
  press_range colon = {label.end, label.end + 1}, words = {label.end + 1, p->end};
  uint32_t old = s->claim_of[words.begin];
  if (old != PRESS_NONE && s->claims.at[old].cue.end == words.begin) return;
  press_claim *c = add_line(s, label, colon, words, TRANSCRIPT_SCORE);
  c->verbatim = true;
  for (uint32_t i = words.begin; i < words.end; i++) s->claim_of[i] = s->claims.n - 1;
}

static void from_transcript(press_stating *s) {
  turns t = count_turns(s);
  uint32_t lines = 0, repeated = 0, spoken = 0;
  for (uint32_t k = 0; k < s->text->n_paras; k++) {
    press_range label = t.labels[k];
    if (press_range__empty(label)) continue;
    lines++;
    spoken += letters_in(s, label.end + 1, s->text->paras[k].end) >= TURN_WORDS;
    repeated += press_map__get(&t.count, label_words(s, label)) > 1;
  }
  if (spoken < TRANSCRIPT_LINES || 2 * spoken < lines || repeated < 2) return;
  for (uint32_t k = 0; k < s->text->n_paras; k++)
    if (!press_range__empty(t.labels[k])) add_turn(s, &s->text->paras[k], t.labels[k]);
}

/* ---- headlines ---- */

/** "Poll:", "Report:", or whom the names stage knows. */
static bool may_speak(const press_stating *s, press_range label) {
  if (press_find__who(s->f, label).kind != PRESS_NOBODY) return true;
  press_str last = press_stating__low(s, label.end - 1), lemma;
  if (is_label(s, label, S("speaker")) || press_table__find(&s->cx->lex->roles, last) ||
      press_table__find(&s->cx->lex->collectives, last))
    return true;
  const press_row *row = press_cue__find(s, label, &lemma);
  return row && press_str__eq(row->column[PRESS_CUE_POS], S("noun"));
}

static void from_headline(press_stating *s, const press_para *p) {
  press_range label = label_of(s, p), words = {label.end + 1, p->end};
  if (press_range__empty(label)) return;
  if (words_in(s, words) < LINE_WORDS || is_kind_label(s, label)) return;
  if (!may_speak(s, label) || taken(s, words)) return;
  add_line(s, label, (press_range){label.end, label.end + 1}, words, HEADLINE_SCORE);
  press_claim__cover(s, s->claims.n - 1);
}

/* ---- signed quotations ---- */

/** The quotation that ends right before token `i`, or NULL. */
static const press_quote *quote_before(const press_stating *s, uint32_t i) {
  if (i == 0 || s->run_of[i - 1] == PRESS_NONE) return NULL;
  const press_quote *q = &s->text->quotes[s->run_of[i - 1]];
  return q->end == i ? q : NULL;
}

/** `"words" - Name, role`: dash after the quotation, names up to the line's end. */
static void from_signature(press_stating *s, const press_para *p, uint32_t dash) {
  const press_quote *q = quote_before(s, dash);
  press_range name = {dash + 1, dash + 1};
  while (name.end < p->end && !press_stating__is(s, name.end, S(","))) name.end++;
  if (!q || press_range__empty(name) || name.end - name.begin > LABEL_TOKENS) return;
  if (!is_capital(s, name.begin) || !is_name_label(s, name)) return;
  press_range words = {q->begin, q->end};
  if (words_in(s, words) < SIGNED_WORDS || taken(s, words)) return;
  add_line(s, name, (press_range){dash, dash + 1}, words, SIGNED_SCORE);
  press_claim__cover(s, s->claims.n - 1);
}

/** In one paragraph, or the name in a paragraph of its own. */
static void from_signatures(press_stating *s, const press_para *p) {
  if (p->begin < p->end && is_dash(s, p->begin)) from_signature(s, p, p->begin);
  for (uint32_t i = p->end; i > p->begin + 1 && i + 4 * LABEL_TOKENS > p->end; i--)
    if (is_dash(s, i - 1) && quote_before(s, i - 1)) {
      from_signature(s, p, i - 1);
      return;
    }
}

/* ---- "From X:" ---- */

/** A line that ends in a colon, then paragraphs of quotation: its names speak. */
static void from_lead(press_stating *s, uint32_t k) {
  const press_para *p = &s->text->paras[k];
  uint32_t colon = p->end - 1;
  if (p->end - p->begin > 2 * LABEL_TOKENS || !is_colon(s, colon)) return;
  if (!press_stating__is(s, p->begin, S("from")) || k + 1 >= s->text->n_paras) return;
  press_range name = {p->begin + 1, colon};
  const press_para *next = p + 1;
  if (press_range__empty(name) || next->begin >= next->end) return;
  if (s->run_of[next->begin] == PRESS_NONE) return;
  press_range words = {next->begin, s->text->quotes[s->run_of[next->begin]].end};
  if (words_in(s, words) < LINE_WORDS) return;
  press_claim__release(s, words);
  add_line(s, name, (press_range){p->begin, p->begin + 1}, words, SIGNED_SCORE);
  press_claim__cover(s, s->claims.n - 1);
}

void press_claim__from_lines(press_stating *s) {
  from_transcript(s);
  for (uint32_t k = 0; k < s->text->n_paras; k++) {
    const press_para *p = &s->text->paras[k];
    if (p->begin >= p->end) continue;
    if (p->kind == PRESS_PARA_HEADLINE) from_headline(s, p);
    from_signatures(s, p);
    from_lead(s, k);
  }
}
