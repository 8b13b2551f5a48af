/** What speaks for a border: its words, how the parse ties both sides together, the
 *  quotation marks, the cue, and what the model thought of it. */
#include "find/statement_borders.h"

#include <string.h>

/** Longest feature, longest word in one. */
#define FEATURE_BYTES 80
#define WORD_BYTES    20

/** One candidate as its features see it. */
typedef struct view {
  const press_stating *s;
  const press_claim *c;
  const press_border_case *x;
  press_range r;      /**< the candidate */
  press_range widest; /**< of all candidates */
  press_sentence in;  /**< the sentence of the word inside the border */
  press_border_visit visit;
  void *to;
} view;

/** Writes "name=a b" and hands it on. */
static void tell(const view *v, const char *name, press_str a, press_str b) {
  char key[FEATURE_BYTES];
  size_t n = 0;
  key[n++] = v->x->side == PRESS_SIDE_BEGIN ? 'b' : 'e';
  key[n++] = ' ';
  for (; *name && n < 16; name++) key[n++] = *name;
  key[n++] = ' ';
  for (size_t i = 0; i < a.n && i < WORD_BYTES; i++) key[n++] = a.at[i];
  if (b.n) key[n++] = ' ';
  for (size_t i = 0; i < b.n && i < WORD_BYTES; i++) key[n++] = b.at[i];
  v->visit(v->to, (press_str){key, n}, 1);
}

static press_str low(const view *v, uint32_t i) {
  if (i >= v->s->text->n_tokens) return S("<end>");
  if (v->s->text->tokens[i].kind == PRESS_TOKEN_QUOTE) return S("<mark>");
  if (v->s->text->tokens[i].kind == PRESS_TOKEN_NUMBER) return S("<number>");
  return v->s->text->tokens[i].low;
}

static press_str upos(const view *v, uint32_t i) {
  if (i >= v->s->text->n_tokens) return S("<end>");
  return press_str__of(press_upos__name(v->s->ling->words[i].upos));
}

static press_str deprel(const view *v, uint32_t i) {
  return press_str__of(press_deprel__name(v->s->ling->words[i].deprel));
}

/** Where a token stands as seen from the candidate. */
static press_str place(const view *v, uint32_t i) {
  if (i == PRESS_NONE) return S("root");
  if (press_range__holds(v->r, i)) return S("in");
  if (press_range__holds(v->c->cue, i)) return S("cue");
  if (press_range__holds(v->c->source, i)) return S("source");
  return i < v->r.begin ? S("before") : S("behind");
}

static press_str loss_of(const view *v, float loss) {
  static const struct {
    float below;
    const char *name;
  } steps[] = {{0.0001f, "0"}, {0.5f, "half"}, {1, "1"}, {1.5f, "1half"},
               {2, "2"},       {3, "3"},       {4, "4"}, {5, "5"}};
  (void)v;
  for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
    if (loss < steps[i].below) return press_str__of(steps[i].name);
  return S("more");
}

static press_str quoted(const view *v, uint32_t i) {
  return i < v->s->text->n_tokens && v->s->run_of[i] != PRESS_NONE ? S("q") : S("-");
}

static press_str class_of(const view *v) {
  return v->c->row ? v->c->row->column[PRESS_CUE_CLASS] : S("none");
}

/** The token between `from` and `to` whose head lies outside: what ties the piece to
 *  the rest. */
static uint32_t tie(const view *v, uint32_t from, uint32_t to) {
  for (uint32_t i = from; i < to; i++) {
    uint32_t h = v->s->ling->words[i].head;
    if (v->s->ling->words[i].upos == PRESS_UPOS_PUNCT) continue;
    if (h == PRESS_NONE || h < from || h >= to) return i;
  }
  return PRESS_NONE;
}

/** How the piece [from, to) hangs on the rest of the sentence. */
static void tell_piece(const view *v, const char *name, uint32_t from, uint32_t to) {
  uint32_t i = from < to ? tie(v, from, to) : PRESS_NONE;
  if (i == PRESS_NONE) {
    tell(v, name, S("none"), S(""));
    return;
  }
  char both[2 * WORD_BYTES];
  press_str rel = deprel(v, i), where = place(v, v->s->ling->words[i].head);
  size_t n = rel.n < WORD_BYTES ? rel.n : WORD_BYTES;
  memcpy(both, rel.at, n);
  both[n++] = '>';
  memcpy(both + n, where.at, where.n);
  press_str path = {both, n + where.n};
  tell(v, name, path, S(""));
  tell(v, name, path, low(v, from));
}

