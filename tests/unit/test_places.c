/** Words that mean a country: matching, choosing, actors, weights. The sentences are
 *  made up. */
#include "find/places.h"

#include "lexicon/embed.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static press_arena tables;
static press_lexicon lexicon;
static jmp_buf out_of_memory;

static int load(void **state) {
  (void)state;
  press_arena__init(&tables, (size_t)1 << 30, &out_of_memory);
  if (setjmp(out_of_memory)) return -1;
  return press_lexicon__load(&tables, &lexicon, NULL) ? -1 : 0;
}

static int unload(void **state) {
  (void)state;
  press_arena__clear(&tables);
  return 0;
}

/** The stage over a text, with an optional name the language layer would give. */
static void run(press_arena *a, press_str raw, const press_name *name, press_text *text,
                press_found *f) {
  press_text__build(a, raw, text);
  press_word *words = PRESS_NEW(a, press_word, text->n_tokens + 1);
  for (uint32_t i = 0; i < text->n_tokens; i++) words[i].head = PRESS_NONE;
  press_ling ling = {.words = words, .names = name, .n_names = name ? 1 : 0};
  press_options options = PRESS_OPTIONS_INIT;
  press_article article = {.text = raw};
  press_context cx = {.arena = a,
                      .lex = &lexicon,
                      .text = text,
                      .ling = &ling,
                      .article = &article,
                      .options = &options};
  *f = (press_found){0};
  press_find__places(&cx, f);
}

/** "US name actor" for each place, divided by "; ". */
static press_str told(press_arena *a, const press_found *f) {
  static const char *const hows[] = {"name", "demonym", "capital", "place", "metonym"};
  press_str all = {NULL, 0};
  for (uint32_t i = 0; i < f->n_places; i++) {
    const press_place *p = &f->places[i];
    press_str one = press_str__format(a, "%s %s%s", f->countries[p->country].code,
                                      hows[p->how], p->actor ? " actor" : "");
    all = press_str__join(a, all, S("; "), one);
  }
  return all;
}

static const struct {
  const char *name, *input, *expected;
} rows[] = {
    {"nothing", "", ""},
    {"no capitals", "the united states of mind", ""},
    {"pronoun", "Tell us about it.", ""},
    {"shouted pronoun", "DO NOT TELL US WHAT TO DO", ""},
    {"dotted", "Goods from the U.S. arrived.", "US name"},
    {"longest wins", "Goods from Papua New Guinea arrived.", "PG name"},
    {"blocked", "Talks with Latin American writers.", ""},
    {"hyphen", "Goods from Guinea-Bissau arrived.", "GW name"},
    {"prefix", "A US-led coalition left.", "US name"},
    {"state decides", "Born in Paris, Texas, he left.", "US place; US place"},
    {"abbreviation decides", "Born in Birmingham, Ala., he left.", "US place; US place"},
    {"abbreviation alone", "Va. and Mass. are short.", ""},
    {"no state", "Born in Paris, he left.", "FR capital"},
    {"title", "He met Mr. Jordan there.", ""},
    {"initial", "He met Anna B. Houston there.", ""},
    {"metonym", "Beijing has refused.", "CN metonym actor"},
    {"seat, in it", "They met in Downing Street.", "GB metonym"},
    {"union", "Brussels said so.", "EU metonym actor"},
    {"government", "The French government fell.", "FR demonym actor"},
    {"language", "She speaks French.", ""},
    {"street", "They live on Dublin Road.", ""},
    {"unknown county", "They live in Qwertz County.", "US place"},
};

static void test_rows(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    press_arena a;
    jmp_buf full;
    press_arena__init(&a, (size_t)64 << 20, &full);
    if (setjmp(full)) fail();
    press_text text;
    press_found f;
    run(&a, press_str__of(rows[i].input), NULL, &text, &f);
    press_str got = told(&a, &f);
    if (!press_str__eq(got, press_str__of(rows[i].expected)))
      fail_msg("%s: %.*s", rows[i].name, SFMT(got));
    press_arena__clear(&a);
  }
}

