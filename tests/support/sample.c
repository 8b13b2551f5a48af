#include "sample.h"

#include "base/limits.h"

#include <sha256.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NOBODY = 0, FIRST_COUNTRY = 100 }; /* who: 0, entity + 1, country + 100 */

typedef struct sample_statement {
  press_form form;
  uint32_t who, to;
  const char *cue, *lemma;
  const char *parts[3];       /* as they stand in the text */
  const char *text;           /* NULL: the first part */
  uint32_t countries, issues; /* bit sets */
} sample_statement;

typedef struct sample_event {
  press_event_type type;
  uint32_t agent, target;
  const char *cue, *text;
  uint32_t issues;
  bool negated, hypothetical;
} sample_event;

typedef struct sample_entity {
  press_entity_type type;
  const char *name, *alias, *role;
  uint32_t country, affiliation; /* from 1; 0 none */
  bool unnamed;
} sample_entity;

typedef struct sample_country {
  const char *code, *code3, *name, *qid;
  float weight;
} sample_country;

typedef struct sample_issue {
  const char *label, *topic;
  uint32_t policy;
  float weight;
} sample_issue;

typedef struct sample {
  const char *text, *title, *date, *publisher;
  const sample_statement *statements;
  const sample_event *events;
  const sample_entity *entities;
  const sample_country *countries;
  const sample_issue *issues;
  uint32_t n_statements, n_events, n_entities, n_countries, n_issues;
} sample;

#define COUNT(a) ((uint32_t)(sizeof(a) / sizeof *(a)))

/** Where `words` stand in the text; its begin where they do not. */
static press_span find(const press_doc *d, const char *words, uint32_t from) {
  press_str rest = press_str__sub(d->text.raw, from, d->text.raw.n);
  uint32_t at = words ? press_str__find(rest, press_str__of(words)) : PRESS_NONE;
  if (at == PRESS_NONE) return (press_span){0, 1};
  return (press_span){from + at, from + at + (uint32_t)strlen(words)};
}

static press_spans one_span(press_doc *d, press_span s) {
  press_span *p = PRESS_NEW(&d->arena, press_span, 1);
  *p = s;
  return (press_spans){p, 1};
}

static press_ids bits(press_doc *d, uint32_t set) {
  uint32_t *p = PRESS_NEW(&d->arena, uint32_t, 32), n = 0;
  for (uint32_t i = 0; i < 32; i++)
    if (set >> i & 1) p[n++] = i;
  return (press_ids){p, n};
}

static press_strs one_str(press_doc *d, const char *s) {
  press_str *p = PRESS_NEW(&d->arena, press_str, 1);
  *p = press_str__of(s);
  return (press_strs){p, s ? 1 : 0};
}

static press_who who_of(uint32_t code) {
  if (code == NOBODY) return (press_who){PRESS_NOBODY, 0};
  if (code >= FIRST_COUNTRY) return (press_who){PRESS_COUNTRY, code - FIRST_COUNTRY};
  return (press_who){PRESS_ENTITY, code - 1};
}

static press_str name_of(const press_doc *d, press_who who) {
  if (who.kind == PRESS_ENTITY) return d->found.entities[who.id].name;
  if (who.kind == PRESS_COUNTRY) return d->found.countries[who.id].name;
  return (press_str){NULL, 0};
}

static void fill_statement(press_doc *d, press_statement *to, const sample_statement *s) {
  press_span *spans = PRESS_NEW(&d->arena, press_span, 3);
  uint32_t n = 0;
  for (uint32_t from = 0; n < 3 && s->parts[n]; n++) {
    spans[n] = find(d, s->parts[n], from);
    from = spans[n].end;
  }
  press_who who = who_of(s->who);
  *to = (press_statement){
      .form = s->form,
      .text = press_str__of(s->text ? s->text : s->parts[0]),
      .spans = {spans, n},
      .cue = press_str__of(s->cue),
      .cue_lemma = press_str__of(s->lemma),
      .speaker = who,
      .speaker_name = name_of(d, who),
      .addressee = who_of(s->to),
      .countries = bits(d, s->countries),
      .issues = bits(d, s->issues),
      .score = 0.95F,
  };
  if (s->cue) to->cue_spans = one_span(d, find(d, s->cue, 0));
}

