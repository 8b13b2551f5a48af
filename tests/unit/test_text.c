/* The text layer: tokens, sentences, quotations, paragraphs and what they are for. */
#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static press_arena arena;
static jmp_buf out_of_memory;

/** Curly marks, so that the rows stay readable. */
#define LD "\xE2\x80\x9C"
#define RD "\xE2\x80\x9D"
#define LS "\xE2\x80\x98"
#define RS "\xE2\x80\x99"
#define EM "\xE2\x80\x94"

typedef struct row {
  const char *name, *input, *expected;
} row;

static press_text read_text(const char *input) {
  press_text t;
  press_str raw = press_str__of(input);
  assert_int_equal(press_text__check(raw, NULL), PRESS_OK);
  press_text__build(&arena, raw, &t);
  return t;
}

/** Appends `part` and a bar, so that a list of parts is one string. */
static void append(char *out, size_t room, press_str part) {
  size_t n = strlen(out);
  snprintf(out + n, room - n, "%s%.*s", n ? "|" : "", SFMT(part));
}

static void compare(const row *r, const char *found) {
  if (strcmp(found, r->expected) != 0)
    fail_msg("%s:\n  found    %s\n  expected %s", r->name, found, r->expected);
}

#define EACH(rows, r)                                                                    \
  for (const row *r = rows; r < (rows) + sizeof(rows) / sizeof *(rows); r++)

/* ---- Tokens ---- */

static const row token_rows[] = {
    {"words and stop", "The vote was close.", "The|vote|was|close|."},
    {"clitics", "He isn't sure they'd've won; it's John's.",
     "He|is|n't|sure|they|'d|'ve|won|;|it|'s|John|'s|."},
    {"curly clitics", "We can" RS "t, won" RS "t.", "We|ca|n" RS "t|,|wo|n" RS "t|."},
    {"possessive plural", "the dogs' tails", "the|dogs|'|tails"},
    {"fused words", "I cannot, we gonna", "I|can|not|,|we|gon|na"},
    {"hyphens", "high-risk, non-core, 19-year-old e-mail",
     "high|-|risk|,|non-core|,|19|-|year|-|old|e-mail"},
    {"prefixes of names", "a post-Brexit anti-war plan in mid-2031",
     "a|post-Brexit|anti-war|plan|in|mid-2031"},
    {"abbreviations", "Mr. Roe met Sen. Doe, etc., in St. Ives.",
     "Mr.|Roe|met|Sen.|Doe|,|etc.|,|in|St.|Ives|."},
    {"acronyms", "The U.S. and U.K. at 5 p.m. today",
     "The|U.S.|and|U.K.|at|5|p.m.|today"},
    {"degree", "a Ph.D. in law", "a|Ph.D.|in|law"},
    {"initials", "J. K. Rowe and Ann P. C. Roe", "J.|K.|Rowe|and|Ann|P.|C.|Roe"},
    {"letter at the end", "He chose plan B.", "He|chose|plan|B|."},
    {"number words", "Room No. 10. No.", "Room|No.|10|.|No|."},
    {"months", "On Sept. 4 and Dec. 1", "On|Sept.|4|and|Dec.|1"},
    {"states", "in Reno, Nev., and (R-Pa.)", "in|Reno|,|Nev.|,|and|(|R|-|Pa.|)"},
    {"state as a word", "She fell ill. We ate mass.", "She|fell|ill|.|We|ate|mass|."},
    {"money",
     "$5bn, \xC2\xA3"
     "4.2m, US$7, 50%, \xE2\x82\xAC"
     "3",
     "$|5|bn|,|\xC2\xA3|4.2|m|,|US$|7|,|50|%|,|\xE2\x82\xAC|3"},
    {"numbers", "1,200 of 3.5 at 10:30 on 1/2/2031", "1,200|of|3.5|at|10:30|on|1/2/2031"},
    {"letters with digits", "a 5G network, the 1990s, 20th, '70s, 1930's",
     "a|5G|network|,|the|1990s|,|20th|,|'70s|,|1930's"},
    {"telephone", "Call 555-0100 or 212-555-0100.", "Call|555-0100|or|212-555-0100|."},
    {"score", "won 3-2", "won|3|-|2"},
    {"addresses", "See www.example.com/a_b, mail a.b@example.org, @press #News.",
     "See|www.example.com/a_b|,|mail|a.b@example.org|,|@press|#News|."},
    {"domain", "Example.com said", "Example.com|said"},
    {"stop without a blank", "It ended.Then rain", "It|ended|.|Then|rain"},
    {"dots", "Well... no. [...] Yes\xE2\x80\xA6", "Well|...|no|.|[...]|Yes|\xE2\x80\xA6"},
    {"dashes", "so--he said" EM "we go \xE2\x80\x93 now",
     "so|--|he|said|" EM "|we|go|\xE2\x80\x93|now"},
    {"slashes", "and/or w/o", "and|/|or|w/o"},
    {"ampersand", "AT&T and R&D", "AT&T|and|R&D"},
    {"calls", "What?! No!!", "What|?!|No|!!"},
    {"double single marks", "''Yes,'' ``no''", "''|Yes|,|''|``|no|''"},
    {"inner apostrophes", "O'Rowe at five o'clock: rock 'n' roll",
     "O'Rowe|at|five|o'clock|:|rock|'n'|roll"},
    {"clitic behind a stop", "Roe Corp.'s and the U.S.'s",
     "Roe|Corp.|'s|and|the|U.S.|'s"},
    {"elisions", "get 'em, 'tis", "get|'em|,|'t|is"},
    {"soft hyphen stays inside", "go\xC2\xADvern", "go\xC2\xADvern"},
    {"no-break space parts", "Mr\xC2\xA0Roe", "Mr|Roe"},
    {"accents", "Caf\xC3\xA9 Ren\xC3\xA9's", "Caf\xC3\xA9|Ren\xC3\xA9|'s"},
    {"blank", " \n\t ", ""},
};

