/** Names, roles, nominals and pronouns joined into entities, over parses made by
 *  hand; tokens are counted from 1 over the whole text. */
#include "support/parsed.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct row {
  const char *name;
  const char *text;     /**< as parsed_doc() takes it */
  const char *names;    /**< what the name finder said: "3-4 PER, 7 ORG" */
  const char *said;     /**< attributions: "source cue content", "1-2 3 4-9, ..." */
  const char *expected; /**< entities: "name (roles) CODE = mentions | ..." */
} row;

static press_range range_of(const char **p) {
  char *end;
  uint32_t b = (uint32_t)strtoul(*p, &end, 10), e = b;
  if (*end == '-') e = (uint32_t)strtoul(end + 1, &end, 10);
  *p = end;
  return (press_range){b - 1, e};
}

static void add_names(press_doc *doc, const char *p) {
  press_name *at = PRESS_NEW(&doc->arena, press_name, doc->text.n_tokens);
  uint32_t n = 0;
  while (p && *p) {
    at[n].at = range_of(&p);
    at[n].score = 0.9f;
    at[n].type = p[1] == 'P'   ? PRESS_NAME_PER
                 : p[1] == 'O' ? PRESS_NAME_ORG
                               : PRESS_NAME_LOC;
    n++;
    p = strchr(p, ',');
    if (p) p += 2;
  }
  doc->ling.names = at;
  doc->ling.n_names = n;
}

static void add_said(press_doc *doc, const char *p) {
  press_attribution *at = PRESS_NEW(&doc->arena, press_attribution, doc->text.n_tokens);
  uint32_t n = 0;
  while (p && *p) {
    press_range *r = PRESS_NEW(&doc->arena, press_range, 2);
    r[0] = range_of(&p);
    at[n].cue = range_of(&p);
    r[1] = range_of(&p);
    at[n].source = (press_ranges){r, 1};
    at[n++].content = (press_ranges){r + 1, 1};
    p = strchr(p, ',');
    if (p) p += 2;
  }
  doc->ling.attributions = at;
  doc->ling.n_attributions = n;
}

static void write_entities(const press_doc *doc, char *out, size_t size) {
  const press_found *f = &doc->found;
  size_t n = 0;
  out[0] = 0;
#define PUT(...) n += n < size ? (size_t)snprintf(out + n, size - n, __VA_ARGS__) : 0
  for (uint32_t i = 0; i < f->n_entities; i++) {
    const press_entity *e = &f->entities[i];
    PUT("%s%s%.*s", i ? " | " : "", e->unnamed ? "?" : "", SFMT(e->name));
    for (uint32_t k = 0; k < e->roles.n; k++)
      PUT("%s%.*s%s", k ? "; " : " (", SFMT(e->roles.at[k]),
          k + 1 == e->roles.n ? ")" : "");
    if (e->country != PRESS_NONE) PUT(" %s", f->countries[e->country].code);
    for (uint32_t k = 0; k < e->mentions.n; k++) {
      press_str s = press_str__span(doc->text.raw, e->mentions.at[k]);
      PUT("%s%.*s", k ? ", " : " = ", SFMT(s));
    }
  }
#undef PUT
}

static void check_rows(const row *rows, size_t n) {
  for (size_t i = 0; i < n; i++) {
    press_doc *doc = parsed_doc(rows[i].text);
    add_names(doc, rows[i].names);
    add_said(doc, rows[i].said);
    doc->found.entities = NULL;
    doc->found.n_entities = 0;
    press_context cx = parsed_context(doc);
    press_find__entities(&cx, &doc->found);
    char got[1024];
    write_entities(doc, got, sizeof got);
    if (strcmp(got, rows[i].expected)) print_message("in \"%s\":\n", rows[i].name);
    assert_string_equal(got, rows[i].expected);
    press_doc_free(doc);
  }
}
#define CHECK(rows) check_rows(rows, sizeof rows / sizeof *(rows))

