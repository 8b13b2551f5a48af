/** pressgraph: English news articles to knowledge graphs.
 *
 *  Who said what, about which country, on which issue, and who did what to whom,
 *  each claim pointing back to its bytes in the article.
 *
 *      press_engine *engine = NULL;            // tables and weights: load once
 *      press_doc *doc = NULL;                  // one analysed article
 *      press_error err = {0};
 *      if (press_engine_new(&engine, NULL, &err)) return fail(&err);
 *      press_article in = {.text = {bytes, n}};
 *      if (press_doc_new(&doc, engine, &in, &err)) return fail(&err);
 *      uint32_t n;
 *      const press_statement *s = press_doc_statements(doc, &n);
 *      for (uint32_t i = 0; i < n; i++)
 *        printf("%.*s\n", (int)s[i].text.n, s[i].text.at);
 *      press_doc_free(doc);
 *      press_engine_free(engine);
 *
 *  Strings are UTF-8, counted, not NUL-terminated. Spans are byte offsets into the
 *  article, end exclusive; press_doc_codepoint() turns one into the code point
 *  offset that every written format uses. A pointer that a function returns belongs
 *  to the object it came from; what comes through `**out` is yours to free.
 *  Nothing here prints, exits or aborts.
 *
 *  Threads: an engine is read-only once made and may be shared. A document, a graph
 *  and a sink belong to one thread at a time. Calls that write `dot`, `svg`, `png`
 *  or `pdf` must all come from one thread of the process: libcgraph is not safe,
 *  not even for separate graphs. */
#ifndef PRESSGRAPH_H
#define PRESSGRAPH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define PRESS_VERSION "0.1.0"

#if defined(__GNUC__)
#define PRESS_API __attribute__((visibility("default")))
#else
#define PRESS_API
#endif

/* ---- Status and errors ---- */

typedef enum press_status {
  PRESS_OK = 0,
  PRESS_ERR_ARG,    /**< a call broke a rule stated here */
  PRESS_ERR_NOMEM,  /**< out of memory, or over a document's memory cap */
  PRESS_ERR_UTF8,   /**< the text is not UTF-8; the error has the place */
  PRESS_ERR_BINARY, /**< the text has NUL bytes: not a text file */
  PRESS_ERR_LIMIT,  /**< over a stated limit, such as the size of an article */
  PRESS_ERR_FORMAT, /**< input that should be NDJSON, a table or weights is not */
  PRESS_ERR_IO,     /**< reading or writing failed */
  PRESS_ERR_LAYOUT  /**< libgvc could not draw the graph */
} press_status;

/** A sentence for a status, such as "not UTF-8". Static; never NULL. */
PRESS_API const char *press_status_text(press_status status);

/** What went wrong and where. Zero it before the first call; the first error is
 *  kept. Every function takes NULL for "not interested". */
typedef struct press_error {
  press_status status;
  size_t offset;         /**< byte offset into the input */
  unsigned line, column; /**< from 1, column in code points; 0 where none applies */
  char message[160];     /**< NUL-terminated, no newline */
} press_error;

/* ---- Small types ---- */

/** Counted UTF-8 bytes. Empty: n is 0, at may be NULL. */
typedef struct press_str {
  const char *at;
  size_t n;
} press_str;

/** Byte offsets [begin, end) into the article's text. */
typedef struct press_span {
  uint32_t begin, end;
} press_span;

typedef struct press_spans {
  const press_span *at;
  uint32_t n;
} press_spans;

/** Indices into one of the document's arrays. */
typedef struct press_ids {
  const uint32_t *at;
  uint32_t n;
} press_ids;

typedef struct press_strs {
  const press_str *at;
  uint32_t n;
} press_strs;

/** Who: an entity, a country (when a state itself speaks or acts), or nobody. */
typedef enum press_who_kind { PRESS_NOBODY, PRESS_ENTITY, PRESS_COUNTRY } press_who_kind;

typedef struct press_who {
  press_who_kind kind;
  uint32_t id; /**< index into press_doc_entities() or press_doc_countries() */
} press_who;

typedef struct press_whos {
  const press_who *at;
  uint32_t n;
} press_whos;

