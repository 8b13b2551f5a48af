/** `-t nquads` and `-t turtle`: the triples of the JSON-LD, read off its very nodes, so
 *  that the two cannot differ. All are in the default graph; `sort -u` over many files
 *  of N-Quads gives the merged graph. */
#include "write/jsonld.h"

#include <string.h>

typedef struct triples {
  press_graph_writer *w;
  bool turtle;
  press_map names; /**< of terms, to their place in press_terms */
  bool open;       /**< a subject has been begun */
} triples;

static const press_term *term(const triples *t, press_str name) {
  uint32_t i = press_map__get(&t->names, name);
  return i == PRESS_NONE ? NULL : &press_terms[i];
}

/* ---- terms ---- */

/** Code points that may not stand in an IRI as they are: percent-encoded. */
static void iri_byte(press_out *o, unsigned char c) {
  if (c <= 0x20 || strchr("<>\"{}|^`\\", c))
    press_out__format(o, "%%%02X", c);
  else
    press_out__str(o, (press_str){(const char *)&c, 1});
}

/** An IRI written out: "schema:name" through its prefix, terms through the context. */
static void write_iri(const triples *t, press_str s) {
  press_str rest, prefix = press_str__cut(s, ':', &rest);
  const press_term *p = term(t, rest.at ? prefix : s);
  bool absolute = rest.at && press_str__starts(rest, S("//"));
  if (p && !absolute && !rest.at) {
    write_iri(t, press_str__of(p->iri));
    return;
  }
  press_out__str(t->w->out, S("<"));
  if (p && !absolute) {
    press_out__str(t->w->out, press_str__of(p->iri));
    s = rest;
  }
  for (size_t i = 0; i < s.n; i++) iri_byte(t->w->out, (unsigned char)s.at[i]);
  press_out__str(t->w->out, S(">"));
}

/** In Turtle the short form, where every reader takes it. */
static void write_name(const triples *t, press_str s) {
  press_str rest, prefix = press_str__cut(s, ':', &rest);
  const press_term *p = rest.at ? term(t, prefix) : term(t, s);
  if (!t->turtle || !p || press_str__starts(rest, S("//"))) {
    write_iri(t, s);
    return;
  }
  press_str full = rest.at ? s : press_str__of(p->iri);
  press_str__cut(full, ':', &rest);
  for (size_t i = 0; i < rest.n; i++) {
    char c = rest.at[i];
    bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                 (c >= '0' && c <= '9') || c == '_' || (c == '-' && i);
    if (!plain) {
      write_iri(t, s);
      return;
    }
  }
  press_out__str(t->w->out, full);
}

static void write_string(press_out *o, press_str s) {
  static const char escaped[] = "\\\"\n\r\t\b\f", as[] = "\\\"nrtbf";
  press_out__str(o, S("\""));
  for (size_t i = 0; i < s.n; i++) {
    const char *e = s.at[i] ? strchr(escaped, s.at[i]) : NULL;
    if (e)
      press_out__format(o, "\\%c", as[e - escaped]);
    else if ((unsigned char)s.at[i] < 32 || s.at[i] == 127)
      press_out__format(o, "\\u%04X", (unsigned)(unsigned char)s.at[i]);
    else
      press_out__str(o, press_str__sub(s, i, i + 1));
  }
  press_out__str(o, S("\""));
}

static press_str string_of(const json_t *v) {
  return (press_str){json_string_value(v), json_string_length(v)};
}

static void write_object(const triples *t, const press_term *p, const json_t *v) {
  press_out *o = t->w->out;
  if (json_is_object(v)) {
    write_name(t, string_of(json_object_get(v, "id")));
  } else if (json_is_integer(v)) {
    press_out__format(o, "\"%" JSON_INTEGER_FORMAT "\"^^", json_integer_value(v));
    write_name(t, S("xsd:integer"));
  } else if (p->coerced && strcmp(p->coerced, "@id") == 0) {
    write_name(t, string_of(v));
  } else {
    write_string(o, string_of(v));
    if (!p->coerced) return;
    if (strchr(p->coerced, ':')) {
      press_out__str(o, S("^^"));
      write_name(t, press_str__of(p->coerced));
    } else {
      press_out__format(o, "@%s", p->coerced);
    }
  }
}

/* ---- triples ---- */

static const press_term rdf_type = {
    "type", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "@id", false};

static void write_predicate(triples *t, const press_term *p) {
  if (t->turtle && p == &rdf_type)
    press_out__str(t->w->out, S("a"));
  else
    write_name(t, press_str__of(p == &rdf_type ? p->iri : p->name));
}

/** Turtle begins a subject once, and names a predicate once for several objects. */
static void begin(triples *t, press_str subject, const press_term *p, bool again) {
  press_out *o = t->w->out;
  if (t->turtle && again) {
    press_out__str(o, S(",\n        "));
    return;
  }
  if (t->turtle && t->open) {
    press_out__str(o, S(" ;\n    "));
  } else {
    write_name(t, subject);
    press_out__str(o, S(" "));
  }
  t->open = true;
  write_predicate(t, p);
  press_out__str(o, S(" "));
}

static void end_subject(triples *t) {
  if (t->turtle && t->open) press_out__str(t->w->out, S(" .\n\n"));
  t->open = false;
}

/** What a node says, then the nodes inside it. Nodes are two deep at most. */
static void write_subject(triples *t, json_t *node, bool nested) {
  press_str subject = string_of(json_object_get(node, "id"));
  const char *key;
  json_t *value;
  json_object_foreach(node, key, value) {
    const press_term *p = term(t, press_str__of(key));
    if (!p || strcmp(key, "id") == 0) continue;
    if (strcmp(p->iri, "@type") == 0) p = &rdf_type;
    size_t n = json_is_array(value) ? json_array_size(value) : 1;
    for (size_t i = 0; i < n; i++) {
      begin(t, subject, p, i > 0);
      write_object(t, p, json_is_array(value) ? json_array_get(value, i) : value);
      if (!t->turtle) press_out__str(t->w->out, S(" .\n"));
    }
  }
  end_subject(t);
  json_t *list = nested ? NULL : json_object_get(node, "selector");
  for (size_t i = 0; i < json_array_size(list); i++)
    write_subject(t, json_array_get(list, i), true);
}

/** The prefixes are those terms of the context whose IRIs end as prefixes do. */
static void write_prefixes(triples *t) {
  for (size_t i = 0; i < press_n_terms; i++) {
    const char *iri = press_terms[i].iri;
    size_t n = strlen(iri);
    if (n && (iri[n - 1] == '/' || iri[n - 1] == '#'))
      press_out__format(t->w->out, "@prefix %s: <%s> .\n", press_terms[i].name, iri);
  }
  press_out__str(t->w->out, S("\n"));
}

press_status press_rdf__write(press_graph_writer *w, bool turtle) {
  triples t = {.w = w, .turtle = turtle};
  for (size_t i = 0; i < press_n_terms; i++)
    *press_map__put(w->arena, &t.names, press_str__of(press_terms[i].name)) = (uint32_t)i;
  if (turtle) write_prefixes(&t);
  for (uint32_t i = 0; i < w->view->n_nodes; i++) {
    bool good = press_jsonld__node(w, i);
    if (good) write_subject(&t, w->held, false);
    json_decref(w->held);
    w->held = NULL;
    if (!good) return press_error__set(w->err, PRESS_ERR_NOMEM, "out of memory");
  }
  return PRESS_OK;
}
