/** Paragraphs to tokens, by the conventions of the UD English Web Treebank. */
#include "base/utf8.h"
#include "text/scan.h"
#include "text/stages.h"

#define PEEK_MOST 64   /**< bytes looked at behind a full stop */
#define RUN_MOST  4096 /**< cells of a run without a blank; cut there, to save memory */

typedef enum abbrev_how { NONE, TITLE, NUMBER, NAME, STATE, PLAIN, CLOCK } abbrev_how;

static const struct abbrev {
  press_str low;
  abbrev_how how;
} abbrevs[] = {
#define X(low, how) {{low, sizeof low - 1}, how},
#include "text/abbrev.def"
#undef X
};

/** Words that are two tokens without an apostrophe between them. */
static const struct fused {
  const char *low;
  uint32_t cut;
} fused[] = {
    {"cannot", 3},  {"gonna", 3},    {"wanna", 3},  {"gotta", 3}, {"dont", 2},
    {"didnt", 3},   {"doesnt", 4},   {"isnt", 2},   {"wasnt", 3}, {"couldnt", 5},
    {"wouldnt", 5}, {"shouldnt", 6}, {"havent", 4}, {"hasnt", 3}, {"arent", 3},
    {"werent", 4},  {"'tis", 2},     {"'twas", 2},  {"y'all", 2},
};

/** Words that so often begin a sentence that a full stop before them is one. */
static const char *const starters =
    " the he she it they we i but and in on at a an this that these those however "
    "meanwhile "
    "his her their its our my there when while after before if as for with from by since "
    "although though not no some many most all both it's he's what why who how you so "
    "yet "
    "also last according asked even still now then one two under during among another "
    "each ";

/** Where the pieces go. */
typedef struct tokenizer {
  press_build *b;
  press_run run;
  PRESS_VEC(press_cell) cells;
  press_span para;
  bool glued; /**< the run was cut from the one before */
} tokenizer;

static press_cell cell_at(press_str raw, size_t *i) {
  size_t at = *i;
  uint32_t cp = press_utf8__next(raw, i), key = press_utf8__lower(cp);
  press_char class = press_utf8__class(cp);
  if (cp >= 128 || cp == '`') {
    if (press_utf8__is_single(cp)) key = '\'';
    if (press_utf8__is_double(cp)) key = '"';
    if (cp == 0x2010 || cp == 0x2011) key = '-';
  }
  return (press_cell){(uint32_t)at, cp, key, (uint8_t)(*i - at), (uint8_t) class};
}

static void emit(tokenizer *t, uint32_t begin, uint32_t end, press_token_kind kind,
                 unsigned notes) {
  const press_cell *last = &t->run.at[end - 1];
  press_span at = {t->run.at[begin].at, last->at + last->bytes};
  *PRESS_PUSH(t->b->arena, &t->b->tokens) = (press_token){
      .at = at,
      .low = press_utf8__fold(t->b->arena, press_str__span(t->b->raw, at)),
      .kind = (uint8_t)kind,
      .space_before = begin == 0 && !t->glued,
  };
  *PRESS_PUSH(t->b->arena, &t->b->notes) = (uint8_t)notes;
}

/* ---- Clitics ---- */

/** Where the last clitic of the word [b, e) begins; `e` when it has none. */
static uint32_t clitic(const press_run *r, uint32_t b, uint32_t e) {
  static const char *const tails[] = {"n't", "'s", "'m", "'d", "'re", "'ve", "'ll"};
  static const uint8_t lengths[] = {3, 2, 2, 2, 3, 3, 3};
  for (size_t i = 0; i < sizeof lengths; i++)
    if (e - b > lengths[i] && press_run__spells(r, e - lengths[i], tails[i]))
      return e - lengths[i];
  for (size_t i = 0; i < sizeof fused / sizeof *fused; i++)
    if (press_run__is(r, b, e, fused[i].low)) return b + fused[i].cut;
  return e;
}

static void emit_word(tokenizer *t, uint32_t b, uint32_t e, unsigned notes) {
  const press_run *r = &t->run;
  uint32_t cuts[4], n = 0;
  for (uint32_t end = e; n < 4; n++) {
    cuts[n] = clitic(r, b, end);
    if (cuts[n] == end) break;
    end = cuts[n];
  }
  for (; n > 0; n--) {
    emit(t, b, cuts[n - 1], PRESS_TOKEN_WORD, 0);
    b = cuts[n - 1];
  }
  emit(t, b, e, PRESS_TOKEN_WORD, notes);
}