static void tokens_are_right(void **state) {
  (void)state;
  EACH(token_rows, r) {
    press_text t = read_text(r->input);
    char found[1000] = "";
    for (uint32_t i = 0; i < t.n_tokens; i++)
      append(found, sizeof found, press_text__token(&t, i));
    compare(r, found);
  }
}

static const row low_rows[] = {
    {"curly", LD "We" RS "re" RD, "\"|we|'re|\""},
    {"doubled", "``A'' b", "\"|a|\"|b"},
    {"soft hyphen", "Go\xC2\xADvern", "govern"},
    {"ellipsis", "So\xE2\x80\xA6", "so|..."},
};

static void low_forms_are_right(void **state) {
  (void)state;
  EACH(low_rows, r) {
    press_text t = read_text(r->input);
    char found[200] = "";
    for (uint32_t i = 0; i < t.n_tokens; i++)
      append(found, sizeof found, t.tokens[i].low);
    compare(r, found);
  }
}

/* ---- Sentences ---- */

static const row sentence_rows[] = {
    {"two", "It rained. We stayed.", "It rained.|We stayed."},
    {"mark belongs to its sentence", "\"We won. They lost.\" He left.",
     "\"We won.|They lost.\"|He left."},
    {"title", "Mr. Roe left. Dr. Doe stayed.", "Mr. Roe left.|Dr. Doe stayed."},
    {"initials", "J. K. Rowe sang.", "J. K. Rowe sang."},
    {"acronym inside", "The U.S. Senate met.", "The U.S. Senate met."},
    {"acronym at the end", "He left the U.S. She stayed.",
     "He left the U.S.|She stayed."},
    {"clock", "It shut at 5 p.m. Monday. It opens at 9 a.m. Staff wait.",
     "It shut at 5 p.m. Monday.|It opens at 9 a.m.|Staff wait."},
    {"company", "Roe Inc. chief Jane Roe spoke.", "Roe Inc. chief Jane Roe spoke."},
    {"question in a quotation", "\"Why?\" he asked. \"Now!\" said Roe.",
     "\"Why?\" he asked.|\"Now!\" said Roe."},
    {"question and a named speaker", "\"Why now?\" Mr Roe asked.",
     "\"Why now?\" Mr Roe asked."},
    {"question and I", "\"Why?\" I asked.", "\"Why?\" I asked."},
    {"question and another sentence", "\"Why now?\" Mr Roe said he would wait.",
     "\"Why now?\"|Mr Roe said he would wait."},
    {"comma inside the mark", "\"It is so,\" she said. \"Really.\"",
     "\"It is so,\" she said.|\"Really.\""},
    {"dots go on", "It was ... fine. Then... Rain.", "It was ... fine.|Then...|Rain."},
    {"brackets", "(He left.) She stayed.", "(He left.)|She stayed."},
    {"signature", "\"We go on.\" - Jane Roe", "\"We go on.\" - Jane Roe"},
    {"paragraphs part", "One line\nanother line", "One line|another line"},
    {"call in a name", "Users of Yahoo! in \"Yahoo! answers\" left.",
     "Users of Yahoo!|in \"Yahoo! answers\" left."},
    {"dateline alone", "LONDON (Roeters) - It rained. It stopped.",
     "LONDON (Roeters) -|It rained.|It stopped."},
};

