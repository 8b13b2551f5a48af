/** Examples, rows, files and measures; the optimiser is lbfgs.c. */
#include "train/linear.h"

#include "base/buf.h"
#include "nn/format.h"
#include "train/lbfgs.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

bool press_fit__option(t_fit *o, const char *arg) {
  float x;
  uint32_t n;
  if (sscanf(arg, "l1=%f", &x) == 1) return o->l1 = x, true;
  if (sscanf(arg, "l2=%f", &x) == 1) return o->l2 = x, true;
  if (sscanf(arg, "least=%u", &n) == 1) return o->least = n, true;
  if (sscanf(arg, "steps=%u", &n) == 1) return o->steps = n, true;
  if (sscanf(arg, "folds=%u", &n) == 1) return o->folds = n ? n : 1, true;
  return false;
}

static uint32_t label_of(t_examples *e, press_str label) {
  for (uint32_t i = 0; i < e->labels.n; i++)
    if (press_str__eq(e->labels.at[i], label)) return i;
  *PRESS_PUSH(e->arena, &e->labels) = press_str__copy(e->arena, label);
  return e->labels.n - 1;
}

t_example *press_examples__add(t_examples *e, const press_features *f, press_str label,
                               uint32_t group) {
  press_features copy = {PRESS_NEW(e->arena, press_feature, f->n), f->n, f->n};
  if (f->n) memcpy(copy.at, f->at, f->n * sizeof *f->at);
  t_example *x = PRESS_PUSH(e->arena, &e->all);
  *x = (t_example){copy, label_of(e, label), group, 1};
  return x;
}

/* ---- Rows: which features are learnt ---- */

typedef struct t_seen {
  uint32_t key, example;
} t_seen;

static int by_key(const void *x, const void *y) {
  const t_seen *a = x, *b = y;
  if (a->key != b->key) return a->key < b->key ? -1 : 1;
  return (a->example > b->example) - (a->example < b->example);
}

static bool left_out(const t_example *x, const t_fit *o, uint32_t without) {
  return x->group % o->folds == without;
}

/** Sorted keys that occur in enough examples. */
static uint32_t *choose_rows(const t_examples *e, const t_fit *o, uint32_t without,
                             uint32_t *n) {
  size_t room = 0, m = 0;
  for (uint32_t i = 0; i < e->all.n; i++) room += e->all.at[i].f.n;
  t_seen *seen = PRESS_NEW(e->arena, t_seen, room);
  for (uint32_t i = 0; i < e->all.n; i++) {
    const t_example *x = &e->all.at[i];
    for (uint32_t k = 0; k < x->f.n && !left_out(x, o, without); k++)
      seen[m++] = (t_seen){press_linear__short(x->f.at[k].key), i};
  }
  qsort(seen, m, sizeof *seen, by_key);
  uint32_t *rows = PRESS_NEW(e->arena, uint32_t, m);
  *n = 0;
  for (size_t i = 0, count = 0; i < m; i++) {
    bool first = i == 0 || seen[i].key != seen[i - 1].key;
    count = first ? 1 : count + (seen[i].example != seen[i - 1].example);
    bool last = i + 1 == m || seen[i + 1].key != seen[i].key;
    if (last && count >= o->least) rows[(*n)++] = seen[i].key;
  }
  return rows;
}

static uint32_t find_row(const uint32_t *rows, uint32_t n, uint32_t key) {
  uint32_t lo = 0, hi = n;
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    if (rows[mid] < key)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo < n && rows[lo] == key ? lo : PRESS_NONE;
}

