/** A record of PRESS_JSON read back as a document: what press_graph_add() needs. The
 *  text, the tokens and the trees are gone; offsets stay what they are in the record,
 *  code points. */
#include "base/limits.h"
#include "doc.h"
#include "graph/iri.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/** The most of anything that an honest record has. */
#define MOST 1000000u

typedef struct record {
  press_doc *doc;
  press_arena *a;
  const char *fault; /**< the first thing that is wrong, or NULL */
} record;

/* ---- values ---- */

static void wrong(record *r, const char *what) {
  if (!r->fault) r->fault = what;
}

static press_str string(record *r, const json_t *object, const char *key) {
  const json_t *v = json_object_get(object, key);
  if (!json_is_string(v)) return (press_str){NULL, 0};
  return press_str__copy(r->a, (press_str){json_string_value(v), json_string_length(v)});
}

static uint32_t number(record *r, const json_t *v) {
  json_int_t n = json_integer_value(v);
  if (v && (!json_is_integer(v) || n < 0 || n > INT32_MAX)) wrong(r, "a bad number");
  return n < 0 || n > INT32_MAX ? 0 : (uint32_t)n;
}

static float real(const json_t *object, const char *key) {
  double x = json_number_value(json_object_get(object, key));
  return x > 0 && x <= 1 ? (float)x : 0;
}

static bool truth(const json_t *object, const char *key) {
  return json_is_true(json_object_get(object, key));
}

static uint32_t length(record *r, const json_t *list) {
  size_t n = json_array_size(list);
  if (n > MOST) wrong(r, "a list is too long");
  return n > MOST ? 0 : (uint32_t)n;
}

/** One of `n` words. */
static uint32_t word(record *r, const json_t *object, const char *key,
                     const char *const *words, uint32_t n) {
  const char *s = json_string_value(json_object_get(object, key));
  for (uint32_t i = 0; s && i < n; i++)
    if (strcmp(words[i], s) == 0) return i;
  wrong(r, "a word that no record has");
  return 0;
}

static press_span span(record *r, const json_t *v) {
  press_span s = {number(r, json_array_get(v, 0)), number(r, json_array_get(v, 1))};
  if (json_array_size(v) < 2 || s.end < s.begin) wrong(r, "a bad span");
  return s;
}

static press_spans spans(record *r, const json_t *object, const char *key) {
  const json_t *list = json_object_get(object, key);
  uint32_t n = length(r, list);
  press_span *at = PRESS_NEW(r->a, press_span, n);
  for (uint32_t i = 0; i < n; i++) at[i] = span(r, json_array_get(list, i));
  return (press_spans){at, n};
}

static press_strs strings(record *r, const json_t *object, const char *key) {
  const json_t *list = json_object_get(object, key);
  uint32_t n = length(r, list);
  press_str *at = PRESS_NEW(r->a, press_str, n);
  for (uint32_t i = 0; i < n; i++) {
    const json_t *v = json_array_get(list, i);
    press_str s = {json_string_value(v), json_string_length(v)};
    if (!s.at) wrong(r, "a name that is no string");
    at[i] = press_str__copy(r->a, s);
  }
  return (press_strs){at, n};
}

/* ---- local ids: "e3" is the third entity, "GB" a country ---- */

static uint32_t local(record *r, const json_t *v, char letter, uint32_t n) {
  const char *s = json_string_value(v);
  char *end = NULL;
  unsigned long i = s && s[0] == letter ? strtoul(s + 1, &end, 10) : 0;
  if (i >= 1 && i <= n && !*end) return (uint32_t)i - 1;
  wrong(r, "an id of nothing");
  return 0;
}

static press_ids locals(record *r, const json_t *object, const char *key, char letter,
                        uint32_t most) {
  const json_t *list = json_object_get(object, key);
  uint32_t n = length(r, list), *at = PRESS_NEW(r->a, uint32_t, n);
  for (uint32_t i = 0; i < n; i++)
    at[i] = local(r, json_array_get(list, i), letter, most);
  return (press_ids){at, r->fault ? 0 : n};
}

static uint32_t country(const record *r, const json_t *v) {
  const press_found *f = &r->doc->found;
  const char *s = json_string_value(v);
  for (uint32_t i = 0; s && i < f->n_countries; i++)
    if (strcmp(f->countries[i].code, s) == 0) return i;
  return PRESS_NONE;
}

static press_ids countries(record *r, const json_t *object, const char *key) {
  const json_t *list = json_object_get(object, key);
  uint32_t n = length(r, list), *at = PRESS_NEW(r->a, uint32_t, n);
  for (uint32_t i = 0; i < n; i++)
    if ((at[i] = country(r, json_array_get(list, i))) == PRESS_NONE)
      wrong(r, "a country that is not listed");
  return (press_ids){at, r->fault ? 0 : n};
}

static press_who who_of(record *r, const json_t *v) {
  uint32_t state = country(r, v);
  if (!json_is_string(v)) return (press_who){PRESS_NOBODY, 0};
  if (state != PRESS_NONE) return (press_who){PRESS_COUNTRY, state};
  return (press_who){PRESS_ENTITY, local(r, v, 'e', r->doc->found.n_entities)};
}