static void sentences_are_right(void **state) {
  (void)state;
  EACH(sentence_rows, r) {
    press_text t = read_text(r->input);
    char found[1000] = "";
    for (uint32_t i = 0; i < t.n_sentences; i++)
      append(found, sizeof found,
             press_str__span(
                 t.raw, press_text__range(&t, t.sentences[i].begin, t.sentences[i].end)));
    compare(r, found);
  }
}

static void long_sentences_are_cut(void **state) {
  (void)state;
  char *input = press_arena__alloc(&arena, 100000);
  for (int i = 0; i < 3000; i++) strcat(input, i % 50 == 49 ? "word, " : "word ");
  press_text t = read_text(input);
  assert_true(t.n_sentences > 20);
  for (uint32_t i = 0; i < t.n_sentences; i++)
    assert_in_range(t.sentences[i].end - t.sentences[i].begin, 1, 120);
  assert_true(press_str__eq(press_text__token(&t, t.sentences[0].end - 1), S(",")));
}

/* ---- Quotations: "text" closed, "text<" open, "^" continues, "(n)" in n ---- */

static const row quote_rows[] = {
    {"straight", "He said \"no\" and \"yes\".", "\"no\"|\"yes\""},
    {"curly", "He said " LD "no" RD ".", LD "no" RD},
    {"nested", LD "He said " LS "no" RS " to me" RD,
     LD "He said " LS "no" RS " to me" RD "|" LS "no" RS "(0)"},
    {"British", LS "It is " LD "so" RD "," RS " he said.",
     LS "It is " LD "so" RD "," RS "|" LD "so" RD "(0)"},
    {"apostrophes inside",
     LS "The dogs" RS " tails aren" RS "t Jane" RS "s," RS " he said.",
     LS "The dogs" RS " tails aren" RS "t Jane" RS "s," RS},
    {"possessive or end", "Of 'the workers' rights' he said no.",
     "'the workers' rights'"},
    {"straight single", "He said 'very good' of the boys' work.", "'very good'"},
    {"only apostrophes", "The boys' '70s rock 'n' roll isn't Jess' best.", ""},
    {"doubled single", "``Yes,'' he said. ''No.''", "``Yes,''|''No.''"},
    {"low and pointed", "\xE2\x80\x9EWell\xE2\x80\x9D and \xC2\xABwell\xC2\xBB",
     "\xE2\x80\x9EWell\xE2\x80\x9D|\xC2\xABwell\xC2\xBB"},
    {"paragraphs go on", LD "One.\n" LD "Two.\n" LD "Three." RD,
     LD "One.<|" LD "Two.<^|" LD "Three." RD "^"},
    {"stray mark", "A \"stray mark.\nThe \"good\" one.", "\"stray mark.<|\"good\""},
    {"stray closing mark", "A stray\" mark and a \"good\" one.", "\"good\""},
    {"inches", "The 6'2\" man said \"no\" of a 15\" pipe.", "\"no\""},
    {"same marks nested", "\"The \"old\" one,\" he said.",
     "\"The \"old\" one,\"|\"old\"(0)"},
    {"second opening", LD "One he said. " LD "Two" RD " he said.",
     LD "One he said.<|" LD "Two" RD},
    {"dash", "He said" EM "\"no\"" EM "twice.", "\"no\""},
    {"closing mark turned", "He said " RD "no" RD " to it.", RD "no" RD},
    {"opening mark turned", "He said " LD "no" LD " to it.", LD "no" LD},
    {"blank on the wrong side", "He said,\" No one\" and left.", "\" No one\""},
    {"number in marks", "He said \"in 2031\" twice.", "\"in 2031\""},
};

