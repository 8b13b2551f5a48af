/** The nodes of the JSON-LD, one function a kind. docs/vocabulary.md tells each term. */
#include "write/jsonld.h"

#include "graph/iri.h"

typedef struct node_writer {
  press_graph_writer *w;
  const press_view *view;
  uint32_t at;
  const press_view_node *node;
  json_t *json;
  bool failed;
} node_writer;

/* ---- building blocks ---- */

static void put(node_writer *n, const char *key, json_t *value) {
  if (json_object_set_new(n->json, key, value)) n->failed = true;
}

static json_t *string(press_str s) {
  return json_stringn(s.n ? s.at : "", s.n);
}

static void push(node_writer *n, json_t *array, json_t *value) {
  if (!array || json_array_append_new(array, value)) n->failed = true;
}

/** A list that is not in its node yet: kept where the boundary can free it. */
static json_t *new_list(node_writer *n) {
  json_t *list = json_array();
  n->w->list = list;
  return list;
}

/** Values as JSON-LD has them: nothing, one, or a list; always a list for a set. */
static void put_list(node_writer *n, const char *key, json_t *list, bool set) {
  size_t many = json_array_size(list);
  n->w->list = NULL;
  if (!many)
    json_decref(list);
  else if (many > 1 || set)
    put(n, key, list);
  else {
    put(n, key, json_incref(json_array_get(list, 0)));
    json_decref(list);
  }
}

/** How a value of a key is written; NULL leaves it out. */
typedef json_t *(*writing)(node_writer *n, press_str value);

static json_t *plainly(node_writer *n, press_str value) {
  (void)n;
  return string(value);
}

static bool digits(press_str s) {
  for (size_t i = 0; i < s.n; i++)
    if (s.at[i] < '0' || s.at[i] > '9') return false;
  return s.n > 0;
}

/** The date of an ISO 8601 date and time; other dates are not xsd:date. */
static json_t *as_date(node_writer *n, press_str s) {
  (void)n;
  press_str day = press_str__sub(s, 0, 10);
  if (day.n != 10 || day.at[4] != '-' || day.at[7] != '-') return NULL;
  if (s.n > 10 && s.at[10] != 'T' && s.at[10] != ' ') return NULL;
  bool ok = digits(press_str__sub(day, 0, 4)) && digits(press_str__sub(day, 5, 7)) &&
            digits(press_str__sub(day, 8, 10));
  return ok ? string(day) : NULL;
}

static json_t *as_url(node_writer *n, press_str s) {
  (void)n;
  bool full = press_str__find(s, S("://")) != PRESS_NONE;
  return full && press_iri__valid(s) ? string(s) : NULL;
}

static json_t *as_topic(node_writer *n, press_str s) {
  (void)n;
  bool ok = press_str__starts(s, S("medtop:")) && digits(press_str__sub(s, 7, s.n));
  return ok ? string(s) : NULL;
}

static json_t *as_number(node_writer *n, press_str s) {
  (void)n;
  json_int_t x = 0;
  for (size_t i = 0; i < s.n; i++) x = x * 10 + (s.at[i] - '0');
  return json_integer(x);
}

/** "THREATEN" to "pg:Threaten", "direct" to "pg:Direct". */
static json_t *as_own(node_writer *n, press_str s) {
  press_str copy = press_str__copy(n->w->arena, s);
  char *p = (char *)copy.at;
  for (size_t i = 0; i < s.n; i++) p[i] = (char)(i ? p[i] | 32 : p[i] & ~32);
  return json_sprintf("pg:%.*s", SFMT(copy));
}

/** "18" to "pg:Policy18". */
static json_t *as_policy(node_writer *n, press_str s) {
  (void)n;
  return digits(s) ? json_sprintf("pg:Policy%.*s", SFMT(s)) : NULL;
}

