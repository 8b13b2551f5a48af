/** PolNeAR: documents as raw text, attributions as code point spans; and silver name
 *  tags of another tokenisation, laid over the text letter by letter. */
#include "train/corpus.h"

#include <jansson.h>
#include <stdio.h>

/** Letters that must agree before the silver tokens are in step again, and how far
 *  to look for that. */
#define RESYNC_LETTERS 24u
#define RESYNC_LOOK    6000u
#define RESYNC_BOTH    200u

/** Tokens that a code point span touches; false when none. */
static bool to_tokens(const press_text *t, const uint32_t *bytes, size_t n_points,
                      json_t *span, uint32_t out[2]) {
  json_int_t b = json_integer_value(json_array_get(span, 0));
  json_int_t e = json_integer_value(json_array_get(span, 1));
  if (b < 0) b = 0;
  if (e > (json_int_t)n_points) e = (json_int_t)n_points;
  if (e <= b) return false;
  out[0] = press_text__token_at(t, bytes[b]);
  out[1] = out[0];
  while (out[1] < t->n_tokens && t->tokens[out[1]].at.begin < bytes[e]) out[1]++;
  return out[1] > out[0];
}

static t_spans spans(t_corpus *c, const press_text *t, const uint32_t *bytes, size_t n,
                     json_t *list) {
  t_spans s = {press_arena__array(c->arena, json_array_size(list), sizeof *s.at), 0};
  size_t i;
  json_t *item;
  json_array_foreach(list, i, item) s.n += to_tokens(t, bytes, n, item, s.at[s.n]);
  return s;
}

/** Byte offset of each code point, and of the end. */
static uint32_t *points(press_arena *a, press_str s, size_t *n) {
  uint32_t *at = PRESS_NEW(a, uint32_t, s.n + 1);
  *n = 0;
  for (size_t i = 0; i < s.n; i++)
    if (((unsigned char)s.at[i] & 0xC0) != 0x80) at[(*n)++] = (uint32_t)i;
  at[*n] = (uint32_t)s.n;
  return at;
}

static void read_attrs(t_corpus *c, t_doc *d, json_t *list) {
  size_t n, i;
  uint32_t *bytes = points(c->arena, d->text.raw, &n);
  json_t *item;
  d->attrs = press_arena__array(c->arena, json_array_size(list), sizeof *d->attrs);
  json_array_foreach(list, i, item) {
    t_attr a = {{0},
                spans(c, &d->text, bytes, n, json_object_get(item, "source")),
                spans(c, &d->text, bytes, n, json_object_get(item, "content"))};
    t_spans cue = spans(c, &d->text, bytes, n, json_object_get(item, "cue"));
    if (!cue.n) continue;
    a.cue[0] = cue.at[0][0];
    a.cue[1] = cue.at[cue.n - 1][1];
    d->attrs[d->n_attrs++] = a;
  }
}

/* ---- Silver names ---- */

/** Letters of a text without white space, each with the item it belongs to. */
typedef struct letters {
  char *at;
  uint32_t *item;
  uint32_t n;
} letters;

static void put_letters(letters *l, press_str word, uint32_t item) {
  char form[PRESS_FOLD_MAX];
  uint32_t n = press_feature__fold(word, form);
  for (uint32_t i = 0; i < n; i++)
    if (form[i] != '"' && form[i] != '\'' && form[i] != '`' && form[i] != '-' &&
        form[i] != ' ') {
      l->at[l->n] = form[i];
      l->item[l->n++] = item;
    }
}

static letters letters_of(press_arena *a, size_t most) {
  return (letters){press_arena__alloc(a, most), PRESS_NEW(a, uint32_t, most), 0};
}

typedef struct silver {
  letters letters; /**< item: the silver token */
  press_str *tags;
  uint32_t at; /**< letter reached */
} silver;

static silver read_silver(t_corpus *c, const char *path) {
  press_str rest = press_corpus__read(c->arena, path);
  silver s = {letters_of(c->arena, 2 * rest.n + 1),
              PRESS_NEW(c->arena, press_str, rest.n / 3 + 1), 0};
  for (uint32_t i = 0; rest.n;) {
    press_str tag, line = press_str__cut(rest, '\n', &rest);
    if (!line.n) continue;
    put_letters(&s.letters, press_str__cut(line, '\t', &tag), i);
    s.tags[i++] = press_str__trim(tag);
  }
  return s;
}

