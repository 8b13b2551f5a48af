/** Looks a word up under its class of inflection, then its longest suffix that the
 *  table has a rule for; tools/make-lemmas.py makes the table. */
#include "ling/lemma.h"

#include <string.h>

#define PRESS_LEMMA_SUFFIX 6 /**< longest suffix of a rule */

static const struct tag_class {
  char xpos[5];
  char class, rules; /**< where whole words and where suffixes are looked up */
} tag_classes[] = {
    {"VBZ", 'z', 'z'}, {"VBP", 'p', 0},   {"VBD", 'd', 'd'}, {"VBN", 'd', 'd'},
    {"VBG", 'g', 'g'}, {"MD", 'm', 0},    {"NNS", 'n', 'n'}, {"NNPS", 'n', 'n'},
    {"JJR", 'c', 'c'}, {"RBR", 'e', 'c'}, {"JJS", 's', 's'}, {"RBS", 'f', 's'},
    {"PRP$", 'q', 0},
};

static struct tag_class class_of(press_upos upos, const char *xpos) {
  for (size_t i = 0; xpos && i < sizeof tag_classes / sizeof *tag_classes; i++)
    if (strcmp(tag_classes[i].xpos, xpos) == 0) return tag_classes[i];
  switch (upos) {
  case PRESS_UPOS_PRON:
    return (struct tag_class){"", 'r', 0};
  case PRESS_UPOS_DET:
    return (struct tag_class){"", 't', 0};
  case PRESS_UPOS_PART:
    return (struct tag_class){"", 'x', 0};
  default:
    return (struct tag_class){"", 'o', 0};
  }
}

static const press_row *find(const press_lexicon *lex, press_str key, char class) {
  const press_row *r = press_table__find(&lex->lemmas, key);
  while (r && r->column[1].at[0] != class)
    r = r->next == PRESS_NONE ? NULL : &lex->lemmas.rows[r->next];
  return r;
}

/** The rule for the longest suffix of `low`, "-ied"; never for the whole word. */
static const press_row *find_rule(const press_lexicon *lex, press_str low, char class) {
  char key[PRESS_LEMMA_SUFFIX + 1] = "-";
  size_t most = low.n ? low.n - 1 : 0;
  if (most > PRESS_LEMMA_SUFFIX) most = PRESS_LEMMA_SUFFIX;
  for (size_t n = most; n > 0; n--) {
    memcpy(key + 1, low.at + low.n - n, n);
    const press_row *r = find(lex, (press_str){key, n + 1}, class);
    if (r) return r;
  }
  return NULL;
}

/** `word` with the rule's suffix changed. Names keep their capitals before it. */
static press_str apply(press_arena *arena, press_str word, const press_row *rule) {
  press_str old = rule->column[0], new = rule->column[2];
  press_str stem = press_str__sub(word, 0, word.n - (old.n - 1));
  new = press_str__sub(new, 1, new.n);
  if (!new.n) return stem;
  char *out = press_arena__alloc(arena, stem.n + new.n);
  memcpy(out, stem.at, stem.n);
  memcpy(out + stem.n, new.at, new.n);
  return (press_str){out, stem.n + new.n};
}

/** "20,000" as "20000". */
static press_str without_commas(press_arena *arena, press_str s) {
  if (!s.n || !memchr(s.at, ',', s.n)) return s;
  char *out = press_arena__alloc(arena, s.n);
  size_t n = 0;
  for (size_t i = 0; i < s.n; i++)
    if (s.at[i] != ',') out[n++] = s.at[i];
  return n ? (press_str){out, n} : s;
}

/** "STATES" takes no rule: its suffix is not the lower case that the rule holds. */
static bool same_tail(press_str form, press_str low, const press_row *rule) {
  size_t n = rule->column[0].n - 1;
  return form.n == low.n && memcmp(form.at + form.n - n, low.at + low.n - n, n) == 0;
}

press_str press_lemma__find(press_arena *arena, const press_lexicon *lex, press_str form,
                            press_str low, press_upos upos, const char *xpos) {
  struct tag_class class = class_of(upos, xpos);
  bool name = upos == PRESS_UPOS_PROPN;
  if (upos == PRESS_UPOS_NUM) low = without_commas(arena, low);
  const press_row *row = find(lex, low, class.class);
  if (row && name && class.class == 'n' && press_str__eq(row->column[2], low))
    return form;
  if (row && !(name && class.class == 'n')) return row->column[2];
  bool ruled = class.rules && low.n && !(low.at[0] >= '0' && low.at[0] <= '9') &&
               low.at[0] != '\'';
  const press_row *rule = ruled ? find_rule(lex, low, class.rules) : NULL;
  if (!name) return rule ? apply(arena, low, rule) : low;
  return rule && same_tail(form, low, rule) ? apply(arena, form, rule) : form;
}
