/** The core over a whole text: stretch by stretch, so that memory stays bounded, and
 *  network by network. */
#include "ling/core.h"

#include "ling/lemma.h"
#include "nn/format.h"

#include <string.h>

/** Units labelled at a time, and the context encoded on each side of them: more than
 *  a cue's window, and far more than the recurrence remembers. */
#define STRETCH 4096u
#define MARGIN  256u

static uint32_t largest(uint32_t a, uint32_t b) {
  return a > b ? a : b;
}

static void make_buffers(press_core *c) {
  const uint32_t most = STRETCH + 2 * MARGIN;
  uint32_t rows = c->units.n < most ? c->units.n : most;
  uint32_t wide = PRESS_NET_NAME, gates = PRESS_NET_NAME,
           side = PRESS_NN_PAD(c->model->n_tags), k = 0;
  bool parse = false;
  for (uint32_t i = 0; i < c->model->n_nets; i++) {
    const press_network *n = &c->model->nets[i];
    wide = largest(wide, largest(n->d0, 2 * n->h));
    gates = largest(gates, largest(3 * n->h, 3 * n->k));
    k = largest(k, n->k);
    parse |= (n->heads & PRESS_HEAD_PARSE) != 0;
  }
  side = largest(side, 16);
  for (int i = 0; i < 2; i++) c->rows[i] = PRESS_NEW(c->arena, float, (size_t)rows *wide);
  c->gates = PRESS_NEW(c->arena, float, (size_t)PRESS_BLOCK *gates);
  c->wide = PRESS_NEW(c->arena, float, (size_t)PRESS_BLOCK *(wide + PRESS_NET_TAG_VIEW));
  c->side = PRESS_NEW(c->arena, float, (size_t)PRESS_BLOCK *side);
  c->small.at =
      PRESS_NEW(c->arena, uint8_t, PRESS_BLOCK * (largest(wide, k) + PRESS_NET_TAG_VIEW));
  c->small.scale = PRESS_NEW(c->arena, float, PRESS_BLOCK);
  c->small.low = PRESS_NEW(c->arena, float, PRESS_BLOCK);
  c->u = PRESS_NEW(c->arena, float, (size_t)rows *k);
  if (parse)
    c->mlp =
        PRESS_NEW(c->arena, float, (size_t)rows * 2 * (PRESS_NET_ARC + PRESS_NET_LABEL));
}

void *press_core__room(press_core *c, press_room_id id, size_t bytes) {
  if (bytes > c->rooms[id].bytes) {
    c->rooms[id].bytes = 2 * bytes;
    c->rooms[id].at = press_arena__alloc(c->arena, 2 * bytes);
  }
  return c->rooms[id].at;
}

bool press_core__sentence(const press_core *c, uint32_t *s, press_range *out) {
  *s = *s == PRESS_NONE ? c->units.at[c->at.begin].sentence : *s + 1;
  for (; *s < c->text->n_sentences; ++*s) {
    press_sentence x = c->text->sentences[*s];
    while (x.begin < x.end && c->units.of_token[x.begin] < c->at.begin) x.begin++;
    if (x.begin == x.end) continue;
    if (c->units.of_token[x.begin] >= c->at.end) return false;
    while (c->units.of_token[x.end - 1] >= c->at.end) x.end--;
    *out = (press_range){x.begin, x.end};
    return true;
  }
  return false;
}

/** The stretch from unit `begin` on: ends where a sentence does. */
static press_stretch next_stretch(const press_core *c, uint32_t begin) {
  press_stretch s = {.begin = begin, .end = c->units.n};
  if (s.end - begin > STRETCH) {
    s.end = begin + STRETCH;
    uint32_t same = c->units.at[s.end].sentence;
    while (s.end > begin + 1 && c->units.at[s.end - 1].sentence == same) s.end--;
    if (s.end == begin + 1) s.end = begin + STRETCH; // no sentence ends: a cut anywhere
  }
  s.lo = begin > MARGIN ? begin - MARGIN : 0;
  s.hi = c->units.n - s.end > MARGIN ? s.end + MARGIN : c->units.n;
  return s;
}

static void run(press_core *c) {
  static const struct {
    uint32_t head;
    void (*run)(press_core *c, const press_network *n);
  } heads[] = {{PRESS_HEAD_TAG, press_core__tags},
               {PRESS_HEAD_PARSE, press_core__parse},
               {PRESS_HEAD_NAME, press_core__names},
               {PRESS_HEAD_ATTRIBUTION, press_core__attributions}};
  for (uint32_t at = 0; at < c->units.n; at = c->at.end) {
    c->at = next_stretch(c, at);
    for (uint32_t i = 0; i < c->model->n_nets; i++) {
      const press_network *n = &c->model->nets[i];
      press_core__encode(c, n);
      for (size_t k = 0; k < sizeof heads / sizeof *heads; k++)
        if (n->heads & heads[k].head) heads[k].run(c, n);
    }
  }
}

/** Lemmas, once the tags are known; without a lexicon the lower-cased form. */
static void add_lemmas(press_core *c, const press_lexicon *lex) {
  for (uint32_t i = 0; i < c->text->n_tokens; i++) {
    press_word *w = &c->words[i];
    press_str form = press_text__token(c->text, i), low = c->text->tokens[i].low;
    w->lemma =
        lex ? press_lemma__find(c->arena, lex, form, low, (press_upos)w->upos, w->xpos)
            : low;
  }
}

void press_ling__build(press_arena *arena, const press_model *model,
                       const press_lexicon *lex, const press_text *t, press_ling *out) {
  press_core c = {.arena = arena, .model = model, .text = t, .k = press_nn__kernels()};
  c.words = PRESS_NEW(arena, press_word, t->n_tokens);
  for (uint32_t i = 0; i < t->n_tokens; i++)
    c.words[i] = (press_word){
        .head = PRESS_NONE, .upos = PRESS_UPOS_X, .deprel = PRESS_DEP_dep, .xpos = ""};
  if (model->n_nets && t->n_tokens) {
    press_feature__build(arena, &model->vocab, t, &c.units);
    make_buffers(&c);
    run(&c);
  }
  add_lemmas(&c, lex);
  *out =
      (press_ling){c.words, c.names.at, c.attributions.at, c.names.n, c.attributions.n};
}