static void names(void **state) {
  static const row rows[] = {
      {"title and surname",
       "Anna/0/nsubj/NNP Berg/1/flat/NNP spoke/0/root/VBD\n"
       "Mrs/2/compound/NNP Berg/3/nsubj/NNP left/0/root/VBD",
       "1-2 PER, 5 PER", "", "Anna Berg = Anna Berg, Mrs Berg"},
      {"bare surname before the full name",
       "Berg/2/nsubj/NNP quits/0/root/VBZ\nAnna/3/nsubj/NNP Berg/1/flat/NNP "
       "left/0/root/VBD",
       "1 PER, 3-4 PER", "", "Anna Berg = Berg, Anna Berg"},
      {"namesakes are told apart by title",
       "Tom/3/nsubj/NNP Orr/1/flat/NNP met/0/root/VBD Lucy/3/obj/NNP Orr/4/flat/NNP\n"
       "Mrs/2/compound/NNP Orr/3/nsubj/NNP left/0/root/VBD\n"
       "Mr/2/compound/NNP Orr/3/nsubj/NNP stayed/0/root/VBD",
       "1-2 PER, 4-5 PER, 7 PER, 10 PER", "",
       "Tom Orr = Tom Orr, Mr Orr | Lucy Orr = Lucy Orr, Mrs Orr"},
      {"short form of a given name",
       "Mike/3/nsubj/NNP Dunn/1/flat/NNP left/0/root/VBD\n"
       "Michael/3/nsubj/NNP Dunn/1/flat/NNP stayed/0/root/VBD",
       "1-2 PER, 4-5 PER", "", "Michael Dunn = Mike Dunn, Michael Dunn"},
      {"another given name is another person",
       "Mike/3/nsubj/NNP Dunn/1/flat/NNP left/0/root/VBD\n"
       "Peter/3/nsubj/NNP Dunn/1/flat/NNP stayed/0/root/VBD",
       "1-2 PER, 4-5 PER", "", "Mike Dunn = Mike Dunn | Peter Dunn = Peter Dunn"},
      {"acronym",
       "the/4/det/DT Harbour/4/compound/NNP Safety/4/compound/NNP Board/5/nsubj/NNP "
       "met/0/root/VBD\nthe/2/det/DT HSB/3/nsubj/NNP adjourned/0/root/VBD",
       "2-4 ORG, 7 ORG", "", "Harbour Safety Board = Harbour Safety Board, HSB"},
      {"a name missed by the finder is found again",
       "Anna/3/nsubj/NNP Berg/1/flat/NNP spoke/0/root/VBD\n"
       "Then/3/advmod/RB Berg/3/nsubj/NNP left/0/root/VBD",
       "1-2 PER", "", "Anna Berg = Anna Berg, Berg"},
      {"the majority decides on the type",
       "Berg/2/nsubj/NNP spoke/0/root/VBD\nBerg/2/nsubj/NNP left/0/root/VBD\n"
       "Berg/2/nsubj/NNP sat/0/root/VBD",
       "1 PER, 3 ORG, 5 PER", "", "Berg = Berg, Berg, Berg"},
      {"a title inside the span is not the name",
       "Prime/3/amod/JJ Minister/3/compound/NNP Anna/5/nsubj/NNP Berg/3/flat/NNP "
       "spoke/0/root/VBD",
       "1-4 PER", "", "Anna Berg (Prime Minister) = Anna Berg"},
      {"a title alone is nobody's name", "President/2/nsubj/FW spoke/0/root/VBD", "1 PER",
       "", ""},
  };
  CHECK(rows);
  (void)state;
}

