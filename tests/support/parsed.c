#include "support/parsed.h"

#include "base/limits.h"
#include "base/vec.h"

#include <stdlib.h>
#include <string.h>

enum { FORM, HEAD, DEPREL, TAG, LEMMA, WHO, N_FIELDS };

typedef struct builder {
  press_doc *doc;
  PRESS_VEC(press_token) tokens;
  PRESS_VEC(press_sentence) sentences;
  PRESS_VEC(press_word) words;
  PRESS_VEC(press_place) places;
  PRESS_VEC(press_country) countries;
  PRESS_VEC(press_mention) mentions;
  PRESS_VEC(press_entity) entities;
  PRESS_VEC(char) raw;
} builder;

static uint8_t upos_of(press_str tag) {
  static const struct {
    press_str prefix;
    uint8_t upos;
  } rows[] = {
      {{"NNP", 3}, PRESS_UPOS_PROPN}, {{"NN", 2}, PRESS_UPOS_NOUN},
      {{"VB", 2}, PRESS_UPOS_VERB},   {{"JJ", 2}, PRESS_UPOS_ADJ},
      {{"RB", 2}, PRESS_UPOS_ADV},    {{"RP", 2}, PRESS_UPOS_ADP},
      {{"IN", 2}, PRESS_UPOS_ADP},    {{"DT", 2}, PRESS_UPOS_DET},
      {{"MD", 2}, PRESS_UPOS_AUX},    {{"TO", 2}, PRESS_UPOS_PART},
      {{"POS", 3}, PRESS_UPOS_PART},  {{"PRP", 3}, PRESS_UPOS_PRON},
      {{"W", 1}, PRESS_UPOS_PRON},    {{"CC", 2}, PRESS_UPOS_CCONJ},
      {{"CD", 2}, PRESS_UPOS_NUM},    {{".", 1}, PRESS_UPOS_PUNCT},
      {{",", 1}, PRESS_UPOS_PUNCT},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (press_str__starts(tag, rows[i].prefix)) return rows[i].upos;
  return PRESS_UPOS_X;
}

static uint8_t deprel_of(press_str name) {
  press_str rest, plain = press_str__cut(name, ':', &rest);
  for (uint8_t d = 0; d < PRESS_N_DEP; d++)
    if (press_str__eq(plain, press_str__of(press_deprel__name((press_deprel)d))))
      return d;
  return PRESS_DEP_dep;
}

static press_str lower(press_arena *a, press_str s) {
  char *p = press_str__cstr(a, s);
  for (size_t i = 0; i < s.n; i++)
    if (p[i] >= 'A' && p[i] <= 'Z') p[i] = (char)(p[i] - 'A' + 'a');
  return (press_str){p, s.n};
}

static uint32_t country_id(builder *b, press_str code) {
  for (uint32_t i = 0; i < b->countries.n; i++)
    if (!memcmp(b->countries.at[i].code, code.at, 2)) return i;
  press_country c = {.name = code};
  memcpy(c.code, code.at, 2);
  *PRESS_PUSH(&b->doc->arena, &b->countries) = c;
  return b->countries.n - 1;
}

static bool upper(char c) {
  return c >= 'A' && c <= 'Z';
}

static uint32_t entity_id(builder *b, press_str who, press_str form) {
  press_arena *a = &b->doc->arena;
  press_entity e = {.type = PRESS_PERSON, .country = UINT32_MAX};
  if (who.at[0] == 'p') e.type = PRESS_PLACE;
  if (who.at[0] == 'o') e.type = PRESS_ORGANIZATION;
  e.unnamed = who.at[0] == 'u';
  if (who.at[0] >= 'a') who = press_str__sub(who, 1, who.n);
  if (who.n > 2 && upper(who.at[who.n - 1])) {
    e.country = country_id(b, press_str__sub(who, who.n - 2, who.n));
    who = press_str__sub(who, 0, who.n - 2);
  }
  e.name = e.unnamed ? form : press_str__format(a, "e%.*s", SFMT(who));
  for (uint32_t i = 0; i < b->entities.n; i++)
    if (press_str__eq(b->entities.at[i].name, e.name)) return i;
  *PRESS_PUSH(a, &b->entities) = e;
  return b->entities.n - 1;
}

static void add_who(builder *b, press_str who, press_str form) {
  press_arena *a = &b->doc->arena;
  uint32_t i = b->tokens.n - 1;
  press_range at = {i, i + 1};
  press_mention m = {.at = at, .np = at, .head = i, .kind = PRESS_MENTION_NAME};
  if (upper(who.at[0])) {
    uint32_t id = country_id(b, who);
    uint8_t rel = b->words.at[i].deprel;
    *PRESS_PUSH(a, &b->places) = (press_place){.at = at, .country = id};
    if (rel == PRESS_DEP_amod || rel == PRESS_DEP_compound) return;
    m.kind = PRESS_MENTION_COUNTRY;
    m.who = (press_who){PRESS_COUNTRY, id};
  } else {
    m.who = (press_who){PRESS_ENTITY, entity_id(b, who, form)};
  }
  *PRESS_PUSH(a, &b->mentions) = m;
}

static void add_token(builder *b, press_str word, uint32_t base) {
  press_arena *a = &b->doc->arena;
  press_str field[N_FIELDS] = {{0}};
  for (int i = 0; i < N_FIELDS && word.at; i++)
    field[i] = press_str__cut(word, '/', &word);
  uint32_t begin = b->raw.n ? b->raw.n + 1 : 0;
  if (b->raw.n) *PRESS_PUSH(a, &b->raw) = ' ';
  for (size_t i = 0; i < field[FORM].n; i++) *PRESS_PUSH(a, &b->raw) = field[FORM].at[i];
  bool punct = upos_of(field[TAG]) == PRESS_UPOS_PUNCT;
  *PRESS_PUSH(a, &b->tokens) =
      (press_token){.at = {begin, b->raw.n},
                    .low = lower(a, field[FORM]),
                    .sentence = b->sentences.n,
                    .kind = punct ? PRESS_TOKEN_PUNCT : PRESS_TOKEN_WORD,
                    .space_before = true};
  uint32_t head = (uint32_t)strtoul(field[HEAD].at, NULL, 10);
  press_str rel = field[DEPREL];
  *PRESS_PUSH(a, &b->words) = (press_word){
      .head = head ? base + head - 1 : PRESS_NONE,
      .upos = upos_of(field[TAG]),
      .deprel = deprel_of(rel),
      .passive = press_str__ends(rel, S(":pass")) || press_str__ends(rel, S(":agent")),
      .xpos = press_str__cstr(a, field[TAG]),
      .lemma = field[LEMMA].n ? field[LEMMA] : lower(a, field[FORM])};
  if (field[WHO].n > 1)
    add_who(b, press_str__sub(field[WHO], 1, field[WHO].n), field[FORM]);
}

static void add_sentence(builder *b, press_str line) {
  uint32_t base = b->tokens.n;
  while (line.at) {
    press_str word = press_str__cut(line, ' ', &line);
    if (word.n) add_token(b, word, base);
  }
  if (b->tokens.n == base) return;
  *PRESS_PUSH(&b->doc->arena, &b->sentences) = (press_sentence){base, b->tokens.n, 0};
}

static void finish(builder *b) {
  press_doc *doc = b->doc;
  press_para *para = PRESS_NEW(&doc->arena, press_para, 1);
  *para = (press_para){.at = {0, b->raw.n},
                       .end = b->tokens.n,
                       .last_sentence = b->sentences.n,
                       .kind = PRESS_PARA_BODY};
  doc->text = (press_text){.raw = {b->raw.at, b->raw.n},
                           .tokens = b->tokens.at,
                           .sentences = b->sentences.at,
                           .paras = para,
                           .n_tokens = b->tokens.n,
                           .n_sentences = b->sentences.n,
                           .n_paras = 1};
  doc->ling = (press_ling){.words = b->words.at};
  doc->found = (press_found){.places = b->places.at,
                             .n_places = b->places.n,
                             .countries = b->countries.at,
                             .n_countries = b->countries.n,
                             .mentions = b->mentions.at,
                             .n_mentions = b->mentions.n,
                             .entities = b->entities.at,
                             .n_entities = b->entities.n};
}

static void start_arena(press_arena *a, jmp_buf *full) {
  press_arena__init(a, PRESS_LIMIT_ARENA_TOTAL, full);
}

press_doc *parsed_doc(const char *sentences) {
  static jmp_buf full; /* never jumped to: tests take little */
  builder b = {.doc = calloc(1, sizeof(press_doc))};
  if (!b.doc) abort();
  start_arena(&b.doc->arena, &full);
  press_str rest = press_str__of(sentences);
  while (rest.at) add_sentence(&b, press_str__cut(rest, '\n', &rest));
  finish(&b);
  return b.doc;
}

press_context parsed_context(press_doc *doc) {
  static press_engine engine;
  static press_options options = PRESS_OPTIONS_INIT;
  static jmp_buf full;
  if (!engine.lexicon.n_tables) {
    press_error err = {0};
    start_arena(&engine.arena, &full);
    if (press_lexicon__load(&engine.arena, &engine.lexicon, &err)) abort();
  }
  return (press_context){.arena = &doc->arena,
                         .lex = &engine.lexicon,
                         .text = &doc->text,
                         .ling = &doc->ling,
                         .article = &doc->article,
                         .options = &options};
}