static void fill_found(press_doc *d, const sample *s) {
  press_found *f = &d->found;
  press_arena *a = &d->arena;
  f->entities = PRESS_NEW(a, press_entity, s->n_entities);
  f->countries = PRESS_NEW(a, press_country, s->n_countries);
  f->issues = PRESS_NEW(a, press_issue, s->n_issues);
  f->statements = PRESS_NEW(a, press_statement, s->n_statements);
  f->events = PRESS_NEW(a, press_event, s->n_events);
  for (uint32_t i = 0; i < s->n_entities; i++) {
    const sample_entity *e = &s->entities[i];
    f->entities[i] = (press_entity){
        .type = e->type,
        .name = press_str__of(e->name),
        .aliases = one_str(d, e->alias),
        .roles = one_str(d, e->role),
        .affiliations = bits(d, e->affiliation ? 1u << (e->affiliation - 1) : 0),
        .country = e->country ? e->country - 1 : PRESS_NONE,
        .mentions = one_span(d, find(d, e->name, 0)),
        .unnamed = e->unnamed,
        .official = e->type != PRESS_PLACE && e->country,
    };
  }
  for (uint32_t i = 0; i < s->n_countries; i++) {
    const sample_country *c = &s->countries[i];
    press_country_mention *m = PRESS_NEW(a, press_country_mention, 1);
    *m = (press_country_mention){find(d, c->name, 0), PRESS_BY_NAME};
    f->countries[i] = (press_country){.name = press_str__of(c->name),
                                      .qid = press_str__of(c->qid),
                                      .weight = c->weight,
                                      .mentions = m,
                                      .n_mentions = 1};
    memcpy(f->countries[i].code, c->code, 3);
    memcpy(f->countries[i].code3, c->code3, strlen(c->code3) + 1);
  }
  for (uint32_t i = 0; i < s->n_issues; i++)
    f->issues[i] =
        (press_issue){press_str__of(s->issues[i].label), one_str(d, s->issues[i].topic),
                      s->issues[i].policy, s->issues[i].weight,
                      one_span(d, find(d, s->issues[i].label, 0))};
  for (uint32_t i = 0; i < s->n_statements; i++)
    fill_statement(d, &f->statements[i], &s->statements[i]);
  for (uint32_t i = 0; i < s->n_events; i++) {
    const sample_event *e = &s->events[i];
    f->events[i] = (press_event){.type = e->type,
                                 .cue = press_str__of(e->cue),
                                 .cue_spans = one_span(d, find(d, e->cue, 0)),
                                 .agent = who_of(e->agent),
                                 .target = who_of(e->target),
                                 .text = press_str__of(e->text),
                                 .spans = one_span(d, find(d, e->text, 0)),
                                 .issues = bits(d, e->issues),
                                 .negated = e->negated,
                                 .hypothetical = e->hypothetical,
                                 .score = 0.9F};
  }
  f->n_entities = s->n_entities;
  f->n_countries = s->n_countries;
  f->n_issues = s->n_issues;
  f->n_statements = s->n_statements;
  f->n_events = s->n_events;
}

static press_doc *make(const sample *s) {
  press_doc *d = calloc(1, sizeof *d);
  if (!d) abort();
  jmp_buf full;
  press_arena__init(&d->arena, PRESS_LIMIT_ARENA_TOTAL, &full);
  if (setjmp(full)) abort();
  press_str raw = press_str__of(s->text);
  d->article = (press_article){.text = raw,
                               .path = S("sample.txt"),
                               .title = press_str__of(s->title),
                               .date = press_str__of(s->date),
                               .publisher = press_str__of(s->publisher)};
  SHA256Data((const uint8_t *)raw.at, raw.n, d->sha256);
  press_text__build(&d->arena, raw, &d->text);
  fill_found(d, s);
  d->arena.out = NULL;
  return d;
}