/* ---- Gazetteer: names of your own ---- */

/** Names that override what the tables and weights would make of them. Read-only once
 *  made: one may serve any number of engines and threads, and must outlive them. */
typedef struct press_gazetteer press_gazetteer;

/** Bytes of the longest gazetteer; a longer one is PRESS_ERR_LIMIT. */
#define PRESS_GAZETTEER_MAX ((size_t)8 << 20)

/** Told of a line that cannot be used: place and message are in `problem`. Answers 0
 *  to go on without that line. */
typedef int (*press_problem_fn)(void *to, const press_error *problem);

/** Reads UTF-8 lines of columns divided by tabs: type, canonical name, aliases (none or
 *  several columns), IRI, country. The man page has the details. `on_problem` NULL
 *  makes the first line that cannot be used the error. `bytes` are copied. Free with
 *  press_gazetteer_free(). Errors: PRESS_ERR_FORMAT, PRESS_ERR_UTF8,
 *  PRESS_ERR_BINARY, PRESS_ERR_LIMIT, PRESS_ERR_NOMEM, PRESS_ERR_ARG. */
PRESS_API press_status press_gazetteer_new(press_gazetteer **out, press_str bytes,
                                           press_problem_fn on_problem, void *to,
                                           press_error *err);
PRESS_API void press_gazetteer_free(press_gazetteer *gazetteer);
/** Lines that are used. */
PRESS_API uint32_t press_gazetteer_size(const press_gazetteer *gazetteer);

/* ---- Engine: tables and weights ---- */

typedef struct press_engine press_engine;

/** Which attributions become statements. */
typedef enum press_scope {
  PRESS_SCOPE_SPEECH, /**< said, wrote, warned...: what somebody put into words */
  PRESS_SCOPE_ALL     /**< also beliefs, hopes, intentions: thinks, wants, plans */
} press_scope;

typedef struct press_options {
  uint32_t version; /**< 2; 1 is the struct without what came later */
  press_scope scope;
  float min_score; /**< leave out statements and events scored lower; 0 keeps all */
  const press_gazetteer *gazetteer; /**< or NULL; since version 2 */
} press_options;

#define PRESS_OPTIONS_INIT                                                               \
  { 2, PRESS_SCOPE_SPEECH, 0.0f, NULL }

/** Loads the tables and weights that are built into the library. `options` NULL
 *  means PRESS_OPTIONS_INIT. Free with press_engine_free(). Errors:
 *  PRESS_ERR_NOMEM, PRESS_ERR_FORMAT (a broken build), PRESS_ERR_ARG. */
PRESS_API press_status press_engine_new(press_engine **out, const press_options *options,
                                        press_error *err);
PRESS_API void press_engine_free(press_engine *engine);

/* ---- Document: one analysed article ---- */

typedef struct press_doc press_doc;

/** What is known of an article. Only `text` is needed. press_doc_new() copies all
 *  of it. */
typedef struct press_article {
  press_str text;      /**< the article as it stands in its file, UTF-8 */
  press_str path;      /**< where it came from, for messages and records */
  press_str id;        /**< the caller's own name for it */
  press_str title;     /**< headline, when it is not the first line of the text */
  press_str date;      /**< ISO 8601, such as 2031-03-03 */
  press_str url;       /**< */
  press_str publisher; /**< */
} press_article;

/** Bytes of the longest article; a longer one is PRESS_ERR_LIMIT. */
#define PRESS_TEXT_MAX ((size_t)16 << 20)

/** Analyses one article. Odd text is not an error: an unbalanced quotation mark or
 *  an unknown speaker stays visible in the result. Free with press_doc_free().
 *  Errors: PRESS_ERR_UTF8, PRESS_ERR_BINARY, PRESS_ERR_LIMIT, PRESS_ERR_NOMEM. */
PRESS_API press_status press_doc_new(press_doc **out, const press_engine *engine,
                                     const press_article *article, press_error *err);
/** Reads back what press_doc_write() wrote as PRESS_JSON with the same `base`: a document
 *  for press_graph_add(), so that the records of many runs make one graph. It has no
 * text, and its spans are in code points. Free with press_doc_free(). Errors:
 *  PRESS_ERR_FORMAT with what is wrong, PRESS_ERR_NOMEM. */
