/** Figures without a name: what they go by, and which of them are the same. */
#include "find/people.h"

/** Words of a nameless figure's name. */
#define NAME_WORDS 12

bool press_people__article(press_str w) {
  return press_str__is(w, "the") || press_str__is(w, "this") || press_str__is(w, "these");
}

/** "the minister | on Tuesday": a day is no part of who somebody is. */
static bool day_begins(const press_cast *c, uint32_t i, uint32_t end) {
  static const char *const days[] = {"monday", "tuesday",  "wednesday", "thursday",
                                     "friday", "saturday", "sunday",    "yesterday",
                                     "today",  "tonight",  NULL};
  if (press_people__is(c, i, "on") && i + 1 < end) i++;
  return press_people__one_of(days, press_people__low(c, i));
}

/** The words that a nameless figure goes by: its phrase up to a clause or comma. */
press_range press_people__words_of(const press_cast *c, const press_draft *d) {
  press_range r = d->m.np;
  uint32_t s = c->source_of[d->m.head];
  while (d->source && r.begin < d->m.at.begin && c->source_of[r.begin] != s) r.begin++;
  if (r.end - r.begin > 1 && press_people__article(press_people__low(c, r.begin)) &&
      r.begin < d->m.at.begin)
    r.begin++;
  while (r.begin < d->m.at.begin && !press_people__is(c, r.begin + 1, "-") &&
         (press_people__upos(c, r.begin) == PRESS_UPOS_CCONJ ||
          press_people__upos(c, r.begin) == PRESS_UPOS_ADV))
    r.begin++;
  /* not into the middle of "rank-and-file" */
  uint32_t from = press_people__sentence(c, r.begin).begin;
  while (r.begin > from && d->m.at.begin - r.begin < NAME_WORDS &&
         (press_people__is(c, r.begin, "-") || press_people__is(c, r.begin - 1, "-")) &&
         !c->cx->text->tokens[r.begin].space_before)
    r.begin--;
  for (uint32_t i = r.begin; i < d->m.at.begin; i++)
    if (c->cx->text->tokens[i].kind == PRESS_TOKEN_QUOTE) r.begin = i + 1;
  uint32_t end = d->m.at.end;
  while (end < r.end && end - r.begin < NAME_WORDS) {
    const press_word *w = &c->cx->ling->words[end];
    press_str low = press_people__low(c, end);
    bool stop = w->upos == PRESS_UPOS_PUNCT || w->upos == PRESS_UPOS_VERB ||
                w->upos == PRESS_UPOS_AUX ||
                (w->upos == PRESS_UPOS_PRON && /* but "two of them" */
                 press_people__upos(c, end - 1) != PRESS_UPOS_ADP) ||
                w->upos == PRESS_UPOS_SCONJ || press_str__is(low, "who") ||
                press_str__is(low, "which") || press_str__is(low, "that") ||
                day_begins(c, end, r.end) ||
                c->cx->text->tokens[end].kind == PRESS_TOKEN_QUOTE;
    if (stop && !press_str__is(low, "-")) break;
    end++;
  }
  while (end > d->m.at.end &&
         (c->cx->ling->words[end - 1].upos == PRESS_UPOS_ADP ||
          c->cx->ling->words[end - 1].upos == PRESS_UPOS_PART ||
          c->cx->ling->words[end - 1].upos == PRESS_UPOS_CCONJ ||
          press_people__is(c, end - 1, "such") || press_people__is(c, end - 1, "-") ||
          c->cx->ling->words[end - 1].upos == PRESS_UPOS_ADV ||
          c->cx->ling->words[end - 1].upos == PRESS_UPOS_DET))
    end--;
  return (press_range){r.begin, end};
}

/** The first letter small where only the sentence made it a capital. */
static press_str uncapital(press_cast *c, press_str text, uint32_t token) {
  uint8_t upos = c->cx->ling->words[token].upos;
  if (!text.n || upos == PRESS_UPOS_PROPN || c->place_of[token] != PRESS_NONE ||
      c->name_of[token] != PRESS_NONE || text.at[0] < 'A' || text.at[0] > 'Z')
    return text;
  if (text.n > 1 && text.at[1] >= 'A' && text.at[1] <= 'Z') return text;
  static const char *const proper[] = {"republican", "republicans", "democratic",
                                       "democrats",  "democrat",    NULL};
  static const char *const counts[] = {"a",    "an",  "many",  "some", "several", "most",
                                       "all",  "one", "two",   "few",  "other",   "every",
                                       "both", "any", "three", "four", "various", NULL};
  press_str word = press_people__low(c, token);
  if (press_people__one_of(proper, word)) return text;
  const press_token *t = &c->cx->text->tokens[token];
  bool first = press_people__sentence(c, token).begin == token ||
               (token && c->cx->text->tokens[token - 1].kind == PRESS_TOKEN_QUOTE);
  bool next = token + 1 < c->cx->text->n_tokens && press_people__capital(c, token + 1) &&
              t->sentence == t[1].sentence && !press_people__one_of(counts, word);
  if (!first || next) return text;
  char *low = press_arena__alloc(c->cx->arena, text.n);
  for (size_t i = 0; i < text.n; i++) low[i] = text.at[i];
  low[0] = (char)(low[0] | 0x20);
  return (press_str){low, text.n};
}

