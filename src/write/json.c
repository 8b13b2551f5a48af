/** `-t json`: one article as one JSON object on one line, for jq, pandas, Spark. */
#include "graph/iri.h"
#include "graph/shares.h"
#include "write/write.h"

#include <jansson.h>

typedef struct json_writer {
  const press_doc_writer *w;
  json_t *root;
  bool failed; /**< out of memory inside jansson: looked at once, at the end */
} json_writer;

/* ---- building blocks: children are hung in at once, so that the root owns all ---- */

static void put(json_writer *j, json_t *object, const char *key, json_t *value) {
  if (!object || json_object_set_new(object, key, value)) j->failed = true;
}

static void push(json_writer *j, json_t *array, json_t *value) {
  if (!array || json_array_append_new(array, value)) j->failed = true;
}

static json_t *object_in(json_writer *j, json_t *array) {
  json_t *o = json_object();
  push(j, array, o);
  return o;
}

static json_t *array_at(json_writer *j, json_t *object, const char *key) {
  json_t *a = json_array();
  put(j, object, key, a);
  return a;
}

/** Text of the article is checked UTF-8; a path may be any bytes, and those that
 *  are not UTF-8 become '?'. */
static json_t *string(json_writer *j, press_str s) {
  json_t *v = json_stringn(s.n ? s.at : "", s.n);
  if (v) return v;
  press_str copy = press_str__copy(j->w->arena, s);
  char *p = (char *)copy.at;
  for (size_t i = 0; i < s.n; i++)
    if ((unsigned char)p[i] > 127) p[i] = '?';
  return json_stringn(copy.at, copy.n);
}

static json_t *string_or_null(json_writer *j, press_str s) {
  return s.n ? string(j, s) : json_null();
}

static json_t *hundredth(uint32_t n) {
  return json_real(n / 100.0);
}

static json_t *score(float x) {
  return hundredth(x > 0 ? (uint32_t)((x > 1 ? 1 : x) * 100 + 0.5F) : 0);
}

static json_t *pair(json_writer *j, json_t *array, press_span s) {
  json_t *p = json_array();
  push(j, array, p);
  push(j, p, json_integer(press_doc_codepoint(j->w->doc, s.begin)));
  push(j, p, json_integer(press_doc_codepoint(j->w->doc, s.end)));
  return p;
}

static void put_spans(json_writer *j, json_t *o, const char *key, press_spans s) {
  json_t *a = array_at(j, o, key);
  for (uint32_t i = 0; i < s.n; i++) pair(j, a, s.at[i]);
}

static void put_strings(json_writer *j, json_t *o, const char *key, press_strs s) {
  json_t *a = array_at(j, o, key);
  for (uint32_t i = 0; i < s.n; i++) push(j, a, string(j, s.at[i]));
}

/** Local ids: "e1" is the first entity. */
static json_t *local(char letter, uint32_t i) {
  return json_sprintf("%c%u", letter, i + 1);
}

static void put_locals(json_writer *j, json_t *o, const char *key, char letter,
                       press_ids ids) {
  json_t *a = array_at(j, o, key);
  for (uint32_t i = 0; i < ids.n; i++) push(j, a, local(letter, ids.at[i]));
}

static json_t *country_code(json_writer *j, uint32_t id) {
  const press_found *f = &j->w->doc->found;
  return id < f->n_countries ? json_string(f->countries[id].code) : json_null();
}

static void put_codes(json_writer *j, json_t *o, const char *key, press_ids ids) {
  json_t *a = array_at(j, o, key);
  for (uint32_t i = 0; i < ids.n; i++) push(j, a, country_code(j, ids.at[i]));
}

static json_t *who_id(json_writer *j, press_who who) {
  return who.kind == PRESS_ENTITY    ? local('e', who.id)
         : who.kind == PRESS_COUNTRY ? country_code(j, who.id)
                                     : json_null();
}

static void put_who(json_writer *j, json_t *o, const char *key, press_who who) {
  put(j, o, key, who_id(j, who));
}

/** Comparative Agendas major topic, or null. */
static void put_topic(json_writer *j, json_t *o, uint32_t topic, float sure) {
  const char *name = press_topic_name(topic);
  json_t *t = name ? json_object() : json_null();
  put(j, o, "topic", t);
  if (!name) return;
  put(j, t, "code", json_integer(topic));
  put(j, t, "name", json_string(name));
  put(j, t, "score", score(sure));
}

