/** `-t dot`: the drawing through libcgraph. Not thread-safe, as libcgraph is not. */
#include "write/dot.h"

#include "base/buf.h"
#include "graph/iri.h"
#include "write/label.h"

#include <cgraph.h>
#include <string.h>

#define FONT "Helvetica,Arial,sans-serif"
/* Reporting words beside arrow heads: at most so many columns, of so many points;
 * distance from the head, height over the line. */
#define CUE_MOST   20
#define CUE_COLUMN 5
#define CUE_GAP    12
#define CUE_HIGH   9

/** Fixed attributes of a look or a line, pairs of name and value. */
typedef struct style {
  const char *pairs[14];
} style;

static const style graph_style = {{"rankdir", "LR", "nodesep", "0.16", "splines", "true",
                                   "bgcolor", "white", "pad", "0.25", NULL}};
static const style title_style = {{"labelloc", "t", "labeljust", "l", "outputorder",
                                   "edgesfirst", "remincross", "false", "linelength", "0",
                                   "fontsize", "11", NULL}};
static const style look_styles[PRESS_N_LOOKS] = {
    {{"shape", "box", "style", "filled,rounded", "fillcolor", "#D6EAF6", "color",
      "#0072B2"}},
    {{"shape", "box", "style", "filled", "fillcolor", "#F6E3EE", "color", "#CC79A7"}},
    {{"shape", "box", "style", "filled", "fillcolor", "#EEEEEE", "color", "#777777"}},
    {{"shape", "hexagon", "style", "filled", "fillcolor", "#D3EFE4", "color", "#009E73",
      "margin", "0.02,0.02"}},
    {{"shape", "ellipse", "style", "filled", "fillcolor", "#FCEBC5", "color", "#E69F00",
      "margin", "0.04,0.03"}},
    {{"shape", "note", "fillcolor", "white", "color", "#555555"}},
    {{"shape", "plaintext", "fontsize", "10", "fontcolor", "#A84300", "margin",
      "0.05,0.02", "height", "0.2"}},
    {{"shape", "box", "style", "rounded,dashed", "color", "#777777", "fontcolor",
      "#555555"}},
};
static const style line_styles[] = {
    {{"color", "#0072B2", "fontcolor", "#005A8C", "penwidth", "1.4", "weight", "3"}},
    {{"color", "#D9B252", "arrowhead", "none", "penwidth", "1"}},
    {{"color", "#66BFA2", "arrowhead", "none", "penwidth", "1"}},
    {{"color", "#D55E00", "arrowhead", "none", "penwidth", "2.2"}},
    {{"color", "#D55E00", "penwidth", "2.2"}},
};
static const style cluster_style = {{"style", "rounded,filled", "color", "#D0D0D0",
                                     "fillcolor", "#F6F6F6", "margin", "10"}};

typedef struct drawer {
  press_arena *a;
  const press_plan *p;
  const press_view *v;
  Agraph_t *g;
  Agnode_t **nodes;    /**< by plan node */
  Agraph_t **clusters; /**< by article */
  bool failed;
} drawer;

/* ---- attributes ---- */

static void set(drawer *d, void *on, const char *name, press_str value) {
  if (!value.n) return;
  char *v = press_str__cstr(d->a, value);
  if (agsafeset(on, (char *)(uintptr_t)name, v, "")) d->failed = true;
}

/** A value for tools: the article's bytes, escaped as DOT wants. */
static void fact(drawer *d, void *on, const char *name, press_str value) {
  set(d, on, name, press_label__plain(d->a, value));
}

static void shown(drawer *d, void *on, const char *name, press_str value) {
  set(d, on, name, press_label__shown(d->a, value));
}

/** Labels hold a raw newline, other values never do: libcgraph would turn a plain
 *  string into HTML if it were equal to an HTML one. */
