/** What the trainer of pronouns reads, and how the mentions of one person weigh
 *  together. All texts are ours. */
#include "train/rank.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <stdio.h>
#include <unistd.h>

static press_arena arena;
static jmp_buf full;
static char path[64]; /**< of the last file */

/** A temporary file with this text. */
static const char *file(const char *text) {
  strcpy(path, "/tmp/press-coref-XXXXXX");
  int fd = mkstemp(path);
  assert_true(fd >= 0);
  assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
  close(fd);
  return path;
}

/** "begin-end:id" of every marked mention. */
static const char *marks(const t_coref *d) {
  static char out[512];
  size_t n = 0;
  out[0] = 0;
  for (uint32_t i = 0; i < d->gold.n; i++)
    n += (size_t)snprintf(out + n, sizeof out - n, "%s%u-%u", i ? " " : "",
                          d->gold.at[i].at.begin, d->gold.at[i].at.end);
  return out;
}

static void reads_snippets(void **state) {
  (void)state;
  t_corefs c = {.arena = &arena};
  /* offsets are code points: the dash is three bytes */
  const char *gap =
      "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset"
      "\tB-coref\tURL\n"
      "1\tAda – met Eva. She left.\tShe\t15\tAda\t0\tFALSE\tEva\t10\tTRUE\tu\n";
  assert_true(press_coref__gap(&c, file(gap)));
  unlink(path);
  assert_int_equal(c.at.n, 1);
  assert_string_equal(marks(&c.at.at[0]), "0-3 12-15 17-20");
  assert_int_equal(c.at.at[0].gold.at[2].id, 2);
  assert_int_equal(c.at.at[0].pronoun, 17);
}

static void reads_entities(void **state) {
  (void)state;
  t_corefs c = {.arena = &arena};
  const char *gum =
      "# newdoc id = GUM_news_x\n# newpar\n"
      "1\tMayor\tmayor\tNOUN\tNN\t_\t3\tnsubj\t_\tEntity=(1-person-new\n"
      "2\tOrr\tOrr\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)\n"
      "3\tlost\tlose\tVERB\tVBD\t_\t0\troot\t_\t_\n"
      "4\ther\ther\tPRON\tPRP$\t_\t5\tnmod\t_\tEntity=(2-object-new(1-person-giv)\n"
      "5\that\that\tNOUN\tNN\t_\t3\tobj\t_\tEntity=2)|SpaceAfter=No\n"
      "6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n"
      "# newdoc id = "
      "GUM_fiction_x\n1\tShe\tshe\tPRON\tPRP\t_\t0\troot\t_\tEntity=(1-p)\n\n";
  assert_true(press_coref__gum(&c, file(gum)));
  unlink(path);
  assert_int_equal(c.at.n, 1); /* the other genre is not free */
  assert_true(press_str__eq(c.at.at[0].plain, S("Mayor Orr lost her hat.")));
  assert_string_equal(marks(&c.at.at[0]), "0-9 15-18 15-22");
  assert_int_equal(c.at.at[0].gold.at[0].id, c.at.at[0].gold.at[1].id);
  assert_int_equal(c.at.at[0].gold.at[2].head, 19);
}

static void reads_articles(void **state) {
  (void)state;
  t_corefs c = {.arena = &arena};
  const char *article =
      "Ada Orr left. {1:“I slept,”} {1s:she} {1c:said}. {2s:It} {2c:hurt}.\n"
      "---\n# kind\n1 direct | Ada Orr\n2 direct | -\n";
  assert_true(press_coref__article(&c, file(article)));
  unlink(path);
  const t_coref *d = &c.at.at[0];
  assert_true(press_str__starts(d->plain, S("Ada Orr left. “I slept,” she said. It")));
  uint32_t she = press_str__find(d->plain, S("she"));
  assert_int_equal(d->gold.at[d->gold.n - 1].at.begin, she);
  assert_int_equal(d->gold.at[0].id, d->gold.at[d->gold.n - 1].id);
  for (uint32_t i = 0; i < d->gold.n; i++) assert_true(d->gold.at[i].at.begin <= she);
}

/** Two lighter mentions of one outweigh the heavier of another, for he and his. */
static void weighs_together(void **state) {
  (void)state;
  const float weight[] = {-9.0f, 1.0f, 0.8f, 0.8f};
  const uint32_t whom[] = {PRESS_NONE, 4, 7, 7};
  assert_int_equal(press_pronoun__choose(PRESS_USE_HE, weight, whom, 4), 2);
  assert_int_equal(press_pronoun__choose(PRESS_USE_IT, weight, whom, 4), 1);
}

/** What always is right is learnt, and the weights are whole hundredths. */
static void learns(void **state) {
  (void)state;
  float x[2][PRESS_N_CLUES] = {{0}};
  uint32_t whom[] = {PRESS_NONE, 3};
  bool right[] = {false, true};
  x[0][PRESS_CLUE_nobody] = 1.0f;
  x[1][PRESS_CLUE_subject] = 1.0f;
  t_question one = {.use = PRESS_USE_HE, .n = 2, .x = x, .whom = whom, .right = right};
  t_questions q = {.arena = &arena};
  for (int i = 0; i < 64; i++) *PRESS_PUSH(&arena, &q.at) = one;
  press_pronoun_weights *w = calloc(1, sizeof *w);
  press_rank__fit(&q, 0, 0, w);
  assert_int_equal(press_rank__choose(w, &one), 1);
  float hundredths = w->of[PRESS_CLUE_subject][PRESS_USE_HE] / PRESS_PRONOUN_SCALE;
  assert_true(hundredths > 1.0f);
  assert_true((float)(int)(hundredths + 0.5f) - hundredths < 0.01f);
  free(w);
}

int main(void) {
  press_arena__init(&arena, (size_t)64 << 20, &full);
  if (setjmp(full)) return 2;
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_snippets), cmocka_unit_test(reads_entities),
      cmocka_unit_test(reads_articles), cmocka_unit_test(weighs_together),
      cmocka_unit_test(learns),
  };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  press_arena__clear(&arena);
  return failed;
}
