/** Who did what to whom, over parses made by hand. */
#include "support/parsed.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

typedef struct row {
  const char *name, *sentence;
  const char *events; /**< "TYPE agent target [neg] [hyp] 'cue'", divided by "; " */
} row;

static press_str who_name(const press_doc *doc, press_who w) {
  if (w.kind == PRESS_COUNTRY) return doc->found.countries[w.id].name;
  return w.kind == PRESS_ENTITY ? doc->found.entities[w.id].name : S("nobody");
}

static void write_events(const press_doc *doc, char *out, size_t size) {
  size_t n = 0;
  out[0] = 0;
  for (uint32_t i = 0; i < doc->found.n_events && n < size; i++) {
    const press_event *e = &doc->found.events[i];
    press_str agent = who_name(doc, e->agent), target = who_name(doc, e->target);
    n += (size_t)snprintf(out + n, size - n, "%s%s %.*s %.*s%s%s '%.*s'", i ? "; " : "",
                          press_event_type_name(e->type), SFMT(agent), SFMT(target),
                          e->negated ? " neg" : "", e->hypothetical ? " hyp" : "",
                          SFMT(e->cue));
  }
}

static void check_rows(const row *rows, size_t n) {
  for (size_t i = 0; i < n; i++) {
    press_doc *doc = parsed_doc(rows[i].sentence);
    press_context cx = parsed_context(doc);
    press_find__events(&cx, &doc->found);
    char got[512];
    write_events(doc, got, sizeof got);
    if (strcmp(got, rows[i].events)) print_message("in \"%s\":\n", rows[i].name);
    assert_string_equal(got, rows[i].events);
    press_doc_free(doc);
  }
}
#define CHECK(rows) check_rows(rows, sizeof rows / sizeof *(rows))

static void plain_clauses(void **state) {
  static const row rows[] = {
      {"subject, verb, object",
       "Norway/3/nsubj/NNP//@NO has/3/aux/VBZ/have threatened/0/root/VBN/threaten "
       "Iceland/3/obj/NNP//@IS with/6/case/IN sanctions/3/obl/NNS/sanction ././punct/.",
       "THREATEN NO IS 'threatened'"},
      {"passive",
       "Iceland/3/nsubj:pass/NNP//@IS was/3/aux:pass/VBD/be condemned/0/root/VBN/condemn "
       "by/5/case/IN Norway/3/obl:agent/NNP//@NO",
       "ACCUSE NO IS 'condemned'"},
      {"passive without a doer",
       "Iceland/3/nsubj:pass/NNP//@IS was/3/aux:pass/VBD/be condemned/0/root/VBN/condemn "
       "on/5/case/IN Monday/3/obl/NNP",
       ""},
      {"light verb with a noun",
       "Norway/2/nsubj/NNP//@NO imposed/0/root/VBD/impose tariffs/2/obj/NNS/tariff "
       "on/5/case/IN Iceland/3/nmod/NNP//@IS",
       "SANCTION NO IS 'imposed tariffs'"},
      {"preposition of the verb",
       "Norway/2/nsubj/NNP//@NO launched/0/root/VBD/launch an/4/det/DT attack/2/obj/NN "
       "on/6/case/IN Iceland/2/obl/NNP//@IS",
       "ASSAULT NO IS 'launched attack'"},
      {"prepositional verb",
       "Orr/2/nsubj/NNP//@1 called/0/root/VBD/call on/4/case/IN Iceland/2/obl/NNP//@IS "
       "to/6/mark/TO leave/2/xcomp/VB",
       "REQUEST e1 IS 'called on'"},
      {"nobody acts on a thing",
       "Orr/2/nsubj/NNP//@1 condemned/0/root/VBD/condemn the/4/det/DT weather/2/obj/NN",
       ""},
      {"attacked with words",
       "Orr/2/nsubj/NNP//@1 attacked/0/root/VBD/attack Birk/2/obj/NNP//@2",
       "ACCUSE e1 e2 'attacked'"},
      {"attacked with more than words",
       "soldiers/2/nsubj/NNS//@u1 attacked/0/root/VBD/attack Birk/2/obj/NNP//@2",
       "ASSAULT soldiers e2 'attacked'"},
      {"nobody else is meant",
       "Orr/2/nsubj/NNP//@1 shot/0/root/VBD/shoot himself/2/obj/PRP//@2", ""},
      {"the nameless act where they are a group",
       "voters/2/nsubj/NNS//@u1 condemned/0/root/VBD/condemn Birk/2/obj/NNP//@2", ""},
      {"saying is no event",
       "Orr/2/nsubj/NNP//@1 told/0/root/VBD/tell Iceland/2/obj/NNP//@IS a/5/det/DT "
       "story/2/obj/NN",
       ""},
  };
  (void)state;
  CHECK(rows);
}

