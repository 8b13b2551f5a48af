/** press_doc_check(): the header's promises about a document, one by one. */
#include "doc.h"

#include <math.h>

/** How far shares may be from summing to 1: the rounding of some hundred floats. */
#define SUM_SLACK 0.01

typedef struct check {
  const press_doc *doc;
  const press_found *f;
  press_error *err;
  const char *what; /**< "statement" */
  uint32_t i;
} check;

#define PROMISE(c, holds, ...)                                                           \
  do {                                                                                   \
    if (!(holds)) return broken((c), __VA_ARGS__);                                       \
  } while (0)

static press_status broken(const check *c, const char *promise) {
  return press_error__set(c->err, PRESS_ERR_ARG, "%s %u: %s", c->what, c->i, promise);
}

/** Whether byte `at` begins a code point or ends the text. */
static bool boundary(press_str raw, uint32_t at) {
  return at == raw.n || ((unsigned char)raw.at[at] & 0xC0) != 0x80;
}

static press_status check_span(const check *c, press_span s) {
  press_str raw = c->doc->text.raw;
  PROMISE(c, s.begin < s.end, "empty or reversed span");
  PROMISE(c, s.end <= raw.n, "span outside the text");
  PROMISE(c, boundary(raw, s.begin) && boundary(raw, s.end), "span cuts a code point");
  return PRESS_OK;
}

/** `apart`: spans may not overlap; otherwise they need only be in order. */
static press_status check_spans(const check *c, press_spans s, bool apart) {
  PROMISE(c, !s.n || s.at, "spans without an array");
  for (uint32_t i = 0; i < s.n; i++) {
    TRY(check_span(c, s.at[i]));
    if (!i) continue;
    PROMISE(c, s.at[i - 1].begin <= s.at[i].begin, "spans out of order");
    PROMISE(c, !apart || s.at[i - 1].end <= s.at[i].begin, "spans overlap");
  }
  return PRESS_OK;
}

static press_status check_str(const check *c, press_str s, bool needed) {
  PROMISE(c, !s.n || s.at, "string without bytes");
  PROMISE(c, s.n || !needed, "empty string");
  return press_text__check(s, NULL) ? broken(c, "string is not UTF-8") : PRESS_OK;
}

static press_status check_strs(const check *c, press_strs s) {
  PROMISE(c, !s.n || s.at, "strings without an array");
  for (uint32_t i = 0; i < s.n; i++) TRY(check_str(c, s.at[i], true));
  return PRESS_OK;
}

static press_status check_ids(const check *c, press_ids ids, uint32_t n) {
  PROMISE(c, !ids.n || ids.at, "ids without an array");
  for (uint32_t i = 0; i < ids.n; i++) {
    PROMISE(c, ids.at[i] < n, "id out of range");
    for (uint32_t k = 0; k < i && k < 256; k++)
      PROMISE(c, ids.at[k] != ids.at[i], "id given twice");
  }
  return PRESS_OK;
}

static press_status check_who(const check *c, press_who who) {
  switch (who.kind) {
  case PRESS_NOBODY:
    return PRESS_OK;
  case PRESS_ENTITY:
    PROMISE(c, who.id < c->f->n_entities, "no such entity");
    break;
  case PRESS_COUNTRY:
    PROMISE(c, who.id < c->f->n_countries, "no such country");
    break;
  default:
    return broken(c, "who is of no kind");
  }
  return PRESS_OK;
}

static press_status check_share(const check *c, float x) {
  PROMISE(c, x >= 0 && x <= 1, "score or weight outside 0 to 1");
  return PRESS_OK;
}

static press_status check_statement(const check *c) {
  const press_statement *s = &c->f->statements[c->i];
  PROMISE(c, s->form <= PRESS_INDIRECT, "no such form");
  PROMISE(c, s->spans.n > 0, "without a span");
  TRY(check_str(c, s->text, true));
  TRY(check_spans(c, s->spans, true));
  TRY(check_str(c, s->cue, false));
  TRY(check_str(c, s->cue_lemma, false));
  TRY(check_spans(c, s->cue_spans, true));
  TRY(check_who(c, s->speaker));
  TRY(check_who(c, s->addressee));
  for (uint32_t k = 0; k < s->co_speakers.n; k++) {
    TRY(check_who(c, s->co_speakers.at[k]));
    PROMISE(c, s->co_speakers.at[k].kind != PRESS_NOBODY, "a second speaker is nobody");
  }
  PROMISE(c, (s->speaker.kind == PRESS_NOBODY) == !s->speaker_name.n,
          "speaker and speaker's name disagree");
  TRY(check_str(c, s->speaker_name, false));
  TRY(check_spans(c, s->speaker_spans, true));
  TRY(check_ids(c, s->countries, c->f->n_countries));
  TRY(check_ids(c, s->issues, c->f->n_issues));
  for (uint32_t k = 0; k < s->stances.n; k++) {
    TRY(check_span(c, s->stances.at[k].cue));
    PROMISE(c, s->stances.at[k].issue < c->f->n_issues, "stance on no issue");
    PROMISE(c, s->stances.at[k].kind <= PRESS_OPPOSES, "stance of no kind");
  }
  PROMISE(c, !s->topic || press_topic_name(s->topic), "a topic without a name");
  TRY(check_ids(c, s->mentions, c->f->n_entities));
  if (c->i)
    PROMISE(c, c->f->statements[c->i - 1].spans.at[0].begin <= s->spans.at[0].begin,
            "out of text order");
  return check_share(c, s->score);
}