static void html(drawer *d, void *on, const char *name, press_str value) {
  char *text = press_str__cstr(d->a, value);
  char *kept = agstrdup_html(d->g, text);
  if (!kept || agsafeset(on, (char *)(uintptr_t)name, kept, "")) d->failed = true;
  if (kept) agstrfree(d->g, kept);
}

static void dress(drawer *d, void *on, const style *s) {
  for (size_t i = 0; i + 1 < sizeof s->pairs / sizeof *s->pairs && s->pairs[i]; i += 2)
    set(d, on, s->pairs[i], press_str__of(s->pairs[i + 1]));
}

static press_str value(const drawer *d, uint32_t at, press_key key) {
  return press_view__value(&d->v->nodes[at], key);
}

/** All values of a key, or the IRIs at the far ends of a kind of edge, as one. */
static press_str values(drawer *d, uint32_t at, press_key key) {
  const press_view_node *n = &d->v->nodes[at];
  press_buf all = {0};
  for (uint32_t i = 0; i < n->n_attrs; i++)
    if (n->attrs[i].key == key) press_buf__join(d->a, &all, S("; "), n->attrs[i].value);
  return press_buf__str(&all);
}

static press_str far_iris(drawer *d, uint32_t at, press_edge_kind kind) {
  uint32_t i, n = press_view__out(d->v, at, kind, &i);
  press_buf all = {0};
  for (uint32_t k = 0; k < n; k++)
    press_buf__join(d->a, &all, S(" "), d->v->nodes[d->v->edges[i + k].to].iri);
  return press_buf__str(&all);
}

/** Where a statement or event stands: its article's IRI and "42-91,100-120". */
static void place(drawer *d, void *on, uint32_t at) {
  uint32_t i;
  if (!press_view__out(d->v, at, PRESS_EDGE_PART_OF, &i)) return;
  const press_view_edge *e = &d->v->edges[i];
  press_buf all = {0};
  for (uint32_t k = 0; k < e->n_evidence; k++)
    press_buf__join(
        d->a, &all, S(","),
        press_str__format(d->a, "%u-%u", e->evidence[k].begin, e->evidence[k].end));
  fact(d, on, "article", d->v->nodes[e->to].iri);
  fact(d, on, "at", press_buf__str(&all));
}

/** Which key of the graph is which attribute of the drawing. */
static const struct {
  press_key key;
  const char *name;
} facts[] = {
    {PRESS_KEY_NAME, "name"},
    {PRESS_KEY_ALIAS, "aliases"},
    {PRESS_KEY_ROLE, "roles"},
    {PRESS_KEY_CODE, "code"},
    {PRESS_KEY_TOPIC, "topics"},
    {PRESS_KEY_POLICY, "policy"},
    {PRESS_KEY_FORM, "form"},
    {PRESS_KEY_TEXT, "text"},
    {PRESS_KEY_CUE, "cue"},
    {PRESS_KEY_LEMMA, "cue_lemma"},
    {PRESS_KEY_CUE_AT, "cue_at"},
    {PRESS_KEY_TYPE, "type"},
    {PRESS_KEY_STATUS, "status"},
    {PRESS_KEY_DATE, "date"},
    {PRESS_KEY_PUBLISHER, "publisher"},
};
static const struct {
  press_edge_kind kind;
  const char *name;
} links[] = {
    {PRESS_EDGE_TO, "to"},
    {PRESS_EDGE_ABOUT, "about"},
    {PRESS_EDGE_MENTIONS, "mentions"},
    {PRESS_EDGE_AFFILIATED, "affiliation"},
    {PRESS_EDGE_COUNTRY, "country"},
};

static void tell(drawer *d, void *on, uint32_t at) {
  const press_view_node *n = &d->v->nodes[at];
  fact(d, on, "kind", press_str__of(press_node__kind_name(n->kind)));
  fact(d, on, "iri", n->iri);
  for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
    fact(d, on, facts[i].name, values(d, at, facts[i].key));
  if (n->kind == PRESS_NODE_ARTICLE) return;
  for (size_t i = 0; i < sizeof links / sizeof *links; i++)
    fact(d, on, links[i].name, far_iris(d, at, links[i].kind));
  place(d, on, at);
}