static void targets(void **state) {
  static const row rows[] = {
      {"demonym of the object",
       "Norway/3/nsubj/NNP//@NO has/3/aux/VBZ/have threatened/0/root/VBN/threaten "
       "to/5/mark/TO retaliate/3/xcomp/VB with/7/case/IN tariffs/5/obl/NNS/tariff "
       "on/11/case/IN the/11/det/DT Icelandic/11/amod/JJ//@IS fleet/7/nmod/NN",
       "THREATEN NO IS 'threatened'"},
      {"at the end of a chain of nouns",
       "Norway/3/nsubj/NNP//@NO is/3/aux/VBZ/be pressing/0/root/VBG/press for/6/case/IN "
       "the/6/det/DT extradition/3/obl/NN of/9/case/IN the/9/det/DT wife/6/nmod/NN "
       "of/13/case/IN an/13/det/DT Icelandic/13/amod/JJ//@IS official/9/nmod/NN",
       "REQUEST NO IS 'pressing for'"},
      {"whose attack, not on whom",
       "Norway/2/nsubj/NNP//@NO condemned/0/root/VBD/condemn "
       "Iceland/5/nmod:poss/NNP//@IS "
       "'s/3/case/POS attack/2/obj/NN on/7/case/IN Sweden/5/nmod/NNP//@SE",
       "ACCUSE NO IS 'condemned'; ASSAULT IS SE 'attack'"},
      {"one's own people are no target",
       "Orr/2/nsubj/NNP//@1NO praised/0/root/VBD/praise Norwegian/4/amod/JJ//@NO "
       "workers/2/obj/NNS/worker",
       ""},
      {"a place stands for its country",
       "Norway/2/nsubj/NNP//@NO bombed/0/root/VBD/bomb Akur/2/obj/NNP//@p1IS",
       "ASSAULT NO IS 'bombed'"},
      {"the subject is the target",
       "Norway/2/nsubj/NNP//@NO faces/0/root/VBZ/face sanctions/2/obj/NNS/sanction "
       "from/5/case/IN Iceland/3/nmod/NNP//@IS",
       "SANCTION IS NO 'faces sanctions'"},
      {"subject of the demanded clause",
       "Norway/2/nsubj/NNP//@NO demanded/0/root/VBD/demand that/5/mark/IN "
       "Iceland/5/nsubj/NNP//@IS withdraw/2/ccomp/VB",
       "REQUEST NO IS 'demanded'"},
  };
  (void)state;
  CHECK(rows);
}

static void agents(void **state) {
  static const row rows[] = {
      {"relative clause",
       "Norway/6/nsubj/NNP//@NO ,/4/punct/, which/4/nsubj/WDT "
       "invaded/1/acl:relcl/VBD/invade "
       "Iceland/4/obj/NNP//@IS sleeps/0/root/VBZ/sleep",
       "ASSAULT NO IS 'invaded'"},
      {"joined verbs",
       "Norway/2/nsubj/NNP//@NO ate/0/root/VBD/eat and/4/cc/CC bombed/2/conj/VBD/bomb "
       "Iceland/4/obj/NNP//@IS",
       "ASSAULT NO IS 'bombed'"},
      {"joined actors",
       "Norway/4/nsubj/NNP//@NO and/3/cc/CC Sweden/1/conj/NNP//@SE "
       "condemned/0/root/VBD/condemn Iceland/4/obj/NNP//@IS",
       "ACCUSE NO IS 'condemned'; ACCUSE SE IS 'condemned'"},
      {"both sides of a meeting",
       "Norway/4/nsubj/NNP//@NO and/3/cc/CC Sweden/1/conj/NNP//@SE held/0/root/VBD/hold "
       "talks/4/obj/NNS/talk",
       "CONSULT NO SE 'held talks'; CONSULT SE NO 'held talks'"},
      {"talks between",
       "Talks/5/nsubj/NNS/talk between/3/case/IN Norway/1/nmod/NNP//@NO and/5/cc/CC "
       "Sweden/3/conj/NNP//@SE",
       "CONSULT NO SE 'Talks'; CONSULT SE NO 'Talks'"},
      {"group named after its country",
       "Icelandic/2/amod/JJ//@IS troops/3/nsubj/NNS/troop attacked/0/root/VBD/attack "
       "Sweden/3/obj/NNP//@SE",
       "ASSAULT IS SE 'attacked'"},
      {"subject handed down",
       "Norway/2/nsubj/NNP//@NO began/0/root/VBD/begin to/4/mark/TO bomb/2/xcomp/VB "
       "Iceland/4/obj/NNP//@IS",
       "ASSAULT NO IS 'bomb'"},
      {"the blamed one did it",
       "Norway/2/nsubj/NNP//@NO condemned/0/root/VBD/condemn Iceland/2/obj/NNP//@IS "
       "for/5/mark/IN bombing/2/advcl/VBG/bomb Sweden/5/obj/NNP//@SE",
       "ACCUSE NO IS 'condemned'; ASSAULT IS SE 'bombing'"},
      {"accused is not guilty",
       "Norway/2/nsubj/NNP//@NO accused/0/root/VBD/accuse Iceland/2/obj/NNP//@IS "
       "of/5/mark/IN bombing/2/advcl/VBG/bomb Sweden/5/obj/NNP//@SE",
       "ACCUSE NO IS 'accused'"},
  };
  (void)state;
  CHECK(rows);
}