/** "her husband" as "Kari Solheim's husband", when it is known whose. */
static press_str whose(press_cast *c, const press_draft *d, press_str text,
                       press_range at) {
  uint32_t p = c->headed[at.begin];
  if (p == PRESS_NONE || c->drafts.at[p].m.kind != PRESS_MENTION_PRONOUN) return text;
  if (c->drafts.at[p].figure == PRESS_NONE || at.begin + 1 >= d->m.at.end) return text;
  press_str rest = press_people__text(c, (press_range){at.begin + 1, at.end});
  press_str owner = c->figures.at[c->drafts.at[p].figure].name;
  return press_str__join(c->cx->arena, owner, S("'s "), rest);
}

static void affiliations(press_cast *c, press_figure *g, press_range np) {
  for (uint32_t i = np.begin; i < np.end; i++) {
    uint32_t n = c->name_of[i];
    if (n == PRESS_NONE || c->drafts.at[n].figure == PRESS_NONE) continue;
    uint32_t id = c->drafts.at[n].figure;
    if (c->figures.at[id].type != PRESS_ORGANIZATION || g == &c->figures.at[id]) continue;
    bool known = false;
    for (uint32_t k = 0; k < g->affiliations.n; k++) known |= g->affiliations.at[k] == id;
    if (!known) *PRESS_PUSH(c->cx->arena, &g->affiliations) = id;
  }
}

bool press_people__document(press_cast *c, uint32_t i) {
  press_draft *d = &c->drafts.at[i];
  if (!d->source || !d->row || !press_str__is(d->row->column[1], "media")) return false;
  for (uint32_t k = d->m.head; k-- > d->m.np.begin;) {
    uint32_t n = c->name_of[k];
    if (n == PRESS_NONE || c->drafts.at[n].figure == PRESS_NONE) continue;
    uint32_t figure = c->drafts.at[n].figure;
    if (c->figures.at[figure].type == PRESS_PLACE) return false;
    press_people__mean(c, i, figure);
    return true;
  }
  return false;
}

uint32_t press_people__by_key(press_cast *c, press_str key, uint8_t type) {
  const press_recent *list = press_register__get(&c->keys, key);
  for (uint32_t k = 0; list && k < list->n; k++)
    if (c->figures.at[list->at[k]].type == type) return list->at[k];
  return PRESS_NONE;
}

static press_str lower(press_cast *c, press_str s) {
  char *low = press_arena__alloc(c->cx->arena, s.n);
  for (size_t i = 0; i < s.n; i++)
    low[i] = (char)(s.at[i] >= 'A' && s.at[i] <= 'Z' ? s.at[i] | 0x20 : s.at[i]);
  return (press_str){low, s.n};
}

/** A figure of its own; one that goes by the same words is the same. */
void press_people__nameless(press_cast *c, uint32_t i) {
  press_draft *d = &c->drafts.at[i];
  if (d->row && press_str__is(d->row->column[1], "media") && !d->source) return;
  press_range at = press_people__words_of(c, d);
  press_str name = uncapital(c, press_people__text(c, at), at.begin);
  name = whose(c, d, name, at);
  uint8_t type = d->type == PRESS_TYPE_OPEN ? PRESS_PERSON : d->type;
  press_str key = press_str__join(c->cx->arena, S("~"), S(" "), lower(c, name));
  uint32_t id = press_people__by_key(c, key, type);
  if (id == PRESS_NONE) {
    id = press_people__figure(c, name, type);
    press_figure *g = &c->figures.at[id];
    g->unnamed = true;
    g->plural = d->m.plural;
    g->gender = d->gender;
    g->row = d->row;
    g->country = d->country;
    g->key = key;
    affiliations(c, g, at);
    for (uint32_t k = 0; k < g->affiliations.n && g->country == PRESS_NONE; k++)
      g->country = c->figures.at[g->affiliations.at[k]].country;
    press_register__put(c, &c->keys, key, id);
    if (type == PRESS_ORGANIZATION && !d->m.plural && at.end - at.begin > 1)
      press_register__put(c, &c->heads, press_people__low(c, d->m.head), id);
    if (d->row && d->type == PRESS_PERSON && !d->m.plural)
      press_register__put(c, &c->offices, d->row->column[0], id);
  }
  press_people__mean(c, i, id);
}
