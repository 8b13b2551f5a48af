/** The JSON record: what goes in comes back through a parser, in the contract's
 *  order and with code point offsets. */
#include "support/sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static json_t *record_of(press_doc *doc) {
  sample_bytes out;
  press_error err = {0};
  assert_int_equal(press_doc_write(doc, PRESS_JSON, NULL, sample_sink(&out), &err), 0);
  assert_non_null(out.at);
  assert_ptr_equal(strchr(out.at, '\n'), out.at + out.n - 1); /* one line */
  json_t *root = json_loads(out.at, JSON_REJECT_DUPLICATES, NULL);
  assert_non_null(root);
  free(out.at);
  press_doc_free(doc);
  return root;
}

static void keys_in_order(void **state) {
  static const struct {
    const char *of, *keys;
  } rows[] = {
      {"article", "id path sha256 headline date source_id url publisher chars topic "},
      {"statements",
       "id form text spans cue cue_lemma cue_spans speaker speaker_name "
       "speaker_spans co_speakers addressee countries issues mentions stances topic "
       "score "},
      {"events", "id type cue cue_spans agent target text spans issues negated "
                 "hypothetical score mode contexts tense reciprocal "},
      {"entities",
       "id type name iri aliases roles affiliations country mentions unnamed official "},
      {"countries", "code code3 name iri weight mentions "},
      {"issues", "id label iri topics policy weight mentions "},
  };
  (void)state;
  json_t *root = record_of(sample_small());
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    json_t *o = json_object_get(root, rows[i].of), *value;
    if (json_is_array(o)) o = json_array_get(o, 0);
    char keys[256] = "";
    const char *key;
    json_object_foreach(o, key, value) strcat(strcat(keys, key), " ");
    assert_string_equal(keys, rows[i].keys);
  }
  json_decref(root);
}

static const char *text_at(json_t *root, const char *list, size_t i, const char *key) {
  return json_string_value(
      json_object_get(json_array_get(json_object_get(root, list), i), key));
}

static void values(void **state) {
  (void)state;
  json_t *root = record_of(sample_small());
  assert_string_equal(text_at(root, "statements", 0, "form"), "direct");
  assert_string_equal(text_at(root, "statements", 0, "speaker"), "e1");
  assert_string_equal(text_at(root, "statements", 0, "addressee"), "e2");
  assert_string_equal(text_at(root, "statements", 3, "text"),
                      "a tariff on cod would close half of the harbours");
  assert_null(text_at(root, "statements", 4, "speaker"));
  assert_string_equal(text_at(root, "events", 0, "agent"), "NO");
  assert_string_equal(text_at(root, "entities", 1, "iri"),
                      "https://w3id.org/pressgraph/person/thorir-olafsson");
  json_decref(root);
}

/** Spans cut the statement out of the article when counted in code points. */
static void code_points(void **state) {
  (void)state;
  json_t *root = record_of(sample_small());
  json_t *s = json_array_get(json_object_get(root, "statements"), 0);
  json_t *span = json_array_get(json_object_get(s, "spans"), 0);
  /* the headline is 40 characters and two line ends; the opening mark counts one */
  assert_int_equal(json_integer_value(json_array_get(span, 0)), 42);
  assert_int_equal(json_integer_value(json_array_get(span, 1)), 91);
  json_decref(root);
}

static void shares_sum_to_one(void **state) {
  (void)state;
  json_t *root = record_of(sample_large());
  static const char *const lists[] = {"countries", "issues"};
  for (int k = 0; k < 2; k++) {
    double sum = 0;
    size_t i;
    json_t *o;
    json_array_foreach(json_object_get(root, lists[k]), i, o) sum +=
        json_number_value(json_object_get(o, "weight"));
    assert_true(sum > 0.9999 && sum < 1.0001);
  }
  json_decref(root);
}

static void hostile_strings(void **state) {
  (void)state;
  press_doc *doc = sample_hostile();
  char *name = strndup(doc->found.entities[0].name.at, doc->found.entities[0].name.n);
  char *said = strndup(doc->found.statements[0].text.at, doc->found.statements[0].text.n);
  json_t *root = record_of(doc);
  assert_string_equal(text_at(root, "entities", 0, "name"), name);
  assert_string_equal(text_at(root, "statements", 0, "text"), said);
  free(name);
  free(said);
  json_decref(root);
}

static void nothing_found(void **state) {
  (void)state;
  json_t *root = record_of(sample_empty());
  assert_int_equal(json_array_size(json_object_get(root, "statements")), 0);
  assert_true(
      json_is_null(json_object_get(json_object_get(root, "article"), "headline")));
  json_decref(root);
}

static int refuse(void *to, const char *bytes, size_t n) {
  (void)to, (void)bytes, (void)n;
  return 1;
}

static void failing_sink(void **state) {
  (void)state;
  press_doc *doc = sample_small();
  static const press_format formats[] = {PRESS_TEXT, PRESS_JSON, PRESS_LAYERS};
  for (size_t i = 0; i < 3; i++) {
    press_error err = {0};
    press_sink sink = {refuse, NULL};
    assert_int_equal(press_doc_write(doc, formats[i], NULL, sink, &err), PRESS_ERR_IO);
    assert_int_equal(err.status, PRESS_ERR_IO);
  }
  press_doc_free(doc);
}

static void samples_keep_promises(void **state) {
  (void)state;
  press_doc *docs[] = {sample_small(), sample_large(), sample_empty()};
  for (size_t i = 0; i < 3; i++) {
    press_error err = {0};
    press_doc_check(docs[i], &err);
    assert_string_equal(err.message, "");
    press_doc_free(docs[i]);
  }
}

/** Each row breaks one promise. */
static void broken_promises(void **state) {
  (void)state;
  static const press_span reversed[] = {{9, 3}}, outside[] = {{0, 1u << 30}},
                          cut[] = {{43, 60}};
  for (int row = 0; row < 7; row++) {
    press_doc *d = sample_small();
    if (row == 0) d->found.statements[1].spans = (press_spans){reversed, 1};
    if (row == 1) d->found.statements[1].spans = (press_spans){outside, 1};
    if (row == 2) d->found.statements[1].spans = (press_spans){cut, 1};
    if (row == 3) d->found.statements[0].speaker.id = 99;
    if (row == 4) d->found.countries[0].weight = 0.9F;
    if (row == 5) d->found.entities[0].country = 7;
    if (row == 6) d->found.statements[0].score = 1.5F;
    press_error err = {0};
    assert_int_equal(press_doc_check(d, &err), PRESS_ERR_ARG);
    assert_true(err.message[0] != 0);
    press_doc_free(d);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(keys_in_order),   cmocka_unit_test(values),
      cmocka_unit_test(code_points),     cmocka_unit_test(shares_sum_to_one),
      cmocka_unit_test(hostile_strings), cmocka_unit_test(nothing_found),
      cmocka_unit_test(failing_sink),    cmocka_unit_test(samples_keep_promises),
      cmocka_unit_test(broken_promises),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
