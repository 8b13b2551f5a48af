/* Base forms: irregular words, spelling rules, classes told apart by tag. */
#include "ling/lemma.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static press_arena arena;
static press_lexicon lexicon;
static jmp_buf out_of_memory;

static const struct row {
  const char *form, *xpos, *lemma;
  press_upos upos;
} rows[] = {
    /* reporting verbs */
    {"said", "VBD", "say", PRESS_UPOS_VERB},
    {"says", "VBZ", "say", PRESS_UPOS_VERB},
    {"saying", "VBG", "say", PRESS_UPOS_VERB},
    {"told", "VBD", "tell", PRESS_UPOS_VERB},
    {"made", "VBN", "make", PRESS_UPOS_VERB},
    {"making", "VBG", "make", PRESS_UPOS_VERB},
    {"thought", "VBD", "think", PRESS_UPOS_VERB},
    {"wrote", "VBD", "write", PRESS_UPOS_VERB},
    {"written", "VBN", "write", PRESS_UPOS_VERB},
    {"denied", "VBD", "deny", PRESS_UPOS_VERB},
    {"denies", "VBZ", "deny", PRESS_UPOS_VERB},
    {"tried", "VBD", "try", PRESS_UPOS_VERB},
    {"added", "VBD", "add", PRESS_UPOS_VERB},
    {"urged", "VBD", "urge", PRESS_UPOS_VERB},
    {"argued", "VBD", "argue", PRESS_UPOS_VERB},
    {"arguing", "VBG", "argue", PRESS_UPOS_VERB},
    {"stressed", "VBD", "stress", PRESS_UPOS_VERB},
    {"stresses", "VBZ", "stress", PRESS_UPOS_VERB},
    {"admitted", "VBD", "admit", PRESS_UPOS_VERB},
    {"conceding", "VBG", "concede", PRESS_UPOS_VERB},
    {"promised", "VBD", "promise", PRESS_UPOS_VERB},
    {"acknowledged", "VBD", "acknowledge", PRESS_UPOS_VERB},
    {"swore", "VBD", "swear", PRESS_UPOS_VERB},
    {"foresaw", "VBD", "foresee", PRESS_UPOS_VERB},
    {"quipped", "VBD", "quip", PRESS_UPOS_VERB},
    {"cited", "VBD", "cite", PRESS_UPOS_VERB},
    {"visited", "VBD", "visit", PRESS_UPOS_VERB},
    {"referring", "VBG", "refer", PRESS_UPOS_VERB},
    {"offered", "VBD", "offer", PRESS_UPOS_VERB},
    {"agreed", "VBD", "agree", PRESS_UPOS_VERB},
    {"replied", "VBD", "reply", PRESS_UPOS_VERB},
    {"called", "VBD", "call", PRESS_UPOS_VERB},
    {"signalled", "VBD", "signal", PRESS_UPOS_VERB},
    {"mimicked", "VBD", "mimic", PRESS_UPOS_VERB},
    {"tweeting", "VBG", "tweet", PRESS_UPOS_VERB},
    {"fled", "VBD", "flee", PRESS_UPOS_VERB},
    {"saw", "VBD", "see", PRESS_UPOS_VERB},
    {"saw", "VB", "saw", PRESS_UPOS_VERB},
    {"Said", "VBD", "say", PRESS_UPOS_VERB},
    /* auxiliaries, pronouns, particles */
    {"is", "VBZ", "be", PRESS_UPOS_AUX},
    {"'s", "VBZ", "be", PRESS_UPOS_AUX},
    {"\xE2\x80\x99s", "VBZ", "be", PRESS_UPOS_AUX},
    {"ca", "MD", "can", PRESS_UPOS_AUX},
    {"wo", "MD", "will", PRESS_UPOS_AUX},
    {"'d", "MD", "would", PRESS_UPOS_AUX},
    {"'d", "VBD", "have", PRESS_UPOS_AUX},
    {"n't", "RB", "not", PRESS_UPOS_PART},
    {"n\xE2\x80\x99t", "RB", "not", PRESS_UPOS_PART},
    {"'s", "POS", "'s", PRESS_UPOS_PART},
    {"them", "PRP", "they", PRESS_UPOS_PRON},
    {"her", "PRP$", "her", PRESS_UPOS_PRON},
    {"her", "PRP", "she", PRESS_UPOS_PRON},
    {"an", "DT", "a", PRESS_UPOS_DET},
    /* nouns, adjectives, adverbs */
    {"countries", "NNS", "country", PRESS_UPOS_NOUN},
    {"women", "NNS", "woman", PRESS_UPOS_NOUN},
    {"crises", "NNS", "crisis", PRESS_UPOS_NOUN},
    {"wives", "NNS", "wife", PRESS_UPOS_NOUN},
    {"taxes", "NNS", "tax", PRESS_UPOS_NOUN},
    {"houses", "NNS", "house", PRESS_UPOS_NOUN},
    {"series", "NNS", "series", PRESS_UPOS_NOUN},
    {"people", "NNS", "people", PRESS_UPOS_NOUN},
    {"1990s", "NNS", "1990s", PRESS_UPOS_NOUN},
    {"news", "NN", "news", PRESS_UPOS_NOUN},
    {"bigger", "JJR", "big", PRESS_UPOS_ADJ},
    {"better", "JJR", "good", PRESS_UPOS_ADJ},
    {"better", "RBR", "well", PRESS_UPOS_ADV},
    {"latest", "JJS", "late", PRESS_UPOS_ADJ},
    {"easier", "JJR", "easy", PRESS_UPOS_ADJ},
    {"most", "RBS", "most", PRESS_UPOS_ADV},
    {"20,000", "CD", "20000", PRESS_UPOS_NUM},
    /* names keep their capitals; only plural ones change */
    {"Johnson", "NNP", "Johnson", PRESS_UPOS_PROPN},
    {"Republicans", "NNPS", "Republican", PRESS_UPOS_PROPN},
    {"Netherlands", "NNPS", "Netherlands", PRESS_UPOS_PROPN},
    /* unknown words, odd tags */
    {"frobnicated", "VBD", "frobnicate", PRESS_UPOS_VERB},
    {"ing", "VBG", "ing", PRESS_UPOS_VERB},
    {"s", "NNS", "s", PRESS_UPOS_NOUN},
    {"word", "", "word", PRESS_UPOS_X},
};

static void lemmas_are_right(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    press_str form = press_str__of(rows[i].form);
    press_str low = press_utf8__fold(&arena, form);
    press_str found =
        press_lemma__find(&arena, &lexicon, form, low, rows[i].upos, rows[i].xpos);
    if (!press_str__eq(found, press_str__of(rows[i].lemma)))
      fail_msg("%s/%s: %.*s, not %s", rows[i].form, rows[i].xpos, SFMT(found),
               rows[i].lemma);
  }
}

static void no_tag_gives_the_word(void **state) {
  (void)state;
  press_str found =
      press_lemma__find(&arena, &lexicon, S("Words"), S("words"), PRESS_UPOS_X, NULL);
  assert_true(press_str__eq(found, S("words")));
}

static int load(void **state) {
  (void)state;
  press_error err = {0};
  press_arena__init(&arena, (size_t)64 << 20, &out_of_memory);
  if (setjmp(out_of_memory)) return -1;
  return press_lexicon__load(&arena, &lexicon, &err);
}

static int unload(void **state) {
  (void)state;
  press_arena__clear(&arena);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(lemmas_are_right),
      cmocka_unit_test(no_tag_gives_the_word),
  };
  return cmocka_run_group_tests(tests, load, unload);
}
