/** Pronouns of annotated texts as questions: the pipeline gathers whom each may mean,
 *  the gold says who is right. */
#include "train/coref.h"

#include <stdio.h>
#include <string.h>

/** How often a pronoun of our own articles counts: they are few, and news. */
#define OWN_TIMES 3

static const press_options options = PRESS_OPTIONS_INIT;
static const press_article article;

static const press_lexicon *lexicon(press_arena *a) {
  static press_lexicon lex;
  static bool loaded;
  press_error err;
  if (!loaded && press_lexicon__load(a, &lex, &err)) fprintf(stderr, "%s\n", err.message);
  loaded = true;
  return &lex;
}

static press_context context(press_arena *a, press_arena *scratch, const t_coref *d) {
  return (press_context){.arena = scratch,
                         .lex = lexicon(a),
                         .text = &d->text,
                         .ling = &d->ling,
                         .article = &article,
                         .options = &options};
}

void press_coref__prepare(t_corefs *c, const press_model *model) {
  for (uint32_t i = 0; i < c->at.n; i++) {
    t_coref *d = &c->at.at[i];
    press_text__build(c->arena, d->plain, &d->text);
    press_ling__build(c->arena, model, lexicon(c->arena), &d->text, &d->ling);
    press_context cx = context(c->arena, c->arena, d);
    press_find__places(&cx, &d->found);
  }
}

/* ---- Who is right ---- */

typedef struct asker {
  t_questions *q;
  const t_coref *d;
  uint32_t doc;
  uint32_t *id_at; /**< GUM: byte where a mention's head begins to its id */
} asker;

/** The gold's id of a draft, 0 when it has none. */
static uint32_t id_of(const asker *k, const press_cast *c, const press_draft *d) {
  const press_token *t = c->cx->text->tokens;
  if (k->d->gap) {
    press_span at = press_text__range(c->cx->text, d->shown.begin, d->shown.end);
    for (uint32_t i = 0; i < 2; i++) {
      press_span g = k->d->gold.at[i].at;
      if (g.begin < at.end && at.begin < g.end) return k->d->gold.at[i].id;
    }
    return 0;
  }
  uint32_t id = k->id_at[t[d->m.head].at.begin];
  for (uint32_t i = d->m.at.begin; i < d->m.at.end && !id; i++)
    id = k->id_at[t[i].at.begin];
  return id;
}

/** What the figure's names and nouns mean most. */
static uint32_t id_of_figure(const asker *k, const press_cast *c, uint32_t figure) {
  uint32_t ids[16], counts[16], n = 0, best = 0;
  for (uint32_t i = 0; i < c->drafts.n; i++) {
    const press_draft *d = &c->drafts.at[i];
    if (d->figure != figure || d->m.kind == PRESS_MENTION_PRONOUN) continue;
    uint32_t id = id_of(k, c, d), j = 0;
    if (!id) continue;
    while (j < n && ids[j] != id) j++;
    if (j == 16) continue;
    if (j == n) ids[n] = id, counts[n++] = 0;
    counts[j]++;
  }
  for (uint32_t j = 1; j < n; j++)
    if (counts[j] > counts[best]) best = j;
  return n ? ids[best] : 0;
}

static bool is_right(const asker *k, const press_cast *c, const press_antecedent *a,
                     uint32_t gold) {
  const press_draft *d = &c->drafts.at[a->draft];
  uint32_t id = d->figure == PRESS_NONE ? id_of(k, c, d) : id_of_figure(k, c, d->figure);
  return gold == COREF_NEITHER && k->d->gap ? id == 0 : id == gold;
}

static void see(void *user, const press_cast *c, const press_quest *quest) {
  asker *k = user;
  uint32_t head = c->drafts.at[quest->pronoun].m.head;
  uint32_t byte = c->cx->text->tokens[head].at.begin, gold;
  if (k->d->gap && byte != k->d->pronoun) return;
  gold = k->d->gap ? k->d->gold.at[2].id : k->id_at[byte];
  if (k->d->partial && !gold) return;
  press_arena *a = k->q->arena;
  t_question q = {.use = quest->use, .n = quest->n, .doc = k->doc, .gap = k->d->gap};
  q.x = press_arena__array(a, q.n, sizeof *q.x);
  q.whom = PRESS_NEW(a, uint32_t, q.n);
  q.right = PRESS_NEW(a, bool, q.n);
  bool any = false;
  for (uint32_t i = 0; i < q.n; i++) {
    memcpy(q.x[i], quest->at[i].x, sizeof q.x[i]);
    q.whom[i] = quest->at[i].whom;
    q.right[i] = i && gold && is_right(k, c, &quest->at[i], gold);
    any |= q.right[i];
  }
  if (k->d->gap && !any && gold != COREF_NEITHER) q.lost = true;
  q.right[0] = !any || (k->d->gap && gold == COREF_NEITHER);
  if (k->d->partial && !any) return;
  for (uint32_t i = 0; i < (k->d->partial ? OWN_TIMES : 1); i++)
    *PRESS_PUSH(a, &k->q->at) = q;
}

static void index_heads(asker *k, press_arena *a) {
  k->id_at = PRESS_NEW(a, uint32_t, k->d->plain.n + 1);
  for (uint32_t i = 0; i < k->d->gold.n; i++) {
    const t_mention *m = &k->d->gold.at[i];
    k->id_at[m->head] = m->id;
  }
}

void press_coref__ask(t_corefs *c, const press_pronoun_weights *w, t_questions *q) {
  press_arena scratch;
  press_arena__init(&scratch, (size_t)4 << 30, c->arena->out);
  for (uint32_t i = 0; i < c->at.n; i++) {
    asker k = {.q = q, .d = &c->at.at[i], .doc = i};
    if (!k.d->gap) index_heads(&k, &scratch);
    press_context cx = context(c->arena, &scratch, k.d);
    press_found found = k.d->found;
    press_pronoun_watch watch = {see, &k};
    press_cast cast = {.cx = &cx, .f = &found, .weights = w, .watch = &watch};
    if (k.d->text.n_tokens) press_people__cast(&cast);
    press_arena__clear(&scratch);
  }
}
