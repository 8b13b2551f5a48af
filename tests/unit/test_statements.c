/** Who said what, over attributions made by hand: bounds, form, continuation, lines,
 *  runs. The sentences are made up. */
#include "doc.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** An attribution is "cue|source|content|content..."; a subject "noun>verb". */
typedef struct row {
  const char *name, *text;
  const char *attributions[4], *subjects[3];
  const char *statements; /**< "form source|cue lemma|text" each, divided by newlines */
  press_scope scope;
} row;

static press_lexicon lexicon;

static void find(const press_text *t, press_str words, uint32_t *from, press_range *out) {
  press_str rest = press_str__sub(t->raw, *from, t->raw.n);
  uint32_t at = press_str__find(rest, words);
  assert_true(at != PRESS_NONE);
  uint32_t b = *from + at, e = b + (uint32_t)words.n;
  *out = (press_range){press_text__token_at(t, b), press_text__token_at(t, e - 1) + 1};
}

static press_str lemma(press_str low) {
  static const char *const known[][2] = {
      {"said", "say"},          {"told", "tell"},        {"made", "make"},
      {"warned", "warn"},       {"added", "add"},        {"thinks", "think"},
      {"called", "call"},       {"urged", "urge"},       {"asked", "ask"},
      {"condemned", "condemn"}, {"declined", "decline"}, {"threatened", "threaten"},
      {"titled", "title"},      {"believes", "believe"},
  };
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (press_str__eq(low, press_str__of(known[i][0]))) return press_str__of(known[i][1]);
  return low;
}

static press_word *make_words(press_arena *a, const press_text *t) {
  press_word *w = PRESS_NEW(a, press_word, t->n_tokens + 1);
  for (uint32_t i = 0; i < t->n_tokens; i++) {
    press_str low = t->tokens[i].low, base = lemma(low);
    bool verb = !press_str__eq(low, base);
    bool that = press_str__eq(low, S("that")), to = press_str__eq(low, S("to"));
    w[i] = (press_word){.head = PRESS_NONE, .xpos = "X", .lemma = base};
    w[i].upos = verb   ? PRESS_UPOS_VERB
                : that ? PRESS_UPOS_SCONJ
                : to   ? PRESS_UPOS_PART
                       : PRESS_UPOS_NOUN;
    w[i].deprel = PRESS_DEP_dep;
  }
  return w;
}

static press_attribution attribute(press_arena *a, const press_text *t,
                                   const char *spec) {
  press_attribution out = {.score = 0.9f};
  press_range *parts = PRESS_NEW(a, press_range, 8),
              *source = PRESS_NEW(a, press_range, 1);
  press_str rest = press_str__of(spec);
  uint32_t from = 0;
  for (int k = 0; rest.at; k++) {
    press_str field = press_str__cut(rest, '|', &rest);
    if (!field.n) continue;
    uint32_t zero = 0, *start = k < 3 ? &zero : &from;
    press_range r;
    find(t, field, start, &r);
    if (k == 0)
      out.cue = r;
    else if (k == 1)
      *source = r, out.source = (press_ranges){source, 1};
    else
      parts[out.content.n++] = r, from = t->tokens[r.end - 1].at.end;
  }
  out.content.at = parts;
  return out;
}

static void add_subject(const press_text *t, press_word *w, const char *spec) {
  press_str verb, noun = press_str__cut(press_str__of(spec), '>', &verb);
  press_range n, v;
  uint32_t zero = 0;
  find(t, noun, &zero, &n);
  find(t, verb, &zero, &v);
  w[n.begin].head = v.begin;
  w[n.begin].deprel = PRESS_DEP_nsubj;
  w[v.begin].upos = PRESS_UPOS_VERB;
}

static void analyse(press_doc *doc, const row *r) {
  static press_options options;
  options = (press_options)PRESS_OPTIONS_INIT;
  options.scope = r->scope;
  press_arena *a = &doc->arena;
  doc->article.text = press_str__of(r->text);
  press_text__build(a, doc->article.text, &doc->text);
  press_word *w = make_words(a, &doc->text);
  press_attribution *at = PRESS_NEW(a, press_attribution, 4);
  for (int i = 0; i < 3 && r->subjects[i]; i++)
    add_subject(&doc->text, w, r->subjects[i]);
  uint32_t n = 0;
  for (; n < 4 && r->attributions[n]; n++) {
    at[n] = attribute(a, &doc->text, r->attributions[n]);
    for (uint32_t i = at[n].cue.begin; i < at[n].cue.end; i++)
      if (w[i].upos == PRESS_UPOS_NOUN && at[n].cue.end == at[n].cue.begin + 1)
        w[i].upos = PRESS_UPOS_VERB;
  }
  doc->ling = (press_ling){.words = w, .attributions = at, .n_attributions = n};
  press_context cx = {.arena = a,
                      .lex = &lexicon,
                      .text = &doc->text,
                      .ling = &doc->ling,
                      .article = &doc->article,
                      .options = &options};
  press_find__statements(&cx, &doc->found);
}

