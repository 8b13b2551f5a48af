/** What libcgraph needs from outside: ids, and where to write to. */
#include "write/dot.h"

#include <cgraph.h>

/** libcgraph takes the address of a name for its id and writes subgraphs in the
 *  order of ids, so that output would follow the allocator's mood. Here ids are
 *  numbers in the order of creation: even for named objects, odd for others. */
typedef struct naming {
  Agdisc_t disc; /**< first: open() gets its address */
  press_arena *a;
  press_map ids;
  PRESS_VEC(char *) names;
  IDTYPE unnamed;
} naming;

static void *open_names(Agraph_t *g, Agdisc_t *disc) {
  (void)g;
  return disc;
}

static long map_name(void *state, int kind, char *name, IDTYPE *id, int create) {
  naming *n = state;
  (void)kind;
  if (!name) {
    *id = n->unnamed++ * 2 + 1;
    return 1;
  }
  uint32_t at = press_map__get(&n->ids, press_str__of(name));
  if (at == PRESS_NONE) {
    if (!create) return 0;
    char *kept = press_str__cstr(n->a, press_str__of(name));
    at = n->names.n;
    *PRESS_PUSH(n->a, &n->names) = kept;
    *press_map__put(n->a, &n->ids, press_str__of(kept)) = at;
  }
  *id = (IDTYPE)at * 2;
  return 1;
}

static long no_given_ids(void *state, int kind, IDTYPE id) {
  (void)state, (void)kind, (void)id;
  return 0;
}

static void keep_id(void *state, int kind, IDTYPE id) {
  (void)state, (void)kind, (void)id;
}

static char *name_of(void *state, int kind, IDTYPE id) {
  naming *n = state;
  (void)kind;
  return id % 2 || id / 2 >= n->names.n ? NULL : n->names.at[id / 2];
}

static void close_names(void *state) {
  (void)state;
}

static void ignore(void *state, int kind, void *object) {
  (void)state, (void)kind, (void)object;
}

struct Agraph_s *press_dot__open(press_arena *a) {
  static Agiddisc_t ids = {open_names, map_name,    no_given_ids, keep_id,
                           name_of,    close_names, ignore};
  char name[] = "press";
  naming *n = PRESS_NEW(a, naming, 1);
  n->disc.id = &ids;
  n->a = a;
  return agopen(name, Agdirected, &n->disc);
}

/* ---- writing ---- */

static int put(void *to, const char *text) {
  press_out__str(to, press_str__of(text));
  return 0;
}

static int settle(void *to) {
  (void)to;
  return 0;
}

static int nothing(void *from, char *to, int most) {
  (void)from, (void)to, (void)most;
  return 0;
}

press_status press_dot__write(press_graph_writer *w) {
  static Agiodisc_t io = {nothing, put, settle};
  TRY(press_dot__build(w));
  Agraph_t *g = w->held;
  Agiodisc_t *usual = g->clos->disc.io;
  g->clos->disc.io = &io;
  int bad = agwrite(g, w->out);
  g->clos->disc.io = usual;
  return bad < 0 ? press_error__set(w->err, PRESS_ERR_IO, "writing DOT failed")
                 : PRESS_OK;
}

void press_dot__release(void *held) {
  if (held) agclose(held);
}
