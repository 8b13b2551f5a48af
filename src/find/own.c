/** The names of the caller's gazetteer in the text: at each word the longest. */
#include "find/find.h"

/** Tokens of one name: a name of the longest bytes has fewer. */
#define OWN_TOKENS 40
#define OWN_BYTES  512

/** The tokens from one place on as the gazetteer folds them. */
typedef struct phrase {
  char at[OWN_BYTES];
  uint32_t ends[OWN_TOKENS]; /**< length after each token */
  uint32_t n;
} phrase;

static void spell(const press_text *t, uint32_t i, uint32_t most, phrase *p) {
  uint32_t used = 0, sentence = t->tokens[i].sentence;
  p->n = 0;
  for (uint32_t k = i; k < t->n_tokens && p->n < OWN_TOKENS; k++) {
    press_str low = t->tokens[k].low;
    bool gap = k > i && t->tokens[k].space_before;
    if (t->tokens[k].sentence != sentence || used + gap + low.n > most) return;
    if (gap) p->at[used++] = ' ';
    memcpy(p->at + used, low.at, low.n);
    used += (uint32_t)low.n;
    p->ends[p->n++] = used;
  }
}

/** The longest name that begins at token `i`. */
static bool longest_at(const press_context *cx, uint32_t i, press_own_hit *hit) {
  const press_gazetteer *g = cx->options->gazetteer;
  const press_text *t = cx->text;
  press_str first = press_gazetteer__first(t->tokens[i].low);
  uint32_t most = first.n ? press_map__get(&g->longest, first) : PRESS_NONE;
  if (most == PRESS_NONE) return false;
  phrase p;
  spell(t, i, most < OWN_BYTES ? most : OWN_BYTES, &p);
  for (uint32_t n = p.n; n; n--) {
    press_str text = press_str__span(t->raw, press_text__range(t, i, i + n));
    const press_own_alias *a =
        press_gazetteer__find(g, (press_str){p.at, p.ends[n - 1]}, text);
    if (!a) continue;
    *hit = (press_own_hit){{i, i + n}, a->own};
    return true;
  }
  return false;
}

press_own_hits press_find__own(const press_context *cx) {
  PRESS_VEC(press_own_hit) hits = {0};
  if (!cx->options->gazetteer) return (press_own_hits){0};
  for (uint32_t i = 0; i < cx->text->n_tokens; i++) {
    press_own_hit hit;
    if (!longest_at(cx, i, &hit)) continue;
    *PRESS_PUSH(cx->arena, &hits) = hit;
    i = hit.at.end - 1;
  }
  return (press_own_hits){hits.at, hits.n};
}

const press_own *press_find__own_at(const press_context *cx, uint32_t i) {
  return &cx->options->gazetteer->own.at[cx->own.at[i].own];
}
