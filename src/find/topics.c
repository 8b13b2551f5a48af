/** Which field of policy: the article's major topic and each statement's, where the
 *  classifier is sure enough. */
#include "find/topic.h"

#include <math.h>
#include <stdlib.h>

/* Chosen on cross-validated headlines and by reading articles. */
static const float ARTICLE = 0.25f;    /* least share of an article's topic */
static const float STATEMENT = 0.7f;   /* least probability of a statement's */
static const float OTHER_THAN = 0.93f; /* ... where the article is of another topic */
static const float CONTEXT = 0.7f;     /* how much the article says for a statement */
static const float ISSUES = 0.6f;      /* the article's issues, beside its sentences */
static const float ISSUE = 3;          /* an issue of a statement, beside its words */
static const float HEADLINE = 4;       /* sentences that the headline counts for */
static const float LEAD = 2;           /* and each of the first LEADS sentences */
enum { LEADS = 3, MOST_SENTENCES = 60, LEAST_WORDS = 3, FEW = 3, OTHER = 99 };

typedef struct reader {
  const press_context *cx;
  const press_linear *m;
  float article[PRESS_LINEAR_LABELS];
  float p[PRESS_LINEAR_LABELS];
} reader;

/** Probabilities of the tokens' topics into x->p; false for too few words. */
static bool read(reader *x, press_range at) {
  press_arena *a = x->cx->arena;
  press_arena_mark mark = press_arena__mark(a);
  press_features f = {0};
  uint32_t n = press_topic__features(a, x->cx->lex, x->cx->text, at, &f);
  if (n >= LEAST_WORDS) press_linear__apply(x->m, &f, x->p);
  press_arena__rewind(a, mark);
  return n >= LEAST_WORDS;
}

static uint32_t code(const press_linear *m, uint32_t label) {
  uint32_t n = 0;
  press_str s = m->labels[label];
  for (size_t i = 0; i < s.n; i++) n = n * 10 + (uint32_t)(s.at[i] - '0');
  return n == OTHER ? 0 : n;
}

/** The topic of probabilities `p` that add up to `sum`, if it has the `least` share. */
static uint32_t decide(const reader *x, const float *p, float least, float *score) {
  float sum = 0;
  for (uint32_t c = 0; c < x->m->n_labels; c++) sum += p[c];
  uint32_t best = press_linear__best(x->m, p);
  *score = sum > 0 ? p[best] / sum : 0;
  uint32_t topic = *score >= least ? code(x->m, best) : 0;
  if (!topic) *score = 0;
  return topic;
}

static void add(reader *x, press_range at, float weight) {
  if (!read(x, at)) return;
  for (uint32_t c = 0; c < x->m->n_labels; c++) x->article[c] += weight * x->p[c];
}

/** The article's topics: the mean over its sentences, the first ones heavier. */
static void read_article(reader *x) {
  const press_text *t = x->cx->text;
  uint32_t n = 0;
  for (uint32_t s = 0; s < t->n_sentences && n < MOST_SENTENCES; s++) {
    uint8_t kind = t->paras[t->sentences[s].para].kind;
    press_range at = {t->sentences[s].begin, t->sentences[s].end};
    if (kind == PRESS_PARA_HEADLINE) add(x, at, HEADLINE);
    if (kind == PRESS_PARA_BODY) add(x, at, n++ < LEADS ? LEAD : 1);
  }
}

/** The label of a major topic, or n_labels. */
static uint32_t label(const press_linear *m, uint32_t topic) {
  uint32_t c = 0;
  while (c < m->n_labels && code(m, c) != topic) c++;
  return topic ? c : m->n_labels;
}

/** The article's issues speak for their fields. */
static void add_issues(reader *x, const press_found *f) {
  float sum = 0;
  for (uint32_t c = 0; c < x->m->n_labels; c++) sum += x->article[c];
  if (f->n_issues < FEW) sum *= (float)f->n_issues / FEW; /* one in passing */
  for (uint32_t i = 0; i < f->n_issues; i++) {
    uint32_t c = label(x->m, f->issues[i].policy);
    if (c < x->m->n_labels) x->article[c] += ISSUES * sum * f->issues[i].weight;
  }
}

/** A statement's topic: its own words and issues, weighed by what the article is
 *  about. */
static void read_statement(reader *x, const press_found *f, press_statement *s) {
  if (!s->spans.n) return;
  const press_text *t = x->cx->text;
  press_range at = {press_text__token_at(t, s->spans.at[0].begin), 0};
  for (at.end = at.begin;
       at.end < t->n_tokens && t->tokens[at.end].at.begin < s->spans.at[0].end;)
    at.end++;
  if (!read(x, at)) return;
  for (uint32_t c = 0; c < x->m->n_labels; c++) x->p[c] *= powf(x->article[c], CONTEXT);
  for (uint32_t i = 0; i < s->issues.n; i++) {
    uint32_t c = label(x->m, f->issues[s->issues.at[i]].policy);
    if (c < x->m->n_labels) x->p[c] *= ISSUE;
  }
  bool same = press_linear__best(x->m, x->p) == press_linear__best(x->m, x->article);
  s->topic = decide(x, x->p, same ? STATEMENT : OTHER_THAN, &s->topic_score);
}

void press_find__topics(const press_context *cx, press_found *f) {
  reader x = {.cx = cx, .m = &cx->lex->topics};
  if (!x.m->n_labels) return;
  read_article(&x);
  add_issues(&x, f);
  f->topic = decide(&x, x.article, ARTICLE, &f->topic_score);
  for (uint32_t i = 0; i < f->n_statements; i++) read_statement(&x, f, &f->statements[i]);
}
