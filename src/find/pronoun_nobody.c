/** What speaks for a pronoun that means nobody known. */
#include "find/pronoun.h"

#define SET(clue, value) (x[PRESS_CLUE_##clue] = (value) ? 1.0f : 0.0f)

bool press_pronoun__weather(const press_cast *c, uint32_t token) {
  static const char *const verbs[] = {"rain", "snow", "pour", "hail", "drizzle", NULL};
  uint32_t h = c->cx->ling->words[token].head;
  return h != PRESS_NONE && press_people__one_of(verbs, c->cx->ling->words[h].lemma);
}

/** The pronoun is the subject of a plain verb of speech. */
static bool says(const press_cast *c, const press_draft *p) {
  static const char *const verbs[] = {"say",     "add",   "warn",   "announce",
                                      "claim",   "argue", "insist", "deny",
                                      "confirm", "state", NULL};
  uint32_t h = c->cx->ling->words[p->m.head].head;
  return p->source && h != PRESS_NONE &&
         press_pronoun__deprel(c, p->m.head) == PRESS_DEP_nsubj &&
         press_people__one_of(verbs, c->cx->ling->words[h].lemma);
}

static bool copula(const press_cast *c, uint32_t token) {
  uint32_t next = token + 1;
  return next < c->cx->text->n_tokens &&
         (press_pronoun__deprel(c, next) == PRESS_DEP_cop ||
          press_people__is(c, next, "'s") || press_people__is(c, next, "’s"));
}

void press_pronoun__nobody(const press_cast *c, const press_draft *p, float *x) {
  uint32_t token = p->m.head;
  uint8_t r = press_pronoun__deprel(c, token);
  SET(nobody, true);
  SET(nobody_says, says(c, p));
  SET(nobody_quoted, c->cx->text->tokens[token].quoted > 0);
  SET(nobody_copula, copula(c, token));
  SET(nobody_object, r == PRESS_DEP_obj || r == PRESS_DEP_iobj || r == PRESS_DEP_obl);
  SET(nobody_owner, r == PRESS_DEP_nmod);
  SET(nobody_first, press_people__sentence(c, token).begin == token);
}
