/** Names by rule, where the finder saw none: after titles, by given names, by the
 *  table of institutions, runs of proper nouns. */
#include "find/names.h"

/** Most words after "Mr" that are taken for a name. */
#define TITLED_WORDS 3
/** Most words of a run of proper nouns that is taken for a name, and its weight. */
#define RUN_WORDS 4
#define RUN_SCORE 0.4f
/** Longest acronym. */
#define ACRONYM 10

/** One letter with or without a stop. */
static bool initial(const press_finder *f, uint32_t i) {
  press_str s = press_people__low(f->c, i);
  return s.n == 1 || (s.n == 2 && s.at[1] == '.');
}

bool press_names__name_word(const press_finder *f, uint32_t i) {
  return press_names__kind(f, i) == PRESS_TOKEN_WORD && press_people__capital(f->c, i) &&
         f->cover[i] == PRESS_NONE;
}

/** The run of capitalised words from `i`, at most `most`, in one sentence. */
static press_range run(const press_finder *f, uint32_t i, uint32_t most) {
  const press_text *t = f->c->cx->text;
  uint32_t end = t->sentences[t->tokens[i].sentence].end, e = i;
  while (e < end && e - i < most && press_names__name_word(f, e)) e++;
  return (press_range){i, e};
}

/** "Mr Hale" where the finder missed it. */
void press_names__titled(press_finder *f) {
  for (uint32_t i = 0; i + 1 < f->c->cx->text->n_tokens; i++) {
    const press_row *row = press_names__title(f, i);
    if (!row || row->column[2].n || f->cover[i + 1] != PRESS_NONE) continue;
    press_range at = run(f, i + 1, TITLED_WORDS);
    press_names__clean(f, &at, PRESS_NAME_PER);
    if (at.begin < at.end)
      press_names__add(f, at, PRESS_NAME_PER, PRESS_NAMES_RULE_SCORE);
  }
}

/** "spokesman Chip Donnelly": two or three capitalised words behind a role in small
 *  letters, where the finder missed them. */
void press_names__after_role(press_finder *f) {
  const press_cast *c = f->c;
  for (uint32_t i = 0; i + 2 < c->cx->text->n_tokens; i++) {
    press_sentence s = press_people__sentence(c, i);
    bool first = i == s.begin;
    uint8_t u = press_people__upos(c, i);
    if (i + 2 >= s.end || f->cover[i] != PRESS_NONE ||
        (first ? u != PRESS_UPOS_NOUN && u != PRESS_UPOS_PROPN
               : press_people__capital(c, i) || u != PRESS_UPOS_NOUN))
      continue;
    if (!press_table__find(&c->cx->lex->roles, press_people__low(c, i))) continue;
    press_range at = run(f, i + 1, TITLED_WORDS);
    bool proper = at.end - at.begin > 1 && c->place_of[at.begin] == PRESS_NONE;
    proper &= press_people__upos(c, at.end - 1) == PRESS_UPOS_PROPN;
    bool ends = at.end >= s.end || !press_people__capital(c, at.end);
    if (proper && ends && !press_names__business(f, at) && !press_names__dated(f, at))
      press_names__add(f, at, PRESS_NAME_PER, PRESS_NAMES_RULE_SCORE);
  }
}

/** "gave his name as Monday": a name, whatever else it may be. */
void press_names__called(press_finder *f) {
  for (uint32_t i = 2; i + 1 < f->c->cx->text->n_tokens; i++) {
    bool name = press_names__is(f, i - 1, "name") || press_names__is(f, i - 2, "name");
    if (!press_names__is(f, i, "as") || !name) continue;
    press_range at = run(f, i + 1, TITLED_WORDS);
    if (at.begin < at.end)
      press_names__add(f, at, PRESS_NAME_PER, PRESS_NAMES_RULE_SCORE);
  }
}

/** A given name and a capitalised word, both proper nouns to the tagger. */
void press_names__by_given_name(press_finder *f) {
  const press_word *words = f->c->cx->ling->words;
  for (uint32_t i = 0; i + 1 < f->c->cx->text->n_tokens; i++) {
    if (words[i].upos != PRESS_UPOS_PROPN || words[i + 1].upos != PRESS_UPOS_PROPN)
      continue;
    if (!press_names__name_word(f, i) || f->c->place_of[i] != PRESS_NONE) continue;
    if (!press_table__find(&f->c->cx->lex->given_names, press_people__low(f->c, i)))
      continue;
    press_range at = run(f, i, TITLED_WORDS);
    at.end = press_names__with_syllable(f, at);
    if (at.end - at.begin > 1 && !initial(f, at.end - 1))
      press_names__add(f, at, PRESS_NAME_PER, PRESS_NAMES_RULE_SCORE);
  }
}

