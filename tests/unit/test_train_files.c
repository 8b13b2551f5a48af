/** What the trainer reads and writes: corpora in, weights out. All texts are ours. */
#include "ling/ling.h"
#include "train/export.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <stdio.h>
#include <unistd.h>

static press_arena arena;
static jmp_buf full;
static char *files[16]; /**< removed at the end */
static int n_files;

/** A temporary file with this text; its path. */
static char *file(const char *text) {
  char *path = press_arena__alloc(&arena, 64);
  strcpy(path, "/tmp/press-train-XXXXXX");
  int fd = mkstemp(path);
  assert_true(fd >= 0);
  assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
  close(fd);
  assert_true(n_files < 16);
  return files[n_files++] = path;
}

static const char tree[] = "# newdoc id = one\n"
                           "# newpar id = one-p1\n"
                           "# text = Prices can't rise.\n"
                           "1\tPrices\tprice\tNOUN\tNNS\t_\t4\tnsubj\t_\t_\n"
                           "2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n"
                           "2\tca\tcan\tAUX\tMD\t_\t4\taux\t_\t_\n"
                           "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
                           "4\trise\trise\tVERB\tVB\t_\t0\troot\t_\t_\n"
                           "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
                           "\n"
                           "# newpar id = one-p2\n"
                           "# text = Ana left.\n"
                           "1\tAna\tAna\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n"
                           "2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_\n"
                           "3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n"
                           "\n";

static void reads_trees(void **state) {
  (void)state;
  t_corpus c = {.arena = &arena};
  const char *names = file("Other\tO\n\nAna\tB-PER\nleft\tO\n.\tO\n\n");
  assert_true(press_corpus__tree(&c, file(tree), names, DOMAIN_UNER));
  assert_int_equal(c.docs.n, 1);
  const t_doc *d = &c.docs.at[0];
  assert_int_equal(d->text.n_tokens, 8);
  assert_int_equal(d->text.n_paras, 2);
  assert_true(press_str__eq(d->plain, S("Prices can't rise.\n\nAna left.")));
  assert_int_equal(d->head[0], 4);
  assert_int_equal(d->head[3], 0);
  assert_true(press_str__eq(c.tags.names.at[d->tag[1]], S("AUX MD")));
  assert_true(press_str__eq(c.rels.names.at[d->rel[6]], S("root")));
  assert_int_equal(d->name[0], TAPE_NONE); // the parallel file has no such sentence
  assert_int_equal(d->name[5], 4);         // a person of one word
  press_vocab v = {.n = 1};
  press_corpus__units(&c, &v);
  assert_int_equal(c.docs.at[0].units.n, 9); // with the break
  assert_int_equal(c.docs.at[0].head[5], TAPE_NONE);
  assert_int_equal(c.docs.at[0].sentences[1].begin, 6);
}

static void turns_tags_to_classes(void **state) {
  (void)state;
  const press_str tags[] = {S("B-PER"), S("I-PER"), S("I-PER"), S("O"),
                            S("B-LOC"), S("B-LOC"), S("I-ORG"), S("B-MISC")};
  const uint32_t want[] = {1, 2, 3, 0, 12, 12, 8, 0};
  uint32_t found[8];
  press_corpus__bioes(tags, 8, found);
  assert_memory_equal(found, want, sizeof want);
}

/** Offsets count code points; the silver tokens are cut and written differently. */
static void reads_attributions(void **state) {
  (void)state;
  t_corpus c = {.arena = &arena};
  const char *docs = file(
      "{\"id\":\"a\",\"text\":\"\xE2\x80\x9CNo,\xE2\x80\x9D said Zo\xC3\xAB Lind-Berg.\","
      "\"attributions\":[{\"source\":[[11,24]],\"cue\":[[6,10]],\"content\":[[0,5]]}]}"
      "\n");
  const char *silver = file("``\tO\nNo\tO\n,\tO\n''\tO\nsaid\tO\nZo\xC3\xAB\tB-PER\n"
                            "Lind-Berg\tI-PER\n.\tO\n\n");
  assert_true(press_corpus__attributions(&c, docs, silver));
  const t_doc *d = &c.docs.at[0];
  assert_int_equal(d->n_attrs, 1);
  const t_attr *a = &d->attrs[0];
  press_span cue = press_text__range(&d->text, a->cue[0], a->cue[1]);
  assert_true(press_str__eq(press_str__span(d->text.raw, cue), S("said")));
  assert_int_equal(a->content.n, 1);
  assert_int_equal(a->content.at[0][0], 0);
  assert_int_equal(a->content.at[0][1], a->cue[0]);
  uint32_t first = a->source.at[0][0], end = a->source.at[0][1];
  assert_int_equal(d->name[first], 1);
  for (uint32_t i = first + 1; i + 1 < end; i++) assert_int_equal(d->name[i], 2);
  assert_int_equal(d->name[end - 1], 3);
}

static t_net *small_net(const t_corpus *c, const t_words *w) {
  static t_net net;
  t_config cfg = {.heads = 15, .d0 = 16, .h = 16, .layers = 2, .k = 32, .seed = 3};
  press_net__init(&net, &cfg, c, w->glove, w->n_own);
  return &net;
}