/* ---- Full stops of abbreviations ---- */

/** What follows a full stop: its first character, and the word it begins. */
typedef struct follower {
  uint32_t cp;   /**< 0 at the paragraph's end */
  char word[16]; /**< lower case ASCII letters, with a blank before and after */
  uint8_t n;     /**< bytes of `word` */
  bool joined;   /**< no blank between */
} follower;

static follower look_behind_stop(const press_run *r, uint32_t stop) {
  follower f = {.word = " ", .n = 1};
  press_str s = r->rest;
  uint32_t k = stop + 1;
  size_t i = 0;
  f.joined = k < r->n;
  for (uint32_t seen = 0; seen < PEEK_MOST && (k < r->n || i < s.n); seen++) {
    uint32_t cp = k < r->n ? r->at[k++].cp : press_utf8__next(s, &i);
    press_char class = press_utf8__class(cp);
    if (!f.cp && class >= PRESS_CHAR_BLANK && class <= PRESS_CHAR_HIDDEN) continue;
    if (!f.cp) f.cp = cp;
    uint32_t low = press_utf8__is_single(cp) ? '\'' : press_utf8__lower(cp);
    if (f.n + 2 >= (int)sizeof f.word || low >= 128 ||
        (class != PRESS_CHAR_LETTER && low != '\''))
      break;
    f.word[f.n++] = (char)low;
  }
  f.word[f.n++] = ' ';
  return f;
}

static bool starts_sentence(const follower *f) {
  return press_utf8__is_upper(f->cp) &&
         press_str__find(press_str__of(starters), (press_str){f->word, f->n}) !=
             PRESS_NONE;
}

static abbrev_how how_of(const press_run *r, uint32_t b, uint32_t e) {
  for (size_t i = 0; i < sizeof abbrevs / sizeof *abbrevs; i++)
    if (abbrevs[i].low.n == e - b && press_run__spells(r, b, abbrevs[i].low.at))
      return abbrevs[i].how;
  return NONE;
}

/** Is the token before the word [b, ..) a capitalised word, as in "George W."? */
static bool after_name(const tokenizer *t, uint32_t b) {
  const press_build *build = t->b;
  if (t->run.first && b == 0) return true;
  press_str s = press_build__token(build, build->tokens.n - 1);
  size_t i = 0;
  return press_utf8__is_upper(press_utf8__next(s, &i)) || press_str__ends(s, S("."));
}

static bool after_mark(const tokenizer *t, uint32_t b) {
  if (t->run.first && b == 0) return false;
  press_str s = press_build__token(t->b, t->b->tokens.n - 1);
  return s.n == 1 && (s.at[0] == ',' || s.at[0] == '(' || s.at[0] == '-');
}

/** One letter and a stop: an initial, or the end of "Plan B."? */
static unsigned initial_notes(const tokenizer *t, uint32_t b, const follower *f) {
  bool upper = press_utf8__is_upper(t->run.at[b].cp);
  if (!upper || !f->cp) return 0;
  if (f->joined)
    return press_utf8__class(f->cp) == PRESS_CHAR_PUNCT ? NOTE_ABBREV : NOTE_BOUND;
  if (!press_utf8__is_upper(f->cp) || starts_sentence(f)) return 0;
  return after_name(t, b) || f->n == 3 || b == 0 ? NOTE_ABBREV | NOTE_BOUND : 0;
}

/** Notes of the word [b, e) that a full stop follows; 0 when the stop is its own. */
static unsigned stop_notes(const tokenizer *t, uint32_t b, uint32_t e, bool acronym) {
  const press_run *r = &t->run;
  bool upper = press_utf8__is_upper(r->at[b].cp);
  if (acronym) {
    if (press_run__is(r, b, e, "a.m") || press_run__is(r, b, e, "p.m"))
      return NOTE_ABBREV | NOTE_CLOCK;
    bool latin = press_run__is(r, b, e, "e.g") || press_run__is(r, b, e, "i.e");
    return latin ? NOTE_ABBREV | NOTE_BOUND : NOTE_ABBREV;
  }
  follower f = look_behind_stop(r, e);
  switch (how_of(r, b, e)) {
  case TITLE:
    return upper && f.cp ? NOTE_ABBREV | NOTE_BOUND : 0;
  case NUMBER:
    if (press_utf8__class(f.cp) == PRESS_CHAR_DIGIT) return NOTE_ABBREV | NOTE_BOUND;
    break;
  case NAME:
    return upper ? NOTE_ABBREV : 0;
  case STATE:
    return upper && after_mark(t, b) ? NOTE_ABBREV : 0;
  case PLAIN:
    return !upper || e - b > 2 ? NOTE_ABBREV : 0;
  case CLOCK:
    return NOTE_ABBREV | NOTE_CLOCK;
  default:
    break;
  }
  if (e - b == 1) return initial_notes(t, b, &f);
  return f.joined && (f.cp == ',' || f.cp == ';') ? NOTE_ABBREV : 0;
}

