/** Nouns and names that stand beside each other for one figure: "the operator, Huron
 *  Rail,", "the rail firm Huron", "Huron Rail, the operator that runs the line,". */
#include "find/people.h"

/** Modifiers between a comma and the name in apposition. */
#define APPOSED_REACH 5
/** Tokens of a clause between a noun and its name. */
#define CLAUSE_REACH 16

/** "The bishop of Hull, the Rev Ann Orr, said": commas around the name, a verb behind,
 *  whatever the parser made of it. */
static bool said_between(const press_cast *c, const press_draft *d, uint32_t n) {
  uint32_t after = c->drafts.at[n].m.at.end;
  if (!press_people__article(press_people__low(c, d->m.np.begin)) || d->m.plural ||
      after + 1 >= press_people__sentence(c, d->m.head).end)
    return false;
  uint8_t u = press_people__upos(c, after + 1);
  return d->m.np.begin == press_people__sentence(c, d->m.head).begin &&
         press_people__is(c, after, ",") && (u == PRESS_UPOS_VERB || u == PRESS_UPOS_AUX);
}

/** The name that stands beside the noun of `d`: right behind it, or behind a comma with
 *  no more than its own modifiers before it. */
static uint32_t name_beside(const press_cast *c, const press_draft *d, bool *set_off) {
  uint32_t k = d->m.at.end > d->m.head ? d->m.at.end : d->m.head + 1;
  uint32_t end = press_people__sentence(c, d->m.head).end;
  *set_off = k < end && press_people__is(c, k, ",");
  if (*set_off && press_people__is(c, ++k, "the")) k++;
  uint32_t most = *set_off && k + APPOSED_REACH < end ? k + APPOSED_REACH : k + 1;
  for (; k < end && k < most; k++) {
    if (c->name_of[k] != PRESS_NONE) return c->name_of[k];
    if (!press_people__modifies(c, k)) break;
  }
  /* "the envoy who led the talks, Ann Orr," */
  const press_word *w = c->cx->ling->words;
  uint32_t verb = w[d->m.head].head, last = d->m.np.end;
  bool subject = w[d->m.head].deprel == PRESS_DEP_nsubj && verb != PRESS_NONE;
  if (subject && verb > last && verb - d->m.head < CLAUSE_REACH) last = verb;
  for (k = d->m.head + 1; k < last; k++) {
    uint32_t n = c->name_of[k];
    uint32_t comma = k - 1; /* ", the Right Rev Ann Orr" */
    while (comma > d->m.head && comma + 3 > k && !press_people__is(c, comma, ",") &&
           (press_people__upos(c, comma) == PRESS_UPOS_DET ||
            press_people__upos(c, comma) == PRESS_UPOS_ADJ))
      comma--;
    if (n == PRESS_NONE || !press_people__is(c, comma, ",")) continue;
    uint32_t head = c->drafts.at[n].m.head;
    *set_off = true;
    if (w[head].deprel == PRESS_DEP_appos && w[head].head == d->m.head) return n;
    if (subject && w[head].deprel == PRESS_DEP_nsubj && w[head].head == verb) return n;
    if (said_between(c, d, n)) return n;
  }
  return PRESS_NONE;
}

/** "Huron Rail, the operator that runs it,": the phrase is the apposition. */
static bool glosses(press_cast *c, press_draft *d, uint32_t i) {
  const press_word *w = &c->cx->ling->words[d->m.head];
  uint32_t n =
      w->deprel == PRESS_DEP_appos && w->head != PRESS_NONE && w->head < d->m.head
          ? c->name_of[w->head]
          : PRESS_NONE;
  if (n == PRESS_NONE || c->drafts.at[n].figure == PRESS_NONE || d->m.plural)
    return false;
  const press_figure *g = &c->figures.at[c->drafts.at[n].figure];
  bool person = g->type == PRESS_PERSON;
  if (g->type == PRESS_PLACE || person != (d->type == PRESS_PERSON)) return false;
  if (press_people__upos(c, d->m.np.begin) != PRESS_UPOS_DET) return false;
  if (!person && !g->row) c->figures.at[c->drafts.at[n].figure].row = d->row;
  press_people__mean(c, i, c->drafts.at[n].figure);
  return true;
}

bool press_people__apposed(press_cast *c, uint32_t i) {
  press_draft *d = &c->drafts.at[i];
  const press_word *w = c->cx->ling->words;
  if (glosses(c, d, i)) return true;
  bool set_off;
  uint32_t n = name_beside(c, d, &set_off);
  if (n == PRESS_NONE || c->drafts.at[n].figure == PRESS_NONE) return false;
  const press_draft *name = &c->drafts.at[n];
  uint32_t head = name->m.head, after = name->m.at.end;
  bool tied = w[head].head == d->m.head || w[d->m.head].head == head;
  /* two subjects of one verb with commas around the second are one */
  bool twins = set_off && w[head].deprel == PRESS_DEP_nsubj &&
               w[d->m.head].deprel == PRESS_DEP_nsubj &&
               w[head].head == w[d->m.head].head;
  /* "industry body UK Drones", however it is parsed */
  tied |= !set_off && d->row && c->figures.at[name->figure].type == PRESS_ORGANIZATION &&
          d->type == PRESS_ORGANIZATION;
  twins |= set_off && said_between(c, d, n);
  if (!twins && (!tied || (set_off && w[head].deprel != PRESS_DEP_appos))) return false;
  bool closed = !set_off || after >= press_people__sentence(c, head).end ||
                press_people__is(c, after, ",") || press_people__is(c, after, "(") ||
                press_people__is(c, after, ".");
  press_figure *g = &c->figures.at[name->figure];
  if (!closed || g->type == PRESS_PLACE) return false;
  bool body = g->type == PRESS_ORGANIZATION;
  if (!body && (d->m.plural || d->type == PRESS_ORGANIZATION)) return false;
  if (body && !g->row) g->row = d->row;
  if (g->country == PRESS_NONE) g->country = d->country;
  press_people__mean(c, i, name->figure);
  if (!body && d->row && !d->row->column[4].n && d->m.kind == PRESS_MENTION_ROLE) {
    *PRESS_PUSH(c->cx->arena, &g->parts) =
        (press_part){press_people__text(c, d->m.at), d->m.at, d->row};
    press_register__put(c, &c->offices, d->row->column[0], name->figure);
  }
  if (body)
    press_register__put(c, &c->heads, press_people__low(c, d->m.head), name->figure);
  return true;
}
