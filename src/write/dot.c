/** `-t dot`: the drawing through libcgraph. Not thread-safe, as libcgraph is not. */
#include "write/dot_draw.h"
#include "write/label.h"
#include "write/theme.h"

#define FONT "Helvetica,Arial,sans-serif"
static const press_style graph_style = {{"rankdir", "LR", "nodesep", "0.16", "splines",
                                         "true", "bgcolor", "white", "fontcolor", "black",
                                         "pad", "0.25", NULL}};
static const press_style title_style = {{"labelloc", "t", "labeljust", "l", "outputorder",
                                         "edgesfirst", "remincross", "false",
                                         "linelength", "0", "fontsize", "11", NULL}};

static char name_of_ink[] = "fontcolor";

static void defaults(press_drawer *d) {
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
  press_str ink = press_theme__colour(d->how->theme, S("black"));
  if (d->how->theme != PRESS_LIGHT)
    for (int kind = AGNODE; kind <= AGEDGE; kind++)
      if (!agattr(d->g, kind, name_of_ink, (char *)(uintptr_t)ink.at)) d->failed = true;
  if (d->how->layout) press_draw__set(d, d->g, "layout", press_str__of(d->how->layout));
  press_draw__dress(d, d->g, &graph_style);
  press_draw__dress(d, d->g, &title_style);
  uint32_t n = d->p->n_statements, apart = d->p->sum ? 10 : 14 + (n < 24 ? n / 2 : 12);
  press_draw__set(d, d->g, "ranksep",
                  press_str__format(d->a, "%u.%u", apart / 10, apart % 10));
  press_str title = press_caption__title(d->a, d->p);
  if (d->how->plain)
    press_draw__shown(d, d->g, "label", title);
  else
    press_draw__html(d, d->g, "label", press_caption__graph(d->a, d->p));
  press_draw__shown(d, d->g, "tooltip", title);
}

static press_status draw(press_drawer *d, press_error *err) {
  d->nodes = PRESS_NEW(d->a, Agnode_t *, d->p->nodes.n);
  defaults(d);
  if (!d->failed) press_draw__clusters(d);
  for (uint32_t i = 0; i < d->p->nodes.n && !d->failed; i++) press_draw__node(d, i);
  for (uint32_t i = 0; i < d->p->edges.n && !d->failed; i++)
    press_draw__edge(d, &d->p->edges.at[i]);
  if (!d->failed) press_draw__columns(d);
  return d->failed ? press_error__set(err, PRESS_ERR_NOMEM, "out of memory") : PRESS_OK;
}

const press_plan *press_dot__plan(press_graph_writer *w) {
  if (!w->plan) {
    press_plan *plan = PRESS_NEW(w->arena, press_plan, 1);
    press_plan__make(w->arena, w->view, w->drawing, plan);
    w->plan = plan;
  }
  return w->plan;
}

press_status press_dot__build(press_graph_writer *w) {
  const press_plan *plan = press_dot__plan(w);
  press_drawer d = {.a = w->arena, .p = plan, .v = w->view, .how = w->drawing};
  d.g = press_dot__open(w->arena);
  w->held = d.g;
  w->drawn = true;
  if (!d.g) return press_error__set(w->err, PRESS_ERR_NOMEM, "out of memory");
  return draw(&d, w->err);
}