static void moods(void **state) {
  static const row rows[] = {
      {"did not",
       "Norway/4/nsubj/NNP//@NO did/4/aux/VBD/do not/4/advmod/RB attack/0/root/VB "
       "Iceland/4/obj/NNP//@IS",
       "ASSAULT NO IS neg 'attack'"},
      {"would",
       "Norway/3/nsubj/NNP//@NO would/3/aux/MD attack/0/root/VB Iceland/3/obj/NNP//@IS",
       "ASSAULT NO IS hyp 'attack'"},
      {"plans to",
       "Norway/2/nsubj/NNP//@NO plans/0/root/VBZ/plan to/4/mark/TO attack/2/xcomp/VB "
       "Iceland/4/obj/NNP//@IS",
       "ASSAULT NO IS hyp 'attack'"},
      {"cooperation to come is agreement",
       "Norway/3/nsubj/NNP//@NO will/3/aux/MD visit/0/root/VB Iceland/3/obj/NNP//@IS",
       "AGREE NO IS 'visit'"},
      {"will not yield is rejection",
       "Norway/4/nsubj/NNP//@NO will/4/aux/MD not/4/advmod/RB lift/0/root/VB "
       "sanctions/4/obj/NNS/sanction on/7/case/IN Iceland/5/nmod/NNP//@IS",
       "REJECT NO IS 'lift sanctions'"},
      {"force to come is a threat",
       "Norway/3/nsubj/NNP//@NO will/3/aux/MD invade/0/root/VB Iceland/3/obj/NNP//@IS",
       "THREATEN NO IS 'invade'"},
      {"so when it is reported",
       "Orr/2/nsubj/NNP said/0/root/VBD/say Norway/5/nsubj/NNP//@NO would/5/aux/MD "
       "invade/2/ccomp/VB Iceland/5/obj/NNP//@IS",
       "THREATEN NO IS 'invade'"},
      {"said that they must",
       "Orr/2/nsubj/NNP//@1 said/0/root/VBD/say Iceland/5/nsubj/NNP//@IS must/5/aux/MD "
       "yield/2/ccomp/VB",
       "REQUEST e1 IS 'said'"},
      {"failed to agree",
       "Norway/4/nsubj/NNP//@NO and/3/cc/CC Iceland/1/conj/NNP//@IS "
       "failed/0/root/VBD/fail "
       "to/6/mark/TO agree/4/xcomp/VB",
       "REJECT NO IS 'agree'; REJECT IS NO 'agree'"},
      {"the outer verb decides",
       "Norway/2/nsubj/NNP//@NO agreed/0/root/VBD/agree to/4/mark/TO send/2/xcomp/VB "
       "aid/4/obj/NN to/7/case/IN Iceland/4/obl/NNP//@IS",
       "AGREE NO IS 'agreed'"},
      {"a hostile vow is a threat",
       "Norway/2/nsubj/NNP//@NO vowed/0/root/VBD/vow to/4/mark/TO attack/2/xcomp/VB "
       "Iceland/4/obj/NNP//@IS",
       "THREATEN NO IS 'vowed'"},
      {"refused",
       "Norway/2/nsubj/NNP//@NO refused/0/root/VBD/refuse to/4/mark/TO meet/2/xcomp/VB "
       "Iceland/4/obj/NNP//@IS",
       "REJECT NO IS 'refused'"},
      {"failed to",
       "Norway/2/nsubj/NNP//@NO failed/0/root/VBD/fail to/4/mark/TO rescue/2/xcomp/VB "
       "Iceland/4/obj/NNP//@IS",
       "AID NO IS neg 'rescue'"},
      {"if",
       "if/3/mark/IN Norway/3/nsubj/NNP//@NO attacked/5/advcl/VBD/attack "
       "Iceland/3/obj/NNP//@IS run/0/root/VB",
       "ASSAULT NO IS hyp 'attacked'"},
  };
  (void)state;
  CHECK(rows);
}

