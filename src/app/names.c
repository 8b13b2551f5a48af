#include "app/names.h"

#include <stdlib.h>
#include <string.h>

/** An id as a file name is cut here. */
#define ID_BYTES 100

static uint64_t hash(const char *s) {
  uint64_t h = 0xcbf29ce484222325u; /* FNV-1a */
  for (; *s; s++) h = (h ^ (unsigned char)*s) * 0x100000001b3u;
  return h ? h : 1;
}

static app_used_name *slot(const app_names *names, uint64_t h) {
  size_t i = (size_t)h & (names->cap - 1);
  while (names->slots[i].hash && names->slots[i].hash != h)
    i = (i + 1) & (names->cap - 1);
  return &names->slots[i];
}

static void widen(app_names *names) {
  app_names more = {.cap = names->cap ? names->cap * 2 : 64, .n = names->n};
  more.slots = app_mem__zeros(more.cap, sizeof *more.slots);
  for (size_t i = 0; i < names->cap; i++)
    if (names->slots[i].hash) *slot(&more, names->slots[i].hash) = names->slots[i];
  free(names->slots);
  *names = more;
}

/** Where the uses of `name` are counted. */
static uint32_t *count(app_names *names, const char *name) {
  if (names->n * 2 >= names->cap) widen(names);
  uint64_t h = hash(name);
  app_used_name *s = slot(names, h);
  if (!s->hash) {
    *s = (app_used_name){h, 0};
    names->n++;
  }
  return &s->uses;
}

/** Letters, digits, '.', '_' and '-' stay; no leading dot, no path, no surprise. */
static char *safe_id(press_str id) {
  char *s = app_mem__format("%.*s", id.n < ID_BYTES ? (int)id.n : ID_BYTES, id.at);
  for (char *p = s; *p; p++) {
    bool letter = (*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z');
    bool digit = *p >= '0' && *p <= '9';
    if (!letter && !digit && !strchr("_-", *p) && !(*p == '.' && p > s)) *p = '-';
  }
  return s;
}

char *app_names__take(app_names *names, const app_input *input) {
  bool by_id = input->line && input->article.id.n;
  char *base = by_id ? safe_id(input->article.id) : app_mem__copy(input->name);
  uint32_t uses = ++*count(names, base);
  while (uses > 1) {
    char *name = app_mem__format("%s-%u", base, uses);
    if (++*count(names, name) == 1) return free(base), name;
    free(name);
    uses = ++*count(names, base);
  }
  return base;
}

void app_names__clear(app_names *names) {
  free(names->slots);
  *names = (app_names){0};
}
