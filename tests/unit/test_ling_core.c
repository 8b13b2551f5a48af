/** The core with the weights that ship: it runs on anything, tells plain sentences
 *  right, and refuses broken weights. */
#include "lexicon/embed.h"
#include "ling/ling.h"
#include "nn/format.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct fixture {
  press_arena arena;
  jmp_buf full;
  const press_model *model;
} fixture;

static int set_up(void **state) {
  fixture *f = calloc(1, sizeof *f);
  if (!f) return -1;
  press_arena__init(&f->arena, (size_t)4 << 30, &f->full);
  *state = f;
  return press_model__load(&f->arena, press_embed__model(), &f->model, NULL) ? -1 : 0;
}

static int tear_down(void **state) {
  fixture *f = *state;
  press_arena__clear(&f->arena);
  free(f);
  return 0;
}

static press_ling run(fixture *f, press_str text, press_text *t) {
  press_ling l;
  press_text__build(&f->arena, text, t);
  press_ling__build(&f->arena, f->model, NULL, t, &l);
  return l;
}

/** Every promise of ling.h. */
static void check(const press_text *t, const press_ling *l) {
  for (uint32_t i = 0; i < t->n_tokens; i++) {
    const press_word *w = &l->words[i];
    assert_true(w->upos < PRESS_N_UPOS && w->deprel < PRESS_N_DEP && w->xpos != NULL);
    uint32_t v = i, steps = 0;
    for (; v != PRESS_NONE && steps <= t->n_tokens; steps++) {
      assert_int_equal(t->tokens[v].sentence, t->tokens[i].sentence);
      v = l->words[v].head;
    }
    assert_int_equal(v, PRESS_NONE); // no cycle
    assert_true((w->head == PRESS_NONE) == (w->deprel == PRESS_DEP_root));
  }
  for (uint32_t i = 0, last = 0; i < l->n_names; last = l->names[i++].at.end)
    assert_true(l->names[i].at.begin >= last &&
                l->names[i].at.end > l->names[i].at.begin &&
                l->names[i].at.end <= t->n_tokens && l->names[i].type < 3 &&
                l->names[i].score >= 0 && l->names[i].score <= 1.001f);
  for (uint32_t i = 0; i < l->n_attributions; i++) {
    const press_attribution *a = &l->attributions[i];
    assert_true(a->source.n <= 1 && a->content.n >= 1 && a->cue.end > a->cue.begin);
    for (uint32_t k = 0; k < a->content.n; k++)
      assert_true(a->content.at[k].end > a->content.at[k].begin &&
                  a->content.at[k].end <= t->n_tokens);
  }
}

static bool name_is(const press_text *t, press_name n, const char *name, uint8_t type) {
  press_str s = press_str__span(t->raw, press_text__range(t, n.at.begin, n.at.end));
  return n.type == type && press_str__eq(s, press_str__of(name));
}

static bool spans(const press_text *t, press_ranges r, const char *text) {
  return r.n == 1 &&
         press_str__eq(
             press_str__span(t->raw, press_text__range(t, r.at[0].begin, r.at[0].end)),
             press_str__of(text));
}

static void plain_sentence(void **state) {
  press_text t;
  press_ling l = run(*state,
                     S("Germany was warned by Anna Lind on Monday. "
                       "\"We will leave the talks,\" she said."),
                     &t);
  check(&t, &l);
  assert_int_equal(l.words[2].head, PRESS_NONE); // warned
  assert_int_equal(l.words[2].upos, PRESS_UPOS_VERB);
  assert_int_equal(l.words[0].head, 2);
  assert_int_equal(l.words[0].deprel, PRESS_DEP_nsubj);
  assert_true(l.words[0].passive);
  assert_string_equal(l.words[2].xpos, "VBN");
  assert_int_equal(l.n_names, 2);
  assert_true(name_is(&t, l.names[0], "Germany", PRESS_NAME_LOC));
  assert_true(name_is(&t, l.names[1], "Anna Lind", PRESS_NAME_PER));
  bool found = false;
  for (uint32_t i = 0; i < l.n_attributions; i++)
    found |= spans(&t, l.attributions[i].source, "she") &&
             spans(&t, l.attributions[i].content, "\"We will leave the talks,\"");
  assert_true(found);
}

static void odd_texts(void **state) {
  static const char *const texts[] = {"",
                                      " \n\n ",
                                      ".",
                                      "\"",
                                      "\" \" \" \"",
                                      "a\n\nb\n\nc",
                                      "!!!!????....",
                                      "said said said said",
                                      "\xF0\x9F\x98\x80\xF0\x9F\x98\x80",
                                      "-- -- -- --\n\n\"\n\n\"\n\n\""};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    press_text t;
    press_ling l = run(*state, press_str__of(texts[i]), &t);
    check(&t, &l);
  }
}