/* ---- nodes ---- */

static press_str tooltip(drawer *d, const press_plan_node *n) {
  if (n->look == PRESS_LOOK_UNKNOWN) return S("the article does not say who");
  press_str name = value(d, n->at, PRESS_KEY_NAME);
  if (n->look == PRESS_LOOK_STATEMENT || n->look == PRESS_LOOK_EVENT)
    return value(d, n->at, PRESS_KEY_TEXT);
  if (n->left && n->count)
    return press_str__format(d->a, "%.*s: %u statement%s", SFMT(name), n->count,
                             n->count == 1 ? "" : "s");
  if (n->look == PRESS_LOOK_COUNTRY)
    return press_str__format(d->a, "%.*s (%.*s)", SFMT(name),
                             SFMT(value(d, n->at, PRESS_KEY_CODE)));
  return name;
}

static press_str border(const press_str form) {
  if (press_str__eq(form, S("mixed"))) return S("filled,dashed");
  return press_str__eq(form, S("indirect")) ? S("filled,dotted") : S("filled");
}

static void draw_node(drawer *d, uint32_t i) {
  const press_plan_node *n = &d->p->nodes.at[i];
  Agraph_t *in = n->article == PRESS_NONE || n->look == PRESS_LOOK_UNKNOWN
                     ? d->g
                     : d->clusters[n->article];
  Agnode_t *v = agnode(in, press_str__cstr(d->a, n->id), 1);
  d->nodes[i] = v;
  if (!v) {
    d->failed = true;
    return;
  }
  html(d, v, "label", press_caption__node(d->a, d->p, i));
  dress(d, v, &look_styles[n->look]);
  shown(d, v, "tooltip", tooltip(d, n));
  if (n->look == PRESS_LOOK_UNKNOWN) {
    set(d, v, "kind", S("unknown"));
    set(d, v, "class", S("unknown"));
    return;
  }
  if (n->look == PRESS_LOOK_STATEMENT)
    set(d, v, "style", border(value(d, n->at, PRESS_KEY_FORM)));
  if (press_str__starts(d->v->nodes[n->at].iri, S(PRESS_IRI_WIKIDATA)))
    shown(d, v, "URL", d->v->nodes[n->at].iri);
  set(d, v, "class", press_str__of(press_node__kind_name(d->v->nodes[n->at].kind)));
  tell(d, v, n->at);
}

static void draw_cluster(drawer *d, uint32_t i) {
  uint32_t article = d->p->articles.at[i];
  char *name = press_str__cstr(d->a, press_str__format(d->a, "cluster_a%u", i + 1));
  Agraph_t *c = agsubg(d->g, name, 1);
  d->clusters[i] = c;
  if (!c) {
    d->failed = true;
    return;
  }
  press_str label = press_caption__cluster(d->a, d->p, article);
  if (label.n)
    html(d, c, "label", label);
  else
    agset(c, "label", ""); /* or it would inherit the graph's */
  dress(d, c, &cluster_style);
  press_str headline = value(d, article, PRESS_KEY_NAME);
  shown(d, c, "tooltip", headline.n ? headline : S("article"));
  press_str url = value(d, article, PRESS_KEY_URL);
  if (press_iri__valid(url)) shown(d, c, "URL", url);
  tell(d, c, article);
}

/* ---- edges ---- */

/** The reporting word stands over the line's end, or under it when the line comes
 *  from above. A label of the line itself would make dot give every line a node of
 *  its own halfway, which it puts in poor order beside clusters. */
