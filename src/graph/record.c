/** A record of PRESS_JSON read back as a document: what press_graph_add() needs. The
 *  text, the tokens and the trees are gone; offsets stay what they are in the record,
 *  code points. */
#include "graph/record.h"
#include "base/limits.h"
#include "graph/iri.h"

#include <stdlib.h>
#include <string.h>

/* ---- parts of a record ---- */

static void topic(press_record *r, const json_t *object, uint32_t *code, float *sure) {
  const json_t *v = json_object_get(object, "topic");
  *code = press_record__number(r, json_object_get(v, "code"));
  *sure = press_record__real(v, "score");
}

static void read_article(press_record *r, const json_t *o, press_str base) {
  press_doc *d = r->doc;
  press_str id = press_record__string(r, o, "id"),
            hash = press_record__string(r, o, "sha256");
  if (hash.n != 64) {
    press_record__wrong(r, "no article with a SHA-256");
    return;
  }
  memcpy(d->sha256, hash.at, 64);
  if (!press_str__eq(id, press_iri__article(r->a, base, d->sha256)))
    press_record__wrong(r, "the record was made with another --base");
  d->article = (press_article){.path = press_record__string(r, o, "path"),
                               .id = press_record__string(r, o, "source_id"),
                               .title = press_record__string(r, o, "headline"),
                               .date = press_record__string(r, o, "date"),
                               .url = press_record__string(r, o, "url"),
                               .publisher = press_record__string(r, o, "publisher")};
  d->article.text.n = press_record__number(r, json_object_get(o, "chars"));
  topic(r, o, &d->found.topic, &d->found.topic_score);
}

static void read_country(press_record *r, const json_t *o, press_country *c) {
  static const char *const hows[] = {"name", "demonym", "capital", "place", "metonym"};
  press_str code = press_record__string(r, o, "code"),
            code3 = press_record__string(r, o, "code3");
  press_str iri = press_record__string(r, o, "iri"), wikidata = S(PRESS_IRI_WIKIDATA);
  const json_t *list = json_object_get(o, "mentions");
  if (code.n != 2 || code3.n > 3) press_record__wrong(r, "a bad country code");
  if (r->fault) return;
  memcpy(c->code, code.at, 2);
  if (code3.n) memcpy(c->code3, code3.at, code3.n);
  if (press_str__starts(iri, wikidata)) c->qid = press_str__sub(iri, wikidata.n, iri.n);
  c->name = press_record__string(r, o, "name");
  c->weight = press_record__real(o, "weight");
  c->n_mentions = press_record__length(r, list);
  press_country_mention *m = PRESS_NEW(r->a, press_country_mention, c->n_mentions);
  for (uint32_t i = 0; i < c->n_mentions; i++) {
    const json_t *v = json_array_get(list, i);
    const char *how = json_string_value(json_array_get(v, 2));
    m[i].at = press_record__span(r, v);
    for (int k = 0; how && k < 5; k++)
      if (strcmp(how, hows[k]) == 0) m[i].how = (press_place_how)k;
  }
  c->mentions = m;
}

static void read_issue(press_record *r, const json_t *o, press_issue *i) {
  *i = (press_issue){.label = press_record__string(r, o, "label"),
                     .topics = press_record__strings(r, o, "topics"),
                     .weight = press_record__real(o, "weight"),
                     .mentions = press_record__spans(r, o, "mentions")};
  const json_t *policy = json_object_get(o, "policy");
  if (json_is_integer(policy)) i->policy = press_record__number(r, policy);
}

static void read_entity(press_record *r, const json_t *o, press_entity *e) {
  static const char *const types[] = {"person", "organization", "place"};
  *e = (press_entity){.type =
                          (press_entity_type)press_record__word(r, o, "type", types, 3),
                      .name = press_record__string(r, o, "name"),
                      .aliases = press_record__strings(r, o, "aliases"),
                      .roles = press_record__strings(r, o, "roles"),
                      .country = press_record__country(r, json_object_get(o, "country")),
                      .mentions = press_record__spans(r, o, "mentions"),
                      .unnamed = press_record__truth(o, "unnamed"),
                      .official = press_record__truth(o, "official"),
                      .iri = press_record__string(r, o, "iri")};
  e->affiliations =
      press_record__locals(r, o, "affiliations", 'e', r->doc->found.n_entities);
  if (!press_iri__valid(e->iri)) press_record__wrong(r, "an IRI that is none");
}