static void quotes_are_right(void **state) {
  (void)state;
  EACH(quote_rows, r) {
    press_text t = read_text(r->input);
    char found[1000] = "";
    for (uint32_t i = 0; i < t.n_quotes; i++) {
      const press_quote *q = &t.quotes[i];
      char part[300], parent[16] = "";
      if (q->parent != PRESS_NONE) snprintf(parent, sizeof parent, "(%u)", q->parent);
      snprintf(part, sizeof part, "%.*s%s%s%s", SFMT(press_str__span(t.raw, q->at)),
               q->closed ? "" : "<", q->continues == PRESS_NONE ? "" : "^", parent);
      append(found, sizeof found, press_str__of(part));
    }
    compare(r, found);
  }
}

static void depth_counts_open_quotations(void **state) {
  (void)state;
  press_text t = read_text("He said \"we 'go' on\" twice.");
  const uint8_t depth[] = {0, 0, 1, 1, 2, 2, 2, 1, 1, 0, 0};
  assert_int_equal(t.n_tokens, sizeof depth);
  for (uint32_t i = 0; i < t.n_tokens; i++)
    assert_int_equal(t.tokens[i].quoted, depth[i]);
  assert_int_equal(t.tokens[2].kind, PRESS_TOKEN_QUOTE);
  assert_int_equal(t.tokens[4].kind, PRESS_TOKEN_QUOTE);
}

/* ---- Paragraphs: kinds as letters (b h y c) ---- */

static const row para_rows[] = {
    {"headline by form", "Storm hits coast\nA storm hit the coast on Monday.", "hb"},
    {"no headline", "A storm hit.\nIt went.", "bb"},
    {"set off", "A storm hit.\n\nIt went.\nIt came.\nIt stayed.", "hbbb"},
    {"title case with a stop", "Storm Hits Northern Coast Again.\n\nA storm hit.\n\nSo.",
     "hbb"},
    {"byline and date", "Storm\nBy Jane Roe\nTuesday, 4 March 2031\nA storm hit.",
     "hyyb"},
    {"by is no byline", "Storm\nBy Monday it had gone.", "hb"},
    {"crosshead", "Storm\nIt came.\nWhat next\nIt went on and on and on.\nIt did so.",
     "hbcbb"},
    {"lead-in is no crosshead", "Storm\nIt came.\nMr Roe said:\n\"It went.\"\nSo.",
     "hbbbb"},
    {"rule", "Storm\nIt came.\n***\nIt went.", "hbcb"},
    {"line ends", "One came.\r\nTwo came.\rThree came.\fFour came.", "bbbb"},
    {"mark at the front", "\xEF\xBB\xBFOne came.\nTwo came.", "bb"},
    {"hard-wrapped",
     "The council met on Monday to talk about the new bridge and the road\n"
     "that leads to it, and it did not agree on either of them before the\n"
     "evening, when most of its members had to leave for the last bus to\n"
     "the valley.\n\n"
     "It will meet again next week to go on with the talks about the two\n"
     "plans, which are said to cost more than the town can pay this year.\n",
     "bb"},
    {"empty", "", ""},
};

static void paragraphs_are_right(void **state) {
  (void)state;
  EACH(para_rows, r) {
    press_text t = read_text(r->input);
    char found[20] = "";
    for (uint32_t i = 0; i < t.n_paras && i + 1 < sizeof found; i++)
      found[i] = "bhyc"[t.paras[i].kind];
    compare(r, found);
  }
}