/** The examples as rows of numbers; `p->w` is theirs to fill. */
static void gather(const t_examples *e, const t_fit *o, uint32_t without,
                   const uint32_t *rows, t_problem *p) {
  size_t room = 0;
  for (uint32_t i = 0; i < e->all.n; i++) room += e->all.at[i].f.n;
  p->row = PRESS_NEW(e->arena, uint32_t, room);
  p->value = PRESS_NEW(e->arena, float, room);
  p->begin = PRESS_NEW(e->arena, size_t, e->all.n + 1);
  p->label = PRESS_NEW(e->arena, uint32_t, e->all.n);
  p->weight = PRESS_NEW(e->arena, float, e->all.n);
  size_t m = 0;
  for (uint32_t i = 0; i < e->all.n; i++) {
    const t_example *x = &e->all.at[i];
    if (left_out(x, o, without)) continue;
    for (uint32_t k = 0; k < x->f.n; k++) {
      uint32_t r = find_row(rows, p->n_rows, press_linear__short(x->f.at[k].key));
      if (r != PRESS_NONE) p->row[m] = r, p->value[m++] = x->f.at[k].value;
    }
    p->label[p->n] = x->label;
    p->weight[p->n++] = x->weight;
    p->begin[p->n] = m;
  }
}

/* ---- The file ---- */

static void put(press_arena *a, press_buf *b, const void *x, size_t n) {
  static const char zeros[4];
  press_buf__add(a, b, (press_str){x, n});
  press_buf__add(a, b, (press_str){zeros, (4 - n % 4) % 4});
}

static void put32(press_arena *a, press_buf *b, uint32_t x) {
  put(a, b, &x, sizeof x);
}

static void put_floats(press_arena *a, press_buf *b, const float *x, uint32_t n) {
  put32(a, b, PRESS_TENSOR_FLOAT);
  put32(a, b, 1);
  put32(a, b, n);
  put(a, b, x, n * sizeof *x);
}

static void put_labels(press_arena *a, press_buf *b, const t_examples *e) {
  press_buf names = {0};
  for (uint32_t i = 0; i < e->labels.n; i++) {
    press_buf__add(a, &names, e->labels.at[i]);
    press_buf__add(a, &names, (press_str){"", 1});
  }
  put32(a, b, e->labels.n);
  put32(a, b, names.n);
  put(a, b, names.at, names.n);
}

/** Largest weight of each label, as 127. */
static float *scales(press_arena *a, const t_problem *p) {
  float *s = PRESS_NEW(a, float, p->labels);
  for (size_t i = 0; i < (size_t)p->n_rows * p->labels; i++) {
    float x = fabsf(p->w[i]) / 127;
    if (x > s[i % p->labels]) s[i % p->labels] = x;
  }
  for (uint32_t c = 0; c < p->labels; c++)
    if (!(s[c] > 0)) s[c] = 1;
  return s;
}

/** Rounded; what rounds to nothing is left out, and rows of nothing too. */
static press_str pack(const t_examples *e, const t_problem *p, const uint32_t *keys) {
  press_arena *a = e->arena;
  press_buf b = {0}, entries = {0}, offsets = {0}, kept = {0};
  const float *scale = scales(a, p);
  uint32_t rows = 0, n = 0;
  put32(a, &offsets, 0);
  for (uint32_t r = 0; r < p->n_rows; r++) {
    uint32_t before = n;
    for (uint32_t c = 0; c < p->labels; c++) {
      long q = lrintf(p->w[(size_t)r * p->labels + c] / scale[c]);
      if (!q) continue;
      char pair[2] = {(char)c, (char)q};
      press_buf__add(a, &entries, (press_str){pair, 2});
      n++;
    }
    if (n == before) continue;
    put32(a, &kept, keys[r]);
    put32(a, &offsets, n);
    rows++;
  }
  put32(a, &b, PRESS_LINEAR_MAGIC);
  put32(a, &b, PRESS_LINEAR_VERSION);
  put_labels(a, &b, e);
  put32(a, &b, rows);
  put32(a, &b, n);
  put_floats(a, &b, scale, p->labels);
  put_floats(a, &b, p->w + (size_t)p->n_rows * p->labels, p->labels);
  put(a, &b, kept.at, kept.n);
  put(a, &b, offsets.at, offsets.n);
  put(a, &b, entries.at, entries.n);
  return press_buf__str(&b);
}