static void roles(void **state) {
  static const row rows[] = {
      {"before the name, with its country",
       "Norwegian/4/amod/JJ//@NO Foreign/4/amod/NNP Minister/4/compound/NNP "
       "Kari/6/nsubj/NNP Solheim/4/flat/NNP left/0/root/VBD",
       "4-5 PER", "", "Kari Solheim (Foreign Minister) NO = Kari Solheim"},
      {"after a comma",
       "Tom/9/nsubj/NNP Hale/1/flat/NNP ,/5/punct/, the/5/det/DT chairman/1/appos/NN "
       "of/7/case/IN ports/5/nmod/NNS ,/5/punct/, left/0/root/VBD",
       "1-2 PER", "", "Tom Hale (chairman of ports) = Tom Hale"},
      {"before a comma",
       "the/4/det/DT Norwegian/4/amod/JJ//@NO foreign/4/amod/JJ minister/9/nsubj/NN "
       ",/6/punct/, Kari/4/appos/NNP Solheim/6/flat/NNP ,/6/punct/, left/0/root/VBD",
       "6-7 PER", "", "Kari Solheim (foreign minister) NO = Kari Solheim"},
      {"a list is no apposition",
       "Tom/8/nsubj/NNP Hale/1/flat/NNP ,/5/punct/, President/5/compound/NNP "
       "Anna/1/conj/NNP "
       "Berg/5/flat/NNP ,/8/punct/, left/0/root/VBD",
       "1-2 PER, 5-6 PER", "",
       "Tom Hale = Tom Hale | Anna Berg (President) = President Anna Berg"},
      {"nor is who says so",
       "Tom/8/nsubj/NNP Hale/1/flat/NNP ,/6/punct/, the/5/det/DT judge/6/nsubj/NN "
       "said/8/parataxis/VBD ,/6/punct/, lied/0/root/VBD",
       "1-2 PER", "", "Tom Hale = Tom Hale | ?judge = judge"},
      {"letters after the name",
       "Tom/4/nsubj/NNP Hale/1/flat/NNP MP/1/flat/NNP left/0/root/VBD", "1-2 PER", "",
       "Tom Hale (MP) = Tom Hale"},
      {"an envoy is not of where he is sent",
       "Tom/0/nsubj/NNP Hale/1/flat/NNP ,/4/punct/, ambassador/1/appos/NN to/6/case/IN "
       "Iceland/4/nmod/NNP//@IS ,/4/punct/, left/0/root/VBD",
       "1-2 PER", "", "Tom Hale (ambassador to Iceland) = Tom Hale"},
      {"an organisation named in the role",
       "Huron/2/compound/NNP spokesman/3/compound/NN Tom/5/nsubj/NNP Hale/3/flat/NNP "
       "left/0/root/VBD",
       "1 ORG, 3-4 PER", "", "Huron = Huron | Tom Hale (Huron spokesman) = Tom Hale"},
      {"the role alone means who has it",
       "Foreign/2/amod/NNP Minister/3/compound/NNP Kari/5/nsubj/NNP Solheim/3/flat/NNP "
       "left/0/root/VBD\nthe/2/det/DT minister/3/nsubj/NN slept/0/root/VBD",
       "3-4 PER", "", "Kari Solheim (Foreign Minister) = Kari Solheim, minister"},
      {"another office is not hers",
       "Foreign/2/amod/NNP Minister/3/compound/NNP Kari/5/nsubj/NNP Solheim/3/flat/NNP "
       "left/0/root/VBD\n"
       "the/3/det/DT finance/3/compound/NN minister/4/nsubj/NN slept/0/root/VBD",
       "3-4 PER", "",
       "Kari Solheim (Foreign Minister) = Kari Solheim | ?finance minister = finance "
       "minister"},
      {"nor is one without an article",
       "Foreign/2/amod/NNP Minister/3/compound/NNP Kari/5/nsubj/NNP Solheim/3/flat/NNP "
       "left/0/root/VBD\na/2/det/DT minister/3/nsubj/NN slept/0/root/VBD",
       "3-4 PER", "",
       "Kari Solheim (Foreign Minister) = Kari Solheim | ?a minister = minister"},
  };
  CHECK(rows);
  (void)state;
}

static void collectives(void **state) {
  static const row rows[] = {
      {"a government",
       "the/3/det/DT Norwegian/3/amod/JJ//@NO government/4/nsubj/NN fell/0/root/VBD\n"
       "the/2/det/DT government/3/nsubj/NN resigned/0/root/VBD",
       "", "", "Norwegian government NO = government, government"},
      {"the company is the one named",
       "tech/2/compound/NN giant/3/compound/NN Huron/4/nsubj/NNP grew/0/root/VBD\n"
       "the/2/det/DT company/3/nsubj/NN hired/0/root/VBD",
       "3 ORG", "", "Huron = Huron, company"},
      {"a company is another",
       "tech/2/compound/NN giant/3/compound/NN Huron/4/nsubj/NNP grew/0/root/VBD\n"
       "a/2/det/DT company/3/nsubj/NN hired/0/root/VBD",
       "3 ORG", "", "Huron = Huron | ?a company = company"},
      {"officials have no name",
       "senior/2/amod/JJ officials/3/nsubj/NNS/official said/0/root/VBD", "", "",
       "?senior officials = officials"},
      {"whoever is a source",
       "two/0/nsubj/CD of/3/case/IN them/1/nmod/PRP agreed/1/acl/VBD", "", "1-3 4 4",
       "?two of them = two"},
  };
  CHECK(rows);
  (void)state;
}