/* ---- the record ---- */

static void put_article(json_writer *j, json_t *o) {
  const press_doc *d = j->w->doc;
  const press_article *a = &d->article;
  put(j, o, "id", string(j, press_iri__article(j->w->arena, j->w->base, d->sha256)));
  put(j, o, "path", string_or_null(j, a->path.n ? a->path : a->id));
  put(j, o, "sha256", json_string(d->sha256));
  put(j, o, "headline", string_or_null(j, a->title));
  put(j, o, "date", string_or_null(j, a->date));
  put(j, o, "source_id", string_or_null(j, a->id));
  put(j, o, "url", string_or_null(j, a->url));
  put(j, o, "publisher", string_or_null(j, a->publisher));
  put(j, o, "chars", json_integer(press_doc_codepoint(d, (uint32_t)a->text.n)));
  put_topic(j, o, d->found.topic, d->found.topic_score);
}

static void put_stances(json_writer *j, json_t *o, press_stances s) {
  press_str text = j->w->doc->article.text;
  json_t *a = array_at(j, o, "stances");
  for (uint32_t i = 0; i < s.n; i++) {
    json_t *one = object_in(j, a);
    put(j, one, "issue", local('i', s.at[i].issue));
    put(j, one, "stance",
        json_string(s.at[i].kind == PRESS_SUPPORTS ? "supports" : "opposes"));
    put(j, one, "cue", string(j, press_str__span(text, s.at[i].cue)));
    put_spans(j, one, "cue_spans", (press_spans){&s.at[i].cue, 1});
  }
}

static void put_statement(json_writer *j, json_t *o, const press_statement *s) {
  put(j, o, "form", json_string(press_write__form(s->form)));
  put(j, o, "text", string(j, s->text));
  put_spans(j, o, "spans", s->spans);
  put(j, o, "cue", string(j, s->cue));
  put(j, o, "cue_lemma", string(j, s->cue_lemma));
  put_spans(j, o, "cue_spans", s->cue_spans);
  put_who(j, o, "speaker", s->speaker);
  put(j, o, "speaker_name", string_or_null(j, s->speaker_name));
  put_spans(j, o, "speaker_spans", s->speaker_spans);
  json_t *others = array_at(j, o, "co_speakers");
  for (uint32_t i = 0; i < s->co_speakers.n; i++)
    push(j, others, who_id(j, s->co_speakers.at[i]));
  put_who(j, o, "addressee", s->addressee);
  put_codes(j, o, "countries", s->countries);
  put_locals(j, o, "issues", 'i', s->issues);
  put_locals(j, o, "mentions", 'e', s->mentions);
  put_stances(j, o, s->stances);
  put_topic(j, o, s->topic, s->topic_score);
  put(j, o, "score", score(s->score));
}

static void put_event(json_writer *j, json_t *o, const press_event *e) {
  const char *type = press_event_type_name(e->type);
  const char *tense = press_tense_name(e->tense);
  put(j, o, "type", json_string(type ? type : "?"));
  put(j, o, "cue", string(j, e->cue));
  put_spans(j, o, "cue_spans", e->cue_spans);
  put_who(j, o, "agent", e->agent);
  put_who(j, o, "target", e->target);
  put(j, o, "text", string(j, e->text));
  put_spans(j, o, "spans", e->spans);
  put_locals(j, o, "issues", 'i', e->issues);
  put(j, o, "negated", json_boolean(e->negated));
  put(j, o, "hypothetical", json_boolean(e->hypothetical));
  put(j, o, "score", score(e->score));
  put(j, o, "mode", string_or_null(j, e->mode));
  put_strings(j, o, "contexts", e->contexts);
  put(j, o, "tense", tense ? json_string(tense) : json_null());
  put(j, o, "reciprocal", json_boolean(e->reciprocal));
}

static void put_entity(json_writer *j, json_t *o, const press_entity *e) {
  put(j, o, "type", json_string(press_iri__entity_type(e->type)));
  put(j, o, "name", string(j, e->name));
  put(j, o, "iri", string(j, press_iri__entity(j->w->arena, j->w->base, j->w->doc, e)));
  put_strings(j, o, "aliases", e->aliases);
  put_strings(j, o, "roles", e->roles);
  put_locals(j, o, "affiliations", 'e', e->affiliations);
  put(j, o, "country", country_code(j, e->country));
  put_spans(j, o, "mentions", e->mentions);
  put(j, o, "unnamed", json_boolean(e->unnamed));
  put(j, o, "official", json_boolean(e->official));
}

