/** Descriptions: the press avoids a name's repetition by saying what else somebody is
 *  ("the German", "the 41-year-old", "the former nurse"). Such a phrase means the
 *  person spoken of last whom nothing in it rules out. */
#include "find/describe.h"
/** Sentences and drafts looked back. */
#define REACH_SENTENCES 3
#define REACH_DRAFTS    48
/** Tokens back that a noun is looked for. */
#define REACH_NOUN 160
/** What a candidate gets: for each sentence between, for having spoken, as a subject,
 *  when the nearest of these, inside a longer noun, in somebody's words, for an age and a
 * country that fit, for a gender that is known, when named only now, often, or not at
 * all. */
#define STEP         -1.0f
#define SPOKE        1.0f
#define NEAREST      1.0f
#define SUBJECT      1.0f
#define INSIDE       -1.5f
#define IN_WORDS     -0.7f
#define SAME_AGE     5.0f
#define SAME_LAND    3.0f
#define SAME_ROLE    2.5f
#define SAME_TRAIT   1.5f
#define OTHER_ROLE   -2.0f
#define ANSWER       1.8f
#define SAME_GENDER  0.3f
#define NEW          0.5f
#define OFTEN        0.5f
#define WITHOUT_NAME -0.8f
/** Least weight at which the phrase means somebody, in order of `freedom`. */
static const float least[] = {-1.6f, -0.7f, -0.2f, -0.2f};
/** The candidate is bound to the same verb, or stands in the description's own words. */
static bool apart(const press_cast *c, const press_draft *a, const press_draft *d) {
  const press_word *w = c->cx->ling->words;
  uint32_t x = a->m.head, y = d->m.head;
  if (a->sentence != d->sentence) return false;
  bool bound = w[x].head == w[y].head || w[x].head == y || w[y].head == x;
  bool said = c->content_of[x] != PRESS_NONE && c->content_of[x] == c->source_of[y];
  said |= c->content_of[y] != PRESS_NONE && c->content_of[y] == c->source_of[x];
  bool inside = a->m.at.begin >= d->m.np.begin && a->m.at.end <= d->m.np.end;
  return bound || said || inside;
}

static bool inside_noun(const press_cast *c, uint32_t head) {
  switch (c->cx->ling->words[head].deprel) {
  case PRESS_DEP_nmod:
  case PRESS_DEP_compound:
    return true;
  default:
    return false;
  }
}

static bool subject(const press_cast *c, uint32_t head) {
  return c->cx->ling->words[head].deprel == PRESS_DEP_nsubj;
}

/** Stands in what somebody says, as far as it is known who. */
static bool in_words(const press_cast *c, uint32_t token) {
  uint32_t a = c->content_of[token];
  return a != PRESS_NONE && c->cx->ling->attributions[a].source.n > 0;
}

/** Subject of what the article itself tells, not of what somebody says. */
static bool acts_itself(const press_cast *c, const press_draft *a) {
  bool first = a->m.kind == PRESS_MENTION_NAME && /* a subject that the parser missed */
               c->cx->ling->words[a->m.head].deprel == PRESS_DEP_root;
  return (first || subject(c, a->m.head)) && (a->source || !in_words(c, a->m.head));
}

/** The phrase's verb answers somebody: "the witness agreed". */
static bool answers(const press_cast *c, const press_draft *d) {
  static const char *const verbs[] = {"agree",  "reply",  "answer", "concede", "respond",
                                      "accept", "retort", "admit",  NULL};
  uint32_t h = c->cx->ling->words[d->m.head].head;
  return h != PRESS_NONE && press_people__one_of(verbs, c->cx->ling->words[h].lemma);
}

/** Object of a verb of the article's own: whom the speaker before turned to. */
static bool told(const press_cast *c, const press_draft *a) {
  switch (c->cx->ling->words[a->m.head].deprel) {
  case PRESS_DEP_obj:
  case PRESS_DEP_iobj:
  case PRESS_DEP_obl:
    return a->m.kind == PRESS_MENTION_NAME && !in_words(c, a->m.head);
  default:
    return false;
  }
}