static void draw_cue(drawer *d, Agedge_t *e, const press_plan_edge *x) {
  uint32_t at = d->p->nodes.at[x->to].at;
  press_str cue = press_label__cut(d->a, value(d, at, PRESS_KEY_CUE), CUE_MOST);
  while (cue.n && (cue.at[cue.n - 1] == ':' || cue.at[cue.n - 1] == ',')) cue.n--;
  shown(d, e, "tooltip", cue.n ? cue : S("says"));
  fact(d, e, "at", value(d, at, PRESS_KEY_CUE_AT));
  if (!cue.n) return;
  uint32_t away = CUE_GAP + press_label__width(cue) * CUE_COLUMN / 2; /* points */
  uint32_t angle = 57 * CUE_HIGH / away;                              /* degrees */
  shown(d, e, "headlabel", cue);
  set(d, e, "labeldistance", press_str__format(d->a, "%u.%u", away / 10, away % 10));
  set(d, e, "labelangle", press_str__format(d->a, "%s%u", x->below ? "" : "-", angle));
}

/** An event between two speakers turns back to the first column. */
static void draw_object(drawer *d, Agedge_t *e, const press_plan_edge *x) {
  if (!d->p->nodes.at[x->to].left) return;
  set(d, e, "constraint", S("false"));
  set(d, e, "tailport", S("w"));
  set(d, e, "headport", S("e"));
}

static void draw_count(drawer *d, Agedge_t *e, const press_plan_edge *x) {
  uint32_t wide = 10 + (x->count > 30 ? 30 : x->count);
  press_str n = press_str__format(d->a, "%u", x->count);
  set(d, e, "label", n);
  set(d, e, "count", n);
  set(d, e, "penwidth", press_str__format(d->a, "%u.%u", wide / 10, wide % 10));
}

static void draw_edge(drawer *d, const press_plan_edge *x) {
  static const struct {
    const char *kind, *tooltip;
  } lines[] = {{"says", "says"},
               {"about", "is about"},
               {"mentions", "speaks of"},
               {"agent", "acts"},
               {"object", "on"}};
  Agedge_t *e = agedge(d->g, d->nodes[x->from], d->nodes[x->to], NULL, 1);
  if (!e) {
    d->failed = true;
    return;
  }
  dress(d, e, &line_styles[x->line]);
  /* not as defaults: libcgraph cannot write that an edge has no port */
  set(d, e, "tailport", S("e"));
  set(d, e, "headport", S("w"));
  set(d, e, "class", press_str__of(lines[x->line].kind));
  set(d, e, "kind", press_str__of(lines[x->line].kind));
  set(d, e, "tooltip", press_str__of(lines[x->line].tooltip));
  if (x->line == PRESS_LINE_SAYS) draw_cue(d, e, x);
  if (x->line == PRESS_LINE_OBJECT) draw_object(d, e, x);
  uint32_t event = d->p->nodes.at[x->line == PRESS_LINE_OBJECT ? x->from : x->to].at;
  if (x->line >= PRESS_LINE_AGENT && value(d, event, PRESS_KEY_STATUS).n)
    set(d, e, "style", S("dashed"));
  if (d->p->sum) draw_count(d, e, x);
}

/* ---- columns ---- */

/** An invisible edge that keeps `upper` over `lower` in their column. In clusters
 *  dot reads such edges the other way round. */
static void keep_over(drawer *d, Agraph_t *in, Agnode_t *upper, Agnode_t *lower) {
  bool cluster = press_str__starts(press_str__of(agnameof(in)), S("cluster"));
  Agedge_t *e = agedge(d->g, cluster ? lower : upper, cluster ? upper : lower, NULL, 1);
  if (!e) {
    d->failed = true;
    return;
  }
  set(d, e, "kind", S("layout"));
  set(d, e, "style", S("invis"));
}

