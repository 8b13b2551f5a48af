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

static size_t slot(const press_names *names, uint64_t h) {
  size_t i = (size_t)h & (names->cap - 1);
  while (names->hashes[i] && names->hashes[i] != h) i = (i + 1) & (names->cap - 1);
  return i;
}

static void widen(press_names *names) {
  press_names more = {.cap = names->cap ? names->cap * 2 : 64, .n = names->n};
  more.hashes = press_app__zeros(more.cap, sizeof *more.hashes);
  more.counts = press_app__zeros(more.cap, sizeof *more.counts);
  for (size_t i = 0; i < names->cap; i++) {
    if (!names->hashes[i]) continue;
    size_t to = slot(&more, names->hashes[i]);
    more.hashes[to] = names->hashes[i];
    more.counts[to] = names->counts[i];
  }
  press_names old = *names;
  *names = more;
  press_names__clear(&old);
}

/** Where the uses of `name` are counted. */
static uint32_t *count(press_names *names, const char *name) {
  if (names->n * 2 >= names->cap) widen(names);
  uint64_t h = hash(name);
  size_t i = slot(names, h);
  if (!names->hashes[i]) {
    names->hashes[i] = h;
    names->counts[i] = 0;
    names->n++;
  }
  return &names->counts[i];
}

/** Letters, digits, '.', '_' and '-' stay; no leading dot, no path, no surprise. */
static char *safe_id(press_str id) {
  char *s = press_app__format("%.*s", id.n < ID_BYTES ? (int)id.n : ID_BYTES, id.at);
  for (char *p = s; *p; p++) {
    bool letter = (*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z');
    bool digit = *p >= '0' && *p <= '9';
    if (!letter && !digit && !strchr("_-", *p) && !(*p == '.' && p > s)) *p = '-';
  }
  return s;
}

char *press_names__take(press_names *names, const press_input *input) {
  bool by_id = input->line && input->article.id.n;
  char *base = by_id ? safe_id(input->article.id) : press_app__copy(input->name);
  uint32_t uses = ++*count(names, base);
  while (uses > 1) {
    char *name = press_app__format("%s-%u", base, uses);
    if (++*count(names, name) == 1) return free(base), name;
    free(name);
    uses = ++*count(names, base);
  }
  return base;
}

void press_names__clear(press_names *names) {
  free(names->hashes);
  free(names->counts);
  *names = (press_names){0};
}