#define BERG                                                                             \
  "Anna/3/nsubj/NNP Berg/1/flat/NNP met/0/root/VBD Tom/3/obj/NNP Hale/4/flat/NNP\n"

static void pronouns(void **state) {
  static const row rows[] = {
      {"gender", BERG "he/2/nsubj/PRP left/0/root/VBD", "1-2 PER, 4-5 PER", "",
       "Anna Berg = Anna Berg | Tom Hale = Tom Hale, he"},
      {"gender of the other", BERG "she/2/nsubj/PRP left/0/root/VBD", "1-2 PER, 4-5 PER",
       "", "Anna Berg = Anna Berg, she | Tom Hale = Tom Hale"},
      {"nobody fits",
       "Anna/3/nsubj/NNP Berg/1/flat/NNP sat/0/root/VBD\nhe/2/nsubj/PRP "
       "left/0/root/VBD",
       "1-2 PER", "", "Anna Berg = Anna Berg"},
      {"a verb's object is not its subject",
       "Tom/3/nsubj/NNP Hale/1/flat/NNP saw/0/root/VBD him/3/obj/PRP", "1-2 PER", "",
       "Tom Hale = Tom Hale"},
      {"but himself is",
       "Tom/3/nsubj/NNP Hale/1/flat/NNP saw/0/root/VBD himself/3/obj/PRP", "1-2 PER", "",
       "Tom Hale = Tom Hale, himself"},
      {"in what he is reported to have said",
       "Jon/3/nsubj/NNP Orr/1/flat/NNP met/0/root/VBD Tom/3/obj/NNP Hale/4/flat/NNP\n"
       "Hale/2/nsubj/NNP said/0/root/VBD he/4/nsubj/PRP slept/2/ccomp/VBD",
       "1-2 PER, 4-5 PER, 6 PER", "6 7 8-9",
       "Jon Orr = Jon Orr | Tom Hale = Tom Hale, Hale, he"},
      {"who hangs from its noun",
       "Tom/6/nsubj/NNP Hale/1/flat/NNP ,/5/punct/, who/5/nsubj/WP slept/1/acl/VBD "
       "left/0/root/VBD",
       "1-2 PER", "", "Tom Hale = Tom Hale, who"},
      {"his brother is not himself",
       "Tom/3/nsubj/NNP Hale/1/flat/NNP left/0/root/VBD\n"
       "his/2/nmod/PRP brother/3/nsubj/NN slept/0/root/VBD",
       "1-2 PER", "", "Tom Hale = Tom Hale, his | ?Tom Hale's brother = brother"},
  };
  CHECK(rows);
  (void)state;
}

/** The look-ups that later stages make. */
static void lookups(void **state) {
  press_doc *doc =
      parsed_doc("Tom/9/nsubj/NNP Hale/1/flat/NNP ,/5/punct/, the/5/det/DT "
                 "chairman/1/appos/NN of/7/case/IN Huron/5/nmod/NNP ,/5/punct/, "
                 "left/0/root/VBD");
  add_names(doc, "1-2 PER, 7 ORG");
  press_context cx = parsed_context(doc);
  press_find__entities(&cx, &doc->found);
  const press_found *f = &doc->found;
  assert_int_equal(f->n_entities, 2);
  assert_int_equal(press_find__mention_at(f, 0)->who.id, 0);
  assert_int_equal(press_find__mention_at(f, 4)->who.id, 0);
  assert_int_equal(press_find__mention_at(f, 6)->who.id, 1);
  assert_null(press_find__mention_at(f, 8));
  assert_null(press_find__mention_at(f, 9));
  press_who who = press_find__who(f, (press_range){0, 7});
  assert_int_equal(who.kind, PRESS_ENTITY);
  assert_int_equal(who.id, 0);
  assert_int_equal(press_find__who(f, (press_range){8, 9}).kind, PRESS_NOBODY);
  press_doc_free(doc);
  (void)state;
}

