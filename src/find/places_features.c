/** Features of a place in its sentence: what governs it, by which preposition, what
 *  stands beside it, what the rules say. Words come as themselves and as the core's
 *  vectors, so that verbs never seen before count like their neighbours. */
#include "find/places_features.h"
#include "find/places_around.h"

#include <math.h>

/** Steps up a chain of conjuncts. */
#define CHAIN_STEPS 8
/** Most numbers of a word's vector, and the length that each is brought to. */
#define VECTOR 256
static const float vector_length = 2;

typedef struct maker {
  const press_context *cx;
  const press_guesses *g;
  const press_guess *x;
  press_features *f;
  uint32_t head;  /**< of the place */
  uint32_t top;   /**< the first of its list */
  uint32_t above; /**< what governs that, or PRESS_NONE */
  uint32_t child[3]
                [PRESS_N_DEP]; /**< first child of each relation: of head, top, above */
} maker;

enum { OF_HEAD, OF_TOP, OF_ABOVE };

static const press_word *word(const maker *m, uint32_t i) {
  return &m->cx->ling->words[i];
}

static press_str lemma(const maker *m, uint32_t i) {
  return i < m->cx->text->n_tokens ? word(m, i)->lemma : S("-");
}

/** Lower case form in the place's sentence, "-" outside of it. */
static press_str low(const maker *m, uint32_t i) {
  return press_places__together(m->cx, i, m->x->at.begin) ? press_places__low(m->cx, i)
                                                          : S("-");
}

static press_str tag(const maker *m, uint32_t i) {
  if (!press_places__together(m->cx, i, m->x->at.begin)) return S("-");
  return press_str__of(press_upos__name((press_upos)word(m, i)->upos));
}

static press_str rel(const maker *m, uint32_t i) {
  if (i == PRESS_NONE) return S("-");
  return press_str__of(press_deprel__name((press_deprel)word(m, i)->deprel));
}

static void add(const maker *m, const char *kind, press_str x, press_str y) {
  press_linear__add(m->cx->arena, m->f, kind, x, y, 1);
}

static void flag(const maker *m, const char *kind, bool set) {
  if (set) add(m, kind, S(""), S(""));
}

static void vector(const maker *m, const char *kind, uint32_t token) {
  float v[VECTOR];
  char digits[8];
  if (token >= m->cx->text->n_tokens) return;
  uint32_t n =
      press_model__vector(m->cx->model, press_places__low(m->cx, token), v, VECTOR);
  float sum = 0;
  for (uint32_t i = 0; i < n; i++) sum += v[i] * v[i];
  float scale = sum > 0 ? vector_length / sqrtf(sum) : 0;
  for (uint32_t i = 0; i < n; i++) {
    size_t used = 0;
    for (uint32_t rest = i; used < 2 || rest; rest /= 16)
      digits[used++] = "0123456789abcdef"[rest % 16];
    press_linear__add(m->cx->arena, m->f, kind, (press_str){digits, used}, S(""),
                      v[i] * scale);
  }
}

static bool inside(press_range at, uint32_t i) {
  return i >= at.begin && i < at.end;
}

static uint32_t head_of(const maker *m, press_range at) {
  for (uint32_t i = at.begin; i < at.end; i++)
    if (!inside(at, word(m, i)->head)) return i;
  return at.end - 1;
}

static void find_governor(maker *m) {
  m->head = head_of(m, m->x->at);
  m->top = m->head;
  for (int i = 0; i < CHAIN_STEPS && word(m, m->top)->deprel == PRESS_DEP_conj &&
                  word(m, m->top)->head != PRESS_NONE;
       i++)
    m->top = word(m, m->top)->head;
  m->above = word(m, m->top)->head;
}

static void find_children(maker *m) {
  const uint32_t parents[3] = {m->head, m->top, m->above};
  press_sentence s = m->cx->text->sentences[m->cx->text->tokens[m->head].sentence];
  for (int p = 0; p < 3; p++)
    for (uint32_t d = 0; d < PRESS_N_DEP; d++) m->child[p][d] = PRESS_NONE;
  for (uint32_t i = s.begin; i < s.end; i++)
    for (int p = 0; p < 3; p++) {
      uint32_t *first = &m->child[p][word(m, i)->deprel];
      if (word(m, i)->head == parents[p] && parents[p] != PRESS_NONE &&
          *first == PRESS_NONE)
        *first = i;
    }
}

/** Kinds of place_words.tsv and class of cues.tsv that a word has. */
static void classes(const maker *m, const char *kind, uint32_t token) {
  static const char *const kinds[] = {
      "government", "act",       "land_verb", "land_object", "target", "finite",
      "deed_of",    "deed_from", "given_to",  "departure",   "being",  "civic"};
  if (token >= m->cx->text->n_tokens) return;
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    press_str k = press_str__of(kinds[i]);
    if (press_places__word(m->cx, press_places__low(m->cx, token), k))
      add(m, kind, k, S(""));
  }
  const press_row *cue = press_table__find(&m->cx->lex->cues, lemma(m, token));
  if (cue) add(m, kind, S("cue"), cue->column[2]);
  const press_row *event = press_table__find(&m->cx->lex->event_verbs, lemma(m, token));
  if (event) add(m, kind, S("event"), S(""));
}

