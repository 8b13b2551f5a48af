/** Units: folded forms, table rows, quotation states. */
#include "ling/feature.h"
#include "ling/pair.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static press_arena arena;
static jmp_buf full;

static void folds(void **state) {
  (void)state;
  static const struct {
    const char *word, *form;
  } rows[] = {{"Minister", "minister"},
              {"\xC3\x89lys\xC3\xA9"
               "e",
               "\xC3\xA9lys\xC3\xA9"
               "e"},
              {"\xE2\x80\x9C", "\""},
              {"''", "\""},
              {"``", "\""},
              {"\xE2\x80\x99s", "'s"},
              {"\xE2\x80\x94", "--"},
              {"\xE2\x80\xA6", "..."},
              {"U.S.", "u.s."},
              {"", ""}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char form[PRESS_FOLD_MAX + 1] = {0};
    form[press_feature__fold(press_str__of(rows[i].word), form)] = 0;
    assert_string_equal(form, rows[i].form);
  }
}

/** Any bytes fold into the room there is. */
static void folds_long(void **state) {
  (void)state;
  char word[300], form[PRESS_FOLD_MAX];
  for (int b = 1; b < 256; b++) {
    memset(word, b, sizeof word);
    assert_true(press_feature__fold((press_str){word, sizeof word}, form) <=
                PRESS_FOLD_MAX);
  }
}

static void known_words(void **state) {
  (void)state;
  press_vocab v = {.n = 4};
  *press_map__put(&arena, &v.map, S("2000")) = 1;
  *press_map__put(&arena, &v.map, S("said")) = 2;
  *press_map__put(&arena, &v.map, S("0000")) = 3;
  assert_int_equal(press_feature__word(&v, S("Said")), 2);
  assert_int_equal(press_feature__word(&v, S("2000")), 1);
  assert_int_equal(press_feature__word(&v, S("1987")), 3);
  assert_int_equal(press_feature__word(&v, S("unheard")), 0);
  assert_int_equal(press_feature__word(&v, S("12")), 0);
}

static press_units build(const char *text, press_text *t) {
  static const press_vocab none = {.n = 1};
  press_units u;
  press_text__build(&arena, press_str__of(text), t);
  press_feature__build(&arena, &none, t, &u);
  return u;
}

/** One letter a unit: q inside quotation marks, m a mark that stands alone, | a
 *  break, . other. */
static void quotations(void **state) {
  (void)state;
  static const struct {
    const char *text, *states;
  } rows[] = {
      {"He said \"we go\" now", "..qqqq."},
      {"He said \xE2\x80\x9Cwe go\xE2\x80\x9D now", "..qqqq."},
      {"\"We go\n\n\"We stay\" he said", "qqq|qqqq.."},
      {"\"We go\n\nHe said so", "qqq|..."},
      {"He left\xE2\x80\x9D early", "..m."},
      {"No marks here", "..."},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    press_text t;
    press_units u = build(rows[i].text, &t);
    char found[64] = {0};
    assert_true(u.n < sizeof found);
    for (uint32_t k = 0; k < u.n; k++) {
      uint32_t in = u.at[k].ids[PRESS_FEAT_INSIDE];
      found[k] = u.at[k].token == PRESS_NONE     ? '|'
                 : in == 0                       ? '.'
                 : in == PRESS_FEAT_N_INSIDE - 1 ? 'm'
                                                 : 'q';
    }
    assert_string_equal(found, rows[i].states);
  }
}

/** Two letters a word: how its sentence is written (p plain, n no capitals, t title, s
 *  shouted; a capital for the first word), and how the document writes the word where
 *  capitals mean something, this place left out (- nowhere, l lower, c capital, b both).
 */
