#include "train/corpus.h"

#include <stdio.h>
#include <stdlib.h>

uint32_t press_corpus__label(t_corpus *c, t_labels *l, press_str name) {
  uint32_t id = press_map__get(&l->map, name);
  if (id != PRESS_NONE || c->frozen) return id;
  press_str own = press_str__copy(c->arena, name);
  *press_map__put(c->arena, &l->map, own) = l->names.n;
  *PRESS_PUSH(c->arena, &l->names) = own;
  return l->names.n - 1;
}

press_str press_corpus__read(press_arena *a, const char *path) {
  FILE *f = fopen(path, "rb");
  if (!f) {
    fprintf(stderr, "press-train: cannot read %s\n", path);
    return (press_str){NULL, 0};
  }
  fseek(f, 0, SEEK_END);
  long n = ftell(f);
  rewind(f);
  char *p = press_arena__alloc(a, (size_t)n + 1);
  size_t got = fread(p, 1, (size_t)n, f);
  fclose(f);
  return (press_str){p, got};
}

static press_str lowered(press_arena *a, press_str s) {
  char *p = press_str__cstr(a, s);
  for (size_t i = 0; i < s.n; i++)
    if (p[i] >= 'A' && p[i] <= 'Z') p[i] = (char)(p[i] + 32);
  return (press_str){p, s.n};
}

/** Paragraphs of the sentences as they were filled in. */
static void fill_paras(press_arena *a, press_text *t) {
  uint32_t n = t->n_sentences ? t->sentences[t->n_sentences - 1].para + 1 : 0;
  press_para *p = PRESS_NEW(a, press_para, n);
  for (uint32_t s = 0; s < t->n_sentences; s++) {
    press_para *q = &p[t->sentences[s].para];
    if (q->end == 0) q->begin = t->sentences[s].begin, q->first = s;
    q->end = t->sentences[s].end;
    q->last_sentence = s + 1;
    q->at = press_text__range(t, q->begin, q->end);
  }
  t->paras = p;
  t->n_paras = n;
}

void press_corpus__text(press_arena *a, const press_str *tokens, const uint32_t *sentence,
                        const uint32_t *para, uint32_t n, press_text *out) {
  size_t bytes = 1;
  for (uint32_t i = 0; i < n; i++) bytes += tokens[i].n + 1;
  char *raw = press_arena__alloc(a, bytes);
  press_token *t = PRESS_NEW(a, press_token, n);
  uint32_t at = 0, ns = n ? sentence[n - 1] + 1 : 0;
  press_sentence *s = PRESS_NEW(a, press_sentence, ns);
  for (uint32_t i = 0; i < n; i++) {
    memcpy(raw + at, tokens[i].at, tokens[i].n);
    t[i] = (press_token){.at = {at, at + (uint32_t)tokens[i].n},
                         .low = lowered(a, tokens[i]),
                         .sentence = sentence[i],
                         .space_before = true};
    at += (uint32_t)tokens[i].n;
    raw[at++] = i + 1 < n && para[i + 1] != para[i] ? '\n' : ' ';
    if (i == 0 || sentence[i] != sentence[i - 1]) s[sentence[i]].begin = i;
    s[sentence[i]].end = i + 1;
    s[sentence[i]].para = para[i];
  }
  *out = (press_text){
      .raw = {raw, at}, .tokens = t, .sentences = s, .n_tokens = n, .n_sentences = ns};
  fill_paras(a, out);
}

static uint32_t type_of(press_str tag) {
  static const char *const types[] = {"PER", "ORG", "LOC"};
  for (uint32_t i = 0; i < 3; i++)
    if (tag.n == 5 && !memcmp(tag.at + 2, types[i], 3)) return i;
  return PRESS_NONE;
}

void press_corpus__bioes(const press_str *tags, uint32_t n, uint32_t *out) {
  for (uint32_t i = 0, e; i < n; i = e) {
    e = i + 1;
    uint32_t type = type_of(tags[i]);
    out[i] = 0;
    if (type == PRESS_NONE) continue;
    while (e < n && type_of(tags[e]) == type && tags[e].at[0] == 'I') e++;
    uint32_t b = 1 + 4 * type;
    for (uint32_t k = i; k < e; k++) out[k] = k == i ? b : k + 1 == e ? b + 2 : b + 1;
    if (e == i + 1) out[i] = b + 3;
  }
}

/** Spreads labels of tokens over units; breaks get `none`. */
static uint32_t *spread(t_corpus *c, const t_doc *d, const uint32_t *of, uint32_t none) {
  if (!of) return NULL;
  uint32_t *u = PRESS_NEW(c->arena, uint32_t, d->units.n);
  for (uint32_t i = 0; i < d->units.n; i++)
    u[i] = d->units.at[i].token == PRESS_NONE ? none : of[d->units.at[i].token];
  return u;
}

static void move_spans(const t_doc *d, t_spans *s) {
  for (uint32_t i = 0; i < s->n; i++) {
    s->at[i][0] = d->units.of_token[s->at[i][0]];
    s->at[i][1] = d->units.of_token[s->at[i][1] - 1] + 1;
  }
}

void press_corpus__sentences(t_corpus *c, t_doc *d) {
  const press_text *t = &d->text;
  d->sentences = PRESS_NEW(c->arena, t_sentence, t->n_sentences);
  for (uint32_t s = 0; s < t->n_sentences; s++) {
    press_sentence p = t->sentences[s];
    if (p.end > p.begin)
      d->sentences[d->n_sentences++] =
          (t_sentence){d->units.of_token[p.begin], p.end - p.begin};
  }
}

void press_corpus__units(t_corpus *c, const press_vocab *vocab) {
  for (uint32_t i = 0; i < c->docs.n; i++) {
    t_doc *d = &c->docs.at[i];
    press_feature__build(c->arena, vocab, &d->text, &d->units);
    d->tag = spread(c, d, d->tag, TAPE_NONE);
    d->head = spread(c, d, d->head, TAPE_NONE);
    d->rel = spread(c, d, d->rel, TAPE_NONE);
    d->name = spread(c, d, d->name, TAPE_NONE);
    if (d->head) press_corpus__sentences(c, d);
    for (uint32_t k = 0; k < d->n_attrs; k++) {
      t_attr *a = &d->attrs[k];
      move_spans(d, &(t_spans){&a->cue, 1});
      move_spans(d, &a->source);
      move_spans(d, &a->content);
    }
  }
}