static press_status check_event(const check *c) {
  const press_event *e = &c->f->events[c->i];
  PROMISE(c, press_event_type_name(e->type), "no such event type");
  PROMISE(c, e->spans.n > 0, "without a span");
  TRY(check_str(c, e->cue, true));
  TRY(check_spans(c, e->cue_spans, true));
  TRY(check_who(c, e->agent));
  TRY(check_who(c, e->target));
  TRY(check_str(c, e->text, true));
  TRY(check_spans(c, e->spans, true));
  TRY(check_ids(c, e->issues, c->f->n_issues));
  TRY(check_str(c, e->mode, false));
  TRY(check_strs(c, e->contexts));
  PROMISE(c, e->contexts.n <= 2, "too many contexts");
  PROMISE(c, e->tense <= PRESS_FUTURE, "no such tense");
  if (c->i)
    PROMISE(c, c->f->events[c->i - 1].spans.at[0].begin <= e->spans.at[0].begin,
            "out of text order");
  return check_share(c, e->score);
}

static press_status check_entity(const check *c) {
  const press_entity *e = &c->f->entities[c->i];
  PROMISE(c, e->type <= PRESS_PLACE, "no such entity type");
  TRY(check_str(c, e->name, true));
  TRY(check_strs(c, e->aliases));
  for (uint32_t k = 1; k < e->aliases.n; k++)
    PROMISE(c, press_str__cmp(e->aliases.at[k - 1], e->aliases.at[k]) < 0,
            "aliases not sorted");
  TRY(check_strs(c, e->roles));
  TRY(check_ids(c, e->affiliations, c->f->n_entities));
  for (uint32_t k = 0; k < e->affiliations.n; k++)
    PROMISE(c, e->affiliations.at[k] != c->i, "affiliated to itself");
  PROMISE(c, e->country == PRESS_NONE || e->country < c->f->n_countries,
          "no such country");
  PROMISE(c, e->mentions.n > 0, "without a mention");
  return check_spans(c, e->mentions, false);
}

static press_status check_country(const check *c) {
  const press_country *p = &c->f->countries[c->i];
  PROMISE(c, p->code[0] && p->code[1] && !p->code[2], "code is not of two letters");
  TRY(check_str(c, p->name, true));
  TRY(check_str(c, p->qid, false));
  for (uint32_t k = 0; k < p->n_mentions; k++) {
    TRY(check_span(c, p->mentions[k].at));
    PROMISE(c, p->mentions[k].how <= PRESS_BY_METONYM, "mention of no kind");
    PROMISE(c, !k || p->mentions[k - 1].at.begin <= p->mentions[k].at.begin,
            "mentions out of order");
  }
  return check_share(c, p->weight);
}

static press_status check_issue(const check *c) {
  const press_issue *p = &c->f->issues[c->i];
  TRY(check_str(c, p->label, true));
  TRY(check_strs(c, p->topics));
  PROMISE(c, !c->i || c->f->issues[c->i - 1].weight >= p->weight, "not by weight");
  TRY(check_spans(c, p->mentions, false));
  return check_share(c, p->weight);
}

static press_status check_each(check *c, const char *what, uint32_t n,
                               press_status (*one)(const check *)) {
  c->what = what;
  for (c->i = 0; c->i < n; c->i++) TRY(one(c));
  return PRESS_OK;
}

static press_status check_sums(check *c) {
  double countries = 0, issues = 0;
  bool mentioned = false;
  for (uint32_t i = 0; i < c->f->n_countries; i++) {
    countries += (double)c->f->countries[i].weight;
    mentioned |= c->f->countries[i].n_mentions > 0;
  }
  for (uint32_t i = 0; i < c->f->n_issues; i++) issues += (double)c->f->issues[i].weight;
  c->i = 0;
  c->what = "countries";
  PROMISE(c, !mentioned || fabs(countries - 1) < SUM_SLACK, "weights do not sum to 1");
  c->what = "issues";
  PROMISE(c, !c->f->n_issues || fabs(issues - 1) < SUM_SLACK, "weights do not sum to 1");
  return PRESS_OK;
}

press_status press_doc_check(const press_doc *doc, press_error *err) {
  if (!doc) return press_error__set(err, PRESS_ERR_ARG, "NULL given");
  check c = {.doc = doc, .f = &doc->found, .err = err};
  TRY(check_each(&c, "statement", c.f->n_statements, check_statement));
  TRY(check_each(&c, "event", c.f->n_events, check_event));
  TRY(check_each(&c, "entity", c.f->n_entities, check_entity));
  TRY(check_each(&c, "country", c.f->n_countries, check_country));
  TRY(check_each(&c, "issue", c.f->n_issues, check_issue));
  return check_sums(&c);
}