static void capitals(void **state) {
  (void)state;
  static const struct {
    const char *text, *codes;
  } rows[] = {
      {"We met Vesta in May.", "P- p- p- p- p- .."},
      {"Steel Tariffs Hit Ports of Vesta", "T- t- t- t- t- t-"},
      {"TALKS END IN VESTA", "S- s- s- s-"},
      {"i flew from vesta", "N- n- n- n-"},
      {"Steel Fell There\n\nHe sold steel to Mr Fell.",
       "Tl tc t- || P- p- p- p- p- p- .."},
      {"May left.\n\nI saw May, and may go on.",
       "Pb p- .. || P- p- pl .. p- pc p- p- .."},
      {"\xC3\x89lise left.\n\nWe saw \xC3\x89lise.", "Pc p- .. || P- p- p- .."},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    press_text t;
    press_units u = build(rows[i].text, &t);
    char found[128] = {0};
    assert_true(3 * u.n < sizeof found);
    for (uint32_t k = 0; k < u.n; k++) {
      uint32_t id = u.at[k].ids[PRESS_FEAT_CASING], code = id - 1;
      bool first = id && code & 4;
      const char *style = first ? "PNTS" : "pnts";
      char *out = found + 3 * (size_t)k;
      bool brk = u.at[k].token == PRESS_NONE;
      out[0] = brk ? '|' : id ? style[code / 8] : '.';
      out[1] = brk ? '|' : id ? "-clb"[code & 3] : '.';
      if (k + 1 < u.n) out[2] = ' ';
    }
    assert_string_equal(found, rows[i].codes);
  }
}

/** Every row lies in its table, whatever the text. */
static void rows_in_range(void **state) {
  (void)state;
  static const char *const texts[] = {"\" \" \" \" \" '' `` \"",
                                      "a\n\nb\n\n\"c\n\n\"d\" \"",
                                      "\xF0\x9F\x98\x80 \xC2\xA0 x", "1,000.5%"};
  const uint32_t most[PRESS_N_FEATS] = {1,
                                        PRESS_FEAT_HASHED,
                                        PRESS_FEAT_HASHED,
                                        PRESS_FEAT_HASHED,
                                        PRESS_FEAT_HASHED,
                                        PRESS_FEAT_N_INSIDE,
                                        PRESS_FEAT_N_OUTSIDE,
                                        PRESS_FEAT_N_CASING};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    press_text t;
    press_units u = build(texts[i], &t);
    assert_true(u.n >= t.n_tokens);
    for (uint32_t k = 0; k < u.n; k++)
      for (int f = 0; f < PRESS_N_FEATS; f++) assert_true(u.at[k].ids[f] < most[f]);
    for (uint32_t k = 0; k < t.n_tokens; k++)
      assert_int_equal(u.at[u.of_token[k]].token, k);
  }
}

/** Places as seen from a cue: all in range, the cue itself apart, sides apart. */
static void places(void **state) {
  (void)state;
  enum { N = 200, B = 100, E = 102 };
  static press_unit u[N];
  for (uint32_t i = 0; i < N; i++) u[i].sentence = i / 9, u[i].para = i / 40;
  uint32_t lo, hi;
  press_pair__window(B, N, &lo, &hi);
  assert_int_equal(lo, 40);
  assert_int_equal(hi, 190);
  for (uint32_t i = lo; i < hi; i++) {
    press_place p = press_pair__place(u, B, E, i);
    assert_true(p.near < 40 && p.sent < 13 && p.para < 6);
    assert_true((p.sent == 12) == (i >= B && i < E));
    if (i < B) assert_true(p.near > 19 && p.sent < 4 && p.para < 3);
    if (i >= E)
      assert_true(p.near < 19 && p.near > 0 && p.sent >= 4 && p.sent < 8 && p.para >= 3);
  }
}

static int set_up(void **state) {
  (void)state;
  press_arena__init(&arena, 1 << 26, &full);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  press_arena__clear(&arena);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(folds),         cmocka_unit_test(folds_long),
      cmocka_unit_test(known_words),   cmocka_unit_test(quotations),
      cmocka_unit_test(rows_in_range), cmocka_unit_test(places),
      cmocka_unit_test(capitals),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