static bool agree(const letters *x, uint32_t i, const letters *y, uint32_t k,
                  uint32_t n) {
  return i + n <= x->n && k + n <= y->n && !memcmp(x->at + i, y->at + k, n);
}

/** The nearest pair of places from here on where both texts agree again: a little
 *  may differ on both sides, much may be missing on one. */
static bool resync(const letters *doc, uint32_t *i, const letters *sil, uint32_t *k) {
  for (uint32_t far = 1; far < RESYNC_LOOK; far++) {
    uint32_t sides = far < RESYNC_BOTH ? far : 0;
    for (uint32_t x = 0; x <= sides; x++)
      if (agree(doc, *i + far - x, sil, *k + x, RESYNC_LETTERS))
        return *i += far - x, *k += x, true;
    if (agree(doc, *i, sil, *k + far, RESYNC_LETTERS)) return *k += far, true;
  }
  return false;
}

/** Gives each token of the document the tag of the silver token it shares a first
 *  letter with; a token that starts inside a name goes on with it. */
static void lay_silver(t_corpus *c, t_doc *d, silver *s) {
  uint32_t n = d->text.n_tokens, i = 0, k = s->at;
  letters doc = letters_of(c->arena, 2 * d->text.raw.n + 64);
  for (uint32_t t = 0; t < n; t++) put_letters(&doc, press_text__token(&d->text, t), t);
  press_str *tags = PRESS_NEW(c->arena, press_str, n);
  uint32_t last = TAPE_NONE;
  while (i < doc.n && k < s->letters.n) {
    if (doc.at[i] != s->letters.at[k]) {
      if (!resync(&doc, &i, &s->letters, &k)) break;
      continue;
    }
    uint32_t token = doc.item[i], item = s->letters.item[k];
    if (!tags[token].n) {
      tags[token] = s->tags[item];
      if (item == last && tags[token].at[0] == 'B')
        tags[token] =
            press_str__join(c->arena, S("I"), S(""), press_str__sub(tags[token], 1, 9));
      last = item;
    }
    i++, k++;
  }
  s->at = k;
  for (uint32_t t = 1; t + 1 < n; t++) // a hyphen inside a name
    if (!tags[t].n)
      tags[t] = tags[t + 1].n && tags[t + 1].at[0] == 'I' ? tags[t + 1] : S("O");
  d->name = PRESS_NEW(c->arena, uint32_t, n);
  press_corpus__bioes(tags, n, d->name);
}

bool press_corpus__attributions(t_corpus *c, const char *path, const char *names) {
  press_str rest = press_corpus__read(c->arena, path);
  if (!rest.n) return false;
  silver s = {.tags = NULL};
  if (names) s = read_silver(c, names);
  while (rest.n) {
    press_str line = press_str__cut(rest, '\n', &rest);
    json_t *o = json_loadb(line.at, line.n, 0, NULL);
    if (!o) continue;
    t_doc d = {.domain = DOMAIN_SILVER,
               .id = press_str__copy(
                   c->arena, press_str__of(json_string_value(json_object_get(o, "id"))))};
    json_t *text = json_object_get(o, "text");
    press_str raw = {json_string_value(text), json_string_length(text)};
    press_text__build(c->arena, press_str__copy(c->arena, raw), &d.text);
    read_attrs(c, &d, json_object_get(o, "attributions"));
    if (names) lay_silver(c, &d, &s);
    *PRESS_PUSH(c->arena, &c->docs) = d;
    json_decref(o);
  }
  return true;
}

bool press_corpus__plain(t_corpus *c, const char *path) {
  press_str rest = press_corpus__read(c->arena, path);
  if (!rest.n) return false;
  while (rest.n) {
    press_str line = press_str__cut(rest, '\n', &rest);
    json_t *o = json_loadb(line.at, line.n, 0, NULL), *text = json_object_get(o, "text");
    t_doc d = {.domain = DOMAIN_UNER};
    press_str raw = {json_string_value(text), json_string_length(text)};
    if (raw.n) {
      press_text__build(c->arena, press_str__copy(c->arena, raw), &d.text);
      *PRESS_PUSH(c->arena, &c->docs) = d;
    }
    json_decref(o);
  }
  return true;
}
