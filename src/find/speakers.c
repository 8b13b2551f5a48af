/** Who speaks, as far as pronouns need it: the source of an attribution, whom "I" and
 *  "we" mean inside a quotation, whom "you". */
#include "find/people.h"

uint32_t press_people__source(const press_cast *c, uint32_t a) {
  if (a == PRESS_NONE) return PRESS_NONE;
  press_ranges source = c->cx->ling->attributions[a].source;
  uint32_t best = PRESS_NONE, most = 0;
  for (uint32_t k = 0; k < source.n; k++)
    for (uint32_t i = source.at[k].begin; i < source.at[k].end; i++) {
      uint32_t d = c->headed[i];
      if (d == PRESS_NONE) continue;
      press_range np = c->drafts.at[d].m.np;
      uint32_t end = np.end < source.at[k].end ? np.end : source.at[k].end;
      uint32_t begin = np.begin > source.at[k].begin ? np.begin : source.at[k].begin;
      if (end > begin && end - begin > most) {
        most = end - begin;
        best = d;
      }
    }
  return best;
}

/** The source draft of the attribution that has most of quotation `q`. */
static uint32_t quoted_by(const press_cast *c, const press_quote *q) {
  for (uint32_t i = q->begin; i < q->end; i++)
    if (c->content_of[i] != PRESS_NONE) {
      uint32_t s = press_people__source(c, c->content_of[i]);
      if (s == PRESS_NONE) continue;
      uint32_t at = c->drafts.at[s].m.head;
      if (at < q->begin || at >= q->end) return s;
    }
  return PRESS_NONE;
}

static uint32_t para_of(const press_cast *c, uint32_t token) {
  const press_text *t = c->cx->text;
  return t->sentences[t->tokens[token].sentence].para;
}

/** Whether quotation `q` takes the speaker of the one before it: it stands in the
 *  same paragraph, or begins the next one. */
static bool goes_on(const press_cast *c, uint32_t before, const press_quote *q) {
  if (before == PRESS_NONE) return false;
  uint32_t a = para_of(c, c->cx->text->quotes[before].begin), b = para_of(c, q->begin);
  return a == b || (a + 1 == b && c->cx->text->paras[b].begin == q->begin);
}

/** Finds the speaker of each outer quotation: its attribution's source, else that of
 *  the quotation that it goes on with. */
void press_people__quotes(press_cast *c) {
  const press_text *t = c->cx->text;
  c->speaker_of = PRESS_NEW(c->cx->arena, uint32_t, t->n_tokens);
  for (uint32_t i = 0; i < t->n_tokens; i++) c->speaker_of[i] = PRESS_NONE;
  uint32_t before = PRESS_NONE, speaker = PRESS_NONE;
  for (uint32_t q = 0; q < t->n_quotes; q++) {
    const press_quote *quote = &t->quotes[q];
    if (quote->begin >= quote->end || quote->parent != PRESS_NONE) continue;
    uint32_t said = quoted_by(c, quote);
    bool on = quote->continues != PRESS_NONE || goes_on(c, before, quote);
    speaker = said != PRESS_NONE ? said : on ? speaker : PRESS_NONE;
    for (uint32_t i = quote->begin; i < quote->end; i++) c->speaker_of[i] = speaker;
    before = q;
  }
}

bool press_people__first_person(press_str low) {
  static const char *const words[] = {"i",  "me",  "my",   "mine",      "myself", "we",
                                      "us", "our", "ours", "ourselves", NULL};
  for (const char *const *w = words; *w; w++)
    if (press_str__eq(low, press_str__of(*w))) return true;
  return false;
}

/** Whom the speaker tells: the object of the cue, if it is a person. */
static uint32_t addressee(const press_cast *c, uint32_t token) {
  uint32_t a = c->content_of[token];
  if (a == PRESS_NONE) return PRESS_NONE;
  const press_attribution *said = &c->cx->ling->attributions[a];
  const press_word *w = c->cx->ling->words;
  for (uint32_t i = said->cue.end; i < said->cue.end + 6 && i < c->cx->text->n_tokens;
       i++) {
    bool object = w[i].deprel == PRESS_DEP_obj || w[i].deprel == PRESS_DEP_iobj;
    bool cue = w[i].head != PRESS_NONE && w[i].head >= said->cue.begin &&
               w[i].head < said->cue.end;
    uint32_t d = object && cue ? c->headed[i] : PRESS_NONE;
    if (d == PRESS_NONE || c->drafts.at[d].figure == PRESS_NONE) continue;
    if (c->figures.at[c->drafts.at[d].figure].type == PRESS_PERSON) return d;
  }
  return PRESS_NONE;
}

void press_people__speaker(press_cast *c, uint32_t i) {
  press_draft *d = &c->drafts.at[i];
  uint32_t token = d->m.head, from = PRESS_NONE;
  press_str low = press_people__low(c, token);
  if (press_people__first_person(low))
    from = c->speaker_of[token];
  else if (press_str__starts(low, S("you")))
    from = addressee(c, token);
  if (from == PRESS_NONE) return;
  d->figure = c->drafts.at[from].figure;
  d->country = d->figure == PRESS_NONE ? c->drafts.at[from].country : PRESS_NONE;
}
