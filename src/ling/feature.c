#include "ling/feature.h"

#include <utf8proc.h>

/** Code points of a word that its shape looks at. */
#define SHAPE_POINTS 14

/** Marks that are written in several ways. */
static const struct {
  utf8proc_int32_t point;
  const char *plain;
} marks[] = {
    {0x2018, "'"},  {0x2019, "'"},  {0x201A, "'"},  {0x201C, "\""},  {0x201D, "\""},
    {0x201E, "\""}, {0x2013, "--"}, {0x2014, "--"}, {0x2026, "..."}, {0x00A0, " "},
};

static const char *plain_mark(utf8proc_int32_t c) {
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (marks[i].point == c) return marks[i].plain;
  return NULL;
}

/** Next code point; a broken byte stands for itself. */
static utf8proc_int32_t next(press_str *s) {
  unsigned char b = (unsigned char)s->at[0];
  utf8proc_int32_t c = b;
  utf8proc_ssize_t k = 1;
  if (b >= 0x80) {
    k = utf8proc_iterate((const utf8proc_uint8_t *)s->at, (utf8proc_ssize_t)s->n, &c);
    if (k <= 0) c = b, k = 1;
  }
  s->at += k;
  s->n -= (size_t)k;
  return c;
}

static uint32_t put(utf8proc_int32_t c, char *out) {
  const char *plain = c < 0x80 ? NULL : plain_mark(c);
  if (plain) {
    uint32_t n = 0;
    for (; plain[n]; n++) out[n] = plain[n];
    return n;
  }
  if (c < 0x80) {
    out[0] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return 1;
  }
  return (uint32_t)utf8proc_encode_char(utf8proc_tolower(c), (utf8proc_uint8_t *)out);
}

uint32_t press_feature__fold(press_str word, char out[PRESS_FOLD_MAX]) {
  uint32_t n = 0;
  while (word.n && n + 4 <= PRESS_FOLD_MAX) n += put(next(&word), out + n);
  if (n == 2 && (out[0] == '`' || out[0] == '\'') && out[0] == out[1]) {
    out[0] = '"';
    n = 1;
  }
  return n;
}

static uint32_t look_up(const press_vocab *v, char *form, uint32_t n) {
  uint32_t id = press_map__get(&v->map, (press_str){form, n});
  if (id != PRESS_NONE) return id;
  bool digits = false;
  for (uint32_t i = 0; i < n; i++)
    if (form[i] >= '0' && form[i] <= '9') form[i] = '0', digits = true;
  if (!digits) return 0;
  id = press_map__get(&v->map, (press_str){form, n});
  return id == PRESS_NONE ? 0 : id;
}

uint32_t press_feature__word(const press_vocab *v, press_str word) {
  char form[PRESS_FOLD_MAX];
  uint32_t n = press_feature__fold(word, form);
  return look_up(v, form, n);
}

static uint32_t hashed(const char *at, uint32_t n) {
  return 1 + (uint32_t)(press_str__hash((press_str){at, n}) % (PRESS_FEAT_HASHED - 1));
}

static bool inner(char c) {
  return ((unsigned char)c & 0xC0) == 0x80;
}

/** Bytes of the first `k` code points. */
static uint32_t head(const char *s, uint32_t n, uint32_t k) {
  uint32_t i = 0;
  for (; k && i < n; k--) do
      i++;
    while (i < n && inner(s[i]));
  return i;
}

/** Bytes of the last `k` code points. */
static uint32_t tail(const char *s, uint32_t n, uint32_t k) {
  uint32_t i = n;
  for (; k && i; k--) do
      i--;
    while (i && inner(s[i]));
  return n - i;
}

static utf8proc_int32_t shape_of(utf8proc_int32_t c) {
  if (c < 0x80) {
    if (c >= 'A' && c <= 'Z') return 'X';
    if (c >= 'a' && c <= 'z') return 'x';
    return c >= '0' && c <= '9' ? 'd' : c;
  }
  const char *plain = plain_mark(c);
  if (plain) return plain[0];
  switch (utf8proc_category(c)) {
  case UTF8PROC_CATEGORY_LU:
  case UTF8PROC_CATEGORY_LT:
    return 'X';
  case UTF8PROC_CATEGORY_LL:
  case UTF8PROC_CATEGORY_LM:
  case UTF8PROC_CATEGORY_LO:
    return 'x';
  case UTF8PROC_CATEGORY_ND:
    return 'd';
  default:
    return c;
  }
}