static void write_all(const press_doc *doc, char *out, size_t size) {
  static const char *const forms[] = {"direct", "mixed", "indirect"};
  size_t n = 0;
  out[0] = 0;
  for (uint32_t i = 0; i < doc->found.n_statements && n < size; i++) {
    const press_statement *s = &doc->found.statements[i];
    press_str who = {NULL, 0};
    if (s->speaker_spans.n) who = press_str__span(doc->text.raw, s->speaker_spans.at[0]);
    n += (size_t)snprintf(out + n, size - n, "%s%s %.*s|%.*s|%.*s", i ? "\n" : "",
                          forms[s->form], SFMT(who), SFMT(s->cue_lemma), SFMT(s->text));
  }
}

static void check_rows(const row *rows, size_t n) {
  for (size_t i = 0; i < n; i++) {
    press_doc *doc = calloc(1, sizeof *doc);
    jmp_buf full;
    assert_non_null(doc);
    press_arena__init(&doc->arena, (size_t)1 << 30, &full);
    if (setjmp(full)) fail_msg("out of memory");
    analyse(doc, &rows[i]);
    char got[2048];
    write_all(doc, got, sizeof got);
    if (strcmp(got, rows[i].statements)) print_message("in \"%s\":\n", rows[i].name);
    assert_string_equal(got, rows[i].statements);
    press_arena__clear(&doc->arena);
    free(doc);
  }
}
#define CHECK(rows) check_rows(rows, sizeof rows / sizeof *(rows))

static void bounds(void **state) {
  (void)state;
  static const row rows[] = {
      {.name = "that inside the span, outside the text; final stop outside",
       .text = "Ms Orr said that the ferry would sail.",
       .attributions = {"said|Ms Orr|the ferry would sail."},
       .statements = "indirect Ms Orr|say|the ferry would sail"},
      {.name = "comma inside the marks stays, the mark is taken in",
       .text = "\"We sail at noon,\" Ms Orr said.",
       .attributions = {"said|Ms Orr|We sail at noon"},
       .statements = "direct Ms Orr|say|\"We sail at noon,\""},
      {.name = "comma outside the marks goes",
       .text = "“We sail at noon”, said Ms Orr.",
       .attributions = {"said|Ms Orr|“We sail at noon”,"},
       .statements = "direct Ms Orr|say|“We sail at noon”"},
      {.name = "most of a quotation is all of it",
       .text = "“We sail at noon and we sail alone,” said Ms Orr.",
       .attributions = {"said|Ms Orr|sail at noon and we sail"},
       .statements = "direct Ms Orr|say|“We sail at noon and we sail alone,”"},
      {.name = "the cue is cut out of the content",
       .text = "“We sail,” said Ms Orr, “at noon.”",
       .attributions = {"said|Ms Orr|“We sail,” said Ms Orr, “at noon.”"},
       .statements = "direct Ms Orr|say|“We sail,” “at noon.”"},
      {.name = "partly in marks",
       .text = "Ms Orr called the plan “a joke”.",
       .attributions = {"called|Ms Orr|the plan “a joke”"},
       .statements = "mixed Ms Orr|call|the plan “a joke”"},
      {.name = "a stray mark breaks nothing",
       .text = "Ms Orr said the ferry would sail.” She left.",
       .attributions = {"said|Ms Orr|the ferry would sail.”"},
       .statements = "indirect Ms Orr|say|the ferry would sail"},
      {.name = "phrase as cue",
       .text = "Ms Orr made clear that the ferry would sail.",
       .attributions = {"made clear|Ms Orr|that the ferry would sail"},
       .statements = "indirect Ms Orr|make clear|the ferry would sail"},
  };
  CHECK(rows);
}

static void addressees(void **state) {
  (void)state;
  static const row rows[] = {
      {.name = "who is urged is outside",
       .text = "Ms Orr urged the harbour town to rebuild the pier.",
       .attributions = {"urged|Ms Orr|the harbour town to rebuild the pier"},
       .subjects = {"pier>rebuild"},
       .statements = "indirect Ms Orr|urge|to rebuild the pier"},
      {.name = "a verb that has no addressee keeps its object",
       .text = "Ms Orr called the plan to rebuild the pier mad.",
       .attributions = {"called|Ms Orr|the plan to rebuild the pier mad"},
       .subjects = {"pier>rebuild"},
       .statements = "indirect Ms Orr|call|the plan to rebuild the pier mad"},
  };
  CHECK(rows);
}

