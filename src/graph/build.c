/** From a document to the graph: what it claims, with the characters that say so. */
#include "base/buf.h"
#include "doc.h"
#include "graph/graph.h"
#include "graph/iri.h"
#include "graph/shares.h"

/** Events looked at for the first direction of a reciprocal one. */
#define MOST_BACK 64

typedef struct builder {
  press_graph *g;
  const press_doc *doc;
  const press_found *f;
  press_str iri;                           /**< of the article */
  uint32_t article;                        /**< node */
  uint32_t *entities, *countries, *issues; /**< nodes */
} builder;

static press_arena *arena(builder *b) {
  return &b->g->arena;
}

static void prove(builder *b, uint32_t edge, press_spans spans) {
  for (uint32_t i = 0; i < spans.n; i++)
    press_graph__evidence(b->g, edge,
                          (press_evidence){b->article,
                                           press_doc_codepoint(b->doc, spans.at[i].begin),
                                           press_doc_codepoint(b->doc, spans.at[i].end)});
}

static void link_to(builder *b, uint32_t from, press_edge_kind kind, uint32_t to,
                    press_spans why) {
  prove(b, press_graph__edge(b->g, from, kind, to), why);
}

static void number(builder *b, uint32_t node, press_key key, uint32_t n) {
  press_graph__attr(b->g, node, key, press_str__format(arena(b), "%u", n));
}

static void add_article(builder *b) {
  const press_article *a = &b->doc->article;
  press_graph *g = b->g;
  b->iri = press_iri__article(arena(b), g->base, b->doc->sha256);
  b->article = press_graph__node(g, PRESS_NODE_ARTICLE, b->iri);
  press_graph__attr(g, b->article, PRESS_KEY_NAME, a->title);
  if (b->f->topic) number(b, b->article, PRESS_KEY_POLICY, b->f->topic);
  press_graph__attr(g, b->article, PRESS_KEY_DATE, a->date);
  press_graph__attr(g, b->article, PRESS_KEY_URL, a->url);
  if (g->keeps_text) press_graph__attr(g, b->article, PRESS_KEY_BODY, a->text);
  press_graph__attr(g, b->article, PRESS_KEY_PUBLISHER, a->publisher);
  if (a->publisher.n) {
    uint32_t publisher = press_graph__node(
        g, PRESS_NODE_ORGANIZATION,
        press_iri__named(arena(b), g->base, "organization", a->publisher));
    press_graph__attr(g, publisher, PRESS_KEY_NAME, a->publisher);
    press_graph__edge(g, b->article, PRESS_EDGE_PUBLISHER, publisher);
  }
  press_graph__attr(g, b->article, PRESS_KEY_PATH, a->path);
  press_graph__attr(g, b->article, PRESS_KEY_IDENTIFIER, a->id);
  press_graph__attr(g, b->article, PRESS_KEY_IDENTIFIER,
                    press_str__format(arena(b), "sha256:%s", b->doc->sha256));
}

/** The larger of two readings, so that order does not count. */
static void weigh(press_graph *g, uint32_t edge, uint32_t w) {
  if (w > g->edges.at[edge].weight) g->edges.at[edge].weight = w;
}

static void add_country(builder *b, uint32_t i, uint32_t weight) {
  const press_country *c = &b->f->countries[i];
  press_graph *g = b->g;
  uint32_t node =
      press_graph__node(g, PRESS_NODE_COUNTRY, press_iri__country(arena(b), g->base, c));
  b->countries[i] = node;
  press_graph__attr(g, node, PRESS_KEY_NAME, c->name);
  press_graph__attr(g, node, PRESS_KEY_CODE, press_str__of(c->code));
  press_graph__attr(g, node, PRESS_KEY_CODE3, press_str__of(c->code3));
  if (!c->n_mentions) return; /* only somebody's own country */
  uint32_t e = press_graph__edge(g, b->article, PRESS_EDGE_MENTIONS, node);
  weigh(g, e, weight);
  for (uint32_t k = 0; k < c->n_mentions; k++)
    prove(b, e, (press_spans){&c->mentions[k].at, 1});
}

