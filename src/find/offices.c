/** Who speaks for a state: it holds an office in it, or is a body of it. */
#include "find/people.h"

static bool one_of(const press_row *row, uint32_t column, const char *const *words) {
  for (; row && *words; words++)
    if (press_str__eq(row->column[column], press_str__of(*words))) return true;
  return false;
}

static bool is_office(const press_row *role) {
  static const char *const classes[] = {"head", "minister", "official", NULL};
  return one_of(role, 1, classes);
}

static bool is_body(const press_row *collective) {
  static const char *const kinds[] = {"government", "body", NULL};
  return one_of(collective, 1, kinds);
}

/** "the Foreign Ministry" is a ministry. */
static const press_row *kind_of(const press_cast *c, const press_figure *g) {
  char key[32];
  press_str last = press_str__last_word(g->name);
  if (g->row) return g->row;
  if (last.n > sizeof key) return NULL;
  for (size_t i = 0; i < last.n; i++) {
    char x = last.at[i];
    key[i] = x >= 'A' && x <= 'Z' ? (char)(x | 0x20) : x;
  }
  return press_table__find(&c->cx->lex->collectives, (press_str){key, last.n});
}

bool press_people__official(const press_cast *c, const press_figure *g) {
  if (g->country == PRESS_NONE) return false;
  if (g->type != PRESS_PERSON) return is_body(kind_of(c, g));
  for (uint32_t i = 0; i < g->parts.n; i++)
    if (is_office(g->parts.at[i].row)) return true;
  return g->unnamed && is_office(g->row);
}