static press_stances stances(press_record *r, const json_t *object) {
  static const char *const kinds[] = {"supports", "opposes"};
  const json_t *list = json_object_get(object, "stances");
  uint32_t n = press_record__length(r, list);
  press_stance *at = PRESS_NEW(r->a, press_stance, n);
  for (uint32_t i = 0; i < n; i++) {
    const json_t *v = json_array_get(list, i);
    at[i] = (press_stance){
        .issue = press_record__local(r, json_object_get(v, "issue"), 'i',
                                     r->doc->found.n_issues),
        .kind = (press_stance_kind)press_record__word(r, v, "stance", kinds, 2),
        .cue = press_record__span(r, json_array_get(json_object_get(v, "cue_spans"), 0))};
  }
  return (press_stances){at, r->fault ? 0 : n};
}

static void read_statement(press_record *r, const json_t *o, press_statement *s) {
  static const char *const forms[] = {"direct", "mixed", "indirect"};
  const press_found *f = &r->doc->found;
  *s = (press_statement){.form = (press_form)press_record__word(r, o, "form", forms, 3),
                         .text = press_record__string(r, o, "text"),
                         .spans = press_record__spans(r, o, "spans"),
                         .cue = press_record__string(r, o, "cue"),
                         .cue_lemma = press_record__string(r, o, "cue_lemma"),
                         .cue_spans = press_record__spans(r, o, "cue_spans"),
                         .speaker = press_record__who(r, o, "speaker"),
                         .speaker_name = press_record__string(r, o, "speaker_name"),
                         .speaker_spans = press_record__spans(r, o, "speaker_spans"),
                         .addressee = press_record__who(r, o, "addressee"),
                         .countries = press_record__countries(r, o, "countries"),
                         .issues = press_record__locals(r, o, "issues", 'i', f->n_issues),
                         .mentions =
                             press_record__locals(r, o, "mentions", 'e', f->n_entities),
                         .score = press_record__real(o, "score"),
                         .co_speakers = press_record__whos(r, o, "co_speakers"),
                         .stances = stances(r, o)};
  topic(r, o, &s->topic, &s->topic_score);
}

/** Absent or null is none. */
static press_tense tense(press_record *r, const json_t *o) {
  static const char *const names[] = {"past", "present", "future"};
  if (!json_is_string(json_object_get(o, "tense"))) return PRESS_NO_TENSE;
  return (press_tense)(PRESS_PAST + press_record__word(r, o, "tense", names, 3));
}

static void read_event(press_record *r, const json_t *o, press_event *e) {
  const char *names[PRESS_ASSAULT + 1];
  for (int i = 0; i <= PRESS_ASSAULT; i++)
    names[i] = press_event_type_name((press_event_type)i);
  *e = (press_event){
      .type =
          (press_event_type)press_record__word(r, o, "type", names, PRESS_ASSAULT + 1),
      .cue = press_record__string(r, o, "cue"),
      .cue_spans = press_record__spans(r, o, "cue_spans"),
      .agent = press_record__who(r, o, "agent"),
      .target = press_record__who(r, o, "target"),
      .text = press_record__string(r, o, "text"),
      .spans = press_record__spans(r, o, "spans"),
      .issues = press_record__locals(r, o, "issues", 'i', r->doc->found.n_issues),
      .negated = press_record__truth(o, "negated"),
      .hypothetical = press_record__truth(o, "hypothetical"),
      .score = press_record__real(o, "score"),
      .mode = press_record__string(r, o, "mode"),
      .contexts = press_record__strings(r, o, "contexts"),
      .tense = tense(r, o),
      .reciprocal = press_record__truth(o, "reciprocal")};
}

/** Room first, then the parts: their ids point to one another. */
static void read_record(press_record *r, const json_t *root, press_str base) {
  press_found *f = &r->doc->found;
  read_article(r, json_object_get(root, "article"), base);
#define ROOM(type, name)                                                                 \
  const json_t *name = json_object_get(root, #name);                                     \
  f->n_##name = press_record__length(r, name);                                           \
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
static press_status refuse(const json_t *root, const press_record *r, press_error *err) {
  const char *why =
      json_string_value(json_object_get(json_object_get(root, "error"), "message"));
  if (why) return press_error__set(err, PRESS_ERR_FORMAT, "failed before: %s", why);
  return press_error__set(err, PRESS_ERR_FORMAT, "not a record of pressgraph: %s",
                          r->fault);
}

static press_status parse(press_record *r, press_str json, press_str base, json_t **held,
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
    press_record r = {.doc = doc, .a = &doc->arena};
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
