/** Sentences with given actors: what the classifier of event types learns from. */
#include "base/limits.h"
#include "train/event_data.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static press_engine *engine;
static press_doc doc;
static press_context cx;
static jmp_buf full;

/** Features of the actors at those words; false where there are none. */
static bool features(const char *text, const char *s, const char *t, press_features *f) {
  const char *words[] = {s, t};
  t_actor actors[2];
  uint32_t n = 0;
  for (int i = 0; i < 2; i++) {
    if (!words[i]) continue;
    uint32_t at = press_str__find(press_str__of(text), press_str__of(words[i]));
    assert_int_not_equal(at, PRESS_NONE);
    actors[n++] = (t_actor){at, at + (uint32_t)strlen(words[i]), i ? S("t") : S("s")};
  }
  doc = (press_doc){0};
  press_arena__init(&doc.arena, PRESS_LIMIT_ARENA_TOTAL, &full);
  if (setjmp(full)) fail();
  press_event_data__build(&doc, engine, press_str__of(text), actors, n, &cx);
  *f = (press_features){0};
  return press_event_data__features(&doc, &cx, f);
}

static const char *label(const press_features *f) {
  float p[PRESS_LINEAR_LABELS];
  const press_linear *m = &engine->lexicon.event_types;
  press_linear__apply(m, f, p);
  uint32_t best = press_linear__best(m, p);
  assert_int_not_equal(best, PRESS_NONE);
  return press_str__cstr(&doc.arena, m->labels[best]);
}

/** Types of pairs, one side missing too. */
static void types(void **state) {
  (void)state;
  static const struct {
    const char *text, *s, *t, *type;
  } rows[] = {
      {"Norway has condemned Iceland over the quota.", "Norway", "Iceland", "ACCUSE"},
      {"Iceland was invaded by Norway.", "Norway", "Iceland", "ASSAULT"},
      {"Norway promised to send food to Iceland.", "Norway", "Iceland", "AGREE"},
      {"Norway urged Iceland to free the crew.", "Norway", "Iceland", "REQUEST"},
      {"Norway will not free the crew of the trawler.", "Norway", NULL, "REJECT"},
      {"Police have arrested the captain.", NULL, "captain", "COERCE"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    press_features f;
    assert_true(features(rows[i].text, rows[i].s, rows[i].t, &f));
    assert_string_equal(label(&f), rows[i].type);
    press_arena__clear(&doc.arena);
  }
}

static uint64_t sum(const press_features *f) {
  uint64_t x = 0;
  for (uint32_t i = 0; i < f->n; i++) x += f->at[i].key;
  return x;
}

/** Who does it to whom makes a difference; nobody at all has no features. */
static void sides(void **state) {
  (void)state;
  press_features f;
  assert_true(features("Norway has condemned Iceland.", "Norway", "Iceland", &f));
  uint64_t one = sum(&f);
  press_arena__clear(&doc.arena);
  assert_true(features("Norway has condemned Iceland.", "Iceland", "Norway", &f));
  assert_true(sum(&f) != one);
  press_arena__clear(&doc.arena);
  assert_false(features("Norway has condemned Iceland.", NULL, NULL, &f));
  press_arena__clear(&doc.arena);
}

static void groups(void **state) {
  (void)state;
  uint32_t one = press_event_data__group(S("Norway , he said , 's left ."));
  assert_int_equal(one, press_event_data__group(S("Norway, he said, ’s left.")));
  assert_int_not_equal(one, press_event_data__group(S("Norway, she said, ’s left.")));
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(types), cmocka_unit_test(sides),
                                     cmocka_unit_test(groups)};
  if (press_engine_new(&engine, NULL, NULL)) return 1;
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  press_engine_free(engine);
  return failed;
}