static void governor(const maker *m) {
  press_str r = rel(m, m->top);
  uint32_t up = m->above;
  add(m, "rel", r, S(""));
  add(m, "own rel", rel(m, m->head), S(""));
  if (up == PRESS_NONE) return;
  press_str l = lemma(m, up), t = tag(m, up);
  add(m, "gov", l, S(""));
  add(m, "gov tag", r, t);
  add(m, "gov rel", r, l);
  flag(m, "passive", word(m, m->top)->passive);
  classes(m, "gov class", up);
  vector(m, "gov vector", up);
  uint32_t over = word(m, up)->head;
  add(m, "path", r, rel(m, up));
  if (over == PRESS_NONE) return;
  add(m, "over", rel(m, up), lemma(m, over));
}

static void preposition(const maker *m) {
  uint32_t prep = m->child[OF_TOP][PRESS_DEP_case];
  press_str p = prep == PRESS_NONE ? S("-") : press_places__low(m->cx, prep);
  add(m, "prep", p, S(""));
  if (m->above == PRESS_NONE) return;
  add(m, "prep gov", p, lemma(m, m->above));
  add(m, "prep tag", p, tag(m, m->above));
  add(m, "prep rel", p, rel(m, m->top));
}

/** What the verb whose subject it is has besides. */
static void clause(const maker *m) {
  static const press_deprel deprels[] = {PRESS_DEP_obj, PRESS_DEP_xcomp, PRESS_DEP_ccomp,
                                         PRESS_DEP_obl, PRESS_DEP_nsubj, PRESS_DEP_cop,
                                         PRESS_DEP_aux};
  if (m->above == PRESS_NONE) return;
  press_str r = rel(m, m->top);
  for (size_t i = 0; i < sizeof deprels / sizeof *deprels; i++) {
    uint32_t k = m->child[OF_ABOVE][deprels[i]];
    if (k == PRESS_NONE || k == m->top) continue;
    press_str d = press_str__of(press_deprel__name(deprels[i]));
    add(m, "has", r, d);
    if (deprels[i] == PRESS_DEP_obj || deprels[i] == PRESS_DEP_nsubj)
      add(m, "with", d, lemma(m, k));
  }
}

static void beside(const maker *m) {
  uint32_t b = m->x->at.begin, e = m->x->at.end;
  press_str before = b ? low(m, b - 1) : S("-"), after = low(m, e);
  add(m, "before", before, S(""));
  add(m, "after", after, S(""));
  add(m, "around", before, after);
  add(m, "before 2", b > 1 ? low(m, b - 2) : S("-"), before);
  add(m, "after 2", after, low(m, e + 1));
  add(m, "tags", b ? tag(m, b - 1) : S("-"), tag(m, e));
  vector(m, "after vector", e);
  if (b) vector(m, "before vector", b - 1);
  bool possessive = press_places__among(after, "'s '");
  flag(m, "possessive", possessive);
  if (!possessive) return;
  uint32_t owned = m->above == PRESS_NONE ? e + 1 : m->above;
  add(m, "owned", lemma(m, owned), S(""));
}

static void children(const maker *m) {
  static const press_deprel deprels[] = {PRESS_DEP_amod, PRESS_DEP_nmod, PRESS_DEP_appos,
                                         PRESS_DEP_det,  PRESS_DEP_acl,  PRESS_DEP_conj};
  for (size_t i = 0; i < sizeof deprels / sizeof *deprels; i++) {
    uint32_t k = m->child[OF_HEAD][deprels[i]];
    if (k != PRESS_NONE)
      add(m, "child", press_str__of(press_deprel__name(deprels[i])),
          i == 0 ? lemma(m, k) : S(""));
  }
}

/** What the core's other heads make of it. */
static void seen(const maker *m) {
  static const char *const types[] = {"person", "organization", "place"};
  const press_name *name = press_places__name_over(m->cx, m->x->at);
  press_linear__add(m->cx->arena, m->f, "name", S(""),
                    name ? press_str__of(types[name->type]) : S("-"),
                    name ? name->score : 1);
  flag(m, "longer name",
       name && name->at.end - name->at.begin > m->x->at.end - m->x->at.begin);
  press_linear__add(m->cx->arena, m->f, "source", S(""), S(""),
                    m->g->source[m->x->at.begin]);
}

static void table(const maker *m) {
  static const char *const hows[] = {"name", "demonym", "capital", "place", "metonym"};
  add(m, "how", press_str__of(hows[m->x->how]), S(""));
  bool rule = m->x->rule;
  flag(m, "rule", rule);
  flag(m, "seat", m->x->seat != NULL);
  flag(m, "qualified", m->x->marks & PRESS_GUESS_QUALIFIED);
  flag(m, "qualifier", m->x->marks & PRESS_GUESS_QUALIFIER);
  flag(m, "locative", m->x->marks & PRESS_GUESS_LOCATIVE);
  add(m, "rule rel", rule ? S("1") : S("0"), rel(m, m->top));
  uint32_t k = (uint32_t)(m->x - m->g->at);
  bool left =
      k && press_places__together(m->cx, m->g->at[k - 1].at.begin, m->x->at.begin);
  bool right = k + 1 < m->g->n &&
               press_places__together(m->cx, m->g->at[k + 1].at.begin, m->x->at.begin);
  add(m, "neighbours", left ? S("1") : S("0"), right ? S("1") : S("0"));
}

void press_places__features(const press_context *cx, const press_guesses *g, uint32_t k,
                            press_features *f) {
  maker m = {.cx = cx, .g = g, .x = &g->at[k], .f = f};
  find_governor(&m);
  find_children(&m);
  table(&m);
  governor(&m);
  preposition(&m);
  clause(&m);
  beside(&m);
  children(&m);
  seen(&m);
}
