#include "nn/mst.h"

#include "base/str.h"

#include <string.h>

/** Taken from every root arc: the best tree then has one. */
#define ROOT_COST 1e6
#define NEVER     -1e12

/** Nodes: 0 the root, 1..n words, then one for each contracted cycle. */
typedef struct graph {
  uint32_t n, size; /**< nodes so far; most there can be */
  double *score;    /**< [dependent][head] */
  uint16_t *enter;  /**< [cycle][head]: the member that head takes over */
  uint16_t *leave;  /**< [dependent][cycle]: the member that is its head */
  uint32_t *head;   /**< best head; of a member, that inside its cycle */
  uint32_t *mark;
  bool *gone; /**< inside a later node */
} graph;

static double *at(const graph *g, uint32_t dep, uint32_t head) {
  return &g->score[(size_t)dep * g->size + head];
}

static void best_heads(graph *g) {
  for (uint32_t v = 1; v < g->n; v++) {
    if (g->gone[v]) continue;
    uint32_t best = PRESS_NONE;
    for (uint32_t u = 0; u < g->n; u++)
      if (u != v && !g->gone[u] && (best == PRESS_NONE || *at(g, v, u) > *at(g, v, best)))
        best = u;
    g->head[v] = best;
  }
}

/** A node on a cycle of best heads, or PRESS_NONE. */
static uint32_t find_cycle(graph *g) {
  memset(g->mark, 0, g->n * sizeof *g->mark);
  for (uint32_t i = 1; i < g->n; i++) {
    uint32_t v = i;
    if (g->gone[v]) continue;
    while (v && !g->mark[v]) {
      g->mark[v] = i;
      v = g->head[v];
    }
    if (v && g->mark[v] == i) return v;
  }
  return PRESS_NONE;
}

/** Arcs between the new node `c` and `x`, the best over the members. */
static void join(graph *g, uint32_t c, uint32_t first, uint32_t x) {
  uint32_t d = first, y = first, v = first;
  do {
    if (*at(g, v, x) - *at(g, v, g->head[v]) > *at(g, d, x) - *at(g, d, g->head[d]))
      d = v;
    if (*at(g, x, v) > *at(g, x, y)) y = v;
    v = g->head[v];
  } while (v != first);
  *at(g, c, x) = *at(g, d, x) - *at(g, d, g->head[d]);
  *at(g, x, c) = x ? *at(g, x, y) : NEVER;
  g->enter[(size_t)c * g->size + x] = (uint16_t)d;
  g->leave[(size_t)x * g->size + c] = (uint16_t)y;
}

static void contract(graph *g, uint32_t first) {
  uint32_t c = g->n, v = first;
  do {
    g->gone[v] = true;
    v = g->head[v];
  } while (v != first);
  for (uint32_t x = 0; x < c; x++)
    if (!g->gone[x]) join(g, c, first, x);
  g->n++;
}

/** Opens node `c` again: its head takes over one member, the others keep theirs. */
static void expand(graph *g, uint32_t c, uint32_t first) {
  uint32_t d = g->enter[(size_t)c * g->size + g->head[c]], v = first;
  for (uint32_t x = 1; x < c; x++)
    if (!g->gone[x] && g->head[x] == c) g->head[x] = g->leave[(size_t)x * g->size + c];
  do {
    g->gone[v] = false;
    v = g->head[v];
  } while (v != first);
  g->head[d] = g->head[c];
}

/** Room for sentences of n words. */
static void widen(press_arena *a, press_tree_room *r, uint32_t n) {
  if (n <= r->most) return;
  r->most = 2 * n;
  size_t size = 2 * (size_t)r->most + 2;
  r->score = PRESS_NEW(a, double, size *size);
  r->enter = PRESS_NEW(a, uint16_t, size * size);
  r->leave = PRESS_NEW(a, uint16_t, size * size);
  r->head = PRESS_NEW(a, uint32_t, size);
  r->mark = PRESS_NEW(a, uint32_t, size);
  r->first = PRESS_NEW(a, uint32_t, size);
  r->gone = PRESS_NEW(a, bool, size);
}

static graph new_graph(const press_tree_room *r, const float *scores, uint32_t stride,
                       uint32_t n) {
  uint32_t size = 2 * n + 2;
  graph g = {n + 1, size, r->score, r->enter, r->leave, r->head, r->mark, r->gone};
  memset(g.gone, 0, size * sizeof *g.gone);
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t h = 0; h <= n; h++) {
      double s = (double)scores[(size_t)i * stride + h];
      if (!(s > -1e6)) s = -1e6; // also what is not a number
      if (s > 1e6) s = 1e6;
      *at(&g, i + 1, h) = h ? s : s - ROOT_COST;
    }
  return g;
}

static void edmonds(const press_tree_room *r, const float *scores, uint32_t stride,
                    uint32_t n, uint32_t *heads) {
  graph g = new_graph(r, scores, stride, n);
  for (;;) {
    best_heads(&g);
    uint32_t v = find_cycle(&g);
    if (v == PRESS_NONE) break;
    r->first[g.n] = v;
    contract(&g, v);
  }
  while (g.n > n + 1) {
    g.n--;
    expand(&g, g.n, r->first[g.n]);
  }
  for (uint32_t i = 0; i < n; i++) heads[i] = g.head[i + 1];
}

/** The best head of each word, if that is a tree with one root. */
static bool greedy(const float *scores, uint32_t stride, uint32_t n, uint32_t *heads,
                   uint32_t *mark) {
  uint32_t roots = 0;
  for (uint32_t i = 0; i < n; i++) {
    const float *s = scores + (size_t)i * stride;
    uint32_t best = i == 0 && n > 1 ? 2 : 0;
    for (uint32_t h = 0; h <= n; h++)
      if (h != i + 1 && s[h] > s[best]) best = h;
    heads[i] = best;
    roots += best == 0;
  }
  if (roots != 1) return false;
  memset(mark, 0, n * sizeof *mark);
  for (uint32_t i = 0; i < n; i++) {
    uint32_t v = i + 1;
    while (v && !mark[v - 1]) {
      mark[v - 1] = i + 1;
      v = heads[v - 1];
    }
    if (v && mark[v - 1] == i + 1) return false;
  }
  return true;
}

void press_nn__tree(press_arena *arena, press_tree_room *room, const float *scores,
                    uint32_t stride, uint32_t n, uint32_t *heads) {
  widen(arena, room, n);
  if (n && !greedy(scores, stride, n, heads, room->mark))
    edmonds(room, scores, stride, n, heads);
}
