/* Seeded random text, made of pieces that the stages trip over: the layer's promises
 *  hold for each, and straight and curly marks are read alike. */
#include "base/limits.h"
#include "base/utf8.h"
#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#define ROUNDS  3000
#define PIECES  60
#define ROOM    (PIECES * 16)
#define BIG     (1u << 18)
#define SECONDS 2.0 /**< for BIG bytes on a slow, busy machine */

static const char *const pieces[] = {
    "the ",
    "Roe ",
    "said",
    ".",
    ". ",
    ", ",
    "\n",
    "\r\n",
    "\"",
    "\" ",
    " \"",
    "'",
    "' ",
    " '",
    "''",
    "``",
    "U.S.",
    "Mr. ",
    "5",
    "bn ",
    "-",
    "--",
    " - ",
    "(",
    ")",
    "...",
    "?",
    "! ",
    "n't ",
    "'s ",
    "s' ",
    "6'2\"",
    "J. ",
    "a@b.c",
    "http://x.y/",
    "www.",
    "#a",
    "$",
    "/",
    "&",
    "Cafe ",
    "\n\n",
    "LONDON ",
    "[",
    "]",
    ":",
    "*",
    "\t",
    "\f",
    "no. ",
    "\xE2\x80\x9C",
    "\xE2\x80\x9D",
    "\xE2\x80\x98",
    "\xE2\x80\x99",
    "\xE2\x80\x94",
    "\xC2\xA0",
    "\xC2\xAD",
    "\xE2\x80\x8B",
    "\xEF\xBB\xBF",
    "\xE4\xB8\xAD",
    "\xF0\x9F\x98\x80",
};

static press_arena arena;
static jmp_buf out_of_memory;

static uint32_t next_random(uint32_t *seed) {
  *seed = *seed * 1664525u + 1013904223u;
  return *seed >> 8;
}

static press_str random_text(uint32_t seed, char *out) {
  size_t n = 0;
  uint32_t count = next_random(&seed) % PIECES;
  for (uint32_t i = 0; i < count; i++) {
    const char *p = pieces[next_random(&seed) % (sizeof pieces / sizeof *pieces)];
    memcpy(out + n, p, strlen(p));
    n += strlen(p);
  }
  return (press_str){out, n};
}

/* ---- Promises ---- */

static bool is_blank_between(press_str raw, size_t from, size_t to) {
  for (size_t i = from; i < to;) {
    press_char class = press_utf8__class(press_utf8__next(raw, &i));
    if (class != PRESS_CHAR_BLANK && class != PRESS_CHAR_HIDDEN) return false;
  }
  return true;
}

static const char *check_tokens(const press_text *t) {
  uint32_t end = 0;
  for (uint32_t i = 0; i < t->n_tokens; i++) {
    press_span at = t->tokens[i].at;
    if (at.begin < end || at.end <= at.begin || at.end > t->raw.n) return "token order";
    if (!is_blank_between(t->raw, end, at.begin)) return "text outside tokens";
    if (t->tokens[i].low.n == 0) return "empty form";
    if (t->tokens[i].sentence >= t->n_sentences) return "sentence of a token";
    end = at.end;
  }
  return is_blank_between(t->raw, end, t->raw.n) ? NULL : "text behind tokens";
}

static const char *check_sentences(const press_text *t) {
  uint32_t next = 0;
  for (uint32_t i = 0; i < t->n_sentences; i++) {
    const press_sentence *s = &t->sentences[i];
    if (s->begin != next || s->end <= s->begin) return "sentences do not part tokens";
    if (s->end - s->begin > PRESS_LIMIT_SENTENCE_TOKENS) return "long sentence";
    for (uint32_t k = s->begin; k < s->end; k++)
      if (t->tokens[k].sentence != i) return "sentence of a token";
    if (s->para >= t->n_paras || s->begin < t->paras[s->para].begin ||
        s->end > t->paras[s->para].end)
      return "sentence outside its paragraph";
    next = s->end;
  }
  return next == t->n_tokens ? NULL : "tokens without a sentence";
}

static const char *check_paras(const press_text *t) {
  uint32_t token = 0, sentence = 0;
  for (uint32_t i = 0; i < t->n_paras; i++) {
    const press_para *p = &t->paras[i];
    if (p->begin != token || p->end <= p->begin) return "paragraphs do not part tokens";
    if (p->first != sentence || p->last_sentence <= p->first)
      return "paragraph's sentences";
    if (p->at.begin != t->tokens[p->begin].at.begin) return "paragraph's begin";
    if (p->at.end != t->tokens[p->end - 1].at.end) return "paragraph's end";
    token = p->end;
    sentence = p->last_sentence;
  }
  return token == t->n_tokens ? NULL : "tokens without a paragraph";
}