PRESS_API press_status press_doc_from_record(press_doc **out, press_str json,
                                             const char *base, press_error *err);
PRESS_API void press_doc_free(press_doc *doc);

/** The article as given; `title` is the headline found where none was given. */
PRESS_API const press_article *press_doc_article(const press_doc *doc);
/** SHA-256 of the text, 64 hexadecimal digits, NUL-terminated. */
PRESS_API const char *press_doc_sha256(const press_doc *doc);
/** Code points before byte `offset` (cut to the text's length). Constant time. */
PRESS_API uint32_t press_doc_codepoint(const press_doc *doc, uint32_t offset);

/** direct: all in quotation marks; mixed: partly; indirect: not at all. */
typedef enum press_form { PRESS_DIRECT, PRESS_MIXED, PRESS_INDIRECT } press_form;

typedef enum press_stance_kind { PRESS_SUPPORTS, PRESS_OPPOSES } press_stance_kind;

/** What a statement shows of its speaker's stance towards an issue. */
typedef struct press_stance {
  uint32_t issue; /**< index into press_doc_issues(), one of the statement's */
  press_stance_kind kind;
  press_span cue; /**< the word that shows it: "reject", "mistake" */
} press_stance;

typedef struct press_stances {
  const press_stance *at;
  uint32_t n;
} press_stances;

/** One statement: somebody put something into words. */
typedef struct press_statement {
  press_form form;
  press_str text;            /**< as a reader would want it: no leading "that" */
  press_spans spans;         /**< in text order; two or more when split or continued */
  press_str cue;             /**< the reporting words: "has said"; empty where none */
  press_str cue_lemma;       /**< "say" */
  press_spans cue_spans;     /**< */
  press_who speaker;         /**< PRESS_NOBODY when not found */
  press_str speaker_name;    /**< canonical name; empty when not found */
  press_spans speaker_spans; /**< the words that name the speaker here: "He" */
  press_who addressee;       /**< */
  press_ids countries;       /**< that it is about */
  press_ids issues;          /**< that it is about */
  press_ids mentions;        /**< entities named inside */
  float score;               /**< probability, in hundredths, that a careful reader
                                  agrees with speaker and content; 0.01 to 0.99 */
  press_whos co_speakers;    /**< who else says it: "Orr and Birk said" */
  uint32_t topic;            /**< Comparative Agendas major topic; 0 where not sure */
  float topic_score;         /**< 0 to 1 */
  press_stances stances;     /**< towards its issues; none where the words show none */
} press_statement;

/** PLOVER event types (PLOVER manual, draft 0.8, 2021). */
typedef enum press_event_type {
  PRESS_AGREE,
  PRESS_CONSULT,
  PRESS_SUPPORT,
  PRESS_CONCEDE,
  PRESS_COOPERATE,
  PRESS_AID,
  PRESS_RETREAT,
  PRESS_REQUEST,
  PRESS_ACCUSE,
  PRESS_REJECT,
  PRESS_THREATEN,
  PRESS_PROTEST,
  PRESS_SANCTION,
  PRESS_MOBILIZE,
  PRESS_COERCE,
  PRESS_ASSAULT
} press_event_type;

/** "THREATEN". Static; NULL for a value that is none. */
PRESS_API const char *press_event_type_name(press_event_type type);

/** Of the verb that tells an event. */
typedef enum press_tense {
  PRESS_NO_TENSE, /**< told by a noun, or not sure */
  PRESS_PAST,
  PRESS_PRESENT,
  PRESS_FUTURE
} press_tense;

/** "past". Static; NULL for PRESS_NO_TENSE and a value that is none. */
PRESS_API const char *press_tense_name(press_tense tense);