static void add_issue(builder *b, uint32_t i, uint32_t weight) {
  const press_issue *s = &b->f->issues[i];
  press_graph *g = b->g;
  uint32_t node = press_graph__node(
      g, PRESS_NODE_ISSUE, press_iri__named(arena(b), g->base, "issue", s->label));
  b->issues[i] = node;
  press_graph__attr(g, node, PRESS_KEY_NAME, s->label);
  for (uint32_t k = 0; k < s->topics.n; k++)
    press_graph__attr(g, node, PRESS_KEY_TOPIC, s->topics.at[k]);
  if (s->policy) number(b, node, PRESS_KEY_POLICY, s->policy);
  uint32_t e = press_graph__edge(g, b->article, PRESS_EDGE_ABOUT, node);
  weigh(g, e, weight);
  prove(b, e, s->mentions);
}

static void add_entity(builder *b, uint32_t i) {
  static const press_node_kind kinds[] = {PRESS_NODE_PERSON, PRESS_NODE_ORGANIZATION,
                                          PRESS_NODE_PLACE};
  const press_entity *e = &b->f->entities[i];
  press_graph *g = b->g;
  press_str iri = press_iri__entity(arena(b), g->base, b->doc, e);
  uint32_t node = press_graph__node(g, kinds[e->type <= PRESS_PLACE ? e->type : 2], iri);
  b->entities[i] = node;
  press_graph__attr(g, node, PRESS_KEY_NAME, e->name);
  for (uint32_t k = 0; k < e->aliases.n; k++)
    press_graph__attr(g, node, PRESS_KEY_ALIAS, e->aliases.at[k]);
  for (uint32_t k = 0; k < e->roles.n; k++)
    press_graph__attr(g, node, PRESS_KEY_ROLE, e->roles.at[k]);
  if (e->official) press_graph__attr(g, node, PRESS_KEY_OFFICIAL, S("yes"));
  if (e->unnamed) press_graph__attr(g, node, PRESS_KEY_UNNAMED, S("yes"));
  link_to(b, b->article, PRESS_EDGE_MENTIONS, node, e->mentions);
}

/** The links between entities, once all of them are nodes. Their evidence is where
 *  the entity is first named. */
static void link_entity(builder *b, uint32_t i) {
  const press_entity *e = &b->f->entities[i];
  press_spans first = {e->mentions.at, e->mentions.n ? 1 : 0};
  for (uint32_t k = 0; k < e->affiliations.n; k++)
    if (b->entities[e->affiliations.at[k]] != b->entities[i])
      link_to(b, b->entities[i], PRESS_EDGE_AFFILIATED,
              b->entities[e->affiliations.at[k]], first);
  if (e->country < b->f->n_countries && b->countries[e->country] != b->entities[i])
    link_to(b, b->entities[i], PRESS_EDGE_COUNTRY, b->countries[e->country], first);
}

static uint32_t node_of(const builder *b, press_who who) {
  if (who.kind == PRESS_ENTITY) return b->entities[who.id];
  if (who.kind == PRESS_COUNTRY) return b->countries[who.id];
  return PRESS_NONE;
}

/** A node of this article for `spans`. Two claims over the very same characters
 *  (two cues for one content) are told apart by a third number. */
static uint32_t part(builder *b, press_node_kind kind, const char *key, press_spans spans,
                     uint32_t *number_of) {
  press_graph *g = b->g;
  uint32_t begin = 0, end = 0;
  if (spans.n) {
    begin = press_doc_codepoint(b->doc, spans.at[0].begin);
    end = press_doc_codepoint(b->doc, spans.at[spans.n - 1].end);
  }
  press_str iri = press_iri__part(arena(b), b->iri, key, begin, end);
  if (*number_of > 1) iri = press_str__format(arena(b), "%.*s,%u", SFMT(iri), *number_of);
  uint32_t node = press_graph__node(g, kind, iri);
  link_to(b, node, PRESS_EDGE_PART_OF, b->article, spans);
  return node;
}