static json_t *as_lower(node_writer *n, press_str s) {
  press_str copy = press_str__copy(n->w->arena, s);
  char *p = (char *)copy.at;
  for (size_t i = 0; i < s.n; i++)
    if (p[i] >= 'A' && p[i] <= 'Z') p[i] |= 32;
  return string(copy);
}

static json_t *as_status(node_writer *n, press_str s) {
  (void)n;
  return json_string(press_str__eq(s, S("negated")) ? "schema:FailedActionStatus"
                                                    : "schema:PotentialActionStatus");
}

static void values(node_writer *n, const char *key, press_key from, writing how,
                   bool set) {
  json_t *list = new_list(n);
  for (uint32_t i = 0; i < n->node->n_attrs; i++) {
    if (n->node->attrs[i].key != from) continue;
    json_t *v = how(n, n->node->attrs[i].value);
    if (v) push(n, list, v);
  }
  put_list(n, key, list, set);
}

/** Ids at the far end of the edges of a kind. */
static void far_ids(node_writer *n, const char *key, press_edge_kind kind, bool set) {
  json_t *list = new_list(n);
  uint32_t at, many = press_view__out(n->view, n->at, kind, &at);
  for (uint32_t i = 0; i < many; i++)
    push(n, list, string(n->view->nodes[n->view->edges[at + i].to].id));
  put_list(n, key, list, set);
}

static void near_ids(node_writer *n, const char *key, press_edge_kind kind) {
  json_t *list = new_list(n);
  uint32_t at, many = press_view__in(n->view, n->at, kind, &at);
  for (uint32_t i = 0; i < many; i++) {
    const press_view_edge *e = &n->view->edges[n->view->incoming[at + i]];
    push(n, list, string(n->view->nodes[e->from].id));
  }
  put_list(n, key, list, false);
}

static void head(node_writer *n, const char *const types[], size_t many) {
  json_t *list = new_list(n);
  for (size_t i = 0; i < many; i++) push(n, list, json_string(types[i]));
  put_list(n, "type", list, false);
  put(n, "id", string(n->node->id));
}