press_str press_fit__bytes(const t_examples *e, const t_fit *o, uint32_t without) {
  t_problem p = {.labels = e->labels.n, .l1 = o->l1, .l2 = o->l2};
  const uint32_t *rows = choose_rows(e, o, without, &p.n_rows);
  gather(e, o, without, rows, &p);
  p.w = PRESS_NEW(e->arena, float, ((size_t)p.n_rows + 1) * p.labels);
  press_lbfgs__run(e->arena, &p, o->steps);
  return pack(e, &p, rows);
}

/** Keeps the bytes and gives back the working memory. */
static press_str fitted(const t_examples *e, const t_fit *o, uint32_t without) {
  press_arena_mark mark = press_arena__mark(e->arena);
  press_str s = press_fit__bytes(e, o, without);
  char *kept = malloc(s.n);
  if (!kept) abort();
  memcpy(kept, s.at, s.n);
  press_arena__rewind(e->arena, mark);
  press_str copy = press_str__copy(e->arena, (press_str){kept, s.n});
  free(kept);
  return copy;
}

static bool save(press_str s, const char *path) {
  FILE *f = fopen(path, "wb");
  bool good = f && fwrite(s.at, 1, s.n, f) == s.n;
  if (f && fclose(f)) good = false;
  if (!good) fprintf(stderr, "press-train: cannot write %s\n", path);
  return good;
}

bool press_fit__write(const t_examples *e, const t_fit *o, const char *path) {
  return save(fitted(e, o, PRESS_NONE), path);
}

bool press_fit__write_rows(const t_examples *e, const uint32_t *keys, uint32_t n_rows,
                           float *w, const char *path) {
  t_problem p = {.n_rows = n_rows, .labels = e->labels.n, .w = w};
  return save(pack(e, &p, keys), path);
}

bool press_fit__write_folds(const t_examples *e, const t_fit *o, const char *path) {
  bool good = true;
  for (uint32_t k = 0; k < o->folds; k++) {
    press_str to = press_str__format(e->arena, "%s.%u", path, k);
    good = save(fitted(e, o, k), press_str__cstr(e->arena, to)) && good;
  }
  return good;
}

/* ---- Measures ---- */

float *press_fit__cross(const t_examples *e, const t_fit *o) {
  float *p = PRESS_NEW(e->arena, float, (size_t)e->all.n * e->labels.n);
  for (uint32_t k = 0; k < o->folds; k++) {
    press_linear m;
    press_error err = {0};
    if (press_linear__load(e->arena, fitted(e, o, k), &m, &err)) abort();
    for (uint32_t i = 0; i < e->all.n; i++)
      if (left_out(&e->all.at[i], o, k))
        press_linear__apply(&m, &e->all.at[i].f, p + (size_t)i * e->labels.n);
  }
  return p;
}

static double f1(const uint32_t count[3]) {
  uint32_t both = count[1] + count[2];
  return both ? 2.0 * count[0] / both : 0;
}

void press_fit__report(const t_examples *e, const t_fit *o, const char *name) {
  const uint32_t n = e->labels.n;
  const float *p = press_fit__cross(e, o);
  uint32_t(*count)[3] = calloc(n ? n : 1, sizeof *count); /* right, gold, found */
  uint32_t right = 0;
  if (!count) abort();
  for (uint32_t i = 0; i < e->all.n; i++) {
    uint32_t gold = e->all.at[i].label, got = 0;
    for (uint32_t c = 1; c < n; c++)
      if (p[(size_t)i * n + c] > p[(size_t)i * n + got]) got = c;
    count[gold][0] += gold == got;
    count[gold][1]++;
    count[got][2]++;
    right += gold == got;
  }
  double macro = 0;
  for (uint32_t c = 0; c < n; c++) macro += f1(count[c]) / n;
  printf("%s: %u examples, %u folds: accuracy %.3f, macro-F1 %.3f\n", name, e->all.n,
         o->folds, e->all.n ? (double)right / e->all.n : 0, macro);
  for (uint32_t c = 0; c < n; c++)
    printf("  %-20.*s %5u  F1 %.3f\n", SFMT(e->labels.at[c]), count[c][1], f1(count[c]));
  free(count);
}