/** 1, or one more than the claim before with the same outer bounds. */
static uint32_t twin(press_spans a, press_spans b, uint32_t before) {
  bool same = a.n && b.n && a.at[0].begin == b.at[0].begin &&
              a.at[a.n - 1].end == b.at[b.n - 1].end;
  return same ? before + 1 : 1;
}

static void cue_at(builder *b, uint32_t node, press_spans cue) {
  press_buf all = {0};
  for (uint32_t i = 0; i < cue.n; i++)
    press_buf__join(arena(b), &all, S(","),
                    press_str__format(arena(b), "%u-%u",
                                      press_doc_codepoint(b->doc, cue.at[i].begin),
                                      press_doc_codepoint(b->doc, cue.at[i].end)));
  press_graph__attr(b->g, node, PRESS_KEY_CUE_AT, press_buf__str(&all));
}

static void add_statement(builder *b, uint32_t i, uint32_t *number_of) {
  static const char *const forms[] = {"direct", "mixed", "indirect"};
  const press_statement *s = &b->f->statements[i];
  press_graph *g = b->g;
  uint32_t v = part(b, PRESS_NODE_STATEMENT, "s", s->spans, number_of);
  number(b, v, PRESS_KEY_POSITION, i + 1);
  press_graph__attr(g, v, PRESS_KEY_FORM,
                    press_str__of(forms[s->form <= PRESS_INDIRECT ? s->form : 2]));
  press_graph__attr(g, v, PRESS_KEY_TEXT, s->text);
  press_graph__attr(g, v, PRESS_KEY_CUE, s->cue);
  press_graph__attr(g, v, PRESS_KEY_LEMMA, s->cue_lemma);
  if (s->topic) number(b, v, PRESS_KEY_POLICY, s->topic);
  cue_at(b, v, s->cue_spans);
  uint32_t who = node_of(b, s->speaker), to = node_of(b, s->addressee);
  if (who != PRESS_NONE) {
    link_to(b, who, PRESS_EDGE_SAYS, v, s->speaker_spans);
    link_to(b, who, PRESS_EDGE_SAYS, v, s->cue_spans);
  }
  for (uint32_t k = 0; k < s->co_speakers.n; k++) {
    uint32_t other = node_of(b, s->co_speakers.at[k]);
    if (other != PRESS_NONE && other != who)
      link_to(b, other, PRESS_EDGE_SAYS, v, s->speaker_spans);
  }
  if (to != PRESS_NONE) link_to(b, v, PRESS_EDGE_TO, to, s->cue_spans);
  for (uint32_t k = 0; k < s->issues.n; k++)
    link_to(b, v, PRESS_EDGE_ABOUT, b->issues[s->issues.at[k]], s->spans);
  for (uint32_t k = 0; k < s->stances.n; k++) {
    const press_stance *st = &s->stances.at[k];
    link_to(b, v, st->kind == PRESS_SUPPORTS ? PRESS_EDGE_SUPPORTS : PRESS_EDGE_OPPOSES,
            b->issues[st->issue], (press_spans){&st->cue, 1});
  }
  for (uint32_t k = 0; k < s->countries.n; k++)
    link_to(b, v, PRESS_EDGE_MENTIONS, b->countries[s->countries.at[k]], s->spans);
  for (uint32_t k = 0; k < s->mentions.n; k++)
    link_to(b, v, PRESS_EDGE_MENTIONS, b->entities[s->mentions.at[k]], s->spans);
}

bool press_graph__turned(const press_event *list, uint32_t i) {
  const press_event *b = &list[i];
  for (uint32_t k = i; b->reciprocal && k-- > 0 && i - k <= MOST_BACK;) {
    const press_event *a = &list[k];
    if (!a->spans.n || !b->spans.n || a->spans.at[0].begin != b->spans.at[0].begin)
      return false;
    if (a->reciprocal && a->type == b->type && a->agent.kind == b->target.kind &&
        a->agent.id == b->target.id && a->target.kind == b->agent.kind &&
        a->target.id == b->agent.id)
      return true;
  }
  return false;
}