static void clause_text(void **state) {
  press_doc *doc = parsed_doc(
      "Norway/3/nsubj/NNP//@NO has/3/aux/VBZ/have threatened/0/root/VBN/threaten "
      "Iceland/3/obj/NNP//@IS with/6/case/IN sanctions/3/obl/NNS/sanction ,/9/punct/, "
      "if/9/mark/IN fish/3/advcl/NN vanish/9/acl/VB ./3/punct/.");
  press_context cx = parsed_context(doc);
  press_find__events(&cx, &doc->found);
  (void)state;
  assert_int_equal(doc->found.n_events, 1);
  press_str text = doc->found.events[0].text;
  assert_true(press_str__eq(text, S("Norway has threatened Iceland with sanctions")));
  assert_int_equal(doc->found.events[0].spans.at[0].end, text.n);
  press_doc_free(doc);
}

/** Heads, relations and words at random, cycles and all: results keep their promises. */
static void random_parses(void **state) {
  static const char *const words[] = {
      "threaten/VBD//@NO", "impose/VB//",   "sanctions/NNS/sanction/",
      "Iceland/NNP//@IS",  "Orr/NNP//@1NO", "agree/VBN//",
      "talks/NNS/talk/",   "Orr/NNP//@1NO", "meet/VB//",
      "aides/NNS//@u2",    "accuse/VBG//",  "Iceland/NNP//@IS",
      "say/VBD//",         "must/MD//",     "attack/NN/attack/@DK",
      "vow/VBD//",         "on/IN//",       "not/RB//",
      "which/WDT//",       "condemn/VBD//"};
  static const char *const rels[] = {
      "nsubj", "obj",  "nsubj", "obl", "obj",        "nmod", "xcomp", "ccomp",
      "acl",   "conj", "case",  "aux", "nsubj:pass", "amod", "obj",   "nsubj"};
  (void)state;
  uint32_t seed = 1, n_found = 0;
  for (int round = 0; round < 2000; round++) {
    char text[8192];
    size_t n = 0;
    for (uint32_t i = 0; i < 100; i++) {
      seed = seed * 1664525u + 1013904223u;
      const char *w = words[(seed >> 8) % (sizeof words / sizeof *words)];
      const char *rel = rels[(seed >> 16) % (sizeof rels / sizeof *rels)];
      const char *slash = strchr(w, '/');
      uint32_t near = i + (seed >> 24) % 5; /* two words away at most */
      near = near < 1 ? 0 : near - 1;
      n += (size_t)snprintf(text + n, sizeof text - n, "%s%.*s/%u/%s%s", i ? " " : "",
                            (int)(slash - w), w, near, rel, slash);
    }
    press_doc *doc = parsed_doc(text);
    press_context cx = parsed_context(doc);
    press_find__events(&cx, &doc->found);
    n_found += doc->found.n_events;
    for (uint32_t i = 0; i < doc->found.n_events; i++) {
      const press_event *e = &doc->found.events[i];
      assert_true(e->spans.at[0].begin < e->spans.at[0].end);
      assert_true(e->spans.at[0].end <= doc->text.raw.n);
      assert_true(e->cue.n > 0 && e->cue_spans.n > 0);
      assert_false(e->agent.kind == e->target.kind && e->agent.id == e->target.id);
      assert_true(e->score > 0 && e->score <= 1);
    }
    press_doc_free(doc);
  }
  assert_true(n_found > 50);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(plain_clauses), cmocka_unit_test(targets),
      cmocka_unit_test(agents),        cmocka_unit_test(moods),
      cmocka_unit_test(clause_text),   cmocka_unit_test(random_parses),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
