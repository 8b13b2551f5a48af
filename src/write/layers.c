/** `-t layers`: every layer of the pipeline as plain lines, LAYER TAB field...,
 *  with what matters first and offsets (code points) last. For people who debug or
 *  extend the pipeline, and for the case files. */
#include "base/buf.h"
#include "find/statement.h"
#include "write/write.h"

typedef const press_doc_writer writer;

static void field(writer *w, press_str s) {
  press_out__str(w->out, S("\t"));
  press_out__str(w->out, s.n ? press_write__flat(w->arena, s) : S("-"));
}

static void word(writer *w, const char *s) {
  field(w, press_str__of(s));
}

static void number(writer *w, double x) {
  press_out__format(w->out, "\t%.2f", x);
}

static void bounds(writer *w, press_span s) {
  press_out__format(w->out, "\t%u\t%u", press_doc_codepoint(w->doc, s.begin),
                    press_doc_codepoint(w->doc, s.end));
}

/** One field: "b-e,b-e". */
static void bounds_list(writer *w, press_spans s) {
  for (uint32_t i = 0; i < s.n; i++)
    press_out__format(w->out, "%c%u-%u", i ? ',' : '\t',
                      press_doc_codepoint(w->doc, s.at[i].begin),
                      press_doc_codepoint(w->doc, s.at[i].end));
  if (!s.n) word(w, "");
}

static void begin(writer *w, const char *layer) {
  press_out__str(w->out, press_str__of(layer));
}

static void end(writer *w) {
  press_out__str(w->out, S("\n"));
}

static press_str bytes(writer *w, press_span s) {
  return press_str__span(w->doc->text.raw, s);
}

static press_span span_of(writer *w, press_range r) {
  const press_text *t = &w->doc->text;
  if (r.begin >= r.end || r.end > t->n_tokens) return (press_span){0, 0};
  return (press_span){t->tokens[r.begin].at.begin, t->tokens[r.end - 1].at.end};
}

static press_str ranges_text(writer *w, press_ranges r) {
  press_buf all = {0};
  for (uint32_t i = 0; i < r.n; i++)
    press_buf__join(w->arena, &all, S(" | "), bytes(w, span_of(w, r.at[i])));
  return press_buf__str(&all);
}

static void strings(writer *w, press_strs s) {
  press_buf all = {0};
  for (uint32_t i = 0; i < s.n; i++) press_buf__join(w->arena, &all, S(";"), s.at[i]);
  field(w, press_buf__str(&all));
}

static press_str country_code(writer *w, uint32_t id) {
  const press_found *f = &w->doc->found;
  return id < f->n_countries ? press_str__of(f->countries[id].code)
                             : (press_str){NULL, 0};
}

static void codes(writer *w, press_ids ids) {
  press_buf all = {0};
  for (uint32_t i = 0; i < ids.n; i++)
    press_buf__join(w->arena, &all, S(","), country_code(w, ids.at[i]));
  field(w, press_buf__str(&all));
}

static void issue_labels(writer *w, press_ids ids) {
  press_buf all = {0};
  for (uint32_t i = 0; i < ids.n; i++)
    if (ids.at[i] < w->doc->found.n_issues)
      press_buf__join(w->arena, &all, S(","), w->doc->found.issues[ids.at[i]].label);
  field(w, press_buf__str(&all));
}

/** Countries by code, entities by name. */
static press_str who_text(writer *w, press_who who) {
  if (who.kind == PRESS_COUNTRY) return country_code(w, who.id);
  return press_write__who(w->doc, who);
}

/* ---- text ---- */

static void paras(writer *w) {
  static const char *const kinds[] = {"body", "headline", "byline", "heading"};
  const press_text *t = &w->doc->text;
  for (uint32_t i = 0; i < t->n_paras; i++) {
    begin(w, "para");
    word(w, kinds[t->paras[i].kind & 3]);
    bounds(w, t->paras[i].at);
    end(w);
  }
  for (uint32_t i = 0; i < t->n_sentences; i++) {
    begin(w, "sentence");
    bounds(w, span_of(w, (press_range){t->sentences[i].begin, t->sentences[i].end}));
    end(w);
  }
}

static void tokens(writer *w) {
  const press_text *t = &w->doc->text;
  for (uint32_t i = 0; i < t->n_tokens; i++) {
    const press_token *k = &t->tokens[i];
    const press_word *l = w->doc->ling.words ? &w->doc->ling.words[i] : NULL;
    begin(w, "token");
    field(w, k->low);
    word(w, l ? press_upos__name(l->upos) : "");
    word(w, l ? l->xpos : "");
    field(w, l ? l->lemma : (press_str){NULL, 0});
    uint32_t first = k->sentence < t->n_sentences ? t->sentences[k->sentence].begin : 0;
    press_out__format(w->out, "\t%u",
                      l && l->head != PRESS_NONE ? l->head - first + 1 : 0);
    word(w, l ? press_deprel__name(l->deprel) : "");
    bounds(w, k->at);
    end(w);
  }
}