static const char *check_quotes(const press_text *t) {
  for (uint32_t i = 0; i < t->n_quotes; i++) {
    const press_quote *q = &t->quotes[i];
    if (q->end <= q->begin || q->end > t->n_tokens) return "quotation's tokens";
    if (i && q->begin < q[-1].begin) return "order of quotations";
    if (q->at.begin != t->tokens[q->begin].at.begin) return "quotation's begin";
    if (q->at.end != t->tokens[q->end - 1].at.end) return "quotation's end";
    if (t->tokens[q->begin].kind != PRESS_TOKEN_QUOTE) return "no mark at the begin";
    if (q->closed && t->tokens[q->end - 1].kind != PRESS_TOKEN_QUOTE)
      return "no mark at the end";
    if (q->parent != PRESS_NONE &&
        (q->parent >= i || q->begin < t->quotes[q->parent].begin ||
         q->end > t->quotes[q->parent].end))
      return "quotation outside its parent";
    if (q->continues != PRESS_NONE &&
        (q->continues >= i || t->quotes[q->continues].closed))
      return "continues a closed one";
  }
  return NULL;
}

static const char *check(const press_text *t) {
  const char *(*const checks[])(const press_text *) = {check_tokens, check_sentences,
                                                       check_paras, check_quotes};
  for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
    const char *broken = checks[i](t);
    if (broken) return broken;
  }
  return NULL;
}

static void promises_hold(void **state) {
  (void)state;
  char text[ROOM];
  for (uint32_t seed = 1; seed <= ROUNDS; seed++) {
    press_str raw = random_text(seed, text);
    press_text t;
    assert_int_equal(press_text__check(raw, NULL), PRESS_OK);
    press_text__build(&arena, raw, &t);
    const char *broken = check(&t);
    if (broken) fail_msg("seed %u: %s in\n%.*s", seed, broken, SFMT(raw));
    press_arena__clear(&arena);
  }
}

/* ---- Straight and curly ---- */

static const char *const sayings[] = {
    "%cThe plan is late,%d Roe said.\n",
    "Doe called it %ca %enew%f day%d for all.\n",
    "%cIt isn%ft ours,%d she said. %cIt%fs theirs.%d\n",
    "The boys%f club has %cno%d room.\n",
    "%eWell%f, he said of the %f90s.\n",
};

/** Writes `saying` with marks of one kind: %c %d double, %e %f single. */
static size_t spell(const char *saying, bool curly, char *out) {
  static const char *const marks[2][4] = {
      {"\"", "\"", "'", "'"},
      {"\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x98", "\xE2\x80\x99"}};
  size_t n = 0;
  for (const char *p = saying; *p; p++) {
    if (*p != '%') {
      out[n++] = *p;
      continue;
    }
    const char *mark = marks[curly][*++p - 'c'];
    memcpy(out + n, mark, strlen(mark));
    n += strlen(mark);
  }
  return n;
}

static press_text read_sayings(uint32_t seed, bool curly, char *out) {
  press_str raw = {out, 0};
  for (int i = 0; i < 6; i++)
    raw.n += spell(sayings[next_random(&seed) % 5], curly, out + raw.n);
  press_text t;
  press_text__build(&arena, raw, &t);
  return t;
}

static void straight_and_curly_agree(void **state) {
  (void)state;
  char one[2000], two[2000];
  for (uint32_t seed = 1; seed <= 200; seed++) {
    press_text a = read_sayings(seed, false, one), b = read_sayings(seed, true, two);
    assert_int_equal(a.n_tokens, b.n_tokens);
    assert_int_equal(a.n_sentences, b.n_sentences);
    assert_int_equal(a.n_quotes, b.n_quotes);
    for (uint32_t i = 0; i < a.n_tokens; i++) {
      assert_true(press_str__eq(a.tokens[i].low, b.tokens[i].low));
      assert_int_equal(a.tokens[i].quoted, b.tokens[i].quoted);
      assert_int_equal(a.tokens[i].kind, b.tokens[i].kind);
    }
    press_arena__clear(&arena);
  }
}

/* ---- Time ---- */

static void hostile_text_is_quick(void **state) {
  (void)state;
  static char text[BIG];
  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
    size_t size = strlen(pieces[i]), n = 0;
    for (; n + size <= BIG; n += size) memcpy(text + n, pieces[i], size);
    press_text t;
    clock_t begin = clock();
    press_text__build(&arena, (press_str){text, n}, &t);
    double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    if (seconds > SECONDS) fail_msg("\"%s\": %.1f s", pieces[i], seconds);
    assert_null(check(&t));
    press_arena__clear(&arena);
  }
}

static int begin(void **state) {
  (void)state;
  press_arena__init(&arena, (size_t)4 << 30, &out_of_memory);
  return setjmp(out_of_memory) ? -1 : 0;
}

static int end(void **state) {
  (void)state;
  press_arena__clear(&arena);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(promises_hold),
      cmocka_unit_test(straight_and_curly_agree),
      cmocka_unit_test(hostile_text_is_quick),
  };
  return cmocka_run_group_tests(tests, begin, end);
}