/** The model's opinion. */
static void tell_model(const view *v, uint32_t k) {
  char key[] = "? loss";
  key[0] = v->x->side == PRESS_SIDE_BEGIN ? 'b' : 'e';
  v->visit(v->to, (press_str){key, sizeof key - 1}, v->x->loss[k]);
  press_str step = loss_of(v, v->x->loss[k]);
  tell(v, "step", step, S(""));
  tell(v, "step+q", step, quoted(v, v->r.begin));
  bool longer = v->r.end - v->r.begin > v->x->at[0].end - v->x->at[0].begin;
  tell(v, "way", k == 0 ? S("same") : longer ? S("longer") : S("shorter"), class_of(v));
}

/** The words on both sides of the border: `in` is inside. */
static void tell_words(const view *v, uint32_t in, uint32_t out) {
  tell(v, "in", low(v, in), S(""));
  tell(v, "out", low(v, out), S(""));
  tell(v, "pos", upos(v, in), upos(v, out));
  tell(v, "rel", deprel(v, in), S(""));
  tell(v, "marks", quoted(v, in), quoted(v, out));
}

static void tell_end(const view *v) {
  uint32_t last = v->r.end - 1, next = v->r.end, n = v->s->text->n_tokens;
  tell_words(v, last, next);
  if (next + 1 < n && v->s->ling->words[next].upos == PRESS_UPOS_PUNCT) {
    tell(v, "then", low(v, next), low(v, next + 1));
    tell(v, "thenpos", low(v, next), upos(v, next + 1));
  }
  if (next < n) tell(v, "nextrel", deprel(v, next), upos(v, next));
  tell_piece(v, "cut", next, v->widest.end);
  tell_piece(v, "tail", next, next < v->in.end ? v->in.end : next);
  bool stops = next >= v->in.end || (next + 1 >= v->in.end);
  tell(v, "sentence", stops ? S("ends") : S("goes"), quoted(v, last));
  tell(v, "cue",
       next == v->c->cue.begin       ? S("next")
       : next + 1 == v->c->cue.begin ? S("near")
       : last < v->c->cue.begin      ? S("after")
                                     : S("before"),
       S(""));
  if (next == v->c->source.begin) tell(v, "source", S("next"), S(""));
}

static void tell_begin(const view *v) {
  uint32_t first = v->r.begin, before = first ? first - 1 : v->s->text->n_tokens;
  tell_words(v, first, before);
  bool starts = first == v->in.begin;
  tell(v, "sentence", starts ? S("starts") : S("inside"), S(""));
  if (first == v->c->cue.end || press_range__holds(v->c->cue, first))
    tell(v, "cue", v->c->lemma, upos(v, first));
  tell(v, "behind",
       first == v->c->cue.end                 ? S("cue")
       : press_range__holds(v->c->cue, first) ? S("inside")
       : first == v->c->source.end            ? S("source")
       : first > v->c->cue.end                ? S("far")
                                              : S("before"),
       class_of(v));
  if (press_cue__has_addressee(v->c->row)) tell(v, "told", upos(v, first), low(v, first));
  tell_piece(v, "cut", v->widest.begin, first);
  tell(v, "head", place(v, v->s->ling->words[first].head), deprel(v, first));
}

void press_border__features(const press_stating *s, const press_border_case *x,
                            uint32_t k, press_border_visit visit, void *to) {
  press_range r = x->at[k];
  uint32_t inside = x->side == PRESS_SIDE_BEGIN ? r.begin : r.end - 1;
  view v = {.s = s,
            .c = &s->claims.at[x->claim],
            .x = x,
            .r = r,
            .widest = r,
            .in = s->text->sentences[s->text->tokens[inside].sentence],
            .visit = visit,
            .to = to};
  for (uint32_t i = 0; i < x->n; i++) {
    if (x->at[i].begin < v.widest.begin) v.widest.begin = x->at[i].begin;
    if (x->at[i].end > v.widest.end) v.widest.end = x->at[i].end;
  }
  tell_model(&v, k);
  if (x->side == PRESS_SIDE_END)
    tell_end(&v);
  else
    tell_begin(&v);
}