/* ---- promises, whatever the parse ---- */

static uint32_t some(uint32_t *state, uint32_t below) {
  *state = *state * 1664525u + 1013904223u;
  return below ? (*state >> 8) % below : 0;
}

/** Any heads, tags, names and sources over a text: no tree, no sense. */
static void scramble(press_doc *doc, uint32_t *state) {
  static const char *const tags[] = {"NN", "NNS", "NNP", "VBD", "PRP", "WP", "DT", ""};
  uint32_t n = doc->text.n_tokens;
  press_word *words = PRESS_NEW(&doc->arena, press_word, n);
  press_name *names = PRESS_NEW(&doc->arena, press_name, n);
  doc->ling.n_names = 0;
  for (uint32_t i = 0; i < n; i++)
    words[i] = (press_word){.head = some(state, 9) ? some(state, n) : PRESS_NONE,
                            .upos = (uint8_t)some(state, PRESS_N_UPOS),
                            .deprel = (uint8_t)some(state, PRESS_N_DEP),
                            .passive = some(state, 2),
                            .xpos = tags[some(state, 8)],
                            .lemma = doc->text.tokens[i].low};
  for (uint32_t i = 0, e; i < n; i = e) {
    e = i + 1 + some(state, 4);
    if (e > n) e = n;
    if (some(state, 2))
      names[doc->ling.n_names++] = (press_name){{i, e}, (uint8_t)some(state, 3), 0.5f};
  }
  doc->ling.words = words;
  doc->ling.names = names;
}

static void keeps_promises(const press_doc *doc) {
  const press_found *f = &doc->found;
  for (uint32_t i = 0; i < f->n_mentions; i++) {
    const press_mention *m = &f->mentions[i];
    assert_true(m->at.begin < m->at.end && m->np.begin <= m->at.begin);
    assert_true(m->np.end >= m->at.end && m->np.end <= doc->text.n_tokens);
    assert_true(!i || f->mentions[i - 1].at.begin <= m->at.begin);
    assert_true(m->who.kind != PRESS_ENTITY || m->who.id < f->n_entities);
  }
  for (uint32_t i = 0; i < f->n_entities; i++) {
    const press_entity *e = &f->entities[i];
    assert_true(e->name.n > 0 && e->mentions.n > 0);
    assert_true(e->country == PRESS_NONE || e->country < f->n_countries);
    for (uint32_t k = 0; k < e->affiliations.n; k++)
      assert_true(e->affiliations.at[k] < f->n_entities && e->affiliations.at[k] != i);
  }
}

static void any_parse(void **state) {
  uint32_t seed = 1;
  for (int round = 0; round < 200; round++) {
    press_doc *doc = parsed_doc(
        "Foreign/0/dep/X Minister/0/dep/X Anna/0/dep/X Berg/0/dep/X ,/0/dep/X "
        "the/0/dep/X "
        "chair/0/dep/X of/0/dep/X Huron/0/dep/X -/0/dep/X Foods/0/dep/X MP/0/dep/X "
        "said/0/dep/X he/0/dep/X and/0/dep/X Mr/0/dep/X Hale/0/dep/X met/0/dep/X\n"
        "Norway/0/dep/X//@NO 's/0/dep/X government/0/dep/X which/0/dep/X told/0/dep/X "
        "Hale/0/dep/X my/0/dep/X company/0/dep/X they/0/dep/X was/0/dep/X late/0/dep/X");
    scramble(doc, &seed);
    add_said(doc, some(&seed, 2) ? "3-4 13 14-18" : "19-21 23 24-29, 1-9 13 14-16");
    doc->found.entities = NULL;
    doc->found.n_entities = 0;
    press_context cx = parsed_context(doc);
    press_find__entities(&cx, &doc->found);
    keeps_promises(doc);
    press_doc_free(doc);
  }
  (void)state;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names),       cmocka_unit_test(roles),
      cmocka_unit_test(collectives), cmocka_unit_test(pronouns),
      cmocka_unit_test(lookups),     cmocka_unit_test(any_parse),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
