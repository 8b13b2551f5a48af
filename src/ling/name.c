/** Names of people, organisations and places. */
#include "ling/core.h"

#include "nn/format.h"
#include "nn/viterbi.h"

#include <string.h>

#define TYPES 3u

/** Added to the score of "no name": the networks see a few too many. */
#define OUTSIDE 0.8f

/* How far other places of a document where a capitalised word stands decide its type:
 * a type's score falls by up to LEAN, as it is less likely there than the best one. */
#define LEAN  2.0f
#define PRIOR 0.05f /**< added to every type's likelihood */
#define OTHER 0.5f  /**< this much of the word's occurrences must lie elsewhere */

/** Class scores of the stretch's units [begin, end), a row of `stride` each. */
static float *score(press_core *c, const press_network *n) {
  const uint32_t stride = n->name.out.pad, units = c->at.end - c->at.begin;
  float *all =
      press_core__room(c, PRESS_ROOM_NAMES, (size_t)units * stride * sizeof *all);
  for (uint32_t i = 0; i < units; i += PRESS_BLOCK) {
    uint32_t rows = units - i < PRESS_BLOCK ? units - i : PRESS_BLOCK;
    const float *h = c->h + (size_t)(c->at.begin + i - c->at.lo) * 2 * n->h;
    press_core__dense(c, &n->name.mid, h, rows, c->gates);
    c->k->gelu(c->gates, (size_t)rows * n->name.mid.pad);
    float *out = all + (size_t)i * stride;
    press_core__dense(c, &n->name.out, c->gates, rows, out);
    for (uint32_t r = 0; r < rows; r++) out[(size_t)r * stride] += OUTSIDE;
  }
  return all;
}

/** What is known of a word: likelihoods of its types, summed over its occurrences. */
typedef struct seen {
  float type[TYPES];
  uint32_t n;
} seen;

/** Likelihoods of the types at one unit. */
static void types_of(press_core *c, const float *scores, float out[TYPES]) {
  float x[PRESS_NN_PAD(PRESS_NET_N_NAMES)];
  memcpy(x, scores, sizeof x);
  press_core__softmax(c, x, PRESS_NET_N_NAMES);
  for (uint32_t t = 0; t < TYPES; t++)
    out[t] = x[4 * t + 1] + x[4 * t + 2] + x[4 * t + 3] + x[4 * t + 4];
}

/** Lets the other occurrences of a word speak for its type. */
static void lean(float *scores, const float own[TYPES], const seen *s) {
  float rest[TYPES], most = 0;
  for (uint32_t t = 0; t < TYPES; t++) {
    rest[t] = (s->type[t] > own[t] ? s->type[t] - own[t] : 0) + PRIOR;
    most = rest[t] > most ? rest[t] : most;
  }
  if (s->n < 2 || most < OTHER) return;
  for (uint32_t t = 0; t < TYPES; t++)
    for (uint32_t k = 1; k <= 4; k++) scores[4 * t + k] -= LEAN * (1 - rest[t] / most);
}

/** A capitalised word of the stretch, for the document's evidence. */
static bool capitalised(const press_core *c, uint32_t token) {
  press_str form = press_text__token(c->text, token), low = c->text->tokens[token].low;
  return low.n > 1 && form.n && form.at[0] != low.at[0];
}

/** Names agree over the stretch: a word that is an organisation in one place is seldom
 *  a person in another. */
static void agree(press_core *c, uint32_t stride, float *all) {
  const uint32_t units = c->at.end - c->at.begin;
  press_map map = {0};
  press_arena_mark mark = press_arena__mark(c->arena);
  uint32_t *of = PRESS_NEW(c->arena, uint32_t, units), n = 0;
  seen *words = PRESS_NEW(c->arena, seen, units);
  float(*own)[TYPES] = press_arena__array(c->arena, units, sizeof *own);
  for (uint32_t i = 0; i < units; i++) {
    uint32_t token = c->units.at[c->at.begin + i].token;
    of[i] = PRESS_NONE;
    if (token == PRESS_NONE || !capitalised(c, token)) continue;
    uint32_t *at = press_map__put(c->arena, &map, c->text->tokens[token].low);
    if (*at == PRESS_NONE) *at = n++;
    of[i] = *at;
    types_of(c, all + (size_t)i * stride, own[i]);
    words[*at].n++;
    for (uint32_t t = 0; t < TYPES; t++) words[*at].type[t] += own[i][t];
  }
  for (uint32_t i = 0; i < units; i++)
    if (of[i] != PRESS_NONE) lean(all + (size_t)i * stride, own[i], &words[of[i]]);
  press_arena__rewind(c->arena, mark);
}

/** Adds the names among labels [0, n) of tokens from `first` on. A name's score is
 *  the mean probability of its labels. */
static void add_names(press_core *c, uint32_t first, const uint8_t *labels, uint32_t n,
                      float *scores, uint32_t stride) {
  for (uint32_t i = 0, e; i < n; i = e) {
    e = i + 1;
    if (!labels[i]) continue;
    uint8_t type = (uint8_t)((labels[i] - 1) / 4);
    while (e < n && labels[e] && (labels[e] - 1) % 4 != 0 && (labels[e] - 1) % 4 != 3 &&
           (labels[e] - 1) / 4 == type)
      e++;
    float p = 0;
    for (uint32_t k = i; k < e; k++) {
      float *x = scores + (size_t)k * stride;
      press_core__softmax(c, x, PRESS_NET_N_NAMES);
      p += x[labels[k]];
    }
    *PRESS_PUSH(c->arena, &c->names) =
        (press_name){{first + i, first + e}, type, p / (float)(e - i)};
  }
}

/** One sentence, whose scores are rows of `all`. */
static void sentence(press_core *c, const press_network *n, press_range s, float *all) {
  const uint32_t stride = n->name.out.pad, words = s.end - s.begin;
  uint8_t *labels = press_core__room(c, PRESS_ROOM_BACK, (size_t)words * (2 + 4 * TYPES));
  all += (size_t)(c->units.of_token[s.begin] - c->at.begin) * stride;
  press_nn__viterbi(all, stride, words, TYPES, labels + words, labels);
  add_names(c, s.begin, labels, words, all, stride);
}

void press_core__names(press_core *c, const press_network *n) {
  uint32_t s = PRESS_NONE;
  float *all = score(c, n);
  agree(c, n->name.out.pad, all);
  for (press_range sent; press_core__sentence(c, &s, &sent);) sentence(c, n, sent, all);
}