static void scope(void **state) {
  (void)state;
  static const row rows[] = {
      {.name = "a belief is no statement by default",
       .text = "Ms Orr believes the ferry will sail.",
       .attributions = {"believes|Ms Orr|the ferry will sail"},
       .statements = ""},
      {.name = "with all it is",
       .text = "Ms Orr believes the ferry will sail.",
       .attributions = {"believes|Ms Orr|the ferry will sail"},
       .scope = PRESS_SCOPE_ALL,
       .statements = "indirect Ms Orr|believe|the ferry will sail"},
      {.name = "a belief quoted was said",
       .text = "Ms Orr believes the ferry is “a joke”.",
       .attributions = {"believes|Ms Orr|the ferry is “a joke”"},
       .statements = "mixed Ms Orr|believe|the ferry is “a joke”"},
      {.name = "a belief inside a statement is part of it",
       .text = "Ms Orr said the town believes the ferry is “a joke”.",
       .attributions = {"said|Ms Orr|the town believes the ferry is “a joke”",
                        "believes|the town|the ferry is “a joke”"},
       .statements = "mixed Ms Orr|say|the town believes the ferry is “a joke”"},
  };
  CHECK(rows);
}

static void choice(void **state) {
  (void)state;
  static const row rows[] = {
      {.name = "refusing to speak is no statement",
       .text = "Ms Orr declined to say whether the ferry would sail.",
       .attributions = {"declined to say|Ms Orr|whether the ferry would sail"},
       .statements = ""},
      {.name = "a verdict on a mere name is none",
       .text = "Ms Orr condemned the ferry plan.",
       .attributions = {"condemned|Ms Orr|the ferry plan"},
       .statements = ""},
      {.name = "a verdict that says why is one",
       .text = "Ms Orr condemned the town for selling the ferry.",
       .attributions = {"condemned|Ms Orr|the town for selling the ferry"},
       .subjects = {"ferry>selling"},
       .statements = "indirect Ms Orr|condemn|the town for selling the ferry"},
      {.name = "a title is none",
       .text = "The ferry's book, titled “Noon at Sea”, is out.",
       .attributions = {"titled|The ferry's book|“Noon at Sea”"},
       .statements = ""},
      {.name = "the same twice is once",
       .text = "Ms Orr said, warned that the ferry would sink.",
       .attributions = {"said|Ms Orr|that the ferry would sink",
                        "warned|Ms Orr|that the ferry would sink"},
       .statements = "indirect Ms Orr|say|the ferry would sink"},
      {.name = "after a semicolon the reporter speaks again",
       .text = "Ms Orr said the ferry would sail; the town waits.",
       .attributions = {"said|Ms Orr|the ferry would sail; the town waits"},
       .statements = "indirect Ms Orr|say|the ferry would sail"},
      {.name = "parts with nothing but a comma between are one",
       .text = "Ms Orr said the ferry would sail, if the wind fell.",
       .attributions = {"said|Ms Orr|the ferry would sail|if the wind fell"},
       .statements = "indirect Ms Orr|say|the ferry would sail, if the wind fell"},
      {.name = "the to of a verb is inside",
       .text = "Ms Orr threatened to sink the ferry.",
       .attributions = {"threatened to|Ms Orr|sink the ferry"},
       .subjects = {"ferry>sink"},
       .statements = "indirect Ms Orr|threaten|to sink the ferry"},
  };
  CHECK(rows);
}

static void continuation(void **state) {
  (void)state;
  static const row rows[] = {
      {.name = "open mark: one statement over paragraphs",
       .text = "Ferry news\n\n“We sail at noon,” Ms Orr said. “We sail alone.\n\n“Nobody "
               "else will "
               "come.\n\n"
               "“That is how we are.”\n\nThen she left.",
       .attributions = {"said|Ms Orr|“We sail at noon,”|“We sail alone."},
       .statements =
           "direct Ms Orr|say|“We sail at noon,” “We sail alone. “Nobody else will "
           "come. “That is how we are.”"},
      {.name = "pure quotation after an indirect statement is one of its own",
       .text =
           "Ms Orr said the ferry would sail.\n\n“It is our ferry and it always was.\n\n"
           "“It will be our ferry tomorrow.”",
       .attributions = {"said|Ms Orr|the ferry would sail"},
       .statements = "indirect Ms Orr|say|the ferry would sail\n"
                     "direct ||“It is our ferry and it always was. “It will be our ferry "
                     "tomorrow.”"},
      {.name = "the model's long reach is divided the same way",
       .text =
           "Ms Orr said the ferry would sail.\n\n“It is our ferry and it always was.”",
       .attributions =
           {"said|Ms Orr|the ferry would sail|“It is our ferry and it always was.”"},
       .statements = "indirect Ms Orr|say|the ferry would sail\n"
                     "direct ||“It is our ferry and it always was.”"},
      {.name = "a paragraph half held already comes in once",
       .text = "Ferry news\n\n“We sail at noon,” Ms Orr said. “We sail alone.\n\n"
               "“Nobody else will ever come here.”",
       .attributions = {"said|Ms Orr|“We sail at noon,”|“We sail alone.|“Nobody else"},
       .statements =
           "direct Ms Orr|say|“We sail at noon,” “We sail alone. “Nobody else will "
           "ever come here.”"},
      {.name = "a heading in marks is nothing",
       .text = "The ferry is old.\n\n“No sailing”\n\nThe town waits.",
       .statements = ""},
  };
  CHECK(rows);
}

