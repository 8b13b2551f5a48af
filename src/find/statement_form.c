/** From claim to public statement: form, text, words, countries, mentions. */
#include "find/statement.h"

/** A few words outside do not make a long quotation mixed. */
#define LOOSE_LETTERS 2
#define LOOSE_QUOTED  20
/** Countries or entities listed of one statement. */
#define IDS_LIMIT 256

press_form press_claim__form(const press_stating *s, const press_claim *c) {
  uint32_t all = 0, quoted = 0;
  if (c->verbatim) return PRESS_DIRECT;
  for (uint32_t k = 0; k < c->parts.n; k++)
    for (uint32_t i = c->parts.at[k].begin; i < c->parts.at[k].end; i++) {
      if (!press_stating__word(s, i)) continue;
      uint32_t n = s->text->tokens[i].at.end - s->text->tokens[i].at.begin;
      all += n;
      if (s->run_of[i] != PRESS_NONE) quoted += n;
    }
  if (!quoted) return PRESS_INDIRECT;
  if (quoted == all || (all - quoted <= LOOSE_LETTERS && quoted >= LOOSE_QUOTED))
    return PRESS_DIRECT;
  return PRESS_MIXED;
}

static press_span span_of(const press_stating *s, press_range r) {
  return press_text__range(s->text, r.begin, r.end);
}

static press_spans one_span(const press_stating *s, press_range r) {
  if (press_range__empty(r)) return (press_spans){0};
  press_span *at = PRESS_NEW(s->arena, press_span, 1);
  *at = span_of(s, r);
  return (press_spans){at, 1};
}

/** Bytes being joined: room for all of them was taken before. */
typedef struct joined {
  char *at;
  size_t n;
} joined;

/** Appends the words of `r`, every run of white space as one space. */
static void append(const press_stating *s, joined *out, press_range r) {
  uint32_t from = 0;
  if (out->n && !press_range__empty(r)) out->at[out->n++] = ' ';
  for (uint32_t i = r.begin; i < r.end; i++) {
    press_span at = s->text->tokens[i].at;
    if (i > r.begin && at.begin > from) out->at[out->n++] = ' ';
    memcpy(out->at + out->n, s->text->raw.at + at.begin, at.end - at.begin);
    out->n += at.end - at.begin;
    from = at.end;
  }
}

static size_t room_for(const press_stating *s, press_range r) {
  if (press_range__empty(r)) return 0;
  press_span at = span_of(s, r);
  return at.end - at.begin + 1;
}

static press_str words_of(const press_stating *s, press_range r) {
  joined out = {PRESS_NEW(s->arena, char, room_for(s, r)), 0};
  append(s, &out, r);
  return (press_str){out.at, out.n};
}

/** A leading "that", unless it is a pronoun, and a comma after it. */
static press_range without_that(const press_stating *s, press_range r) {
  uint8_t upos = s->ling->words[r.begin].upos;
  bool that = press_stating__is(s, r.begin, S("that")) && upos != PRESS_UPOS_PRON &&
              upos != PRESS_UPOS_DET;
  if (that && r.begin + 1 < r.end) r.begin++;
  if (press_stating__is(s, r.begin, S(",")) && r.begin + 1 < r.end) r.begin++;
  return r;
}

/** The statement as a reader wants it: no "that" at its head. */
static press_str text_of(const press_stating *s, const press_claim *c) {
  size_t room = 0;
  for (uint32_t k = 0; k < c->parts.n; k++) room += room_for(s, c->parts.at[k]);
  joined out = {PRESS_NEW(s->arena, char, room), 0};
  for (uint32_t k = 0; k < c->parts.n; k++)
    append(s, &out, k ? c->parts.at[k] : without_that(s, c->parts.at[k]));
  return (press_str){out.at, out.n};
}

static press_spans spans_of(const press_stating *s, const press_claim *c) {
  press_span *at = PRESS_NEW(s->arena, press_span, c->parts.n);
  for (uint32_t k = 0; k < c->parts.n; k++) at[k] = span_of(s, c->parts.at[k]);
  return (press_spans){at, c->parts.n};
}

typedef PRESS_VEC(uint32_t) id_list;

/** Adds an id once; lists are short. */
static void add_id(press_arena *a, id_list *list, uint32_t id) {
  if (list->n >= IDS_LIMIT) return;
  for (uint32_t i = 0; i < list->n; i++)
    if (list->at[i] == id) return;
  *PRESS_PUSH(a, list) = id;
}

static uint32_t first_place(const press_found *f, uint32_t token) {
  uint32_t lo = 0, hi = f->n_places;
  while (lo < hi) {
    uint32_t mid = (lo + hi) / 2;
    if (f->places[mid].at.begin < token)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo;
}

static uint32_t first_mention(const press_found *f, uint32_t token) {
  uint32_t lo = 0, hi = f->n_mentions;
  while (lo < hi) {
    uint32_t mid = (lo + hi) / 2;
    if (f->mentions[mid].at.begin < token)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo;
}

/** Countries and entities named in a part. A name also tells its country: a reader
 *  who sees "Downing Street" or the head of a state thinks of that state. */
static void gather(const press_stating *s, press_range part, id_list *countries,
                   id_list *entities) {
  const press_found *f = s->f;
  for (uint32_t i = first_place(f, part.begin); i < f->n_places; i++) {
    if (f->places[i].at.begin >= part.end) break;
    add_id(s->arena, countries, f->places[i].country);
  }
  for (uint32_t i = first_mention(f, part.begin); i < f->n_mentions; i++) {
    const press_mention *m = &f->mentions[i];
    if (m->at.begin >= part.end) break;
    if (m->who.kind == PRESS_COUNTRY) add_id(s->arena, countries, m->who.id);
    if (m->who.kind != PRESS_ENTITY) continue;
    add_id(s->arena, entities, m->who.id);
    uint32_t home = f->entities[m->who.id].country;
    if (home < f->n_countries && m->kind != PRESS_MENTION_PRONOUN)
      add_id(s->arena, countries, home);
  }
}

static press_str name_of(const press_found *f, press_who who) {
  if (who.kind == PRESS_ENTITY) return f->entities[who.id].name;
  if (who.kind == PRESS_COUNTRY) return f->countries[who.id].name;
  return (press_str){0};
}

void press_claim__write(const press_stating *s, const press_claim *c,
                        press_statement *out) {
  id_list countries = {0}, entities = {0};
  for (uint32_t k = 0; k < c->parts.n; k++)
    gather(s, c->parts.at[k], &countries, &entities);
  *out = (press_statement){
      .form = (press_form)c->form,
      .text = text_of(s, c),
      .spans = spans_of(s, c),
      .cue = words_of(s, c->cue),
      .cue_lemma = c->lemma,
      .cue_spans = one_span(s, c->cue),
      .speaker = c->speaker,
      .speaker_name = name_of(s->f, c->speaker),
      .speaker_spans = one_span(s, c->source),
      .countries = {countries.at, countries.n},
      .mentions = {entities.at, entities.n},
      .score = c->score,
      .co_speakers = c->co_speakers,
  };
  if (!press_range__empty(c->addressee))
    out->addressee = press_find__who(s->f, c->addressee);
}