/** "WHO", which the tagger takes for a pronoun; not where all is in capitals. */
static bool acronym(const press_finder *f, uint32_t i) {
  press_str raw = press_text__token(f->c->cx->text, i);
  for (size_t k = 0; k < raw.n; k++)
    if (raw.at[k] < 'A' || raw.at[k] > 'Z') return false;
  const press_text *t = f->c->cx->text;
  bool body = t->paras[t->sentences[t->tokens[i].sentence].para].kind == PRESS_PARA_BODY;
  return raw.n > 2 && body;
}

/** Phrases that the table of institutions has: "the Commons". */
void press_names__bodies(press_finder *f) {
  static const char *const people[] = {"mp",       "mps",  "republican",
                                       "democrat", "tory", NULL};
  const press_cast *c = f->c;
  for (uint32_t i = 0; i < c->cx->text->n_tokens; i++) {
    uint32_t end, to = press_people__sentence(c, i).end;
    uint32_t p = c->place_of[i];
    if (!press_names__name_word(f, i)) continue;
    if (p != PRESS_NONE &&
        !press_names__institution(f, c->f->places[p].at, c->f->places[p].country))
      continue;
    if (!press_people__starts(c, &c->cx->lex->bodies, i, to, &end)) {
      const press_row *org = press_people__starts(c, &c->cx->lex->orgs, i, to, &end);
      if (!org || (press_row__number(org, 2, 0.0) < 1.0 && !acronym(f, i))) continue;
    }
    bool proper = press_people__upos(c, i) == PRESS_UPOS_PROPN || acronym(f, i);
    if (!proper && (end == i + 1 || !press_people__capital(c, end - 1))) continue;
    if (press_people__one_of(people, press_people__low(c, i))) continue;
    press_names__add(f, (press_range){i, end}, PRESS_NAME_ORG, PRESS_NAMES_RULE_SCORE);
  }
}

/** First letters of the words that count; empty when there are too few. */
static press_str initials(const press_finder *f, press_range at, char *to, size_t most) {
  static const char *const small[] = {"of", "the", "and", "for", "in", "on", "&", NULL};
  size_t n = 0;
  for (uint32_t i = at.begin; i < at.end && n < most; i++) {
    press_str low = press_people__low(f->c, i);
    bool letter = low.n && low.at[0] >= 'a' && low.at[0] <= 'z';
    if (letter && !press_people__one_of(small, low)) to[n++] = low.at[0];
  }
  return (press_str){to, n};
}

/** "the HSB", where the article has the Harbour Safety Board. */
void press_names__acronyms(press_finder *f) {
  press_map known = {0};
  uint32_t n = f->found.n;
  for (uint32_t k = 0; k < n; k++) {
    const press_candidate *a = &f->found.at[k];
    char letters[ACRONYM];
    if (a->type != PRESS_NAME_ORG || a->at.end - a->at.begin < 2) continue;
    press_str key = initials(f, a->at, letters, sizeof letters);
    if (key.n < 2) continue;
    uint32_t *slot =
        press_map__put(f->c->cx->arena, &known, press_str__copy(f->c->cx->arena, key));
    *slot = k;
  }
  for (uint32_t i = 0; i < f->c->cx->text->n_tokens; i++) {
    press_str low = press_people__low(f->c, i);
    if (f->cover[i] != PRESS_NONE || !acronym(f, i) || f->c->place_of[i] != PRESS_NONE)
      continue;
    if (low.n < ACRONYM && press_map__get(&known, low) != PRESS_NONE)
      press_names__add(f, (press_range){i, i + 1}, PRESS_NAME_ORG,
                       PRESS_NAMES_RULE_SCORE);
  }
}

/** The capitalised words around `i`, over a possessive too: "Retailers' Guild". */
static press_range around(const press_finder *f, uint32_t i, press_sentence s) {
  press_range at = {i, i + 1};
  for (uint32_t k = 0; k < RUN_WORDS && at.begin > s.begin; k++) {
    uint32_t b = at.begin - 1;
    bool owner =
        b > s.begin && (press_names__is(f, b, "'") || press_names__is(f, b, "’"));
    if (owner) b--;
    if (!press_names__name_word(f, b) || f->c->place_of[b] != PRESS_NONE ||
        press_names__title(f, b) ||
        (!owner && press_people__upos(f->c, b) != PRESS_UPOS_PROPN))
      break;
    at.begin = b;
  }
  while (at.end < s.end && at.end - i < RUN_WORDS && press_names__name_word(f, at.end) &&
         press_people__upos(f->c, at.end) == PRESS_UPOS_PROPN)
    at.end++;
  at.end = press_names__with_syllable(f, at);
  return at;
}

