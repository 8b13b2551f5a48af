/** Documents written again in other case, so that the networks learn to do without
 *  capitals: lower case throughout, or sentences in lower case, title case and capitals
 *  among others. Only ASCII letters change: lengths and offsets stay. */
#include "train/corpus.h"

#define TITLE_LEAST 4u /**< letters of a word that title case gives a capital */

typedef enum mode { AS_IS, LOWER, TITLE, UPPER } mode;

/** Shares of the modes in a mixed document, of 16. */
static const uint8_t mixed[16] = {LOWER, LOWER, LOWER, LOWER, LOWER, LOWER, TITLE, TITLE,
                                  TITLE, UPPER, UPPER, AS_IS, AS_IS, AS_IS, AS_IS, AS_IS};

static char lower(char c) {
  return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

static char upper(char c) {
  return (char)(c >= 'a' && c <= 'z' ? c - 32 : c);
}

static void write_token(char *p, uint32_t n, mode m) {
  for (uint32_t i = 0; i < n; i++)
    p[i] = m == LOWER ? lower(p[i]) : m == UPPER ? upper(p[i]) : p[i];
  if (m == TITLE && n >= TITLE_LEAST) p[0] = upper(p[0]);
}

static void build(t_corpus *c, t_doc *d, const press_vocab *v, int which,
                  uint64_t *random) {
  press_text t = d->text;
  char *raw = press_str__cstr(c->arena, t.raw);
  for (uint32_t s = 0; s < t.n_sentences; s++) {
    mode m = which == 1 ? LOWER : (mode)mixed[press_tape__random(random) >> 60];
    for (uint32_t i = t.sentences[s].begin; m && i < t.sentences[s].end; i++) {
      press_span at = t.tokens[i].at;
      write_token(raw + at.begin, at.end - at.begin, m);
    }
  }
  t.raw.at = raw;
  press_feature__build(c->arena, v, &t, &d->written[which]);
}

void press_corpus__recase(t_corpus *c, const press_vocab *vocab) {
  uint64_t random = 88172645463325252u;
  for (uint32_t i = 0; i < c->docs.n; i++) {
    t_doc *d = &c->docs.at[i];
    d->written[0] = d->units;
    build(c, d, vocab, 1, &random);
    build(c, d, vocab, 2, &random);
  }
}