static press_who who(record *r, const json_t *object, const char *key) {
  return who_of(r, json_object_get(object, key));
}

static press_whos whos(record *r, const json_t *object, const char *key) {
  const json_t *list = json_object_get(object, key);
  uint32_t n = length(r, list);
  press_who *at = PRESS_NEW(r->a, press_who, n);
  for (uint32_t i = 0; i < n; i++) at[i] = who_of(r, json_array_get(list, i));
  return (press_whos){at, r->fault ? 0 : n};
}

/* ---- parts of a record ---- */

static void topic(record *r, const json_t *object, uint32_t *code, float *sure) {
  const json_t *v = json_object_get(object, "topic");
  *code = number(r, json_object_get(v, "code"));
  *sure = real(v, "score");
}

static void read_article(record *r, const json_t *o, press_str base) {
  press_doc *d = r->doc;
  press_str id = string(r, o, "id"), hash = string(r, o, "sha256");
  if (hash.n != 64) {
    wrong(r, "no article with a SHA-256");
    return;
  }
  memcpy(d->sha256, hash.at, 64);
  if (!press_str__eq(id, press_iri__article(r->a, base, d->sha256)))
    wrong(r, "the record was made with another --base");
  d->article = (press_article){.path = string(r, o, "path"),
                               .id = string(r, o, "source_id"),
                               .title = string(r, o, "headline"),
                               .date = string(r, o, "date"),
                               .url = string(r, o, "url"),
                               .publisher = string(r, o, "publisher")};
  d->article.text.n = number(r, json_object_get(o, "chars"));
  topic(r, o, &d->found.topic, &d->found.topic_score);
}

static void read_country(record *r, const json_t *o, press_country *c) {
  static const char *const hows[] = {"name", "demonym", "capital", "place", "metonym"};
  press_str code = string(r, o, "code"), code3 = string(r, o, "code3");
  press_str iri = string(r, o, "iri"), wikidata = S(PRESS_IRI_WIKIDATA);
  const json_t *list = json_object_get(o, "mentions");
  if (code.n != 2 || code3.n > 3) wrong(r, "a bad country code");
  if (r->fault) return;
  memcpy(c->code, code.at, 2);
  if (code3.n) memcpy(c->code3, code3.at, code3.n);
  if (press_str__starts(iri, wikidata)) c->qid = press_str__sub(iri, wikidata.n, iri.n);
  c->name = string(r, o, "name");
  c->weight = real(o, "weight");
  c->n_mentions = length(r, list);
  press_country_mention *m = PRESS_NEW(r->a, press_country_mention, c->n_mentions);
  for (uint32_t i = 0; i < c->n_mentions; i++) {
    const json_t *v = json_array_get(list, i);
    const char *how = json_string_value(json_array_get(v, 2));
    m[i].at = span(r, v);
    for (int k = 0; how && k < 5; k++)
      if (strcmp(how, hows[k]) == 0) m[i].how = (press_place_how)k;
  }
  c->mentions = m;
}

static void read_issue(record *r, const json_t *o, press_issue *i) {
  *i = (press_issue){.label = string(r, o, "label"),
                     .topics = strings(r, o, "topics"),
                     .weight = real(o, "weight"),
                     .mentions = spans(r, o, "mentions")};
  const json_t *policy = json_object_get(o, "policy");
  if (json_is_integer(policy)) i->policy = number(r, policy);
}

static void read_entity(record *r, const json_t *o, press_entity *e) {
  static const char *const types[] = {"person", "organization", "place"};
  *e = (press_entity){.type = (press_entity_type)word(r, o, "type", types, 3),
                      .name = string(r, o, "name"),
                      .aliases = strings(r, o, "aliases"),
                      .roles = strings(r, o, "roles"),
                      .country = country(r, json_object_get(o, "country")),
                      .mentions = spans(r, o, "mentions"),
                      .unnamed = truth(o, "unnamed"),
                      .official = truth(o, "official"),
                      .iri = string(r, o, "iri")};
  e->affiliations = locals(r, o, "affiliations", 'e', r->doc->found.n_entities);
  if (!press_iri__valid(e->iri)) wrong(r, "an IRI that is none");
}

static press_stances stances(record *r, const json_t *object) {
  static const char *const kinds[] = {"supports", "opposes"};
  const json_t *list = json_object_get(object, "stances");
  uint32_t n = length(r, list);
  press_stance *at = PRESS_NEW(r->a, press_stance, n);
  for (uint32_t i = 0; i < n; i++) {
    const json_t *v = json_array_get(list, i);
    at[i] = (press_stance){
        .issue = local(r, json_object_get(v, "issue"), 'i', r->doc->found.n_issues),
        .kind = (press_stance_kind)word(r, v, "stance", kinds, 2),
        .cue = span(r, json_array_get(json_object_get(v, "cue_spans"), 0))};
  }
  return (press_stances){at, r->fault ? 0 : n};
}