/** Letters by class, runs cut to two. */
static uint32_t shape(press_str word, char out[PRESS_FOLD_MAX]) {
  uint32_t n = 0, run = 0;
  utf8proc_int32_t last = -1;
  for (int i = 0; i < SHAPE_POINTS && word.n && n + 4 <= PRESS_FOLD_MAX; i++) {
    utf8proc_int32_t c = shape_of(next(&word));
    run = c == last ? run + 1 : 1;
    last = c;
    if (run > 2) continue;
    n += c < 0x80 ? (out[n] = (char)c, 1u)
                  : (uint32_t)utf8proc_encode_char(c, (utf8proc_uint8_t *)out + n);
  }
  return n;
}

static void describe(const press_vocab *v, press_str word, uint32_t *ids) {
  char form[PRESS_FOLD_MAX];
  uint32_t n = shape(word, form);
  ids[PRESS_FEAT_SHAPE] = hashed(form, n);
  n = press_feature__fold(word, form);
  ids[PRESS_FEAT_PREFIX] = hashed(form, head(form, n, 3));
  uint32_t k = tail(form, n, 3);
  ids[PRESS_FEAT_SUFFIX3] = hashed(form + n - k, k);
  k = tail(form, n, 2);
  ids[PRESS_FEAT_SUFFIX2] = hashed(form + n - k, k);
  ids[PRESS_FEAT_WORD] = look_up(v, form, n);
}

static void put_mark(const press_text *t, const press_quote *q, press_str *as,
                     press_str open, press_str close) {
  if (q->begin >= q->end || q->end > t->n_tokens) return;
  as[q->begin] = open;
  if (q->closed && q->end - q->begin > 1) as[q->end - 1] = close;
}

const press_str *press_feature__words(press_arena *arena, const press_text *t) {
  press_str *as = PRESS_NEW(arena, press_str, t->n_tokens);
  for (uint32_t i = 0; i < t->n_tokens; i++)
    as[i] = press_str__span(t->raw, t->tokens[i].at);
  for (uint32_t k = 0; k < t->n_quotes; k++) {
    const press_quote *q = &t->quotes[k];
    if (q->single && q->parent == PRESS_NONE)
      put_mark(t, q, as, S("\xE2\x80\x9C"), S("\xE2\x80\x9D"));
    else if (!q->single && q->parent != PRESS_NONE && t->quotes[q->parent].single)
      put_mark(t, q, as, S("\xE2\x80\x98"), S("\xE2\x80\x99"));
  }
  return as;
}

void press_feature__build(press_arena *arena, const press_vocab *vocab,
                          const press_text *t, press_units *out) {
  const press_str *words = press_feature__words(arena, t);
  press_unit *u = PRESS_NEW(arena, press_unit, t->n_tokens + t->n_paras);
  uint32_t *of = PRESS_NEW(arena, uint32_t, t->n_tokens);
  uint32_t n = 0, para = PRESS_NONE;
  press_unit brk = {.token = PRESS_NONE};
  describe(vocab, S("\n"), brk.ids);
  for (uint32_t i = 0; i < t->n_tokens; i++) {
    uint32_t p = t->sentences[t->tokens[i].sentence].para;
    if (i && p != para && n < i + t->n_paras) {
      u[n] = brk;
      u[n].sentence = t->tokens[i - 1].sentence;
      u[n++].para = p;
    }
    para = p;
    of[i] = n;
    u[n].token = i;
    u[n].sentence = t->tokens[i].sentence;
    u[n].para = p;
    describe(vocab, words[i], u[n++].ids);
  }
  *out = (press_units){u, of, n};
  press_feature__quotes(arena, words, out, u);
  press_feature__casing(arena, t, out, u);
}
