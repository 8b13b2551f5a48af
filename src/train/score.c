#include "train/score.h"

/** Tokens as ranges of letters, white space not counted. */
typedef struct span {
  uint32_t begin, end;
} span;

static span *letters(press_arena *a, const press_text *t) {
  span *s = PRESS_NEW(a, span, t->n_tokens);
  uint32_t at = 0;
  for (uint32_t i = 0; i < t->n_tokens; i++) {
    press_str w = press_text__token(t, i);
    s[i].begin = at;
    for (size_t k = 0; k < w.n; k++) at += w.at[k] != ' ';
    s[i].end = at;
  }
  return s;
}

/** The found token with the same letters as each gold one, or PRESS_NONE. */
static uint32_t *align(press_arena *a, const span *g, uint32_t ng, const span *f,
                       uint32_t nf) {
  uint32_t *to = PRESS_NEW(a, uint32_t, ng), k = 0;
  for (uint32_t i = 0; i < ng; i++) {
    while (k < nf && f[k].begin < g[i].begin) k++;
    bool same = k < nf && f[k].begin == g[i].begin && f[k].end == g[i].end;
    to[i] = same ? k : PRESS_NONE;
  }
  return to;
}

static press_str base(press_str rel) {
  press_str rest;
  return press_str__cut(rel, ':', &rest);
}

static void score_tokens(const t_corpus *c, const t_doc *d, const press_ling *l,
                         const uint32_t *to, t_score *out) {
  for (uint32_t i = 0; i < d->text.n_tokens; i++) {
    if (to[i] == PRESS_NONE) continue;
    const press_word *w = &l->words[to[i]];
    press_str xpos, upos = press_str__cut(c->tags.names.at[d->tag[i]], ' ', &xpos);
    out->tokens++;
    out->upos +=
        press_str__eq(upos, press_str__of(press_upos__name((press_upos)w->upos)));
    out->xpos += press_str__eq(xpos, press_str__of(w->xpos));
    uint32_t first = d->text.sentences[d->text.tokens[i].sentence].begin;
    uint32_t head = d->head[i] ? to[first + d->head[i] - 1] : PRESS_NONE;
    if (d->head[i] && head == PRESS_NONE) continue;
    if (w->head != head) continue;
    out->uas++;
    out->las += press_str__eq(base(c->rels.names.at[d->rel[i]]),
                              press_str__of(press_deprel__name((press_deprel)w->deprel)));
  }
}

static void score_sentences(const press_text *g, const span *gl, const press_text *f,
                            const span *fl, t_score *out) {
  out->gold_sent += g->n_sentences;
  out->sent += f->n_sentences;
  for (uint32_t i = 0, k = 0; i < g->n_sentences; i++) {
    press_sentence s = g->sentences[i];
    while (k < f->n_sentences && fl[f->sentences[k].begin].begin < gl[s.begin].begin) k++;
    if (k == f->n_sentences) break;
    press_sentence q = f->sentences[k];
    out->sentences +=
        fl[q.begin].begin == gl[s.begin].begin && fl[q.end - 1].end == gl[s.end - 1].end;
  }
}

/** Gold names from their classes, against names of the same tokens. */
void press_score__names(const t_doc *d, const press_ling *l, t_score *out) {
  for (uint32_t i = 0; i < l->n_names; i++)
    out->found_name[l->names[i].type]++, out->found_name[3]++;
  uint32_t k = 0, n = d->text.n_tokens;
  for (uint32_t i = 0, e; i < n; i = e) {
    uint32_t y = d->name[i];
    e = i + 1;
    if (!y || y == TAPE_NONE) continue;
    uint32_t type = (y - 1) / 4;
    if ((y - 1) % 4 == 0)
      while (e < n && (d->name[e - 1] - 1) % 4 != 2) e++;
    out->gold_name[type]++, out->gold_name[3]++;
    while (k < l->n_names && l->names[k].at.begin < i) k++;
    bool same = k < l->n_names && l->names[k].at.begin == i && l->names[k].at.end == e &&
                l->names[k].type == type;
    out->name[type] += same;
    out->name[3] += same;
  }
}

void press_score__doc(press_arena *a, const t_corpus *c, const t_doc *d,
                      const press_text *t, const press_ling *l, t_score *out) {
  span *g = letters(a, &d->text), *f = letters(a, t);
  uint32_t *to = align(a, g, d->text.n_tokens, f, t->n_tokens);
  out->gold += d->text.n_tokens;
  out->found += t->n_tokens;
  score_tokens(c, d, l, to, out);
  score_sentences(&d->text, g, t, f, out);
}
