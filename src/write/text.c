/** `-t text`: who said what, to be read in a terminal. */
#include "base/buf.h"
#include "graph/graph.h"
#include "write/write.h"

#include <utf8proc.h>

/** Columns a line may take, and how far the words of a statement are set in. */
#define COLUMNS 80
#define INDENT  4

typedef struct text_writer {
  const press_doc_writer *w;
  uint32_t column;     /**< of the line being written */
  uint32_t line, seen; /**< line number of byte `seen` of the article */
} text_writer;

static uint32_t width(press_str s) {
  uint32_t n = 0;
  for (size_t i = 0; i < s.n;) {
    int32_t c;
    utf8proc_ssize_t step = utf8proc_iterate((const utf8proc_uint8_t *)s.at + i,
                                             (utf8proc_ssize_t)(s.n - i), &c);
    n += step > 0 ? (uint32_t)utf8proc_charwidth(c) : 1;
    i += step > 0 ? (size_t)step : 1;
  }
  return n;
}

static void newline(text_writer *t) {
  press_out__str(t->w->out, S("\n"));
  t->column = 0;
}

static void spaces(text_writer *t, uint32_t n) {
  for (; n; n--, t->column++) press_out__str(t->w->out, S(" "));
}

/** Words of `s` from the current column on, broken at COLUMNS, lines after the
 *  first set in by `indent`. White space in `s` is one space. */
static void wrapped(text_writer *t, press_str s, uint32_t indent) {
  s = press_write__flat(t->w->arena, s);
  while (s.n) {
    press_str word = press_str__cut(s, ' ', &s);
    if (!word.n) continue;
    uint32_t wide = width(word);
    if (t->column > indent && t->column + 1 + wide > COLUMNS) newline(t);
    if (!t->column)
      spaces(t, indent);
    else if (t->column > indent)
      spaces(t, 1);
    press_out__str(t->w->out, word);
    t->column += wide;
  }
}

/** The line of byte `at`; asked for in rising order, so one pass in all. */
static uint32_t line_of(text_writer *t, uint32_t at) {
  press_str raw = t->w->doc->text.raw;
  if (at < t->seen) t->seen = 0, t->line = 1;
  for (; t->seen < at && t->seen < raw.n; t->seen++) t->line += raw.at[t->seen] == '\n';
  return t->line;
}

static press_str join(text_writer *t, press_str x, press_str sep, press_str y) {
  return press_str__join(t->w->arena, x, sep, y);
}

/** "Foreign Minister, Norway" for an entity; empty for others. */
static press_str described(text_writer *t, press_who who) {
  const press_found *f = &t->w->doc->found;
  press_str all = {NULL, 0};
  if (who.kind != PRESS_ENTITY || who.id >= f->n_entities) return all;
  const press_entity *e = &f->entities[who.id];
  if (e->roles.n) all = e->roles.at[0];
  if (e->country < f->n_countries)
    all = join(t, all, S(", "), f->countries[e->country].name);
  return all;
}

static press_str speaker(text_writer *t, const press_statement *s) {
  press_str name = s->speaker_name.n ? s->speaker_name : S("Unknown speaker");
  press_str more = described(t, s->speaker);
  if (more.n)
    name = press_str__format(t->w->arena, "%.*s (%.*s)", SFMT(name), SFMT(more));
  for (uint32_t k = 0; k < s->co_speakers.n; k++) {
    press_str other = press_write__who(t->w->doc, s->co_speakers.at[k]);
    bool last = k + 1 == s->co_speakers.n;
    name = press_str__join(t->w->arena, name, last ? S(" and ") : S(", "), other);
  }
  return name;
}

/** Reporting words that are no finite verb ("saying", "announcement") hang on the
 *  speaker by a comma. */
static press_str joint(text_writer *t, const press_statement *s) {
  const press_doc *d = t->w->doc;
  if (!s->cue_spans.n || !d->ling.words) return S(" ");
  uint32_t first = press_text__token_at(&d->text, s->cue_spans.at[0].begin);
  if (first >= d->text.n_tokens) return S(" ");
  const press_word *w = &d->ling.words[first];
  press_str tag = press_str__of(w->xpos);
  bool finite = w->upos != PRESS_UPOS_NOUN && !press_str__eq(tag, S("VBG")) &&
                !press_str__eq(tag, S("TO"));
  return finite ? S(" ") : S(", ");
}

static bool in_list(press_str s, const char *const *list) {
  for (; *list; list++)
    if (press_str__eq(s, press_str__of(*list))) return true;
  return false;
}

/** "Kari Solheim (Foreign Minister, Norway) told Jón Ásgeirsson:" */
static press_str opening(text_writer *t, const press_statement *s) {
  static const char *const transitive[] = {"tell",   "ask",    "urge",   "warn", "remind",
                                           "assure", "inform", "accuse", NULL};
  press_str line = speaker(t, s), cue = press_str__trim(s->cue);
  while (cue.n && (cue.at[cue.n - 1] == ':' || cue.at[cue.n - 1] == ',')) cue.n--;
  bool first = press_str__eq_nocase(press_str__sub(cue, 0, 9), S("according"));
  line =
      first ? join(t, S("According to"), S(" "), line) : join(t, line, joint(t, s), cue);
  press_str to = press_write__who(t->w->doc, s->addressee);
  line = join(t, line, in_list(s->cue_lemma, transitive) ? S(" ") : S(" to "), to);
  if (s->form == PRESS_MIXED) line = join(t, line, S(""), S(", in part quoted"));
  return join(t, line, S(""), S(":"));
}