#define SAMPLE(prefix, title_, date_, publisher_)                                        \
  {                                                                                      \
    prefix##_text, title_, date_, publisher_, prefix##_statements, prefix##_events,      \
        prefix##_entities, prefix##_countries, prefix##_issues,                          \
        COUNT(prefix##_statements), COUNT(prefix##_events), COUNT(prefix##_entities),    \
        COUNT(prefix##_countries), COUNT(prefix##_issues)                                \
  }

/* ---- small ---- */

static const char small_text[] =
    "Cod quota row puts spring talks in doubt\n"
    "\n"
    "“We will not land one tonne less than last year,” Norwegian Fisheries Minister "
    "Sigrid Halvorsen told Iceland’s envoy, Þórir Ólafsson, in Bergen on Monday.\n"
    "Mr Ólafsson said Iceland would “look at every tonne again” before the spring "
    "talks.\n"
    "Halvorsen added: “Nobody wins a quarrel about fish.”\n"
    "The Northern Trawler Association warned that a tariff on cod would close half of "
    "the harbours.\n"
    "Norway has threatened Iceland with a tariff on cod.\n"
    "“They have until Friday,” it was said in the harbour.\n";

static const sample_entity small_entities[] = {
    {PRESS_PERSON, "Sigrid Halvorsen", "Halvorsen", "Fisheries Minister", 1, 0, false},
    {PRESS_PERSON, "Þórir Ólafsson", "Mr Ólafsson", "envoy", 2, 0, false},
    {PRESS_ORGANIZATION, "Northern Trawler Association", NULL, NULL, 0, 0, false},
};
static const sample_country small_countries[] = {
    {"NO", "NOR", "Norway", "Q20", 0.5F},
    {"IS", "ISL", "Iceland", "Q189", 0.5F},
};
static const sample_issue small_issues[] = {
    {"cod quota", "medtop:20000209", 21, 0.4F},
    {"tariff on cod", "medtop:20000384", 18, 0.35F},
    {"spring talks", NULL, 0, 0.25F},
};
static const sample_statement small_statements[] = {
    {PRESS_DIRECT,
     1,
     2,
     "told",
     "tell",
     {"“We will not land one tonne less than last year,”"},
     NULL,
     0,
     1},
    {PRESS_MIXED,
     2,
     0,
     "said",
     "say",
     {"Iceland would “look at every tonne again” before the spring talks"},
     NULL,
     2,
     5},
    {PRESS_DIRECT,
     1,
     0,
     "added",
     "add",
     {"“Nobody wins a quarrel about fish.”"},
     NULL,
     0,
     0},
    {PRESS_INDIRECT,
     3,
     0,
     "warned",
     "warn",
     {"that a tariff on cod would close half of the harbours"},
     "a tariff on cod would close half of the harbours",
     0,
     2},
    {PRESS_DIRECT, NOBODY, 0, "said", "say", {"“They have until Friday,”"}, NULL, 0, 0},
};
static const sample_event small_events[] = {
    {PRESS_THREATEN, 100, 101, "threatened",
     "Norway has threatened Iceland with a tariff on cod", 2, false, false},
};

press_doc *sample_small(void) {
  static const sample s = SAMPLE(small, "Cod quota row puts spring talks in doubt",
                                 "2031-03-03", "Northern Herald");
  return make(&s);
}

press_doc *sample_numbered(unsigned number) {
  press_doc *d = sample_small();
  char digits[32];
  snprintf(digits, sizeof digits, "article %u", number);
  SHA256Data((const uint8_t *)digits, strlen(digits), d->sha256);
  return d;
}

/* ---- large ---- */

static const char large_text[] =
    "Lisbon and Warsaw trade barbs over the night train before summit\n"
    "\n"
    "Portugal’s Transport Minister Inês Carvalhal said on Tuesday that the night train "
    "to Warsaw would “run before the swallows are back”.\n"
    "She told parliament the line was “the cheapest bridge we will ever build”.\n"
    "“Every month of delay costs us four thousand passengers,” she said. “And those "
    "passengers do not come back.”\n"
    "Carvalhal also said Spain had agreed to the timetable.\n"
    "Her warning came after the Polish Deputy Prime Minister, Bogdan Wierzba, made "
    "clear that Poland would not pay for the sleeping cars.\n"
    "“We were promised a railway, not an invoice,” Wierzba said.\n"
    "He accused Portugal of hiding the price of the signalling contract.\n"
    "Wierzba insisted that the German freight corridor must come first.\n"
    "“Coal, grain, steel: that is what keeps Gdynia alive,” he added.\n"
    "He suggested that the EU could lend the money instead.\n"
    "Asked about the loan, European Commission spokeswoman Aoife Tuohy said there was "
    "“no envelope and no stamp” for it.\n"
    "Tuohy said the climate fund remained open to both governments.\n"
    "France has refused to let the train stop in Bayonne.\n"
    "Paris said the station could not handle the crowds.\n"
    "The Association of European Sleepers called the refusal “a gift to the airlines”.\n"
    "Its chairman, Matthias Oberdorfer, warned that ticket prices would double.\n"
    "“A berth will cost more than a flight and a hotel,” Oberdorfer said.\n"
    "According to Spain, the gauge change at Irun will take eleven minutes.\n"
    "Germany plans to support Poland with a loan for the sleeping cars.\n"
    "“We have heard elevens before,” Carvalhal replied.\n"
    "Wierzba urged the Commission to publish the safety report.\n"
    "“It is being translated,” Tuohy said.\n"
    "An official close to the talks said a deal was still likely.\n";

static const sample_entity large_entities[] = {
    {PRESS_PERSON, "Inês Carvalhal", "Carvalhal", "Transport Minister", 1, 0, false},
    {PRESS_PERSON, "Bogdan Wierzba", "Wierzba", "Deputy Prime Minister", 2, 0, false},
    {PRESS_PERSON, "Aoife Tuohy", "Tuohy", "spokeswoman", 3, 4, false},
    {PRESS_ORGANIZATION, "European Commission", "Commission", NULL, 3, 0, false},
    {PRESS_ORGANIZATION, "Association of European Sleepers", NULL, NULL, 0, 0, false},
    {PRESS_PERSON, "Matthias Oberdorfer", "Oberdorfer", "chairman", 0, 5, false},
    {PRESS_PERSON, "official close to the talks", NULL, NULL, 0, 0, true},
};
static const sample_country large_countries[] = {
    {"PT", "PRT", "Portugal", "Q45", 0.3F}, {"PL", "POL", "Poland", "Q36", 0.26F},
    {"EU", "", "EU", "Q458", 0.12F},        {"ES", "ESP", "Spain", "Q29", 0.12F},
    {"FR", "FRA", "France", "Q142", 0.1F},  {"DE", "DEU", "Germany", "Q183", 0.1F},
};
static const sample_issue large_issues[] = {
    {"night train", "medtop:20000338", 10, 0.3F},
    {"sleeping cars", NULL, 10, 0.15F},
    {"signalling contract", NULL, 10, 0.12F},
    {"freight corridor", "medtop:20000337", 10, 0.12F},
    {"EU loan", NULL, 1, 0.1F},
    {"climate fund", "medtop:20000418", 7, 0.08F},
    {"ticket prices", NULL, 15, 0.07F},
    {"safety report", NULL, 10, 0.06F},
};
static const sample_statement large_statements[] = {
    {PRESS_MIXED,
     1,
     0,
     "said",
     "say",
     {"that the night train to Warsaw would “run before the swallows are back”"},
     "the night train to Warsaw would “run before the swallows are back”",
     2,
     1},
    {PRESS_MIXED,
     1,
     0,
     "told",
     "tell",
     {"the line was “the cheapest bridge we will ever build”"},
     NULL,
     0,
     1},
    {PRESS_DIRECT,
     1,
     0,
     "said",
     "say",
     {"“Every month of delay costs us four thousand passengers,”",
      "“And those passengers do not come back.”"},
     "“Every month of delay costs us four thousand passengers. And those passengers do "
     "not come back.”",
     0,
     1},
    {PRESS_INDIRECT,
     1,
     0,
     "said",
     "say",
     {"Spain had agreed to the timetable"},
     NULL,
     8,
     1},
    {PRESS_INDIRECT,
     2,
     0,
     "made clear",
     "make clear",
     {"that Poland would not pay for the sleeping cars"},
     "Poland would not pay for the sleeping cars",
     2,
     2},
    {PRESS_DIRECT,
     2,
     0,
     "said",
     "say",
     {"“We were promised a railway, not an invoice,”"},
     NULL,
     0,
     0},
    {PRESS_INDIRECT,
     2,
     0,
     "accused",
     "accuse",
     {"Portugal of hiding the price of the signalling contract"},
     NULL,
     1,
     4},
    {PRESS_INDIRECT,
     2,
     0,
     "insisted",
     "insist",
     {"that the German freight corridor must come first"},
     "the German freight corridor must come first",
     32,
     8},
    {PRESS_DIRECT,
     2,
     0,
     "added",
     "add",
     {"“Coal, grain, steel: that is what keeps Gdynia alive,”"},
     NULL,
     2,
     8},
    {PRESS_INDIRECT,
     2,
     0,
     "suggested",
     "suggest",
     {"that the EU could lend the money instead"},
     "the EU could lend the money instead",
     4,
     16},
    {PRESS_MIXED,
     3,
     0,
     "said",
     "say",
     {"there was “no envelope and no stamp” for it"},
     NULL,
     4,
     16},
    {PRESS_INDIRECT,
     3,
     0,
     "said",
     "say",
     {"the climate fund remained open to both governments"},
     NULL,
     4,
     32},
    {PRESS_INDIRECT,
     104,
     0,
     "said",
     "say",
     {"the station could not handle the crowds"},
     NULL,
     16,
     1},
    {PRESS_MIXED,
     5,
     0,
     "called",
     "call",
     {"the refusal “a gift to the airlines”"},
     NULL,
     16,
     1},
    {PRESS_INDIRECT,
     6,
     0,
     "warned",
     "warn",
     {"that ticket prices would double"},
     "ticket prices would double",
     0,
     64},
    {PRESS_DIRECT,
     6,
     0,
     "said",
     "say",
     {"“A berth will cost more than a flight and a hotel,”"},
     NULL,
     0,
     66},
    {PRESS_INDIRECT,
     103,
     0,
     "According to",
     "accord",
     {"the gauge change at Irun will take eleven minutes"},
     NULL,
     8,
     1},
    {PRESS_DIRECT,
     1,
     0,
     "replied",
     "reply",
     {"“We have heard elevens before,”"},
     NULL,
     0,
     0},
    {PRESS_INDIRECT,
     2,
     4,
     "urged",
     "urge",
     {"the Commission to publish the safety report"},
     "to publish the safety report",
     4,
     128},
    {PRESS_DIRECT, 3, 0, "said", "say", {"“It is being translated,”"}, NULL, 0, 128},
    {PRESS_INDIRECT, 7, 0, "said", "say", {"a deal was still likely"}, NULL, 0, 0},
};
static const sample_event large_events[] = {
    {PRESS_AGREE, 103, 100, "agreed", "Spain had agreed to the timetable", 1, false,
     false},
    {PRESS_ACCUSE, 2, 100, "accused",
     "He accused Portugal of hiding the price of the signalling contract", 4, false,
     false},
    {PRESS_REJECT, 104, 100, "refused",
     "France has refused to let the train stop in Bayonne", 1, false, false},
    {PRESS_SUPPORT, 105, 101, "support",
     "Germany plans to support Poland with a loan for the sleeping cars", 2, false, true},
    {PRESS_REQUEST, 2, 4, "urged",
     "Wierzba urged the Commission to publish the safety report", 128, false, false},
};

press_doc *sample_large(void) {
  static const sample s =
      SAMPLE(large, "Lisbon and Warsaw trade barbs over the night train before summit",
             "2031-04-08", "The Continental");
  return make(&s);
}

/* ---- hostile ---- */

static const char hostile_text[] =
    "x <b>&amp;</b> \\ \"q\" end\\\n"
    "He said: <!-- no --> ]]> \\N \\l { } | \x01\x1f\x7f tab\there \\\n"
    "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D said \xE2\x80\xAE"
    "evil\xE2\x80\xAC ok\n"
    "\xF0\x9F\x90\x9F \xE4\xB8\xAD\xE5\x9B\xBD said nothing\n";

static const sample_entity hostile_entities[] = {
    {PRESS_PERSON, "x <b>&amp;</b> \\", NULL, "\"q\" end\\", 1, 0, false},
    {PRESS_PERSON, "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D", "\xE4\xB8\xAD\xE5\x9B\xBD", "?", 0,
     0, false},
    {PRESS_ORGANIZATION, "</TD>", "<TABLE>", "\\", 0, 0, false},
};
static const sample_country hostile_countries[] = {{"XX", "XXX", "end\\", "", 1.0F}};
static const sample_issue hostile_issues[] = {
    {"{ } | \x01\x1f\x7f tab\there \\", "", 0, 1.0F}};
static const sample_statement hostile_statements[] = {
    {PRESS_INDIRECT,
     1,
     3,
     "He said",
     "say",
     {"<!-- no --> ]]> \\N \\l { } | \x01\x1f\x7f tab\there \\"},
     NULL,
     1,
     1},
    {PRESS_MIXED,
     2,
     0,
     "said \xE2\x80\xAE"
     "evil",
     "<i>",
     {"\xE2\x80\xAE"
      "evil\xE2\x80\xAC ok"},
     NULL,
     0,
     1},
    {PRESS_DIRECT,
     NOBODY,
     0,
     "",
     "",
     {"\xF0\x9F\x90\x9F \xE4\xB8\xAD\xE5\x9B\xBD"},
     NULL,
     0,
     0},
};
static const sample_event hostile_events[] = {
    {PRESS_ASSAULT, 3, 2, "<no>", "x <b>&amp;</b> \\", 1, true, true}};

press_doc *sample_hostile(void) {
  static const sample s =
      SAMPLE(hostile, "x <b>&amp;</b> \\ \"q\" end\\", "not a date", "<pub>\\");
  return make(&s);
}

press_doc *sample_empty(void) {
  static const sample s = {.text = "Nothing.\n"};
  return make(&s);
}

/* ---- sink ---- */

static int keep(void *to, const char *bytes, size_t n) {
  sample_bytes *b = to;
  char *at = realloc(b->at, b->n + n + 1);
  if (!at) return 1;
  memcpy(at + b->n, bytes, n);
  b->at = at;
  b->n += n;
  b->at[b->n] = 0;
  return 0;
}

press_sink sample_sink(sample_bytes *buf) {
  *buf = (sample_bytes){NULL, 0};
  return (press_sink){keep, buf};
}