/** Puts the nodes of a column on one rank, in the plan's order. */
static void column(drawer *d, Agraph_t *in, const char *name, const char *rank,
                   bool (*member)(const press_plan_node *, uint32_t), uint32_t of) {
  Agraph_t *c = agsubg(in, press_str__cstr(d->a, press_str__of(name)), 1);
  Agnode_t *before = NULL;
  if (!c) {
    d->failed = true;
    return;
  }
  set(d, c, "rank", press_str__of(rank));
  for (uint32_t i = 0; i < d->p->order.n && !d->failed; i++) {
    uint32_t at = d->p->order.at[i];
    if (!member(&d->p->nodes.at[at], of)) continue;
    if (!agsubnode(c, d->nodes[at], 1)) d->failed = true;
    if (before && !d->failed) keep_over(d, in, before, d->nodes[at]);
    before = d->nodes[at];
  }
}

static bool is_left(const press_plan_node *n, uint32_t of) {
  (void)of;
  return n->left;
}

static bool is_topic(const press_plan_node *n, uint32_t of) {
  (void)of;
  return !n->left && n->look != PRESS_LOOK_STATEMENT && n->look != PRESS_LOOK_EVENT;
}

static bool is_of(const press_plan_node *n, uint32_t article) {
  return n->look == PRESS_LOOK_STATEMENT && n->article == article;
}

static void columns(drawer *d) {
  column(d, d->g, "speakers", "min", is_left, 0);
  for (uint32_t i = 0; i < d->p->articles.n && !d->failed; i++)
    if (d->clusters[i])
      column(d, d->clusters[i],
             press_str__cstr(d->a, press_str__format(d->a, "statements%u", i + 1)),
             "same", is_of, i);
  if (!d->failed) column(d, d->g, "topics", "max", is_topic, 0);
}

/* ---- the whole ---- */

static void defaults(drawer *d) {
  static const struct {
    int kind;
    const char *name, *value;
  } all[] = {
      {AGRAPH, "fontname", FONT},  {AGNODE, "fontname", FONT},
      {AGNODE, "fontsize", "11"},  {AGNODE, "margin", "0.14,0.08"},
      {AGNODE, "penwidth", "1.4"}, {AGEDGE, "fontname", FONT},
      {AGEDGE, "fontsize", "10"},  {AGEDGE, "arrowsize", "0.7"},
  };
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    if (!agattr(d->g, all[i].kind, (char *)(uintptr_t)all[i].name,
                (char *)(uintptr_t)all[i].value))
      d->failed = true;
  dress(d, d->g, &graph_style);
  dress(d, d->g, &title_style);
  uint32_t n = d->p->n_statements, apart = d->p->sum ? 10 : 14 + (n < 24 ? n / 2 : 12);
  set(d, d->g, "ranksep", press_str__format(d->a, "%u.%u", apart / 10, apart % 10));
  html(d, d->g, "label", press_caption__graph(d->a, d->p));
  shown(d, d->g, "tooltip", press_caption__title(d->a, d->p));
}

static press_status draw(drawer *d, press_error *err) {
  d->nodes = PRESS_NEW(d->a, Agnode_t *, d->p->nodes.n);
  d->clusters = PRESS_NEW(d->a, Agraph_t *, d->p->articles.n);
  defaults(d);
  for (uint32_t i = 0; i < d->p->nodes.n && !d->failed; i++) {
    uint32_t article = d->p->nodes.at[i].article;
    if (article != PRESS_NONE && !d->clusters[article]) draw_cluster(d, article);
    if (!d->failed) draw_node(d, i);
  }
  for (uint32_t i = 0; i < d->p->edges.n && !d->failed; i++)
    draw_edge(d, &d->p->edges.at[i]);
  if (!d->failed) columns(d);
  return d->failed ? press_error__set(err, PRESS_ERR_NOMEM, "out of memory") : PRESS_OK;
}

press_status press_dot__build(press_graph_writer *w) {
  press_plan *plan = PRESS_NEW(w->arena, press_plan, 1);
  press_plan__make(w->arena, w->view, plan);
  drawer d = {.a = w->arena, .p = plan, .v = w->view};
  d.g = press_dot__open(w->arena);
  w->held = d.g;
  if (!d.g) return press_error__set(w->err, PRESS_ERR_NOMEM, "out of memory");
  return draw(&d, w->err);
}