static void add_event(builder *b, uint32_t i, uint32_t *number_of) {
  const press_event *e = &b->f->events[i];
  press_graph *g = b->g;
  uint32_t v = part(b, PRESS_NODE_EVENT, "e", e->spans, number_of);
  const char *type = press_event_type_name(e->type);
  press_graph__attr(g, v, PRESS_KEY_TYPE, press_str__of(type));
  press_graph__attr(g, v, PRESS_KEY_TEXT, e->text);
  press_graph__attr(g, v, PRESS_KEY_CUE, e->cue);
  cue_at(b, v, e->cue_spans);
  if (e->negated) press_graph__attr(g, v, PRESS_KEY_STATUS, S("negated"));
  if (e->hypothetical) press_graph__attr(g, v, PRESS_KEY_STATUS, S("hypothetical"));
  const char *tense = press_tense_name(e->tense);
  press_graph__attr(g, v, PRESS_KEY_MODE, e->mode);
  for (uint32_t k = 0; k < e->contexts.n; k++)
    press_graph__attr(g, v, PRESS_KEY_CONTEXT, e->contexts.at[k]);
  if (tense) press_graph__attr(g, v, PRESS_KEY_TENSE, press_str__of(tense));
  if (e->reciprocal)
    press_graph__attr(g, v, PRESS_KEY_RECIPROCAL,
                      press_graph__turned(b->f->events, i) ? S("back") : S("yes"));
  uint32_t agent = node_of(b, e->agent), target = node_of(b, e->target);
  if (agent != PRESS_NONE) link_to(b, v, PRESS_EDGE_AGENT, agent, e->spans);
  if (target != PRESS_NONE) link_to(b, v, PRESS_EDGE_OBJECT, target, e->spans);
  for (uint32_t k = 0; k < e->issues.n; k++)
    link_to(b, v, PRESS_EDGE_ABOUT, b->issues[e->issues.at[k]], e->spans);
}

/** Countries and issues, with their shares as the record has them. */
static void add_topics(builder *b) {
  const press_found *f = b->f;
  press_arena *a = arena(b);
  float *share = PRESS_NEW(a, float, f->n_countries);
  for (uint32_t i = 0; i < f->n_countries; i++) share[i] = f->countries[i].weight;
  uint32_t *weight = press_shares__hundredths(a, share, f->n_countries);
  for (uint32_t i = 0; i < f->n_countries; i++) add_country(b, i, weight[i]);
  share = PRESS_NEW(a, float, f->n_issues);
  for (uint32_t i = 0; i < f->n_issues; i++) share[i] = f->issues[i].weight;
  weight = press_shares__hundredths(a, share, f->n_issues);
  for (uint32_t i = 0; i < f->n_issues; i++) add_issue(b, i, weight[i]);
}

static void add_all(builder *b) {
  const press_found *f = b->f;
  press_arena *a = arena(b);
  b->entities = PRESS_NEW(a, uint32_t, f->n_entities);
  b->countries = PRESS_NEW(a, uint32_t, f->n_countries);
  b->issues = PRESS_NEW(a, uint32_t, f->n_issues);
  add_article(b);
  add_topics(b);
  for (uint32_t i = 0; i < f->n_entities; i++) add_entity(b, i);
  for (uint32_t i = 0; i < f->n_entities; i++) link_entity(b, i);
  for (uint32_t i = 0, n = 0; i < f->n_statements; i++) {
    n = i ? twin(f->statements[i - 1].spans, f->statements[i].spans, n) : 1;
    add_statement(b, i, &n);
  }
  for (uint32_t i = 0, n = 0; i < f->n_events; i++) {
    n = i ? twin(f->events[i - 1].spans, f->events[i].spans, n) : 1;
    add_event(b, i, &n);
  }
}

press_status press_graph_add(press_graph *graph, const press_doc *doc, press_error *err) {
  if (!graph || !doc) return press_error__set(err, PRESS_ERR_ARG, "NULL given");
  builder b = {.g = graph, .doc = doc, .f = &doc->found};
  jmp_buf full;
  graph->arena.out = &full;
  if (setjmp(full)) {
    graph->arena.out = NULL;
    return press_error__set(err, PRESS_ERR_NOMEM, "out of memory");
  }
  add_all(&b);
  graph->arena.out = NULL;
  return PRESS_OK;
}
