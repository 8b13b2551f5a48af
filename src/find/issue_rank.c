/** How much of the article is about each issue, and which are worth the margin. */
#include "find/issue_groups.h"

#include <math.h>
#include <stdlib.h>

/* Points of one mention. Tuned by reading articles. */
static const float IN_STATEMENT = 1.0f; /* the first in a statement ... */
static const float AGAIN = 0.3f;        /* ... each further one */
static const float OUTSIDE = 0.5f;      /* in the reporter's words */
static const float IN_HEADLINE = 2.0f;
static const float IN_LEAD = 1.0f;
static const float SPEAKER = 0.5f; /* for each further speaker who names it */
/* What is worth the margin. */
static const float LEAST = 0.5f;         /* score */
static const float LEAST_NAME = 0.9f;    /* a name is an issue only when it recurs */
static const float LEAST_SHARE = 0.3f;   /* of the heaviest issue's score */
static const float LEAST_UNKNOWN = 2.5f; /* points of what no table knows */
static const float LEAST_WEAK = 1.5f;    /* points of a word such as "dispute" alone */
static const float PASSING = 0.75f;      /* points of what is said in passing, left out */
static const float SURE = 1.0f;          /* ... unless it is this surely an issue ... */
enum { ENOUGH = 3, MANY = 8 };           /* ... and when there are few, or many, others */
enum { LEAD_TOKENS = 30, SPEAKERS = 4 };

/** What the score remembers of a group while it counts. */
typedef struct tally {
  uint32_t statement; /**< the last one that names it, plus 1 */
  press_who speakers[SPEAKERS];
  uint32_t n_speakers;
} tally;

/** For each token the statement that it stands in, plus 1. */
static const uint32_t *spoken(const press_context *cx, const press_found *f) {
  const press_text *t = cx->text;
  uint32_t *in = PRESS_NEW(cx->arena, uint32_t, t->n_tokens);
  for (uint32_t s = 0; s < f->n_statements; s++) {
    press_spans spans = f->statements[s].spans;
    for (uint32_t k = 0; k < spans.n; k++)
      for (uint32_t i = press_text__token_at(t, spans.at[k].begin);
           i < t->n_tokens && t->tokens[i].at.begin < spans.at[k].end && !in[i]; i++)
        in[i] = s + 1;
  }
  return in;
}

/** The end of the sentence that completes the article's first LEAD_TOKENS of body. */
static uint32_t lead_end(const press_text *t) {
  uint32_t n = 0;
  for (uint32_t s = 0; s < t->n_sentences; s++) {
    if (t->paras[t->sentences[s].para].kind != PRESS_PARA_BODY) continue;
    n += t->sentences[s].end - t->sentences[s].begin;
    if (n >= LEAD_TOKENS) return t->sentences[s].end;
  }
  return t->n_tokens;
}

static bool new_speaker(tally *t, press_who who) {
  if (who.kind == PRESS_NOBODY || t->n_speakers == SPEAKERS) return false;
  for (uint32_t i = 0; i < t->n_speakers; i++)
    if (t->speakers[i].kind == who.kind && t->speakers[i].id == who.id) return false;
  t->speakers[t->n_speakers++] = who;
  return t->n_speakers > 1;
}

static float points(const press_found *f, tally *t, uint32_t statement) {
  if (!statement) return OUTSIDE;
  bool first = t->statement != statement;
  t->statement = statement;
  float more = new_speaker(t, f->statements[statement - 1].speaker) ? SPEAKER : 0;
  return (first ? IN_STATEMENT : AGAIN) + more;
}

void press_issue__score(const press_context *cx, const press_found *f,
                        press_issue_groups *g) {
  const uint32_t *in = spoken(cx, f);
  uint32_t lead = lead_end(cx->text);
  tally *tallies = PRESS_NEW(cx->arena, tally, g->at.n);
  for (uint32_t i = 0; i < g->found.n; i++) {
    uint32_t token = g->found.at[i].at.begin;
    press_issue_group *to = &g->at.at[g->of[i]];
    if (cx->text->tokens[token].at.begin < cx->text->headline.end)
      to->points += IN_HEADLINE;
    else
      to->points +=
          points(f, &tallies[g->of[i]], in[token]) + (token < lead ? IN_LEAD : 0);
  }
  for (uint32_t k = 0; k < g->at.n; k++) /* the fifth mention says little more */
    g->at.at[k].score = g->at.at[k].best * sqrtf(g->at.at[k].points);
}

static int heavier(const void *a, const void *b) {
  const press_issue_group *x = *(press_issue_group *const *)a,
                          *y = *(press_issue_group *const *)b;
  if (x->score != y->score) return x->score < y->score ? 1 : -1;
  return (x->first > y->first) - (x->first < y->first);
}

static bool enough(const press_issue_group *p) {
  if (p->score < (p->name ? LEAST_NAME : LEAST)) return false;
  if (!p->row) return p->points >= LEAST_UNKNOWN;
  bool weak = p->exact && !p->row->column[2].n &&
              press_issue__row_weight(p->row) < PRESS_ISSUE_SOLID;
  return !weak || p->points >= LEAST_WEAK;
}

static bool in_passing(const press_issue_group *p, uint32_t kept) {
  return p->points < PASSING && kept >= (p->best < SURE ? ENOUGH : MANY);
}

uint32_t press_issue__rank(press_issue_groups *g, press_issue_group **order,
                           uint32_t most) {
  uint32_t n = 0, kept = 0;
  for (uint32_t k = 0; k < g->at.n; k++)
    if (enough(&g->at.at[k])) order[n++] = &g->at.at[k];
  if (n) qsort(order, n, sizeof *order, heavier);
  for (uint32_t k = 0; k < n && kept < most; k++) {
    if (order[k]->score < LEAST_SHARE * order[0]->score) break;
    if (in_passing(order[k], kept)) continue;
    order[k]->rank = kept;
    order[kept++] = order[k];
  }
  return kept;
}