static void test_names(void **state) {
  (void)state;
  static const struct {
    press_name_type type;
    const char *expected;
  } of[] = {{PRESS_NAME_PER, ""}, {PRESS_NAME_LOC, "FR capital"}};
  for (size_t i = 0; i < 2; i++) {
    press_arena a;
    jmp_buf full;
    press_arena__init(&a, (size_t)64 << 20, &full);
    if (setjmp(full)) fail();
    press_text text;
    press_found f;
    press_name name = {{1, 2}, of[i].type, 1.0f};
    run(&a, S("Old Paris slept."), &name, &text, &f);
    press_str got = told(&a, &f);
    assert_true(press_str__eq(got, press_str__of(of[i].expected)));
    press_arena__clear(&a);
  }
}

static void test_weights(void **state) {
  (void)state;
  press_arena a;
  jmp_buf full;
  press_arena__init(&a, (size_t)64 << 20, &full);
  if (setjmp(full)) fail();
  press_text text;
  press_found f;
  run(&a,
      S("Norway warns Iceland over cod\n\nNorway spoke.\n\nIceland sold fish.\n\n"
        "A Peruvian ship left.\n"),
      NULL, &text, &f);
  assert_int_equal(f.n_countries, 3);
  assert_string_equal(f.countries[0].code, "IS");
  assert_string_equal(f.countries[1].code, "NO");
  assert_string_equal(f.countries[2].code3, "PER");
  assert_true(press_str__eq(f.countries[1].qid, S("Q20")));
  float sum = 0;
  for (uint32_t i = 0; i < f.n_countries; i++) sum += f.countries[i].weight;
  assert_true(sum > 0.999f && sum < 1.001f);
  assert_true(f.countries[1].weight > 2 * f.countries[2].weight);
  press_arena__clear(&a);
}

/** Linear on one sentence of nothing but places. */
static void test_hostile(void **state) {
  (void)state;
  static const char *const pieces[] = {"Paris, Texas, ", "US ", "Georgia ", "W. "};
  for (size_t p = 0; p < 4; p++) {
    press_arena a;
    jmp_buf full;
    press_arena__init(&a, (size_t)1 << 30, &full);
    if (setjmp(full)) fail();
    size_t n = strlen(pieces[p]), count = 200000 / n;
    char *bytes = press_arena__alloc(&a, n * count);
    for (size_t i = 0; i < count; i++) memcpy(bytes + i * n, pieces[p], n);
    press_text text;
    press_found f;
    run(&a, (press_str){bytes, n * count}, NULL, &text, &f);
    for (uint32_t i = 1; i < f.n_places; i++)
      assert_true(f.places[i - 1].at.end <= f.places[i].at.begin);
    press_arena__clear(&a);
  }
}

/** Every code of the tables is a country. */
static void test_tables(void **state) {
  (void)state;
  for (uint32_t i = 0; i < lexicon.places.n; i++) {
    press_str code = lexicon.places.rows[i].column[PRESS_PLACE_CODE];
    if (press_str__eq(code, S("-"))) continue;
    if (!press_table__find(&lexicon.countries, code))
      fail_msg("%.*s", SFMT(lexicon.places.rows[i].column[0]));
  }
  for (uint32_t i = 0; i < lexicon.metonyms.n; i++)
    assert_non_null(
        press_table__find(&lexicon.countries, lexicon.metonyms.rows[i].column[1]));
  for (uint32_t i = 0; i < lexicon.place_clues.n; i++)
    assert_non_null(
        press_table__find(&lexicon.countries, lexicon.place_clues.rows[i].column[1]));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_rows),    cmocka_unit_test(test_names),
      cmocka_unit_test(test_weights), cmocka_unit_test(test_hostile),
      cmocka_unit_test(test_tables),
  };
  return cmocka_run_group_tests(tests, load, unload);
}
