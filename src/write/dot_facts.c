/** Attributes: what tools read, what is shown, how it looks. */
#include "base/buf.h"
#include "write/dot_draw.h"
#include "write/facts.h"
#include "write/label.h"
#include "write/theme.h"

/* ---- attributes ---- */

void press_draw__set(press_drawer *d, void *on, const char *name, press_str value) {
  if (!value.n) return;
  char *v = press_str__cstr(d->a, value);
  if (agsafeset(on, (char *)(uintptr_t)name, v, "")) d->failed = true;
}

void press_draw__fact(press_drawer *d, void *on, const char *name, press_str value) {
  press_draw__set(d, on, name, press_label__plain(d->a, value));
}

void press_draw__shown(press_drawer *d, void *on, const char *name, press_str value) {
  press_draw__set(d, on, name, press_label__shown(d->a, value));
}

/** Labels hold a raw newline, other values never do: libcgraph would turn a plain
 *  string into HTML if it were equal to an HTML one. */
void press_draw__html(press_drawer *d, void *on, const char *name, press_str value) {
  if (d->how->plain) {
    press_draw__fact(d, on, name, press_label__bare(d->a, value));
    return;
  }
  char *text = press_str__cstr(d->a, press_theme__label(d->a, d->how->theme, value));
  char *kept = agstrdup_html(d->g, text);
  if (!kept || agsafeset(on, (char *)(uintptr_t)name, kept, "")) d->failed = true;
  if (kept) agstrfree(d->g, kept);
}

/** Colours are those of the theme: the light one's names are unlike any other value. */
void press_draw__dress(press_drawer *d, void *on, const press_style *s) {
  for (size_t i = 0; i + 1 < sizeof s->pairs / sizeof *s->pairs && s->pairs[i]; i += 2)
    press_draw__set(d, on, s->pairs[i],
                    press_theme__colour(d->how->theme, press_str__of(s->pairs[i + 1])));
}

press_str press_draw__value(const press_drawer *d, uint32_t at, press_key key) {
  return press_view__value(&d->v->nodes[at], key);
}

/** The IRIs at the far ends of a kind of edge. */
static press_str far_iris(press_drawer *d, uint32_t at, press_edge_kind kind) {
  uint32_t i, n = press_view__out(d->v, at, kind, &i);
  press_buf all = {0};
  for (uint32_t k = 0; k < n; k++)
    press_buf__join(d->a, &all, S(" "), d->v->nodes[d->v->edges[i + k].to].iri);
  return press_buf__str(&all);
}

/** Where a statement or event stands: its article's IRI and "42-91,100-120". */
static void place(press_drawer *d, void *on, uint32_t at) {
  uint32_t i;
  if (!press_view__out(d->v, at, PRESS_EDGE_PART_OF, &i)) return;
  const press_view_edge *e = &d->v->edges[i];
  press_buf all = {0};
  for (uint32_t k = 0; k < e->n_evidence; k++)
    press_buf__join(
        d->a, &all, S(","),
        press_str__format(d->a, "%u-%u", e->evidence[k].begin, e->evidence[k].end));
  press_draw__fact(d, on, "article", d->v->nodes[e->to].iri);
  press_draw__fact(d, on, "at", press_buf__str(&all));
}

/** Which edges are attributes too. */
static const struct {
  press_edge_kind kind;
  const char *name;
} links[] = {
    {PRESS_EDGE_TO, "to"},
    {PRESS_EDGE_ABOUT, "about"},
    {PRESS_EDGE_SUPPORTS, "supports"},
    {PRESS_EDGE_OPPOSES, "opposes"},
    {PRESS_EDGE_MENTIONS, "mentions"},
    {PRESS_EDGE_AFFILIATED, "affiliation"},
    {PRESS_EDGE_COUNTRY, "country"},
};

void press_draw__tell(press_drawer *d, void *on, uint32_t at) {
  const press_view_node *n = &d->v->nodes[at];
  press_draw__fact(d, on, "kind", press_str__of(press_node__kind_name(n->kind)));
  press_draw__fact(d, on, "iri", n->iri);
  for (size_t i = 0; i < press_n_facts; i++)
    press_draw__fact(d, on, press_facts[i].name,
                     press_facts__values(d->a, n, press_facts[i].key));
  if (n->kind == PRESS_NODE_ARTICLE) return;
  for (size_t i = 0; i < sizeof links / sizeof *links; i++)
    press_draw__fact(d, on, links[i].name, far_iris(d, at, links[i].kind));
  place(d, on, at);
}