/** A proper noun that says something is a name, whatever the finder made of it:
 *  "Ladle said". */
void press_names__speaking(press_finder *f) {
  const press_cast *c = f->c;
  for (uint32_t i = 0; i < c->cx->text->n_tokens; i++) {
    const press_word *w = &c->cx->ling->words[i];
    press_str low = press_people__low(c, i);
    if (w->upos != PRESS_UPOS_PROPN || w->deprel != PRESS_DEP_nsubj ||
        c->source_of[i] == PRESS_NONE || !press_names__name_word(f, i) ||
        c->place_of[i] != PRESS_NONE)
      continue;
    uint32_t end;
    press_sentence s = press_people__sentence(c, i);
    if (press_names__title(f, i) || press_people__dated(c, i) ||
        press_table__find(&c->cx->lex->collectives, low) ||
        press_table__find(&c->cx->lex->bodies, low) ||
        press_people__starts(c, &c->cx->lex->roles, i, s.end, &end) ||
        press_people__ends(c, &c->cx->lex->roles, s.begin, i + 1, &end))
      continue;
    if (c->cx->text->paras[s.para].kind != PRESS_PARA_BODY) continue;
    bool joined = (i > s.begin &&
                   (f->cover[i - 1] != PRESS_NONE || press_names__is(f, i - 1, "-"))) ||
                  (i + 1 < s.end && f->cover[i + 1] != PRESS_NONE);
    bool plural = w->xpos && press_str__eq(press_str__of(w->xpos), S("NNPS"));
    if (!joined && !plural)
      press_names__add(f, around(f, i, s), PRESS_NAME_PER, RUN_SCORE);
  }
}

static bool nounlike(const press_cast *c, uint32_t i) {
  uint8_t u = press_people__upos(c, i);
  return u == PRESS_UPOS_PROPN || u == PRESS_UPOS_NOUN || u == PRESS_UPOS_ADJ;
}

static bool all_proper(const press_cast *c, press_range at) {
  for (uint32_t i = at.begin; i < at.end; i++)
    if (press_people__upos(c, i) != PRESS_UPOS_PROPN) return false;
  return true;
}

/** Two or more capitalised nouns inside a sentence, one of them proper, that the
 *  finder left out. */
void press_names__proper_runs(press_finder *f) {
  const press_cast *c = f->c;
  for (uint32_t i = 0; i + 1 < c->cx->text->n_tokens; i++) {
    press_sentence s = press_people__sentence(c, i);
    press_range at = {i, i};
    bool proper = false;
    while (at.end < s.end && press_names__name_word(f, at.end) &&
           c->place_of[at.end] == PRESS_NONE && nounlike(c, at.end) &&
           !press_names__title(f, at.end)) {
      proper |= press_people__upos(c, at.end) == PRESS_UPOS_PROPN;
      at.end++;
    }
    if (at.end == i) continue;
    /* "Communications Workers Ireland" */
    if (at.end - at.begin > 1 && at.end < s.end && press_names__name_word(f, at.end) &&
        c->cx->ling->words[at.end - 1].head == at.end)
      at.end++;
    if (press_names__trade_first(f, at)) at.begin++;
    if (at.begin < at.end && at.end + 1 < s.end && press_names__is(f, at.end, "&"))
      at.end = press_names__with_partner(f, at);
    i = at.end;
    uint32_t end;
    bool role = press_people__starts(c, &c->cx->lex->roles, at.begin, at.end, &end) ||
                press_people__ends(c, &c->cx->lex->roles, at.begin, at.end, &end);
    bool hyphen = (at.begin > s.begin && press_names__is(f, at.begin - 1, "-")) ||
                  (at.end < s.end && press_names__is(f, at.end, "-"));
    bool headline = c->cx->text->paras[s.para].kind == PRESS_PARA_HEADLINE;
    if (at.end - at.begin < 2 || at.end - at.begin > RUN_WORDS) continue;
    bool acts = at.end < s.end && all_proper(c, at) &&
                press_people__upos(c, at.end) == PRESS_UPOS_VERB;
    bool first = at.begin == s.begin && !press_names__business(f, at) && !acts;
    if (first || !proper || role || hyphen || headline || press_names__dated(f, at))
      continue;
    press_names__add(f, at, PRESS_NAME_ORG, RUN_SCORE);
  }
}
