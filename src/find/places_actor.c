/** Land or state: "talks in London" is land, "London has refused" is the state. The parse
 *  tells where there is one; the words beside the phrase tell otherwise. */
#include "find/places.h"

/** Steps up a chain of conjuncts: "China, Iran and Russia said". */
#define CHAIN_STEPS 8

static const char *const land_prepositions =
    "in at near from to into onto across through throughout inside outside toward "
    "towards "
    "around over via of off within behind beyond on about";
static const char *const state_prepositions = "with against between by among like";
static const char *const states =
    "government administration regime authorities leadership state cabinet parliament "
    "governments administrations delegation side military army forces troops";
/** What a state's possession shows it acting: "Britain's refusal". */
static const char *const acts =
    "decision refusal plan plans offer threat demand demands announcement policy "
    "policies "
    "invasion attack attacks response proposal call calls claim claims stance position "
    "bid attempt attempts efforts effort support warning pledge promise ambitions "
    "withdrawal "
    "departure exit membership intention willingness opposition request allies ally "
    "enemies "
    "victory win defeat";
static const char *const land_verbs =
    "lies lie lay borders bordered stretches covers located situated inhabited populated";
static const char *const finite = "is was are were has have had will would can could may "
                                  "might must should shall does did "
                                  "do says said wants warned urged";
static const char *const targets =
    "urge urges urged urging accuse accuses accused accusing warn warns warned warning "
    "tell "
    "tells told ask asks asked press presses pressed pressing threaten threatens "
    "threatened "
    "threatening sanction sanctioned sanctions join joins joined joining beat beats "
    "defeat "
    "defeated defeats blame blames blamed blaming help helps helped helping support "
    "supports "
    "supported supporting criticise criticised criticize criticized condemn condemned "
    "condemns thank thanked force forced forces forcing allow allows allowed allowing "
    "persuade persuaded represent represents represented representing punish punished "
    "sue "
    "sued confront confronts recognise recognised recognize recognized isolate isolated "
    "pressure pressured let lets make makes lead leads led challenge challenged face "
    "faces "
    "faced facing";
static const char *const land_objects =
    "visit visits visited visiting leave leaves left leaving enter enters entered "
    "entering "
    "reach reaches reached reaching cross crossed crosses tour toured touring flee fled "
    "fleeing cover covers covered include includes included including border borders";

static press_str low(const press_context *cx, uint32_t i) {
  return press_places__low(cx, i);
}

static bool same(const press_context *cx, uint32_t i, uint32_t j) {
  return press_places__together(cx, i, j);
}

/** First token behind `i` that is no adverb, in the same sentence. */
static uint32_t past_adverbs(const press_context *cx, uint32_t i) {
  static const char *const adverbs =
      "also still again now then already never not reportedly recently later repeatedly";
  for (uint32_t n = i; n < i + 3; n++)
    if (!press_places__among(low(cx, n), adverbs)) return n;
  return i;
}

static bool before_government(const press_context *cx, press_range at) {
  uint32_t n = at.end;
  bool possessive = press_places__among(low(cx, n), "'s '");
  if (possessive) n++;
  for (uint32_t k = n; k < n + 2 && same(cx, at.begin, k); k++) {
    if (press_places__among(low(cx, k), states)) return true;
    if (possessive && press_places__among(low(cx, k), acts)) return true;
  }
  return false;
}

/* ---- With words alone ---- */

static bool worded_actor(const press_context *cx, press_range at) {
  uint32_t n = past_adverbs(cx, at.end);
  press_str before = at.begin && same(cx, at.begin - 1, at.begin) ? low(cx, at.begin - 1)
                                                                  : (press_str){0};
  if (press_places__among(before, S("the").at) && at.begin > 1 &&
      same(cx, at.begin - 2, at.begin))
    before = low(cx, at.begin - 2);
  if (press_places__among(before, land_prepositions)) return false;
  if (press_places__among(before, state_prepositions)) return true;
  if (press_places__among(before, targets)) return true;
  if (!same(cx, at.begin, n)) return false;
  if (press_places__among(low(cx, n), land_verbs)) return false;
  if (press_places__among(low(cx, n), finite)) return true;
  press_str next = low(cx, n);
  return !press_places__capital(cx, n) && next.n > 4 &&
         (press_str__ends(next, S("ed")) || press_str__ends(next, S("es")));
}

