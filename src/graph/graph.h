/** The graph layer: our own model of who said what. Nodes are known by their IRI,
 *  edges by (from, kind, to); both hold sets, so that adding twice, or in another
 *  order, gives the same graph. Every edge keeps the characters that say so. */
#ifndef PRESS_GRAPH_H
#define PRESS_GRAPH_H

#include "base/error.h"
#include "base/map.h"
#include "base/vec.h"

typedef enum press_node_kind {
  PRESS_NODE_ARTICLE,
  PRESS_NODE_STATEMENT,
  PRESS_NODE_EVENT,
  PRESS_NODE_PERSON,
  PRESS_NODE_ORGANIZATION,
  PRESS_NODE_PLACE,
  PRESS_NODE_COUNTRY,
  PRESS_NODE_ISSUE,
  PRESS_N_NODE_KINDS
} press_node_kind;

/** What is known of a node. A key may have several values (a set). */
typedef enum press_key {
  PRESS_KEY_NAME,       /**< of actors, countries, issues; headline of articles */
  PRESS_KEY_ALIAS,      /**< */
  PRESS_KEY_ROLE,       /**< */
  PRESS_KEY_CODE,       /**< country: alpha-2 */
  PRESS_KEY_CODE3,      /**< country: alpha-3 */
  PRESS_KEY_TOPIC,      /**< issue: "medtop:..." */
  PRESS_KEY_POLICY,     /**< issue, statement, article: Comparative Agendas major topic */
  PRESS_KEY_IDENTIFIER, /**< article: "sha256:...", the caller's id */
  PRESS_KEY_DATE,       /**< article: ISO 8601 */
  PRESS_KEY_URL,        /**< article */
  PRESS_KEY_BODY,       /**< article: its text, where the graph keeps it */
  PRESS_KEY_PUBLISHER,  /**< article */
  PRESS_KEY_PATH,       /**< article: where it was read; not part of its identity */
  PRESS_KEY_POSITION,   /**< statement: 1 is the article's first */
  PRESS_KEY_FORM,       /**< statement: "direct" */
  PRESS_KEY_TEXT,       /**< statement, event */
  PRESS_KEY_CUE,        /**< statement, event: "has said" */
  PRESS_KEY_LEMMA,      /**< statement: "say" */
  PRESS_KEY_CUE_AT,     /**< statement, event: "89-93", code points */
  PRESS_KEY_TYPE,       /**< event: "THREATEN" */
  PRESS_KEY_STATUS,     /**< event: "negated", "hypothetical" */
  PRESS_KEY_MODE,       /**< event: "arrest" */
  PRESS_KEY_CONTEXT,    /**< event: "economic"; at most two */
  PRESS_KEY_TENSE,      /**< event: "past" */
  PRESS_KEY_RECIPROCAL, /**< event: "yes"; "back" for the one with the sides swapped */
  PRESS_KEY_OFFICIAL,   /**< actor: "yes" when it speaks for its country */
  PRESS_KEY_UNNAMED,    /**< actor: "yes" when known by a description only */
  PRESS_N_KEYS
} press_key;

typedef enum press_edge_kind {
  PRESS_EDGE_SAYS,       /**< actor to statement */
  PRESS_EDGE_TO,         /**< statement to its addressee */
  PRESS_EDGE_ABOUT,      /**< statement, event, article to issue */
  PRESS_EDGE_MENTIONS,   /**< statement, article to actor or country */
  PRESS_EDGE_AGENT,      /**< event to actor */
  PRESS_EDGE_OBJECT,     /**< event to actor */
  PRESS_EDGE_AFFILIATED, /**< actor to actor */
  PRESS_EDGE_COUNTRY,    /**< actor to country */
  PRESS_EDGE_PUBLISHER,  /**< article to organisation */
  PRESS_EDGE_PART_OF,    /**< statement, event to article: its evidence is where */
  PRESS_EDGE_SUPPORTS,   /**< statement to issue: its evidence is the cue */
  PRESS_EDGE_OPPOSES,    /**< the same */
  PRESS_N_EDGE_KINDS
} press_edge_kind;

typedef struct press_attr {
  press_key key;
  press_str value;
} press_attr;

/** Code points [begin, end) of an article (a node). */
typedef struct press_evidence {
  uint32_t article, begin, end;
} press_evidence;

typedef struct press_node {
  press_node_kind kind;
  press_str iri;
  PRESS_VEC(press_attr) attrs;
} press_node;

typedef struct press_edge {
  uint32_t from, to; /**< nodes */
  press_edge_kind kind;
  uint32_t weight; /**< article to issue or country: its share in hundredths */
  PRESS_VEC(press_evidence) evidence;
} press_edge;

struct press_graph {
  press_arena arena;
  press_str base;
  bool keeps_text;
  PRESS_VEC(press_node) nodes;
  PRESS_VEC(press_edge) edges;
  press_map node_of; /**< by IRI */
  press_map edge_of; /**< by from, to, kind */
};

/** "person"; "says". */
const char *press_node__kind_name(press_node_kind kind);
const char *press_edge__kind_name(press_edge_kind kind);

/** The node `iri`, new if need be. Strings are copied. */
uint32_t press_graph__node(press_graph *g, press_node_kind kind, press_str iri);
/** Adds a value to a key of a node, once. Empty values are left out. */
void press_graph__attr(press_graph *g, uint32_t node, press_key key, press_str value);
/** The edge, new if need be. */
uint32_t press_graph__edge(press_graph *g, uint32_t from, press_edge_kind kind,
                           uint32_t to);
void press_graph__evidence(press_graph *g, uint32_t edge, press_evidence at);
/** Whether an event is the other direction of a reciprocal one told before it. */
bool press_graph__turned(const press_event *list, uint32_t i);

#endif