/** One event: `agent` did something of `type` to `target`. */
typedef struct press_event {
  press_event_type type;
  press_str cue; /**< the words that tell it: "threatened" */
  press_spans cue_spans;
  press_who agent, target;
  press_str text; /**< the clause */
  press_spans spans;
  press_ids issues;
  bool negated;      /**< "did not" */
  bool hypothetical; /**< would, may, plans to, if: not said to have happened */
  float score;    /**< 0 to 1: ranks events; unlike that of statements no probability */
  press_str mode; /**< PLOVER mode of the type: "arrest"; empty where not plain */
  press_strs contexts; /**< PLOVER contexts, at most two: "economic" */
  press_tense tense;
  bool reciprocal; /**< both do it: another event has the two the other way round */
} press_event;

typedef enum press_entity_type {
  PRESS_PERSON,
  PRESS_ORGANIZATION,
  PRESS_PLACE
} press_entity_type;

/** A person, organisation or place of the article, with every mention joined. */
typedef struct press_entity {
  press_entity_type type;
  press_str name;         /**< the fullest name used: "Mike Pompeo" */
  press_strs aliases;     /**< other forms used, sorted: "Mr Pompeo", "Pompeo" */
  press_strs roles;       /**< "Secretary of State", in order of appearance */
  press_ids affiliations; /**< entities it belongs to */
  uint32_t country;       /**< index into press_doc_countries(), or UINT32_MAX */
  press_spans mentions;   /**< names, roles and pronouns that mean it, in order */
  bool unnamed;           /**< known by a description only: "a senior official" */
  bool official;          /**< of `country`'s government, or one of its bodies */
  press_str iri;          /**< the gazetteer's; empty where it gives none */
} press_entity;

typedef enum press_place_how {
  PRESS_BY_NAME,
  PRESS_BY_DEMONYM,
  PRESS_BY_CAPITAL,
  PRESS_BY_PLACE,
  PRESS_BY_METONYM
} press_place_how;

typedef struct press_country_mention {
  press_span at;
  press_place_how how;
} press_country_mention;

/** A country of the article. The EU stands among them under its reserved code. */
typedef struct press_country {
  char code[3];   /**< ISO 3166-1 alpha-2 */
  char code3[4];  /**< ISO 3166-1 alpha-3; empty for the EU */
  press_str name; /**< short English name */
  press_str qid;  /**< Wikidata: "Q20" */
  float weight;   /**< share of the article; all weights sum to 1. 0 for one that only
                       the gazetteer names, as somebody's country */
  const press_country_mention *mentions; /**< in text order */
  uint32_t n_mentions;
} press_country;

/** What is at stake: "5G network", "trade agreement". */
typedef struct press_issue {
  press_str label;   /**< lower case unless a proper name, singular */
  press_strs topics; /**< IPTC Media Topics: "medtop:20000384" */
  uint32_t policy;   /**< Comparative Agendas major topic; 0 for none */
  float weight;      /**< share of the article; all weights sum to 1 */
  press_spans mentions;
} press_issue;

/** The results, as arrays of the document; `*n` gets the length. */
PRESS_API const press_statement *press_doc_statements(const press_doc *doc, uint32_t *n);
PRESS_API const press_event *press_doc_events(const press_doc *doc, uint32_t *n);
PRESS_API const press_entity *press_doc_entities(const press_doc *doc, uint32_t *n);
PRESS_API const press_country *press_doc_countries(const press_doc *doc, uint32_t *n);
PRESS_API const press_issue *press_doc_issues(const press_doc *doc, uint32_t *n);

/** The article's Comparative Agendas major topic, such as 18 for foreign trade; 0 where
 *  not sure. `*score` (if not NULL) gets its share of the article, 0 to 1. */
PRESS_API uint32_t press_doc_topic(const press_doc *doc, float *score);
/** "Foreign Trade". Static; NULL for a number that is no major topic. */
PRESS_API const char *press_topic_name(uint32_t topic);

/** Checks every promise made above (spans inside the text and in order, ids in
 *  range, weights). For tests and fuzzing. Returns PRESS_OK, or PRESS_ERR_ARG with
 *  a message naming the first broken promise. */
PRESS_API press_status press_doc_check(const press_doc *doc, press_error *err);

/* ---- Graph: one or many documents joined ---- */

typedef struct press_graph press_graph;

/** An empty graph. `base` is the prefix of the IRIs it mints; NULL means
 *  "https://w3id.org/pressgraph/". Free with press_graph_free(). */