#define HEAD(n, ...)                                                                     \
  head(n, (const char *const[]){__VA_ARGS__},                                            \
       sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

/** Where in the article: a selector for each span. */
static void selectors(node_writer *n) {
  far_ids(n, "isPartOf", PRESS_EDGE_PART_OF, false);
  far_ids(n, "source", PRESS_EDGE_PART_OF, false);
  uint32_t at;
  if (!press_view__out(n->view, n->at, PRESS_EDGE_PART_OF, &at)) return;
  const press_view_edge *e = &n->view->edges[at];
  press_str article = n->view->nodes[e->to].id;
  json_t *list = new_list(n);
  for (uint32_t i = 0; i < e->n_evidence; i++) {
    uint32_t b = e->evidence[i].begin, z = e->evidence[i].end;
    push(n, list,
         json_pack("{s:s, s:o, s:i, s:i}", "type", "TextPositionSelector", "id",
                   string(press_iri__part(n->w->arena, article, "char", b, z)), "start",
                   (int)b, "end", (int)z));
  }
  put_list(n, "selector", list, true);
}

/* ---- one function a kind of node ---- */

static void article(node_writer *n) {
  HEAD(n, "NewsArticle");
  values(n, "headline", PRESS_KEY_NAME, plainly, false);
  values(n, "identifier", PRESS_KEY_IDENTIFIER, plainly, false);
  put(n, "inLanguage", json_string("en"));
  values(n, "datePublished", PRESS_KEY_DATE, as_date, false);
  values(n, "url", PRESS_KEY_URL, as_url, false);
  far_ids(n, "publisher", PRESS_EDGE_PUBLISHER, false);
  values(n, "policyArea", PRESS_KEY_POLICY, as_policy, false);
  far_ids(n, "about", PRESS_EDGE_ABOUT, true);
  far_ids(n, "mentions", PRESS_EDGE_MENTIONS, true);
}

static void statement(node_writer *n) {
  HEAD(n, "Statement", "Quotation", "SpecificResource");
  values(n, "position", PRESS_KEY_POSITION, as_number, false);
  values(n, "speechForm", PRESS_KEY_FORM, as_own, false);
  values(n, "text", PRESS_KEY_TEXT, plainly, false);
  near_ids(n, "spokenBy", PRESS_EDGE_SAYS);
  values(n, "cue", PRESS_KEY_CUE, plainly, false);
  values(n, "cueLemma", PRESS_KEY_LEMMA, plainly, false);
  far_ids(n, "recipient", PRESS_EDGE_TO, true);
  values(n, "policyArea", PRESS_KEY_POLICY, as_policy, false);
  far_ids(n, "about", PRESS_EDGE_ABOUT, true);
  far_ids(n, "supports", PRESS_EDGE_SUPPORTS, true);
  far_ids(n, "opposes", PRESS_EDGE_OPPOSES, true);
  far_ids(n, "mentions", PRESS_EDGE_MENTIONS, true);
  selectors(n);
}

static void event(node_writer *n) {
  HEAD(n, "Action", "SpecificResource");
  values(n, "eventType", PRESS_KEY_TYPE, as_own, false);
  values(n, "name", PRESS_KEY_TYPE, as_lower, false);
  values(n, "actionStatus", PRESS_KEY_STATUS, as_status, false);
  values(n, "eventMode", PRESS_KEY_MODE, plainly, false);
  values(n, "eventContext", PRESS_KEY_CONTEXT, plainly, true);
  values(n, "eventTense", PRESS_KEY_TENSE, plainly, false);
  far_ids(n, "agent", PRESS_EDGE_AGENT, false);
  far_ids(n, "object", PRESS_EDGE_OBJECT, true);
  far_ids(n, "about", PRESS_EDGE_ABOUT, true);
  values(n, "text", PRESS_KEY_TEXT, plainly, false);
  values(n, "cue", PRESS_KEY_CUE, plainly, false);
  selectors(n);
}

static void actor(node_writer *n) {
  values(n, "name", PRESS_KEY_NAME, plainly, false);
  values(n, "alternateName", PRESS_KEY_ALIAS, plainly, true);
  values(n, "jobTitle", PRESS_KEY_ROLE, plainly, true);
  far_ids(n, "affiliation", PRESS_EDGE_AFFILIATED, true);
  far_ids(n, "country", PRESS_EDGE_COUNTRY, true);
}

static void person(node_writer *n) {
  HEAD(n, "Person");
  actor(n);
}

static void organization(node_writer *n) {
  HEAD(n, "Organization");
  actor(n);
}

static void place(node_writer *n) {
  HEAD(n, "Place");
  actor(n);
}

/** The EU has a code among the countries, but no alpha-3 code, and is none. */
static void country(node_writer *n) {
  bool state = press_view__value(n->node, PRESS_KEY_CODE3).n > 0;
  HEAD(n, state ? "Country" : "GovernmentOrganization");
  values(n, "name", PRESS_KEY_NAME, plainly, false);
  values(n, "iso2", PRESS_KEY_CODE, plainly, false);
  values(n, "iso3", PRESS_KEY_CODE3, plainly, false);
}

static void issue(node_writer *n) {
  HEAD(n, "Issue");
  values(n, "prefLabel", PRESS_KEY_NAME, plainly, false);
  values(n, "closeMatch", PRESS_KEY_TOPIC, as_topic, true);
  values(n, "policyArea", PRESS_KEY_POLICY, as_policy, false);
}

bool press_jsonld__node(press_graph_writer *w, uint32_t at) {
  static void (*const kinds[])(node_writer *) = {article,      statement, event,   person,
                                                 organization, place,     country, issue};
  node_writer n = {w, w->view, at, &w->view->nodes[at], json_object(), false};
  w->held = n.json;
  kinds[n.node->kind](&n);
  return n.json && !n.failed;
}
