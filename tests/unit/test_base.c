/** Arena, map, strings, tables: what every layer stands on. */
#include "base/map.h"
#include "base/vec.h"
#include "lexicon/table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static press_arena arena;
static jmp_buf out;

static int set_up(void **state) {
  (void)state;
  press_arena__init(&arena, 1 << 20, &out);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  press_arena__clear(&arena);
  return 0;
}

static void test_arena_zeroes(void **state) {
  (void)state;
  press_arena_mark mark = press_arena__mark(&arena);
  memset(press_arena__alloc(&arena, 1000), 0x55, 1000);
  press_arena__rewind(&arena, mark);
  const unsigned char *p = press_arena__alloc(&arena, 1000);
  for (int i = 0; i < 1000; i++) assert_int_equal(p[i], 0);
}

static void test_rewind_gives_back(void **state) {
  (void)state;
  char *kept = press_arena__alloc(&arena, 10);
  memcpy(kept, "kept", 5);
  press_arena_mark mark = press_arena__mark(&arena);
  size_t before = arena.taken;
  for (int i = 0; i < 100; i++) press_arena__alloc(&arena, 5000);
  assert_true(arena.taken > before);
  press_arena__rewind(&arena, mark);
  assert_int_equal(arena.taken, before);
  assert_string_equal(kept, "kept");
}

static void test_cap_jumps(void **state) {
  (void)state;
  if (setjmp(out) == 0) {
    for (;;) press_arena__alloc(&arena, 64 << 10);
  }
  assert_true(arena.taken <= 1 << 20);
  if (setjmp(out) == 0) {
    press_arena__array(&arena, SIZE_MAX / 2, 16); /* the product overflows */
    fail();
  }
}

static void test_vec_keeps(void **state) {
  (void)state;
  PRESS_VEC(uint32_t) v = {0};
  for (uint32_t i = 0; i < 1000; i++) *PRESS_PUSH(&arena, &v) = i * i;
  assert_int_equal(v.n, 1000);
  for (uint32_t i = 0; i < 1000; i++) assert_int_equal(v.at[i], i * i);
}

static void test_map(void **state) {
  (void)state;
  press_map m = {0};
  assert_int_equal(press_map__get(&m, S("x")), PRESS_NONE);
  for (uint32_t i = 0; i < 500; i++)
    *press_map__put(&arena, &m, press_str__format(&arena, "key %u", i)) = i;
  assert_int_equal(m.n, 500);
  assert_int_equal(press_map__get(&m, S("key 77")), 77);
  assert_int_equal(press_map__get(&m, S("key 500")), PRESS_NONE);
  assert_int_equal(*press_map__put(&arena, &m, S("key 77")), 77);
}

static void test_str(void **state) {
  (void)state;
  press_str rest;
  assert_true(press_str__eq(press_str__cut(S("a\tb\tc"), '\t', &rest), S("a")));
  assert_true(press_str__eq(rest, S("b\tc")));
  press_str__cut(S("abc"), '\t', &rest);
  assert_null(rest.at);
  assert_int_equal(press_str__find(S("a needle"), S("needle")), 2);
  assert_int_equal(press_str__find(S("need"), S("needle")), PRESS_NONE);
  assert_true(press_str__eq(press_str__trim(S(" \t x \n")), S("x")));
  assert_true(press_str__eq_nocase(S("AbC"), S("aBc")));
  assert_true(press_str__cmp(S("ab"), S("abc")) < 0);
  assert_true(press_str__eq(press_str__join(&arena, S("a"), S(", "), S("")), S("a")));
  assert_true(press_str__eq(press_str__join(&arena, S("a"), S(", "), S("b")), S("a, b")));
  assert_true(press_str__eq(press_str__sub(S("abc"), 2, 99), S("c")));
  assert_true(press_str__is(press_str__last_word(S("one two three")), "three"));
  assert_true(press_str__is(press_str__last_word(S("one")), "one"));
  assert_false(press_str__is(S("one"), "on"));
}

static void test_table(void **state) {
  (void)state;
  press_table t;
  press_error err = {0};
  press_str bytes = S("# comment\none two\t1.5\tx\r\n\nkey\t\nkey\t7\n");
  assert_int_equal(press_table__load(&arena, S("t"), bytes, &t, &err), PRESS_OK);
  assert_int_equal(t.n, 3);
  assert_int_equal(t.longest, 2);
  const press_row *r = press_table__find(&t, S("one two"));
  assert_non_null(r);
  assert_true(press_row__number(r, 1, 0) > 1.49 && press_row__number(r, 1, 0) < 1.51);
  assert_true(press_row__number(r, 2, -1) < 0); /* "x" is no number */
  assert_true(press_str__eq(r->column[2], S("x")));
  r = press_table__find(&t, S("key"));
  assert_int_equal(r->column[1].n, 0);
  assert_true(press_str__eq(t.rows[r->next].column[1], S("7")));
  assert_null(press_table__find(&t, S("absent")));
}

static void test_table_refuses(void **state) {
  (void)state;
  press_table t;
  press_error err = {0};
  assert_int_equal(press_table__load(&arena, S("t"), S("ok\t1\n\tno key\n"), &t, &err),
                   PRESS_ERR_FORMAT);
  assert_int_equal(err.line, 2);
  err = (press_error){0};
  assert_int_equal(
      press_table__load(&arena, S("t"), S("1\t2\t3\t4\t5\t6\t7\t8\t9\n"), &t, &err),
      PRESS_ERR_FORMAT);
}

int main(void) {
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(test_arena_zeroes), TEST(test_rewind_gives_back),
      TEST(test_cap_jumps),    TEST(test_vec_keeps),
      TEST(test_map),          TEST(test_str),
      TEST(test_table),        TEST(test_table_refuses)};
  return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