static void lines(void **state) {
  (void)state;
  static const row rows[] = {
      {.name = "signed quotation",
       .text =
           "The harbour asked around.\n\n“I miss the ferry every day.” - Ann Orr, baker",
       .statements = "direct Ann Orr||“I miss the ferry every day.”"},
      {.name = "a dash and no name",
       .text = "He sang “I miss the ferry every day” - and then he left the harbour.",
       .statements = ""},
      {.name = "transcript",
       .text = "The talk at the harbour.\n\nORR: When does the ferry sail?\n\nVIK: At "
               "noon, I "
               "am told.\n\nORR: Does it sail alone?",
       .statements = "direct ORR||When does the ferry sail?\ndirect VIK||At noon, I am "
                     "told.\ndirect ORR||Does it sail alone?"},
      {.name = "two colons are no transcript",
       .text = "The talk at the harbour.\n\nWhen: tomorrow at noon\n\nWhere: at the pier",
       .statements = ""},
  };
  CHECK(rows);
}

static void runs(void **state) {
  (void)state;
  static const row rows[] = {
      {.name = "a run with verb and subject",
       .text = "“We have waited a year for the ferry,” Orr said.",
       .subjects = {"Orr>said"},
       .statements = "direct Orr|say|“We have waited a year for the ferry,”"},
      {.name = "goes on after the cue",
       .text = "“We have waited,” Orr said. “A year is long for a ferry.”",
       .attributions = {"said|Orr|“We have waited,”"},
       .statements = "direct Orr|say|“We have waited,” “A year is long for a ferry.”"},
      {.name = "a scare quote",
       .text = "Orr said nothing, the “friendly ferry” sailed.",
       .subjects = {"Orr>said"},
       .statements = ""},
      {.name = "no subject, no statement",
       .text = "The sign “We have waited a year for the ferry” hung there.",
       .statements = ""},
  };
  CHECK(rows);
}

/** Many copies of a piece: must end soon, with spans inside the text. */
static void check_many(const char *piece, size_t copies) {
  size_t n = strlen(piece);
  char *text = malloc(n * copies + 1);
  press_doc *doc = calloc(1, sizeof *doc);
  jmp_buf full;
  assert_non_null(text);
  assert_non_null(doc);
  for (size_t i = 0; i < copies; i++) memcpy(text + n * i, piece, n);
  text[n * copies] = 0;
  row r = {.name = piece, .text = text};
  press_arena__init(&doc->arena, (size_t)1 << 30, &full);
  if (setjmp(full)) fail_msg("out of memory");
  analyse(doc, &r);
  for (uint32_t i = 0; i < doc->found.n_statements; i++) {
    press_spans at = doc->found.statements[i].spans;
    assert_true(at.n > 0 && at.at[at.n - 1].end <= doc->text.raw.n);
  }
  press_arena__clear(&doc->arena);
  free(doc);
  free(text);
}

static void hostile(void **state) {
  (void)state;
  check_many("\"a ", 50000);
  check_many("“a ‘b ", 50000);
  check_many("“Nobody ever closes this mark in any paragraph of it.\n\n", 20000);
  check_many("ORR: Nobody ever closes this.\n\n", 20000);
  check_many("“We sail tonight,” ", 20000);
}

int main(void) {
  press_arena arena;
  jmp_buf full;
  press_arena__init(&arena, (size_t)1 << 30, &full);
  if (setjmp(full) || press_lexicon__load(&arena, &lexicon, NULL)) return 1;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(bounds), cmocka_unit_test(addressees),   cmocka_unit_test(scope),
      cmocka_unit_test(choice), cmocka_unit_test(continuation), cmocka_unit_test(lines),
      cmocka_unit_test(runs),   cmocka_unit_test(hostile),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  press_arena__clear(&arena);
  return failed;
}
