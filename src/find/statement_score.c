/** The score of a statement: the probability that a careful reader agrees, which is to
 *  say that the content shares half of its words with a statement that he marks, and
 *  that the source is the same. A logistic model over signs; tools/fit-score makes its
 *  weights, data/score.tsv. */
#include "find/statement.h"

#include <math.h>
#include <string.h>

/** Probabilities are taken for this sure at most; so is the score. */
#define LEAST_ODDS 0.001
#define LEAST      0.01
#define MOST       0.99
/** Distances beyond this many tokens are the same. */
#define FAR 60
/** Claims before and after that may have their cue in this one. */
#define NEIGHBOURS 6

static float log_odds(double p) {
  if (p < LEAST_ODDS) p = LEAST_ODDS;
  if (p > 1 - LEAST_ODDS) p = 1 - LEAST_ODDS;
  return (float)log(p / (1 - p));
}

/** 0 means that nobody knows. */
static float known_odds(float p) {
  return p > 0 ? log_odds((double)p) : 0;
}

static float doublings(uint32_t n) {
  return (float)log2(1 + (double)(n < FAR ? n : FAR));
}

static uint32_t between(press_range a, press_range b) {
  if (a.end <= b.begin) return b.begin - a.end;
  return b.end <= a.begin ? a.begin - b.end : 0;
}

static void sign_by(const press_claim *c, float *x) {
  x[PRESS_SIGN_run] = c->by == PRESS_BY_RUN;
  x[PRESS_SIGN_clause] = c->by == PRESS_BY_CLAUSE;
  x[PRESS_SIGN_line] = c->by == PRESS_BY_LINE;
  x[PRESS_SIGN_paragraph] = c->by == PRESS_BY_PARAGRAPH;
  x[PRESS_SIGN_verbatim] = c->verbatim;
  if (c->by != PRESS_BY_MODEL) return;
  x[PRESS_SIGN_cue] = known_odds(c->surety);
  x[PRESS_SIGN_source] = known_odds(c->source_score);
  x[PRESS_SIGN_content] = known_odds(c->content_score);
  x[PRESS_SIGN_core] = known_odds(c->surety * c->source_score * c->content_score);
}

/** What the table says of the cue. */
static void sign_row(const press_claim *c, float *x) {
  static const struct {
    const char *class;
    uint8_t sign;
  } classes[] = {{"speech", PRESS_N_SIGNS},
                 {"verdict", PRESS_SIGN_verdict},
                 {"belief", PRESS_SIGN_belief},
                 {"intention", PRESS_SIGN_intention},
                 {"attitude", PRESS_SIGN_attitude}};
  const press_row *r = c->row;
  if (!r) {
    x[c->lemma.n ? PRESS_SIGN_unlisted : PRESS_SIGN_wordless] = 1;
    return;
  }
  uint8_t sign = PRESS_SIGN_other_class;
  for (size_t k = 0; k < sizeof classes / sizeof *classes; k++)
    if (press_str__is(r->column[PRESS_CUE_CLASS], classes[k].class))
      sign = classes[k].sign;
  if (sign < PRESS_N_SIGNS) x[sign] = 1;
  x[PRESS_SIGN_share] = log_odds(press_row__number(r, PRESS_CUE_SHARE, 0.5));
  x[PRESS_SIGN_noun] = press_str__eq(r->column[PRESS_CUE_POS], S("noun"));
  x[PRESS_SIGN_phrase] = press_str__eq(r->column[PRESS_CUE_POS], S("phrase"));
}

static bool in_parts(const press_claim *c, uint32_t i) {
  for (uint32_t k = 0; k < c->parts.n; k++)
    if (press_range__holds(c->parts.at[k], i)) return true;
  return false;
}

/** A token that hangs on the cue: what does the parse take it for? */
static void sign_child(const press_stating *s, const press_claim *c, uint32_t i,
                       float *x) {
  const press_word *w = &s->ling->words[i];
  bool clause = w->deprel == PRESS_DEP_ccomp || w->deprel == PRESS_DEP_xcomp ||
                w->deprel == PRESS_DEP_parataxis || w->deprel == PRESS_DEP_obj;
  if (w->deprel == PRESS_DEP_nsubj && press_range__holds(c->source, i))
    x[PRESS_SIGN_subject] = 1;
  if (clause && in_parts(c, i)) x[PRESS_SIGN_object] = 1;
  if (w->deprel == PRESS_DEP_advmod && press_str__eq(w->lemma, S("not")))
    x[PRESS_SIGN_negated] = 1;
}

/** Whether the words break off inside the quotation at one of their ends. */
static bool is_cut(const press_stating *s, press_range part) {
  uint32_t first = s->run_of[part.begin], last = s->run_of[part.end - 1];
  return (first != PRESS_NONE && s->text->quotes[first].begin < part.begin) ||
         (last != PRESS_NONE && s->text->quotes[last].end > part.end);
}

/** Whether one of the neighbours in the text has its cue in the content. */
static bool holds_cue(const press_stating *s, const press_claim *c) {
  uint32_t at = (uint32_t)(c - s->claims.at);
  uint32_t from = at > NEIGHBOURS ? at - NEIGHBOURS : 0;
  for (uint32_t k = from; k < s->claims.n && k <= at + NEIGHBOURS; k++) {
    const press_claim *other = &s->claims.at[k];
    if (other == c || other->gone || press_range__empty(other->cue)) continue;
    if (in_parts(c, other->cue.begin)) return true;
  }
  return false;
}