static const row dateline_rows[] = {
    {"agency", "LONDON (Roeters) - It rained.", "LONDON (Roeters) -|LONDON"},
    {"long dash", "Paris " EM " It rained.", "Paris " EM "|Paris"},
    {"date", "WASHINGTON, March 3 (XP) " EM " It rained.",
     "WASHINGTON, March 3 (XP) " EM "|WASHINGTON"},
    {"colon", "BELFAST: It rained.", "BELFAST:|BELFAST"},
    {"state", "RENO, Nev. -- It rained.", "RENO, Nev. --|RENO"},
    {"behind a headline", "Rain falls\nLONDON " EM " It rained.", "LONDON " EM "|LONDON"},
    {"aside", "Roe " EM " the winner " EM " left.", "|"},
    {"transcript", "JANE ROE: It rained.\nJOHN DOE: It did.", "|"},
    {"plain", "It rained in London " EM " again.", "|"},
};

static void datelines_are_right(void **state) {
  (void)state;
  EACH(dateline_rows, r) {
    press_text t = read_text(r->input);
    char found[200];
    snprintf(found, sizeof found, "%.*s|%.*s", SFMT(press_str__span(t.raw, t.dateline)),
             SFMT(press_str__span(t.raw, t.dateline_place)));
    compare(r, found);
  }
}

/* ---- Check ---- */

static const struct bad {
  const char *name;
  press_str input;
  press_status status;
  size_t offset;
  unsigned line, column;
} bad_rows[] = {
    {"lone continuation", {"ab\x80", 3}, PRESS_ERR_UTF8, 2, 1, 3},
    {"overlong", {"a\n\xC0\xAF", 4}, PRESS_ERR_UTF8, 2, 2, 1},
    {"surrogate", {"\r\n\xED\xA0\x80", 5}, PRESS_ERR_UTF8, 2, 2, 1},
    {"cut short", {"\xC3\xA9\xE2\x80", 4}, PRESS_ERR_UTF8, 2, 1, 2},
    {"too high", {"\xF4\x90\x80\x80", 4}, PRESS_ERR_UTF8, 0, 1, 1},
    {"zero byte", {"a\rb\0c", 5}, PRESS_ERR_BINARY, 3, 2, 2},
};

static void bad_bytes_have_a_place(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof bad_rows / sizeof *bad_rows; i++) {
    const struct bad *b = &bad_rows[i];
    press_error err = {0};
    press_status status = press_text__check(b->input, &err);
    if (status != b->status || err.offset != b->offset || err.line != b->line ||
        err.column != b->column)
      fail_msg("%s: status %d at %zu, %u:%u", b->name, status, err.offset, err.line,
               err.column);
  }
  assert_int_equal(press_text__check(S(""), NULL), PRESS_OK);
}

/* ---- Look-ups ---- */

static void lookups_agree(void **state) {
  (void)state;
  press_text t =
      read_text("Caf\xC3\xA9 " LD "ol\xC3\xA9" RD " costs 3 \xE2\x82\xAC more, so "
                "say those who drink it there on most days of the week.");
  uint32_t seen = 0;
  for (uint32_t i = 0; i <= t.raw.n; i++) {
    assert_int_equal(press_text__codepoint(&t, i), seen);
    if (i < t.raw.n && ((unsigned char)t.raw.at[i] & 0xC0) != 0x80) seen++;
  }
  assert_int_equal(press_text__codepoint(&t, 9999), seen);
  for (uint32_t i = 0; i < t.n_tokens; i++) {
    assert_int_equal(press_text__token_at(&t, t.tokens[i].at.begin), i);
    assert_int_equal(press_text__token_at(&t, t.tokens[i].at.end - 1), i);
  }
  assert_int_equal(press_text__token_at(&t, 9999), t.n_tokens);
}

static int begin(void **state) {
  (void)state;
  press_arena__init(&arena, (size_t)256 << 20, &out_of_memory);
  return setjmp(out_of_memory) ? -1 : 0;
}

static int end(void **state) {
  (void)state;
  press_arena__clear(&arena);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(tokens_are_right),
      cmocka_unit_test(low_forms_are_right),
      cmocka_unit_test(sentences_are_right),
      cmocka_unit_test(long_sentences_are_cut),
      cmocka_unit_test(quotes_are_right),
      cmocka_unit_test(depth_counts_open_quotations),
      cmocka_unit_test(paragraphs_are_right),
      cmocka_unit_test(datelines_are_right),
      cmocka_unit_test(bad_bytes_have_a_place),
      cmocka_unit_test(lookups_agree),
  };
  return cmocka_run_group_tests(tests, begin, end);
}