static press_str about(text_writer *t, const press_statement *s) {
  const press_found *f = &t->w->doc->found;
  press_buf all = {0};
  for (uint32_t i = 0; i < s->issues.n; i++)
    if (s->issues.at[i] < f->n_issues)
      press_buf__join(t->w->arena, &all, S(", "), f->issues[s->issues.at[i]].label);
  for (uint32_t i = 0; i < s->countries.n; i++)
    if (s->countries.at[i] < f->n_countries)
      press_buf__join(t->w->arena, &all, S(", "), f->countries[s->countries.at[i]].name);
  return press_buf__str(&all);
}

/** "line 3, about: tariff, Iceland" */
static void place(text_writer *t, press_spans spans, press_str topics) {
  press_str line = press_str__format(t->w->arena, "[line %u]",
                                     spans.n ? line_of(t, spans.at[0].begin) : 0);
  if (topics.n) line = join(t, line, S(" about "), topics);
  wrapped(t, line, INDENT);
  newline(t);
}

static void statement(text_writer *t, const press_statement *s) {
  wrapped(t, opening(t, s), 0);
  newline(t);
  spaces(t, INDENT);
  wrapped(t, s->text, INDENT);
  newline(t);
  place(t, s->spans, about(t, s));
  newline(t);
}

static void event(text_writer *t, const press_event *e) {
  press_str agent = press_write__who(t->w->doc, e->agent);
  press_str target = press_write__who(t->w->doc, e->target);
  const char *type = press_event_type_name(e->type);
  press_str line = press_str__format(
      t->w->arena, "%.*s %s %.*s: %s%s", SFMT(agent.n ? agent : S("somebody")),
      e->reciprocal ? "<->" : "->", SFMT(target.n ? target : S("somebody")),
      type ? type : "?",
      e->negated        ? " (did not)"
      : e->hypothetical ? " (not said to have happened)"
                        : "");
  wrapped(t, line, 0);
  newline(t);
  spaces(t, INDENT);
  wrapped(t, e->text, INDENT);
  newline(t);
  place(t, e->spans, (press_str){NULL, 0});
  newline(t);
}

static void heading(text_writer *t, press_str s) {
  wrapped(t, s, 0);
  newline(t);
  for (uint32_t i = 0, n = width(s); i < n && i < COLUMNS; i++)
    press_out__str(t->w->out, S("-"));
  newline(t);
  newline(t);
}

static void head(text_writer *t) {
  const press_article *a = &t->w->doc->article;
  press_str title = a->title.n ? a->title : a->path.n ? a->path : S("Article");
  wrapped(t, title, 0);
  newline(t);
  uint32_t n = width(press_str__trim(title));
  for (uint32_t i = 0; i < n && i < COLUMNS; i++) press_out__str(t->w->out, S("="));
  newline(t);
  press_str where = join(t, a->publisher, S(", "), a->date);
  if (a->title.n) where = join(t, where, S(", "), a->path);
  wrapped(t, where, 0);
  if (where.n) newline(t);
  newline(t);
}

static void foot(text_writer *t) {
  const press_found *f = &t->w->doc->found;
  press_buf all = {0};
  for (uint32_t i = 0; i < f->n_countries; i++)
    press_buf__join(t->w->arena, &all, S(", "), f->countries[i].name);
  if (all.n) {
    wrapped(t, join(t, S("Countries:"), S(" "), press_buf__str(&all)), INDENT);
    newline(t);
  }
  all = (press_buf){0};
  for (uint32_t i = 0; i < f->n_issues; i++)
    press_buf__join(t->w->arena, &all, S(", "), f->issues[i].label);
  if (all.n) {
    wrapped(t, join(t, S("Issues:"), S(" "), press_buf__str(&all)), INDENT);
    newline(t);
  }
  const char *topic = press_topic_name(f->topic);
  if (topic) {
    wrapped(t, join(t, S("Field:"), S(" "), press_str__of(topic)), INDENT);
    newline(t);
  }
}

void press_text__write(const press_doc_writer *w) {
  text_writer t = {.w = w, .line = 1};
  const press_found *f = &w->doc->found;
  head(&t);
  heading(&t,
          f->n_statements ? S("Who said what") : S("Nobody is found to say anything"));
  for (uint32_t i = 0; i < f->n_statements; i++) statement(&t, &f->statements[i]);
  if (f->n_events) heading(&t, S("Who did what to whom"));
  for (uint32_t i = 0; i < f->n_events; i++)
    if (!press_graph__turned(f->events, i)) event(&t, &f->events[i]);
  foot(&t);
}
