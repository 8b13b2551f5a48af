#include "nn/linear.h"

#include "base/vec.h"
#include "nn/format.h"
#include "nn/reader.h"

#include <math.h>

/* What a file may hold, and a feature's value. */
#define MOST_ROWS    (1u << 22)
#define MOST_ENTRIES (1u << 26)
#define MOST_VALUE   1e6f

static uint64_t mix(uint64_t h, uint64_t x) {
  h = (h ^ x) * 0x9e3779b97f4a7c15u;
  return h ^ (h >> 29);
}

uint64_t press_linear__key(const char *kind, press_str x, press_str y) {
  uint64_t h = mix(press_str__hash(press_str__of(kind)), press_str__hash(x));
  return mix(h, y.n ? press_str__hash(y) : 0) * 0xbf58476d1ce4e5b9u;
}

uint32_t press_linear__short(uint64_t key) {
  return (uint32_t)(key >> 32);
}

void press_linear__add(press_arena *a, press_features *f, const char *kind, press_str x,
                       press_str y, float value) {
  *PRESS_PUSH(a, f) = (press_feature){press_linear__key(kind, x, y), value};
}

static uint32_t word(const char *at, uint32_t i) {
  uint32_t x;
  memcpy(&x, at + 4 * (size_t)i, sizeof x);
  return x;
}

/** Whether keys and offsets rise and every entry is of a label. */
static bool sound(const press_linear *m, uint32_t entries) {
  if (word(m->offsets, 0) != 0 || word(m->offsets, m->n_rows) != entries) return false;
  for (uint32_t r = 0; r < m->n_rows; r++) {
    if (r && word(m->keys, r - 1) >= word(m->keys, r)) return false;
    if (word(m->offsets, r) > word(m->offsets, r + 1)) return false;
  }
  for (uint32_t e = 0; e < entries; e++)
    if ((uint8_t)m->entry[2 * (size_t)e] >= m->n_labels) return false;
  return true;
}

static void read(press_reader *r, press_linear *m) {
  m->labels = press_reader__strings(r, PRESS_LINEAR_LABELS, &m->n_labels);
  m->n_rows = press_reader__u32(r);
  uint32_t entries = press_reader__u32(r);
  if (!m->n_labels || m->n_rows > MOST_ROWS || entries > MOST_ENTRIES)
    r->fault = r->fault ? r->fault : "bad sizes";
  if (r->fault) return;
  m->scale = press_reader__floats(r, 1, m->n_labels);
  m->bias = press_reader__floats(r, 1, m->n_labels);
  m->keys = press_reader__raw(r, 4 * (size_t)m->n_rows);
  m->offsets = press_reader__raw(r, 4 * ((size_t)m->n_rows + 1));
  m->entry = (const int8_t *)press_reader__raw(r, 2 * (size_t)entries);
  if (!r->fault && !sound(m, entries)) r->fault = "rows out of order";
  if (!r->fault && r->rest.n) r->fault = "bytes left over";
}

press_status press_linear__load(press_arena *arena, press_str bytes, press_linear *out,
                                press_error *err) {
  *out = (press_linear){0};
  if (!bytes.n) return PRESS_OK;
  press_reader r = {arena, bytes, NULL};
  if (press_reader__u32(&r) != PRESS_LINEAR_MAGIC ||
      press_reader__u32(&r) != PRESS_LINEAR_VERSION)
    r.fault = "not a classifier";
  if (!r.fault) read(&r, out);
  if (!r.fault) return PRESS_OK;
  *out = (press_linear){0};
  return press_error__set(err, PRESS_ERR_FORMAT, "classifier: %s", r.fault);
}

/** The row of a key, or n_rows. */
static uint32_t row_of(const press_linear *m, uint32_t key) {
  uint32_t lo = 0, hi = m->n_rows;
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    if (word(m->keys, mid) < key)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo < m->n_rows && word(m->keys, lo) == key ? lo : m->n_rows;
}

static void add_row(const press_linear *m, uint32_t row, float value, float *out) {
  uint32_t end = word(m->offsets, row + 1);
  for (uint32_t e = word(m->offsets, row); e < end; e++) {
    const int8_t *pair = m->entry + 2 * (size_t)e;
    out[(uint8_t)pair[0]] += value * (float)pair[1];
  }
}

static void softmax(float *x, uint32_t n) {
  float top = x[0], sum = 0;
  for (uint32_t i = 1; i < n; i++) top = x[i] > top ? x[i] : top;
  for (uint32_t i = 0; i < n; i++) sum += x[i] = expf(x[i] - top);
  for (uint32_t i = 0; i < n; i++) x[i] /= sum;
}

void press_linear__apply(const press_linear *m, const press_features *f, float *out) {
  if (!m->n_labels) return;
  for (uint32_t i = 0; i < m->n_labels; i++) out[i] = 0;
  for (uint32_t i = 0; i < f->n; i++) {
    uint32_t row = row_of(m, press_linear__short(f->at[i].key));
    float v = f->at[i].value;
    if (row < m->n_rows && v < MOST_VALUE && v > -MOST_VALUE) add_row(m, row, v, out);
  }
  for (uint32_t i = 0; i < m->n_labels; i++) out[i] = out[i] * m->scale[i] + m->bias[i];
  softmax(out, m->n_labels);
}

uint32_t press_linear__best(const press_linear *m, const float *p) {
  uint32_t best = m->n_labels ? 0 : PRESS_NONE;
  for (uint32_t i = 1; i < m->n_labels; i++)
    if (p[i] > p[best]) best = i;
  return best;
}