/** "the 36-year-old teacher" is rather the teacher than the judge. */
static float by_role(const press_figure *g, const press_look *l) {
  bool other = false;
  for (uint32_t k = 0; l->row && k < g->parts.n; k++) {
    const press_row *row = g->parts.at[k].row;
    if (row == l->row)
      return press_describe__class(row, "trait") ? SAME_TRAIT : SAME_ROLE;
    other |= row && !press_describe__class(row, "trait");
  }
  return other && l->age && press_describe__class(l->row, "other") ? OTHER_ROLE : 0.0f;
}

static float weigh(const press_cast *c, const press_draft *a, const press_look *l) {
  const press_draft *d = &c->drafts.at[l->draft];
  const press_figure *g = &c->figures.at[a->figure];
  float sum = STEP * (float)(d->sentence - a->sentence);
  if (a->source) sum += SPOKE;
  if (acts_itself(c, a)) sum += SUBJECT;
  if (inside_noun(c, a->m.head)) sum += INSIDE;
  if (!a->source && in_words(c, a->m.head)) sum += IN_WORDS;
  if (l->age && l->age == g->age) sum += SAME_AGE;
  sum += by_role(g, l);
  if (answers(c, d) && d->sentence - a->sentence == 1)
    sum += a->source ? -ANSWER : told(c, a) ? ANSWER : 0.0f;
  if (l->country != PRESS_NONE && l->country == g->country) sum += SAME_LAND;
  if (l->gender && l->gender == g->gender) sum += SAME_GENDER;
  if (g->n == 1) sum += NEW;
  for (uint32_t n = 3; n <= g->n && n <= 9; n += 3) sum += OFTEN;
  if (g->unnamed) sum += WITHOUT_NAME;
  return sum;
}

/** The same noun was used of somebody before ("a watchman"): who that was, is not the
 *  last speaker. */
static bool used_before(const press_cast *c, const press_draft *d) {
  press_str low = press_people__low(c, d->m.head);
  uint32_t from = d->m.head > REACH_NOUN ? d->m.head - REACH_NOUN : 0;
  for (uint32_t t = from; t < d->m.head; t++)
    if (press_str__eq(press_people__low(c, t), low) && c->name_of[t] == PRESS_NONE &&
        !c->used[t])
      return true;
  return false;
}

bool press_people__described(press_cast *c, uint32_t i) {
  press_draft *d = &c->drafts.at[i];
  press_look l;
  if (!press_describe__look(c, i, &l)) return false;
  if (l.free == PRESS_JOB && used_before(c, d)) return false;
  uint32_t best = PRESS_NONE, last = PRESS_NONE;
  bool near = false;
  float most = least[l.free];
  for (uint32_t k = i, seen = 0; k-- > 0 && seen < REACH_DRAFTS; seen++) {
    const press_draft *a = &c->drafts.at[k];
    if (d->sentence - a->sentence > REACH_SENTENCES) break;
    if (a->figure == PRESS_NONE || apart(c, a, d)) continue;
    bool person = c->figures.at[a->figure].type == PRESS_PERSON;
    /* a post that nobody is known to have is that of who spoke just before */
    bool post = l.free == PRESS_OFFICE || l.free == PRESS_JOB;
    bool acts = a->source || (l.free == PRESS_JOB && acts_itself(c, a));
    bool known = person && !c->figures.at[a->figure].unnamed;
    if (post && known && acts) {
      if (last != PRESS_NONE && last != a->figure) break;
      last = a->figure;
    }
    if (!press_describe__fits(c, a, &l)) continue;
    if (post && (!acts || d->sentence - a->sentence > 1)) continue;
    float sum = weigh(c, a, &l);
    if (!near && (a->source || acts_itself(c, a))) {
      sum += NEAREST;
      near = true;
    }
    if (sum <= most) continue;
    most = sum;
    best = k;
  }
  if (best == PRESS_NONE) return false;
  uint32_t id = c->drafts.at[best].figure;
  press_figure *g = &c->figures.at[id];
  if (l.gender && (!g->gender || g->guessed)) {
    g->gender = l.gender;
    g->guessed = false;
  }
  if (g->country == PRESS_NONE) g->country = l.country;
  d->type = PRESS_PERSON;
  press_people__mean(c, i, id);
  return true;
}
