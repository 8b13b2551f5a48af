/** Data sets that come as tokens: CoNLL-U and name tags. */
#include "train/corpus.h"

#include <stdio.h>
#include <stdlib.h>

/** Documents are cut near this many tokens: batches stay even. */
#define DOC_TOKENS 600u

/** What is collected before a document is closed. */
typedef struct gather {
  PRESS_VEC(press_str) tokens;
  PRESS_VEC(press_str) names;
  PRESS_VEC(uint32_t) sentence;
  PRESS_VEC(uint32_t) para;
  PRESS_VEC(uint32_t) tag;
  PRESS_VEC(uint32_t) head;
  PRESS_VEC(uint32_t) rel;
  PRESS_VEC(char) plain;
  uint32_t n_sentences, n_paras;
  bool trees, named;
} gather;

static uint32_t *copied(press_arena *a, const uint32_t *from, uint32_t n) {
  uint32_t *p = PRESS_NEW(a, uint32_t, n);
  memcpy(p, from, n * sizeof *p);
  return p;
}

static void close_doc(t_corpus *c, gather *g, t_domain domain) {
  uint32_t n = g->tokens.n;
  press_arena *a = c->arena;
  if (n) {
    t_doc d = {.domain = domain,
               .plain = press_str__copy(a, (press_str){g->plain.at, g->plain.n})};
    press_corpus__text(a, g->tokens.at, g->sentence.at, g->para.at, n, &d.text);
    if (g->trees) {
      d.tag = copied(a, g->tag.at, n);
      d.head = copied(a, g->head.at, n);
      d.rel = copied(a, g->rel.at, n);
    }
    if (g->named) {
      d.name = PRESS_NEW(a, uint32_t, n);
      press_corpus__bioes(g->names.at, n, d.name);
      for (uint32_t i = 0; i < n; i++)
        if (g->names.at[i].n == 0) d.name[i] = TAPE_NONE;
    }
    *PRESS_PUSH(a, &c->docs) = d;
  }
  g->tokens.n = g->names.n = g->sentence.n = g->para.n = 0;
  g->tag.n = g->head.n = g->rel.n = 0;
  g->n_sentences = g->n_paras = g->plain.n = 0;
}

typedef struct sentence {
  press_str tokens[1024], tags[1024];
  uint32_t n;
} sentence;

/** Next sentence of a name file; false at its end. */
static bool next_names(press_str *rest, sentence *s) {
  s->n = 0;
  while (rest->n) {
    press_str tag, line = press_str__cut(*rest, '\n', rest);
    if (line.n == 0) {
      if (s->n) return true;
      continue;
    }
    press_str token = press_str__cut(line, '\t', &tag);
    if (s->n < 1024) s->tokens[s->n] = token, s->tags[s->n++] = press_str__trim(tag);
  }
  return s->n > 0;
}

/** Sentences of the parallel file that are looked at for the one at hand. */
#define LOOK_AHEAD 6

static bool same_tokens(const sentence *s, const gather *g, uint32_t from) {
  if (s->n != g->tokens.n - from) return false;
  for (uint32_t i = 0; i < s->n; i++)
    if (!press_str__eq(s->tokens[i], g->tokens.at[from + i])) return false;
  return true;
}

/** Lays the parallel file's names over the sentence that began at `from`; empty tags
 *  where the files differ. */
static void lay_names(t_corpus *c, gather *g, uint32_t from, sentence *s,
                      press_str *rest) {
  press_str ahead = *rest;
  bool same = false;
  for (int k = 0; k < LOOK_AHEAD && !same && next_names(&ahead, s); k++)
    same = same_tokens(s, g, from);
  if (same) *rest = ahead;
  for (uint32_t i = from; i < g->tokens.n; i++)
    *PRESS_PUSH(c->arena, &g->names) = same ? s->tags[i - from] : (press_str){NULL, 0};
}

static void add_plain(t_corpus *c, gather *g, press_str text, bool para) {
  if (g->plain.n) *PRESS_PUSH(c->arena, &g->plain) = para ? '\n' : ' ';
  if (g->plain.n && para) *PRESS_PUSH(c->arena, &g->plain) = '\n';
  for (size_t i = 0; i < text.n; i++) *PRESS_PUSH(c->arena, &g->plain) = text.at[i];
}

/** Splits a CoNLL-U line into its ten columns. */
static void columns(press_str line, press_str col[10]) {
  for (int i = 0; i < 10; i++) col[i] = press_str__cut(line, '\t', &line);
}

static void add_word(t_corpus *c, gather *g, press_str line) {
  press_str col[10];
  columns(line, col);
  if (memchr(col[0].at, '-', col[0].n) || memchr(col[0].at, '.', col[0].n)) return;
  press_arena *a = c->arena;
  press_str tag = press_str__join(a, col[3], S(" "), col[4]);
  *PRESS_PUSH(a, &g->tokens) = col[1];
  *PRESS_PUSH(a, &g->sentence) = g->n_sentences;
  *PRESS_PUSH(a, &g->para) = g->n_paras ? g->n_paras - 1 : 0;
  *PRESS_PUSH(a, &g->tag) = press_corpus__label(c, &c->tags, tag);
  *PRESS_PUSH(a, &g->head) = (uint32_t)strtoul(col[6].at, NULL, 10);
  *PRESS_PUSH(a, &g->rel) = press_corpus__label(c, &c->rels, col[7]);
}

bool press_corpus__tree(t_corpus *c, const char *path, const char *names,
                        t_domain domain) {
  press_str rest = press_corpus__read(c->arena, path), more = {NULL, 0};
  if (names) more = press_corpus__read(c->arena, names);
  sentence *s = malloc(sizeof *s);
  if (!s || !rest.n) return free(s), false;
  gather g = {.trees = true, .named = names != NULL};
  uint32_t from = 0;
  bool para = false;
  while (rest.n) {
    press_str line = press_str__cut(rest, '\n', &rest);
    if (line.n == 0) {
      if (names) lay_names(c, &g, from, s, &more);
      g.n_sentences += g.tokens.n > from;
      from = g.tokens.n;
    } else if (press_str__starts(line, S("# newdoc"))) {
      close_doc(c, &g, domain);
      from = 0;
    } else if (press_str__starts(line, S("# newpar"))) {
      if (g.tokens.n > DOC_TOKENS) close_doc(c, &g, domain), from = 0;
      g.n_paras++;
      para = true;
    } else if (press_str__starts(line, S("# text = "))) {
      add_plain(c, &g, press_str__sub(line, 9, line.n), para);
      para = false;
    } else if (line.at[0] != '#') {
      add_word(c, &g, line);
    }
  }
  close_doc(c, &g, domain);
  free(s);
  return true;
}

bool press_corpus__names(t_corpus *c, const char *path, t_domain domain) {
  press_str rest = press_corpus__read(c->arena, path);
  sentence *s = malloc(sizeof *s);
  if (!s || !rest.n) return free(s), false;
  gather g = {.named = true};
  while (next_names(&rest, s)) {
    for (uint32_t i = 0; i < s->n; i++) {
      *PRESS_PUSH(c->arena, &g.tokens) = s->tokens[i];
      *PRESS_PUSH(c->arena, &g.names) = s->tags[i];
      *PRESS_PUSH(c->arena, &g.sentence) = g.n_sentences;
      *PRESS_PUSH(c->arena, &g.para) = 0;
    }
    g.n_sentences++;
    if (g.tokens.n > DOC_TOKENS) close_doc(c, &g, domain);
  }
  close_doc(c, &g, domain);
  free(s);
  return true;
}