/** What the tree says of the cue. */
static void sign_tree(const press_stating *s, const press_claim *c, float *x) {
  if (press_range__empty(c->cue)) return;
  press_sentence in = s->text->sentences[s->text->tokens[c->cue.begin].sentence];
  uint32_t from = in.begin + FAR < c->cue.begin ? c->cue.begin - FAR : in.begin;
  uint32_t to = c->cue.end + FAR < in.end ? c->cue.end + FAR : in.end;
  for (uint32_t i = from; i < to; i++)
    if (press_range__holds(c->cue, s->ling->words[i].head)) sign_child(s, c, i, x);
  for (uint32_t i = c->cue.begin; i < c->cue.end; i++) {
    const press_word *w = &s->ling->words[i];
    if (w->upos == PRESS_UPOS_VERB && !strcmp(w->xpos, "VBG")) x[PRESS_SIGN_gerund] = 1;
    if (w->upos == PRESS_UPOS_VERB && !strcmp(w->xpos, "VB")) x[PRESS_SIGN_base_form] = 1;
    if (press_str__eq(w->lemma, S("not"))) x[PRESS_SIGN_negated] = 1;
  }
  x[PRESS_SIGN_quoted_cue] = s->run_of[c->cue.begin] != PRESS_NONE;
}

/** What names the speaker. */
static void sign_source(const press_stating *s, const press_claim *c, float *x) {
  static const uint8_t kinds[] = {[PRESS_MENTION_NAME] = PRESS_N_SIGNS,
                                  [PRESS_MENTION_ROLE] = PRESS_SIGN_role,
                                  [PRESS_MENTION_NOMINAL] = PRESS_SIGN_nominal,
                                  [PRESS_MENTION_PRONOUN] = PRESS_SIGN_pronoun,
                                  [PRESS_MENTION_COUNTRY] = PRESS_SIGN_country};
  x[PRESS_SIGN_heir] = c->heir != PRESS_NONE;
  if (press_range__empty(c->source)) {
    x[PRESS_SIGN_sourceless] = 1;
    return;
  }
  const press_mention *m = press_find__mention_in(s->f, c->source);
  bool label = !m && c->speaker.kind != PRESS_NOBODY;
  uint8_t sign = m ? kinds[m->kind] : label ? PRESS_N_SIGNS : PRESS_SIGN_no_mention;
  if (sign < PRESS_N_SIGNS) x[sign] = 1;
  x[PRESS_SIGN_nobody] = m && c->speaker.kind == PRESS_NOBODY;
  if (!press_range__empty(c->cue))
    x[PRESS_SIGN_away] = doublings(between(c->source, c->cue));
}

static void sign_content(const press_stating *s, const press_claim *c, float *x) {
  uint32_t words = 0, gap = UINT32_MAX;
  for (uint32_t k = 0; k < c->parts.n; k++) {
    press_range part = c->parts.at[k];
    for (uint32_t i = part.begin; i < part.end; i++) words += press_stating__word(s, i);
    if (is_cut(s, part)) x[PRESS_SIGN_cut] = 1;
    uint32_t far = between(part, c->cue);
    if (far < gap) gap = far;
  }
  x[PRESS_SIGN_words] = doublings(words);
  if (!press_range__empty(c->cue)) x[PRESS_SIGN_gap] = doublings(gap);
  x[PRESS_SIGN_direct] = c->form == PRESS_DIRECT;
  x[PRESS_SIGN_mixed] = c->form == PRESS_MIXED;
  x[PRESS_SIGN_parts] = c->parts.n > 1;
  x[PRESS_SIGN_verbless] = !press_claim__has_verb(s, c);
  uint32_t para = press_stating__para(s, c->parts.at[0].begin);
  x[PRESS_SIGN_headline] = s->text->paras[para].kind == PRESS_PARA_HEADLINE;
}

void press_claim__signs(const press_stating *s, const press_claim *c, float *x) {
  memset(x, 0, PRESS_N_SIGNS * sizeof *x);
  sign_by(c, x);
  sign_row(c, x);
  sign_tree(s, c, x);
  sign_source(s, c, x);
  sign_content(s, c, x);
  x[PRESS_SIGN_unspoken] = c->form == PRESS_INDIRECT && !press_cue__spoken(s, c);
  x[PRESS_SIGN_nested] = c->nested == PRESS_NESTED_OTHER;
  x[PRESS_SIGN_holds] = holds_cue(s, c);
}

const char *press_sign__name(uint32_t sign) {
  static const char *const names[] = {
#define X(name) #name,
#include "find/signs.def"
#undef X
  };
  return sign < PRESS_N_SIGNS ? names[sign] : "";
}

static double weight(const press_lexicon *lex, const char *name) {
  const press_row *r = press_table__find(&lex->score, press_str__of(name));
  return r ? press_row__number(r, 1, 0) : 0;
}

float press_signs__score(const press_lexicon *lex, const float *x) {
  double sum = weight(lex, "base");
  for (uint32_t k = 0; k < PRESS_N_SIGNS; k++)
    if (x[k] != 0) sum += (double)x[k] * weight(lex, press_sign__name(k));
  double p = 1 / (1 + exp(-sum));
  p = p < LEAST ? LEAST : p > MOST ? MOST : p;
  return (float)(floor(p * 100 + 0.5) / 100);
}
