/** Edges. */
#include "write/dot_draw.h"
#include "write/label.h"

#include <string.h>

/* Reporting words beside arrow heads: at most so many columns, of so many points;
 * distance from the head, height over the line. */
#define CUE_MOST   20
#define CUE_COLUMN 5
#define CUE_GAP    12
#define CUE_HIGH   9

static const press_style line_styles[] = {
    {{"color", "#0072B2", "fontcolor", "#005A8C", "penwidth", "1.4", "weight", "3"}},
    {{"color", "#D9B252", "fontcolor", "#7A5A00", "arrowhead", "none", "penwidth", "1"}},
    {{"color", "#66BFA2", "arrowhead", "none", "penwidth", "1"}},
    {{"color", "#D55E00", "arrowhead", "none", "penwidth", "2.2"}},
    {{"color", "#D55E00", "penwidth", "2.2"}},
};

/** The reporting word stands over the line's end, or under it when the line comes
 *  from above. A label of the line itself would make dot give every line a node of
 *  its own halfway, which it puts in poor order beside clusters. */
static void label_end(press_drawer *d, Agedge_t *e, press_str label, bool below) {
  if (d->how->plain) {
    press_draw__shown(d, e, "label", label);
    return;
  }
  uint32_t away = CUE_GAP + press_label__width(label) * CUE_COLUMN / 2; /* points */
  uint32_t angle = 57 * CUE_HIGH / away;                                /* degrees */
  press_draw__shown(d, e, "headlabel", label);
  press_draw__set(d, e, "labeldistance",
                  press_str__format(d->a, "%u.%u", away / 10, away % 10));
  press_draw__set(d, e, "labelangle",
                  press_str__format(d->a, "%s%u", below ? "" : "-", angle));
}

static void draw_cue(press_drawer *d, Agedge_t *e, const press_plan_edge *x) {
  uint32_t at = d->p->nodes.at[x->to].at;
  press_str cue =
      press_label__cut(d->a, press_draw__value(d, at, PRESS_KEY_CUE), CUE_MOST);
  while (cue.n && strchr(":,.-", cue.at[cue.n - 1]))
    cue.n--; /* "... - Name" has no word */
  press_draw__shown(d, e, "tooltip", cue.n ? cue : S("says"));
  press_draw__fact(d, e, "at", press_draw__value(d, at, PRESS_KEY_CUE_AT));
  if (cue.n) label_end(d, e, cue, x->below);
}

static void draw_count(press_drawer *d, Agedge_t *e, const press_plan_edge *x) {
  uint32_t wide = 10 + (x->count > 30 ? 30 : x->count);
  press_str n = press_str__format(d->a, "%u", x->count);
  press_draw__set(d, e, "label", n);
  press_draw__set(d, e, "count", n);
  press_draw__set(d, e, "penwidth",
                  press_str__format(d->a, "%u.%u", wide / 10, wide % 10));
}

/** Whether the statement of a line has an edge of that kind to its issue. */
static bool has(press_drawer *d, const press_plan_edge *x, press_edge_kind kind) {
  uint32_t from = d->p->nodes.at[x->from].at, to = d->p->nodes.at[x->to].at, at;
  if (from == PRESS_NONE) return false;
  for (uint32_t n = press_view__out(d->v, from, kind, &at); n-- > 0;)
    if (d->v->edges[at + n].to == to) return true;
  return false;
}

/** For or against the issue, where the words show it: at the line's end. */
static void draw_stance(press_drawer *d, Agedge_t *e, const press_plan_edge *x) {
  bool supports = has(d, x, PRESS_EDGE_SUPPORTS);
  if (!supports && !has(d, x, PRESS_EDGE_OPPOSES)) return;
  label_end(d, e, supports ? S("for") : S("against"), x->below);
  press_draw__set(d, e, "stance", supports ? S("supports") : S("opposes"));
  press_draw__set(d, e, "tooltip", supports ? S("supports") : S("opposes"));
}

void press_draw__edge(press_drawer *d, const press_plan_edge *x) {
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
  press_draw__dress(d, e, &line_styles[x->line]);
  /* not as defaults: libcgraph cannot write that an edge has no port */
  if (!d->how->plain) {
    press_draw__set(d, e, "tailport", S("e"));
    press_draw__set(d, e, "headport", S("w"));
  }
  press_draw__set(d, e, "class", press_str__of(lines[x->line].kind));
  press_draw__set(d, e, "kind", press_str__of(lines[x->line].kind));
  press_draw__set(d, e, "tooltip", press_str__of(lines[x->line].tooltip));
  if (x->line == PRESS_LINE_SAYS) draw_cue(d, e, x);
  if (x->line == PRESS_LINE_ABOUT) draw_stance(d, e, x);
  uint32_t event = d->p->nodes.at[x->line == PRESS_LINE_OBJECT ? x->from : x->to].at;
  if (x->line >= PRESS_LINE_AGENT && press_draw__value(d, event, PRESS_KEY_STATUS).n)
    press_draw__set(d, e, "style", S("dashed"));
  if (x->line == PRESS_LINE_OBJECT && press_draw__value(d, event, PRESS_KEY_RECIPROCAL).n)
    press_draw__set(d, e, "arrowhead", S("none")); /* each acts on the other */
  if (d->p->sum) draw_count(d, e, x);
}