PRESS_API press_status press_graph_new(press_graph **out, const char *base,
                                       press_error *err);
/** Copies what `doc` claims into the graph; the document may be freed after. The
 *  graph of many documents does not depend on the order they came in. */
PRESS_API press_status press_graph_add(press_graph *graph, const press_doc *doc,
                                       press_error *err);
/** Articles added from now on bring their text, which PRESS_HTML shows beside the
 *  graph. */
PRESS_API void press_graph_keep_text(press_graph *graph);
PRESS_API void press_graph_free(press_graph *graph);

/* ---- Writing ---- */

typedef enum press_format {
  PRESS_TEXT,        /**< readable list of who said what (a document) */
  PRESS_JSON,        /**< one JSON record on one line (a document) */
  PRESS_LAYERS,      /**< every pipeline layer as plain lines (a document) */
  PRESS_DOT,         /**< Graphviz (a graph) */
  PRESS_JSONLD,      /**< linked data (a graph) */
  PRESS_SVG,         /**< picture (a graph) */
  PRESS_PNG,         /**< picture (a graph) */
  PRESS_PDF,         /**< picture (a graph) */
  PRESS_NQUADS,      /**< the triples of PRESS_JSONLD, a line each (a graph) */
  PRESS_TURTLE,      /**< the same to read (a graph) */
  PRESS_GRAPHML,     /**< (a graph) */
  PRESS_GEXF,        /**< GEXF 1.2 (a graph) */
  PRESS_CYTOSCAPE,   /**< Cytoscape.js JSON (a graph) */
  PRESS_CSV_NODES,   /**< a table (a graph) */
  PRESS_CSV_EDGES,   /**< a table (a graph) */
  PRESS_NEO4J_NODES, /**< the same with the header that neo4j-admin wants */
  PRESS_NEO4J_EDGES,
  PRESS_HTML /**< a page to explore in a browser, whole in itself (a graph) */
} press_format;

/** Takes `n` bytes; a non-zero answer stops the writing with PRESS_ERR_IO. */
typedef int (*press_write_fn)(void *to, const char *bytes, size_t n);

/** Where to write. */
typedef struct press_sink {
  press_write_fn write;
  void *to;
} press_sink;

/** Writes one document as PRESS_TEXT, PRESS_JSON or PRESS_LAYERS. */
PRESS_API press_status press_doc_write(const press_doc *doc, press_format format,
                                       const char *base, press_sink sink,
                                       press_error *err);

/** Colours of a drawing: for paper in black and white, PRESS_PRINT. */
typedef enum press_theme { PRESS_LIGHT, PRESS_DARK, PRESS_PRINT } press_theme;

/** How PRESS_DOT, PRESS_SVG, PRESS_PNG, PRESS_PDF and PRESS_HTML draw. Start from
 *  PRESS_DRAWING_INIT. */
typedef struct press_drawing {
  uint32_t version; /**< 1 */
  uint32_t top;     /**< statements drawn at most; 0 draws all */
  press_theme theme;
  press_str focus;    /**< draw only what has to do with this speaker, country or issue:
                           a name, an alias or a country's code; empty draws all */
  const char *layout; /**< Graphviz's engine, such as "sfdp"; NULL means "dot" */
  bool plain;         /**< DOT for simple readers: no HTML labels, clusters, ports */
} press_drawing;

/** As many statements as read well: 30 of one article, 12 more for each further one,
 *  sums instead of statements in very large graphs. */
#define PRESS_TOP_USUAL 0xFFFFFFFFu
#define PRESS_DRAWING_INIT                                                               \
  { 1, PRESS_TOP_USUAL, PRESS_LIGHT, {NULL, 0}, NULL, false }

/** Writes a graph in any of the formats that are not of a document.
 *  `drawing` NULL means PRESS_DRAWING_INIT. */
PRESS_API press_status press_graph_write(const press_graph *graph, press_format format,
                                         const press_drawing *drawing, press_sink sink,
                                         press_error *err);

/** "0.1.0" of the library that runs. */
PRESS_API const char *press_version(void);

#ifdef __cplusplus
}
#endif
#endif