static void quotes(writer *w) {
  const press_text *t = &w->doc->text;
  uint32_t *depth = PRESS_NEW(w->arena, uint32_t, t->n_quotes);
  for (uint32_t i = 0; i < t->n_quotes; i++) {
    const press_quote *q = &t->quotes[i];
    depth[i] = q->parent < i ? depth[q->parent] + 1 : 1;
    begin(w, "quote");
    press_out__format(w->out, "\t%u\t%s%s%s", depth[i], q->single ? "single" : "double",
                      q->continues != PRESS_NONE ? ",continues" : "",
                      q->closed ? "" : ",open");
    bounds(w, q->at);
    end(w);
  }
}

/* ---- ling ---- */

static void names(writer *w) {
  static const char *const types[] = {"PER", "ORG", "LOC"};
  const press_ling *l = &w->doc->ling;
  for (uint32_t i = 0; i < l->n_names; i++) {
    press_span at = span_of(w, l->names[i].at);
    begin(w, "name");
    word(w, l->names[i].type <= PRESS_NAME_LOC ? types[l->names[i].type] : "?");
    field(w, bytes(w, at));
    bounds(w, at);
    end(w);
  }
}

static void attributions(writer *w) {
  const press_ling *l = &w->doc->ling;
  for (uint32_t i = 0; i < l->n_attributions; i++) {
    const press_attribution *a = &l->attributions[i];
    begin(w, "attribution");
    field(w, ranges_text(w, a->source));
    field(w, bytes(w, span_of(w, a->cue)));
    field(w, ranges_text(w, a->content));
    number(w, (double)a->score);
    for (uint32_t k = 0; k < a->source.n; k++) bounds(w, span_of(w, a->source.at[k]));
    bounds(w, span_of(w, a->cue));
    for (uint32_t k = 0; k < a->content.n; k++) bounds(w, span_of(w, a->content.at[k]));
    end(w);
  }
}

/* ---- find ---- */

static void places(writer *w) {
  static const char *const how[] = {"name", "demonym", "capital", "place", "metonym"};
  const press_found *f = &w->doc->found;
  for (uint32_t i = 0; i < f->n_places; i++) {
    press_span at = span_of(w, f->places[i].at);
    begin(w, "place");
    field(w, country_code(w, f->places[i].country));
    word(w, f->places[i].how <= PRESS_BY_METONYM ? how[f->places[i].how] : "?");
    word(w, f->places[i].actor || f->places[i].local ? "actor" : "literal");
    field(w, bytes(w, at));
    bounds(w, at);
    end(w);
  }
}

static void mentions(writer *w) {
  static const char *const kinds[] = {"name", "role", "nominal", "pronoun", "country"};
  const press_found *f = &w->doc->found;
  for (uint32_t i = 0; i < f->n_mentions; i++) {
    const press_mention *m = &f->mentions[i];
    press_span at = span_of(w, m->at);
    begin(w, "mention");
    word(w, m->kind <= PRESS_MENTION_COUNTRY ? kinds[m->kind] : "?");
    field(w, who_text(w, m->who));
    field(w, bytes(w, at));
    bounds(w, at);
    end(w);
  }
}

static void entities(writer *w) {
  static const char *const types[] = {"person", "organization", "place"};
  const press_found *f = &w->doc->found;
  for (uint32_t i = 0; i < f->n_entities; i++) {
    const press_entity *e = &f->entities[i];
    press_buf belongs = {0};
    for (uint32_t k = 0; k < e->affiliations.n; k++)
      if (e->affiliations.at[k] < f->n_entities)
        press_buf__join(w->arena, &belongs, S(";"),
                        f->entities[e->affiliations.at[k]].name);
    begin(w, "entity");
    word(w, e->type <= PRESS_PLACE ? types[e->type] : "?");
    field(w, e->name);
    strings(w, e->roles);
    field(w, country_code(w, e->country));
    field(w, press_buf__str(&belongs));
    strings(w, e->aliases);
    end(w);
  }
  for (uint32_t i = 0; i < f->n_countries; i++) {
    begin(w, "country");
    field(w, country_code(w, i));
    number(w, (double)f->countries[i].weight);
    end(w);
  }
}