/* ---- One run ---- */

static bool stop_at(const press_run *r, uint32_t i) {
  return press_run__key(r, i) == '.' && press_run__key(r, i + 1) != '.';
}

static uint32_t take_word(tokenizer *t, uint32_t i) {
  bool acronym;
  uint32_t end = press_scan__word(&t->run, i, &acronym);
  if (end == i) return i;
  unsigned notes = stop_at(&t->run, end) ? stop_notes(t, i, end, acronym) : 0;
  if (notes) end++;
  emit_word(t, i, end, notes);
  return end;
}

/** "1." at the head of a paragraph is one token. */
static uint32_t take_number(tokenizer *t, uint32_t i) {
  const press_run *r = &t->run;
  uint32_t end = press_scan__number(r, i);
  if (end == i) return i;
  if (r->first && i == 0 && end <= 2 && end + 1 == r->n && stop_at(r, end) && r->rest.n) {
    emit(t, i, end + 1, PRESS_TOKEN_NUMBER, NOTE_ABBREV | NOTE_BOUND);
    return end + 1;
  }
  emit(t, i, end, PRESS_TOKEN_NUMBER, 0);
  return end;
}

static uint32_t take_address(tokenizer *t, uint32_t i) {
  uint32_t end = press_scan__url(&t->run, i);
  if (end == i) end = press_scan__mail(&t->run, i);
  if (end == i) end = press_scan__handle(&t->run, i);
  if (end > i) emit(t, i, end, PRESS_TOKEN_SYMBOL, 0);
  return end;
}

static uint32_t take_marks(tokenizer *t, uint32_t i) {
  const press_run *r = &t->run;
  uint32_t end = press_scan__elision(r, i);
  if (end > i) {
    emit_word(t, i, end, 0);
    return end;
  }
  end = press_scan__marks(r, i);
  uint32_t key = r->at[i].key;
  if (key == '"' || key == '\'')
    emit(t, i, end, PRESS_TOKEN_PUNCT, NOTE_MARK);
  else if (r->at[i].class == PRESS_CHAR_SYMBOL)
    emit(t, i, end, PRESS_TOKEN_SYMBOL, 0);
  else
    emit(t, i, end, PRESS_TOKEN_PUNCT, 0);
  return end;
}

static void take_run(tokenizer *t) {
  t->run.at = t->cells.at;
  t->run.n = t->cells.n;
  t->run.next_at_sign = PRESS_NONE;
  if (press_scan__is_face(&t->run)) {
    emit(t, 0, t->run.n, PRESS_TOKEN_SYMBOL, 0);
    return;
  }
  for (uint32_t i = 0; i < t->run.n;) {
    uint32_t end = take_address(t, i);
    if (end == i) end = take_number(t, i);
    if (end == i) end = take_word(t, i);
    i = end > i ? end : take_marks(t, i);
  }
}

/** Cuts the paragraph at blanks; within one, hidden characters are left out. */
static void take_para(tokenizer *t) {
  press_str text = press_str__sub(t->b->raw, 0, t->para.end);
  bool first = true;
  t->glued = false;
  for (size_t i = t->para.begin; i < text.n;) {
    press_cell c = cell_at(text, &i);
    if (c.class != PRESS_CHAR_BLANK && c.class != PRESS_CHAR_HIDDEN)
      *PRESS_PUSH(t->b->arena, &t->cells) = c;
    bool blank = c.class == PRESS_CHAR_BLANK, full = t->cells.n == RUN_MOST;
    if (t->cells.n && (blank || full || i == text.n)) {
      t->run.rest = press_str__sub(text, i, text.n);
      t->run.first = first;
      take_run(t);
      t->cells.n = 0;
      first = false;
      t->glued = full;
    } else if (blank) {
      t->glued = false;
    }
  }
}

void press_text__tokens(press_build *b) {
  tokenizer t = {.b = b};
  for (uint32_t p = 0; p < b->paras.n; p++) {
    press_para *para = &b->paras.at[p];
    t.para = para->at;
    para->begin = b->tokens.n;
    take_para(&t);
    para->end = b->tokens.n;
  }
}