/* ---- With a parse ---- */

/** The token of `at` whose head is outside it. */
static uint32_t head_token(const press_context *cx, press_range at) {
  for (uint32_t i = at.begin; i < at.end; i++) {
    uint32_t h = cx->ling->words[i].head;
    if (h == PRESS_NONE || h < at.begin || h >= at.end) return i;
  }
  return at.end - 1;
}

static bool verbal(const press_word *w) {
  return w->upos == PRESS_UPOS_VERB || w->upos == PRESS_UPOS_AUX;
}

static bool subject_acts(const press_context *cx, const press_word *w) {
  const press_word *verb = &cx->ling->words[w->head];
  if (press_places__among(low(cx, w->head), land_verbs)) return false;
  return verbal(verb);
}

static press_str preposition(const press_context *cx, uint32_t head, uint32_t begin) {
  for (uint32_t p = begin; p && begin - p < 4; p--) {
    const press_word *w = &cx->ling->words[p - 1];
    if (w->head == head && w->deprel == PRESS_DEP_case) return low(cx, p - 1);
  }
  return (press_str){0};
}

static bool parsed_actor(const press_context *cx, press_range at) {
  uint32_t i = head_token(cx, at);
  const press_word *w = &cx->ling->words[i];
  for (int step = 0; w->deprel == PRESS_DEP_conj && w->head != PRESS_NONE; step++) {
    if (step == CHAIN_STEPS) return false;
    i = w->head;
    w = &cx->ling->words[i];
  }
  if (w->head == PRESS_NONE) return worded_actor(cx, at);
  switch (w->deprel) {
  case PRESS_DEP_nsubj:
    return subject_acts(cx, w);
  case PRESS_DEP_obj:
  case PRESS_DEP_iobj:
    return !press_places__among(low(cx, w->head), land_objects);
  case PRESS_DEP_obl:
  case PRESS_DEP_nmod:
    return press_places__among(preposition(cx, i, at.begin), state_prepositions);
  default:
    return false;
  }
}

static bool acts_here(const press_context *cx, press_range at) {
  if (before_government(cx, at)) return true;
  return parsed_actor(cx, at);
}

static bool in_place(const press_context *cx, press_range at) {
  static const char *const on_the_spot =
      "in at near outside inside from to into around off";
  uint32_t p = at.begin;
  if (p && press_places__among(low(cx, p - 1), "the")) p--;
  return p && same(cx, p - 1, at.begin) &&
         press_places__among(low(cx, p - 1), on_the_spot);
}

static void seat_acts(const press_context *cx, press_guess *g) {
  bool always = press_str__eq(g->seat->column[2], S("always"));
  if (g->marks & (PRESS_GUESS_OUT | PRESS_GUESS_PERSON)) return;
  if (g->marks & (PRESS_GUESS_QUALIFIED | PRESS_GUESS_QUALIFIER)) return;
  g->actor = always ? !in_place(cx, g->at) : acts_here(cx, g->at);
  if (!always && (!g->actor || (g->rows && !g->code.n))) {
    g->actor = false;
    return;
  }
  g->code = g->seat->column[1];
  g->how = PRESS_BY_METONYM;
}

void press_places__actor(const press_context *cx, press_guesses *g) {
  for (uint32_t k = 0; k < g->n; k++) {
    press_guess *x = &g->at[k];
    if (x->seat) {
      seat_acts(cx, x);
      continue;
    }
    if (!x->code.n) continue;
    if (x->how == PRESS_BY_DEMONYM)
      x->actor = before_government(cx, x->at);
    else if (x->how == PRESS_BY_NAME || x->how == PRESS_BY_CAPITAL)
      x->actor = !(x->marks & PRESS_GUESS_QUALIFIER) && acts_here(cx, x->at);
    if (x->actor && x->how == PRESS_BY_CAPITAL) x->how = PRESS_BY_METONYM;
  }
}
