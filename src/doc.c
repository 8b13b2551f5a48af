/** What a document answers. */
#include "doc.h"

const press_article *press_doc_article(const press_doc *doc) {
  return &doc->article;
}

const char *press_doc_sha256(const press_doc *doc) {
  return doc->sha256;
}

uint32_t press_doc_codepoint(const press_doc *doc, uint32_t offset) {
  return doc->is_record ? offset : press_text__codepoint(&doc->text, offset);
}

#define RESULTS(type, name)                                                              \
  const type *press_doc_##name(const press_doc *doc, uint32_t *n) {                      \
    *n = doc->found.n_##name;                                                            \
    return doc->found.name;                                                              \
  }
RESULTS(press_statement, statements)
RESULTS(press_event, events)
RESULTS(press_entity, entities)
RESULTS(press_country, countries)
RESULTS(press_issue, issues)

uint32_t press_doc_topic(const press_doc *doc, float *score) {
  if (score) *score = doc->found.topic_score;
  return doc->found.topic;
}

const char *press_version(void) {
  return PRESS_VERSION;
}
