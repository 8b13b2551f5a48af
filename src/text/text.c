/** The text layer in one page: its stages in order, and look-ups. */
#include "text/text.h"

#include "text/stages.h"

#define MARK_STEP   64 /**< bytes between two counts of code points */
#define TOKEN_BYTES 4  /**< of text for each token, blanks counted; English has 5 */
#define WORD_MOST   24 /**< bytes of the longest word in the lists of the stages */

bool press_text__is_among(press_str low, const char *words) {
  press_str rest = press_str__of(words);
  if (low.n == 0 || low.n > WORD_MOST || low.at[0] == ' ') return false;
  for (uint32_t i; (i = press_str__find(rest, low)) != PRESS_NONE;) {
    const char *p = rest.at + i;
    if (p > words && p[-1] == ' ' && p[low.n] == ' ') return true;
    rest = press_str__sub(rest, i + 1, rest.n);
  }
  return false;
}

static const uint32_t *count_codepoints(press_arena *arena, press_str raw) {
  uint32_t *marks = PRESS_NEW(arena, uint32_t, raw.n / MARK_STEP + 1);
  uint32_t seen = 0;
  for (size_t i = 0; i < raw.n; i++) {
    if (i % MARK_STEP == 0) marks[i / MARK_STEP] = seen;
    seen += ((unsigned char)raw.at[i] & 0xC0) != 0x80;
  }
  if (raw.n % MARK_STEP == 0) marks[raw.n / MARK_STEP] = seen;
  return marks;
}

/** Makes room once for the tokens of ordinary text, so that growing leaves no large
 *  arrays behind. */
static void make_room(press_build *b) {
  uint32_t n = (uint32_t)(b->raw.n / TOKEN_BYTES) + 1;
  b->tokens.at = PRESS_NEW(b->arena, press_token, n);
  b->notes.at = PRESS_NEW(b->arena, uint8_t, n);
  b->tokens.cap = b->notes.cap = n;
}

void press_text__build(press_arena *arena, press_str raw, press_text *out) {
  press_build b = {.arena = arena, .raw = raw};
  make_room(&b);
  press_text__paras(&b);
  press_text__tokens(&b);
  press_text__kinds(&b);
  press_text__quotes(&b);
  press_text__sentences(&b);
  *out = (press_text){
      .raw = raw,
      .tokens = b.tokens.at,
      .sentences = b.sentences.at,
      .paras = b.paras.at,
      .quotes = b.quotes.at,
      .n_tokens = b.tokens.n,
      .n_sentences = b.sentences.n,
      .n_paras = b.paras.n,
      .n_quotes = b.quotes.n,
      .headline = b.headline,
      .dateline = b.dateline,
      .dateline_place = b.place,
      .marks = count_codepoints(arena, raw),
  };
}

uint32_t press_text__codepoint(const press_text *t, uint32_t offset) {
  if (offset > t->raw.n) offset = (uint32_t)t->raw.n;
  uint32_t n = t->marks[offset / MARK_STEP];
  for (uint32_t i = offset / MARK_STEP * MARK_STEP; i < offset; i++)
    n += ((unsigned char)t->raw.at[i] & 0xC0) != 0x80;
  return n;
}

press_str press_text__token(const press_text *t, uint32_t i) {
  return press_str__span(t->raw, t->tokens[i].at);
}

press_span press_text__range(const press_text *t, uint32_t begin, uint32_t end) {
  return (press_span){t->tokens[begin].at.begin, t->tokens[end - 1].at.end};
}

uint32_t press_text__token_at(const press_text *t, uint32_t offset) {
  uint32_t low = 0, high = t->n_tokens;
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    if (t->tokens[mid].at.end <= offset)
      low = mid + 1;
    else
      high = mid;
  }
  return low;
}