static void put_country(json_writer *j, json_t *o, const press_country *c,
                        uint32_t weight) {
  static const char *const how[] = {"name", "demonym", "capital", "place", "metonym"};
  put(j, o, "code", json_string(c->code));
  put(j, o, "code3", c->code3[0] ? json_string(c->code3) : json_null());
  put(j, o, "name", string(j, c->name));
  put(j, o, "iri", string(j, press_iri__country(j->w->arena, j->w->base, c)));
  put(j, o, "weight", hundredth(weight));
  json_t *a = array_at(j, o, "mentions");
  for (uint32_t i = 0; i < c->n_mentions; i++) {
    json_t *p = pair(j, a, c->mentions[i].at);
    push(j, p,
         json_string(c->mentions[i].how <= PRESS_BY_METONYM ? how[c->mentions[i].how]
                                                            : "?"));
  }
}

static void put_issue(json_writer *j, json_t *o, const press_issue *i, uint32_t weight) {
  put(j, o, "label", string(j, i->label));
  put(j, o, "iri",
      string(j, press_iri__named(j->w->arena, j->w->base, "issue", i->label)));
  put_strings(j, o, "topics", i->topics);
  put(j, o, "policy", i->policy ? json_integer(i->policy) : json_null());
  put(j, o, "weight", hundredth(weight));
  put_spans(j, o, "mentions", i->mentions);
}

static void put_countries(json_writer *j, const press_found *f) {
  float *share = PRESS_NEW(j->w->arena, float, f->n_countries);
  for (uint32_t i = 0; i < f->n_countries; i++) share[i] = f->countries[i].weight;
  uint32_t *weight = press_shares__hundredths(j->w->arena, share, f->n_countries);
  json_t *a = array_at(j, j->root, "countries");
  for (uint32_t i = 0; i < f->n_countries; i++)
    put_country(j, object_in(j, a), &f->countries[i], weight[i]);
}

static void put_issues(json_writer *j, const press_found *f) {
  float *share = PRESS_NEW(j->w->arena, float, f->n_issues);
  for (uint32_t i = 0; i < f->n_issues; i++) share[i] = f->issues[i].weight;
  uint32_t *weight = press_shares__hundredths(j->w->arena, share, f->n_issues);
  json_t *a = array_at(j, j->root, "issues");
  for (uint32_t i = 0; i < f->n_issues; i++) {
    json_t *o = object_in(j, a);
    put(j, o, "id", local('i', i));
    put_issue(j, o, &f->issues[i], weight[i]);
  }
}

#define PUT_ALL(key, letter, one)                                                        \
  do {                                                                                   \
    json_t *array = array_at(j, j->root, #key);                                          \
    for (uint32_t i = 0; i < f->n_##key; i++) {                                          \
      json_t *o = object_in(j, array);                                                   \
      put(j, o, "id", local(letter, i));                                                 \
      one(j, o, &f->key[i]);                                                             \
    }                                                                                    \
  } while (0)

static void put_record(json_writer *j) {
  const press_found *f = &j->w->doc->found;
  json_t *article = json_object();
  put(j, j->root, "article", article);
  put_article(j, article);
  PUT_ALL(statements, 's', put_statement);
  PUT_ALL(events, 'v', put_event);
  PUT_ALL(entities, 'e', put_entity);
  put_countries(j, f);
  put_issues(j, f);
}

static int to_out(const char *bytes, size_t n, void *out) {
  press_out__str(out, (press_str){bytes, n});
  return 0;
}

press_status press_json__write(const press_doc_writer *w, void *volatile *held,
                               press_error *err) {
  json_writer j = {.w = w, .root = json_object()};
  *held = j.root;
  put_record(&j);
  /* values are whole hundredths: two significant digits say all of them */
  if (j.failed || json_dump_callback(j.root, to_out, w->out, JSON_REAL_PRECISION(2)))
    return press_error__set(err, PRESS_ERR_NOMEM, "out of memory");
  press_out__str(w->out, S("\n"));
  return PRESS_OK;
}

void press_json__release(void *held) {
  json_decref(held);
}