/** Longer than a stretch: seams show neither in trees nor in attributions, and the
 *  same words far apart get the same answers. */
static void long_text(void **state) {
  fixture *f = *state;
  static const char line[] =
      "Mr Brandt said on Tuesday that the bridge would open in May. "
      "Nobody in the town believed him.\n\n";
  const uint32_t times = 450;
  size_t n = sizeof line - 1;
  char *text = malloc(n * times);
  assert_non_null(text);
  for (uint32_t i = 0; i < times; i++) memcpy(text + i * n, line, n);
  press_text t;
  press_ling l = run(f, (press_str){text, n * times}, &t);
  check(&t, &l);
  uint32_t a = press_text__token_at(&t, (uint32_t)(n * 100)), per = t.n_tokens / times;
  for (uint32_t i = 101; i < times - 20; i++)
    for (uint32_t k = 0; k < per; k++) {
      uint32_t here = l.words[a + (i - 100) * per + k].head, there = l.words[a + k].head;
      assert_int_equal(here == PRESS_NONE ? here : here - (i - 100) * per, there);
    }
  assert_true(l.n_attributions >= times - 5);
  free(text);
}

/** Clauses of the smaller text, longer than a stretch; sanitizers take their time, but
 *  count every byte. */
#ifdef PRESS_ARENA_MALLOC
#define CLAUSES 1600u
#define BLOCK   0u
#else
#define CLAUSES 6000u
#define BLOCK   (8u << 20)
#endif

/** Bytes that the core takes for `times` repetitions of a clause. */
static size_t taken(fixture *f, uint32_t times) {
  static const char clause[] = "he said that ";
  const size_t n = sizeof clause - 1;
  char *text = press_arena__alloc(&f->arena, n * times);
  for (uint32_t i = 0; i < times; i++) memcpy(text + n * i, clause, n);
  press_text t;
  size_t before = f->arena.taken;
  run(f, (press_str){text, n * times}, &t);
  return f->arena.taken - before;
}

/** Scratch is used again: what a sentence or a cue takes does not add up. */
static void memory_stays_flat(void **state) {
  size_t once = taken(*state, CLAUSES), often = taken(*state, 2 * CLAUSES);
  assert_true(often <
              once + (size_t)3 * CLAUSES * 1024 + BLOCK); // 1 kB for each token more
}

/* ---- Broken weights ---- */

/** Loads a copy of the weights with `n` bytes, one of them changed. */
static press_status load(press_str bytes) {
  jmp_buf full;
  press_arena a;
  const press_model *m;
  press_error err = {0};
  press_arena__init(&a, (size_t)1 << 30, &full);
  if (setjmp(full)) fail();
  press_status s = press_model__load(&a, bytes, &m, &err);
  if (s) assert_true(s == PRESS_ERR_FORMAT && err.message[0]);
  press_arena__clear(&a);
  return s;
}

static void cut_weights(void **state) {
  (void)state;
  press_str all = press_embed__model();
  static const size_t lengths[] = {0, 1, 4, 7, 8, 12, 16, 1000, 100000, 1000000, 4000000};
  for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
    if (lengths[i] < all.n)
      assert_int_equal(load(press_str__sub(all, 0, lengths[i])), PRESS_ERR_FORMAT);
  assert_int_equal(load(press_str__sub(all, 0, all.n - 1)), PRESS_ERR_FORMAT);
  assert_int_equal(load(all), PRESS_OK);
}

/** Words of the header changed one at a time; what still loads must still run. */
static void changed_weights(void **state) {
  (void)state;
  press_str all = press_embed__model();
  char *copy = malloc(all.n);
  assert_non_null(copy);
  memcpy(copy, all.at, all.n);
  for (size_t at = 0; at < 64; at += 4)
    for (int k = 0; k < 3; k++) {
      static const uint32_t values[] = {0, 0xFFFFFFFFu, 0x7F800000u};
      memcpy(copy + at, &values[k], 4);
      load((press_str){copy, all.n});
      memcpy(copy + at, all.at + at, 4);
    }
  assert_int_equal(load((press_str){copy, all.n}), PRESS_OK);
  copy[0] ^= 1;
  assert_int_equal(load((press_str){copy, all.n}), PRESS_ERR_FORMAT);
  free(copy);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(plain_sentence), cmocka_unit_test(odd_texts),
      cmocka_unit_test(long_text),      cmocka_unit_test(memory_stays_flat),
      cmocka_unit_test(cut_weights),    cmocka_unit_test(changed_weights),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