static void statements(writer *w) {
  const press_found *f = &w->doc->found;
  for (uint32_t i = 0; i < f->n_statements; i++) {
    const press_statement *s = &f->statements[i];
    begin(w, "statement");
    word(w, press_write__form(s->form));
    field(w, s->speaker_name.n ? s->speaker_name : S("?"));
    field(w, s->cue_lemma);
    field(w, s->text);
    field(w, press_write__who(w->doc, s->addressee));
    codes(w, s->countries);
    issue_labels(w, s->issues);
    bounds_list(w, s->spans);
    end(w);
    for (uint32_t k = 0; k < s->co_speakers.n; k++) {
      begin(w, "cospeaker");
      field(w, press_write__who(w->doc, s->co_speakers.at[k]));
      field(w, s->text);
      end(w);
    }
  }
}

/** One line a statement: its score, and the signs behind it that are not 0. */
static void scores(writer *w) {
  const press_found *f = &w->doc->found;
  for (uint32_t i = 0; f->signs && i < f->n_statements; i++) {
    const float *x = f->signs + (size_t)i * PRESS_N_SIGNS;
    begin(w, "score");
    number(w, (double)f->statements[i].score);
    for (uint32_t k = 0; k < PRESS_N_SIGNS; k++)
      if (x[k] != 0)
        press_out__format(w->out, "\t%s=%.2f", press_sign__name(k), (double)x[k]);
    end(w);
  }
}

static void events(writer *w) {
  const press_found *f = &w->doc->found;
  for (uint32_t i = 0; i < f->n_events; i++) {
    const press_event *e = &f->events[i];
    begin(w, "event");
    word(w, press_event_type_name(e->type));
    field(w, who_text(w, e->agent));
    field(w, who_text(w, e->target));
    field(w, e->cue);
    word(w, e->negated ? "neg" : e->hypothetical ? "hyp" : "-");
    field(w, e->text);
    bounds_list(w, e->spans);
    end(w);
  }
}

static void trait(writer *w, const press_event *e, const char *name, press_str value) {
  if (!value.n) return;
  begin(w, "trait");
  word(w, press_event_type_name(e->type));
  field(w, who_text(w, e->agent));
  field(w, who_text(w, e->target));
  word(w, name);
  field(w, value);
  end(w);
}

/** What is known of some events only. */
static void traits(writer *w) {
  const press_found *f = &w->doc->found;
  for (uint32_t i = 0; i < f->n_events; i++) {
    const press_event *e = &f->events[i];
    const char *tense = press_tense_name(e->tense);
    trait(w, e, "mode", e->mode);
    for (uint32_t k = 0; k < e->contexts.n; k++)
      trait(w, e, "context", e->contexts.at[k]);
    if (tense) trait(w, e, "tense", press_str__of(tense));
    if (e->reciprocal) trait(w, e, "reciprocal", S("yes"));
  }
}

static void issues(writer *w) {
  const press_found *f = &w->doc->found;
  for (uint32_t i = 0; i < f->n_issues; i++) {
    begin(w, "issue");
    field(w, f->issues[i].label);
    press_out__format(w->out, "\t%u", f->issues[i].policy);
    strings(w, f->issues[i].topics);
    number(w, (double)f->issues[i].weight);
    end(w);
  }
}

static void stances(writer *w) {
  const press_found *f = &w->doc->found;
  for (uint32_t i = 0; i < f->n_statements; i++)
    for (uint32_t k = 0; k < f->statements[i].stances.n; k++) {
      const press_stance *s = &f->statements[i].stances.at[k];
      begin(w, "stance");
      field(w, f->statements[i].speaker_name);
      field(w, s->kind == PRESS_SUPPORTS ? S("supports") : S("opposes"));
      field(w, f->issues[s->issue].label);
      field(w, press_str__span(w->doc->article.text, s->cue));
      end(w);
    }
}

static void topic(writer *w, press_str of, uint32_t code, float score) {
  const char *name = press_topic_name(code);
  if (!name) return;
  begin(w, "topic");
  field(w, of);
  press_out__format(w->out, "\t%u", code);
  field(w, press_str__of(name));
  number(w, (double)score);
  end(w);
}

static void topics(writer *w) {
  const press_found *f = &w->doc->found;
  topic(w, S("article"), f->topic, f->topic_score);
  for (uint32_t i = 0; i < f->n_statements; i++)
    topic(w, f->statements[i].text, f->statements[i].topic, f->statements[i].topic_score);
}

void press_layers__write(const press_doc_writer *w) {
  static void (*const layers[])(writer *) = {
      paras,      tokens, quotes, names,  attributions, places,  mentions, entities,
      statements, scores, events, traits, issues,       stances, topics};
  for (size_t i = 0; i < sizeof layers / sizeof *layers; i++) layers[i](w);
}