static void read_statement(record *r, const json_t *o, press_statement *s) {
  static const char *const forms[] = {"direct", "mixed", "indirect"};
  const press_found *f = &r->doc->found;
  *s = (press_statement){.form = (press_form)word(r, o, "form", forms, 3),
                         .text = string(r, o, "text"),
                         .spans = spans(r, o, "spans"),
                         .cue = string(r, o, "cue"),
                         .cue_lemma = string(r, o, "cue_lemma"),
                         .cue_spans = spans(r, o, "cue_spans"),
                         .speaker = who(r, o, "speaker"),
                         .speaker_name = string(r, o, "speaker_name"),
                         .speaker_spans = spans(r, o, "speaker_spans"),
                         .addressee = who(r, o, "addressee"),
                         .countries = countries(r, o, "countries"),
                         .issues = locals(r, o, "issues", 'i', f->n_issues),
                         .mentions = locals(r, o, "mentions", 'e', f->n_entities),
                         .score = real(o, "score"),
                         .co_speakers = whos(r, o, "co_speakers"),
                         .stances = stances(r, o)};
  topic(r, o, &s->topic, &s->topic_score);
}

static void read_event(record *r, const json_t *o, press_event *e) {
  const char *names[PRESS_ASSAULT + 1];
  for (int i = 0; i <= PRESS_ASSAULT; i++)
    names[i] = press_event_type_name((press_event_type)i);
  *e = (press_event){.type =
                         (press_event_type)word(r, o, "type", names, PRESS_ASSAULT + 1),
                     .cue = string(r, o, "cue"),
                     .cue_spans = spans(r, o, "cue_spans"),
                     .agent = who(r, o, "agent"),
                     .target = who(r, o, "target"),
                     .text = string(r, o, "text"),
                     .spans = spans(r, o, "spans"),
                     .issues = locals(r, o, "issues", 'i', r->doc->found.n_issues),
                     .negated = truth(o, "negated"),
                     .hypothetical = truth(o, "hypothetical"),
                     .score = real(o, "score")};
}

/** Room first, then the parts: their ids point to one another. */
static void read_record(record *r, const json_t *root, press_str base) {
  press_found *f = &r->doc->found;
  read_article(r, json_object_get(root, "article"), base);
#define ROOM(type, name)                                                                 \
  const json_t *name = json_object_get(root, #name);                                     \
  f->n_##name = length(r, name);                                                         \
  f->name = PRESS_NEW(r->a, type, f->n_##name)
#define READ(name, one)                                                                  \
  for (uint32_t i = 0; i < f->n_##name && !r->fault; i++)                                \
  one(r, json_array_get(name, i), &f->name[i])
  ROOM(press_country, countries);
  ROOM(press_issue, issues);
  ROOM(press_entity, entities);
  ROOM(press_statement, statements);
  ROOM(press_event, events);
  READ(countries, read_country);
  READ(issues, read_issue);
  READ(entities, read_entity);
  READ(statements, read_statement);
  READ(events, read_event);
}

/** The message of a failed article's record, or what is wrong with this one. */
static press_status refuse(const json_t *root, const record *r, press_error *err) {
  const char *why =
      json_string_value(json_object_get(json_object_get(root, "error"), "message"));
  if (why) return press_error__set(err, PRESS_ERR_FORMAT, "failed before: %s", why);
  return press_error__set(err, PRESS_ERR_FORMAT, "not a record of pressgraph: %s",
                          r->fault);
}

static press_status parse(record *r, press_str json, press_str base, json_t **held,
                          press_error *err) {
  json_error_t fault;
  *held = json_loadb(json.at, json.n, JSON_REJECT_DUPLICATES, &fault);
  if (!*held)
    return press_error__set(err, PRESS_ERR_FORMAT, "not JSON: %.120s", fault.text);
  read_record(r, *held, base);
  return r->fault ? refuse(*held, r, err) : PRESS_OK;
}

press_status press_doc_from_record(press_doc **out, press_str json, const char *base,
                                   press_error *err) {
  press_str checked;
  if (!out || !json.at) return press_error__set(err, PRESS_ERR_ARG, "NULL given");
  *out = NULL;
  TRY(press_iri__base(base, &checked, err));
  press_doc *doc = calloc(1, sizeof *doc);
  if (!doc) return press_error__set(err, PRESS_ERR_NOMEM, "out of memory");
  jmp_buf full;
  json_t *volatile held = NULL;
  volatile press_status status;
  doc->is_record = true;
  press_arena__init(&doc->arena, PRESS_LIMIT_ARENA_TOTAL, &full);
  if (setjmp(full)) {
    status = press_error__set(err, PRESS_ERR_NOMEM, "out of memory");
  } else {
    record r = {.doc = doc, .a = &doc->arena};
    status = parse(&r, json, checked, (json_t **)&held, err);
  }
  json_decref(held);
  doc->arena.out = NULL;
  if (status) {
    press_doc_free(doc);
    return status;
  }
  *out = doc;
  return PRESS_OK;
}
