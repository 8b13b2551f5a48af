/** Nodes and clusters. */
#include "graph/iri.h"
#include "write/dot_draw.h"
#include "write/label.h"

static const press_style look_styles[PRESS_N_LOOKS] = {
    {{"shape", "box", "style", "filled,rounded", "fillcolor", "#D6EAF6", "color",
      "#0072B2"}},
    {{"shape", "box", "style", "filled", "fillcolor", "#F6E3EE", "color", "#CC79A7"}},
    {{"shape", "box", "style", "filled", "fillcolor", "#EEEEEE", "color", "#777777"}},
    {{"shape", "hexagon", "style", "filled", "fillcolor", "#D3EFE4", "color", "#009E73",
      "margin", "0.02,0.02"}},
    {{"shape", "ellipse", "style", "filled", "fillcolor", "#FCEBC5", "color", "#E69F00",
      "margin", "0.04,0.03"}},
    {{"shape", "note", "fillcolor", "#FFFFFF", "color", "#555555"}},
    {{"shape", "plaintext", "fontsize", "10", "fontcolor", "#A84300", "margin",
      "0.05,0.02", "height", "0.2"}},
    {{"shape", "box", "style", "rounded,dashed", "color", "#777777", "fontcolor",
      "#555555"}},
};
/** One article fills its cluster, so that the title does for both. */
static const press_style whole_style = {{"peripheries", "0", "margin", "0", NULL}};
static const press_style side_style = {
    {"style", "rounded,filled", "color", "#9CCDB8", "fillcolor", "#F1F8F4", "fontcolor",
     "#00694C", "labelloc", "t", "labeljust", "l", "margin", "8", "peripheries", "1"}};
static const press_style cluster_style = {{"style", "rounded,filled", "color", "#D0D0D0",
                                           "fillcolor", "#F6F6F6", "margin", "10"}};

/* ---- nodes ---- */

static press_str tooltip(press_drawer *d, const press_plan_node *n) {
  if (n->look == PRESS_LOOK_UNKNOWN) return S("the article does not say who");
  press_str name = press_draw__value(d, n->at, PRESS_KEY_NAME);
  if (n->look == PRESS_LOOK_STATEMENT || n->look == PRESS_LOOK_EVENT)
    return press_draw__value(d, n->at, PRESS_KEY_TEXT);
  if (n->left && n->count)
    return press_str__format(d->a, "%.*s: %u statement%s", SFMT(name), n->count,
                             n->count == 1 ? "" : "s");
  if (n->look == PRESS_LOOK_COUNTRY)
    return press_str__format(d->a, "%.*s (%.*s)", SFMT(name),
                             SFMT(press_draw__value(d, n->at, PRESS_KEY_CODE)));
  return name;
}

static press_str border(const press_str form) {
  if (press_str__eq(form, S("mixed"))) return S("filled,dashed");
  return press_str__eq(form, S("indirect")) ? S("filled,dotted") : S("filled");
}

/** The cluster of one article holds the whole picture; of several, its statements. */
static Agraph_t *around(const press_drawer *d, const press_plan_node *n) {
  if (d->how->plain) return d->g;
  if (n->side != PRESS_NONE) return d->sides[n->side];
  if (d->p->articles.n == 1) return d->clusters[0];
  return n->look == PRESS_LOOK_STATEMENT ? d->clusters[n->article] : d->g;
}

void press_draw__node(press_drawer *d, uint32_t i) {
  const press_plan_node *n = &d->p->nodes.at[i];
  Agnode_t *v = agnode(around(d, n), press_str__cstr(d->a, n->id), 1);
  d->nodes[i] = v;
  if (!v) {
    d->failed = true;
    return;
  }
  press_draw__html(d, v, "label", press_caption__node(d->a, d->p, i));
  press_draw__dress(d, v, &look_styles[n->look]);
  press_draw__shown(d, v, "tooltip", tooltip(d, n));
  if (n->look == PRESS_LOOK_UNKNOWN) {
    press_draw__set(d, v, "kind", S("unknown"));
    press_draw__set(d, v, "class", S("unknown"));
    return;
  }
  if (n->look == PRESS_LOOK_STATEMENT)
    press_draw__set(d, v, "style", border(press_draw__value(d, n->at, PRESS_KEY_FORM)));
  if (press_str__starts(d->v->nodes[n->at].iri, S(PRESS_IRI_WIKIDATA)))
    press_draw__shown(d, v, "URL", d->v->nodes[n->at].iri);
  press_draw__set(d, v, "class",
                  press_str__of(press_node__kind_name(d->v->nodes[n->at].kind)));
  press_draw__tell(d, v, n->at);
}

static Agraph_t *cluster(press_drawer *d, Agraph_t *in, const char *name, uint32_t number,
                         press_str label) {
  press_str id = press_str__format(d->a, "cluster_%s%u", name, number);
  Agraph_t *c = agsubg(in, press_str__cstr(d->a, id), 1);
  if (!c) {
    d->failed = true;
    return NULL;
  }
  if (label.n)
    press_draw__html(d, c, "label", label);
  else
    agset(c, "label", ""); /* or it would inherit the graph's */
  return c;
}

static void draw_cluster(press_drawer *d, uint32_t i) {
  uint32_t article = d->p->articles.at[i];
  bool whole = d->p->articles.n == 1;
  press_str none = {NULL, 0};
  Agraph_t *c = cluster(d, d->g, "a", i + 1,
                        whole ? none : press_caption__cluster(d->a, d->p, article));
  d->clusters[i] = c;
  if (!c) return;
  press_draw__dress(d, c, whole ? &whole_style : &cluster_style);
  press_str headline = press_draw__value(d, article, PRESS_KEY_NAME);
  press_draw__shown(d, c, "tooltip", headline.n ? headline : S("article"));
  press_str url = press_draw__value(d, article, PRESS_KEY_URL);
  if (press_iri__valid(url)) press_draw__shown(d, c, "URL", url);
  press_draw__tell(d, c, article);
}

static void draw_side(press_drawer *d, uint32_t i) {
  uint32_t country = d->p->sides.at[i];
  press_str name = press_draw__value(d, country, PRESS_KEY_NAME);
  press_str label =
      press_str__format(d->a, "<B>%.*s</B>\n", SFMT(press_label__html(d->a, name)));
  Agraph_t *c = cluster(d, d->clusters[0], "side", i + 1, label);
  d->sides[i] = c;
  if (!c) return;
  press_draw__dress(d, c, &side_style);
  press_draw__shown(d, c, "tooltip",
                    press_str__format(d->a, "%.*s and its people", SFMT(name)));
  press_draw__tell(d, c, country);
  press_draw__set(d, c, "kind", S("side"));
}

void press_draw__clusters(press_drawer *d) {
  if (d->how->plain) return;
  d->clusters = PRESS_NEW(d->a, Agraph_t *, d->p->articles.n);
  d->sides = PRESS_NEW(d->a, Agraph_t *, d->p->sides.n);
  if (d->p->articles.n == 1 && d->p->nodes.n) draw_cluster(d, 0);
  for (uint32_t i = 0; i < d->p->sides.n && !d->failed; i++) draw_side(d, i);
  for (uint32_t i = 0; i < d->p->nodes.n && !d->failed; i++) {
    uint32_t article = d->p->nodes.at[i].article;
    if (article != PRESS_NONE && !d->clusters[article]) draw_cluster(d, article);
  }
}