static t_words small_words(const char *extra) {
  static const press_str forms[3] = {{NULL, 0}, {"rise", 4}, {"left", 4}};
  press_str *words = PRESS_NEW(&arena, press_str, 4);
  memcpy(words, forms, sizeof forms);
  words[3] = press_str__of(extra);
  float *rows = PRESS_NEW(&arena, float, 4 * WORDS_GLOVE_DIM);
  return (t_words){
      .vocab = {.n = 4}, .words = words, .n_own = 3, .glove = {4, 100, rows, NULL}};
}

/** What is written is what the library reads; strangers are not joined. */
static void writes_weights(void **state) {
  (void)state;
  t_corpus c = {.arena = &arena};
  assert_true(press_corpus__tree(&c, file(tree), NULL, DOMAIN_UNER));
  t_words w = small_words("ana"), other = small_words("else");
  t_net *net = small_net(&c, &w);
  char *one = file(""), *two = file("");
  const char *both = file("");
  assert_true(press_export__write(one, net, &w, &c));
  assert_true(press_export__write(two, net, &other, &c));
  char *same[] = {one, one}, *mixed[] = {one, two};
  assert_true(press_export__join(&arena, both, same, 2));
  assert_false(press_export__join(&arena, file(""), mixed, 2));
  const press_model *m = NULL;
  press_error err = {0};
  press_status s = press_model__load(&arena, press_corpus__read(&arena, both), &m, &err);
  if (s) fail_msg("%s", err.message);
  press_text t;
  press_ling l;
  press_text__build(&arena, S("Prices rise. \xE2\x80\x9CNo,\xE2\x80\x9D Ana said."), &t);
  press_ling__build(&arena, m, NULL, &t, &l);
  for (uint32_t i = 0; i < t.n_tokens; i++) assert_true(l.words[i].upos < PRESS_N_UPOS);
  press_net__free(net);
}

/** A network read back says what it said, but for the rounding of its tables. */
static void reads_back(void **state) {
  (void)state;
  t_corpus c = {.arena = &arena};
  assert_true(press_corpus__tree(&c, file(tree), NULL, DOMAIN_UNER));
  t_words w = small_words("ana");
  for (uint32_t i = 0; i < 4 * WORDS_GLOVE_DIM; i++) w.glove.v[i] = (float)(i % 7) * 0.1f;
  for (uint32_t i = 1; i < 4; i++) *press_map__put(&arena, &w.vocab.map, w.words[i]) = i;
  press_corpus__units(&c, &w.vocab);
  static t_net back;
  t_net *nets[] = {small_net(&c, &w), &back};
  char *path = file("");
  assert_true(press_export__write(path, nets[0], &w, &c));
  assert_true(press_import__read(path, &w, &c, &back));
  press_tape tape;
  press_tape__init(&tape, 1 << 26, 1);
  t_doc *d = &c.docs.at[0];
  t_mat *tags[2];
  for (int i = 0; i < 2; i++) {
    t_mat *h = press_net__encode(nets[i], &tape, &d, 1);
    tags[i] = press_tape__linear(&tape, h, nets[i]->tag.w, nets[i]->tag.b);
  }
  for (uint32_t i = 0; i < tags[0]->rows * tags[0]->cols; i++)
    assert_float_equal(tags[0]->v[i], tags[1]->v[i], 0.05f);
  assert_false(press_import__read(file("no weights"), &w, &c, &back));
  press_tape__free(&tape);
  press_net__free(nets[0]);
  press_net__free(&back);
}

static void keeps_the_largest(void **state) {
  (void)state;
  const float x[] = {0.05f, 0.4f, 0, 0.1f, 0.2f, 0.02f, 0.03f, 0.2f};
  const uint16_t want[] = {1, 4, 7, 3, 0, 6};
  t_soft y;
  press_soft__of(x, 8, &y);
  assert_memory_equal(y.id, want, sizeof want);
  uint32_t all = 0;
  for (int i = 0; i < 6; i++) all += y.p[i];
  assert_in_range(all, 65532, 65538);
}

/** Other case: the same words, other shapes; offsets stay. */
static void writes_in_other_case(void **state) {
  (void)state;
  t_corpus c = {.arena = &arena};
  assert_true(press_corpus__tree(&c, file(tree), NULL, DOMAIN_UNER));
  press_vocab v = {.n = 2};
  *press_map__put(&arena, &v.map, S("ana")) = 1;
  press_corpus__units(&c, &v);
  press_corpus__recase(&c, &v);
  const t_doc *d = &c.docs.at[0];
  const press_unit *is = &d->written[0].at[6], *low = &d->written[1].at[6]; // "Ana"
  assert_int_equal(is->ids[PRESS_FEAT_WORD], 1);
  assert_int_equal(low->ids[PRESS_FEAT_WORD], 1);
  assert_int_not_equal(is->ids[PRESS_FEAT_SHAPE], low->ids[PRESS_FEAT_SHAPE]);
  assert_int_not_equal(is->ids[PRESS_FEAT_CASING], low->ids[PRESS_FEAT_CASING]);
  assert_int_equal(d->written[1].n, d->units.n);
  assert_int_equal(d->text.raw.at[d->text.tokens[5].at.begin], 'A'); // itself as it was
}

static int set_up(void **state) {
  (void)state;
  press_arena__init(&arena, 1 << 28, &full);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  while (n_files) unlink(files[--n_files]);
  press_arena__clear(&arena);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_trees),          cmocka_unit_test(turns_tags_to_classes),
      cmocka_unit_test(reads_attributions),   cmocka_unit_test(writes_weights),
      cmocka_unit_test(reads_back),           cmocka_unit_test(keeps_the_largest),
      cmocka_unit_test(writes_in_other_case),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
