#include "graph/record.h"

#include <stdlib.h>
#include <string.h>

/** The most of anything that an honest record has. */
#define MOST 1000000u

void press_record__wrong(press_record *r, const char *what) {
  if (!r->fault) r->fault = what;
}

press_str press_record__string(press_record *r, const json_t *object, const char *key) {
  const json_t *v = json_object_get(object, key);
  if (!json_is_string(v)) return (press_str){NULL, 0};
  return press_str__copy(r->a, (press_str){json_string_value(v), json_string_length(v)});
}

uint32_t press_record__number(press_record *r, const json_t *v) {
  json_int_t n = json_integer_value(v);
  if (v && (!json_is_integer(v) || n < 0 || n > INT32_MAX))
    press_record__wrong(r, "a bad number");
  return n < 0 || n > INT32_MAX ? 0 : (uint32_t)n;
}

float press_record__real(const json_t *object, const char *key) {
  double x = json_number_value(json_object_get(object, key));
  return x > 0 && x <= 1 ? (float)x : 0;
}

bool press_record__truth(const json_t *object, const char *key) {
  return json_is_true(json_object_get(object, key));
}

uint32_t press_record__length(press_record *r, const json_t *list) {
  size_t n = json_array_size(list);
  if (n > MOST) press_record__wrong(r, "a list is too long");
  return n > MOST ? 0 : (uint32_t)n;
}

/** One of `n` words. */
uint32_t press_record__word(press_record *r, const json_t *object, const char *key,
                            const char *const *words, uint32_t n) {
  const char *s = json_string_value(json_object_get(object, key));
  for (uint32_t i = 0; s && i < n; i++)
    if (strcmp(words[i], s) == 0) return i;
  press_record__wrong(r, "a word that no record has");
  return 0;
}

press_span press_record__span(press_record *r, const json_t *v) {
  press_span s = {press_record__number(r, json_array_get(v, 0)),
                  press_record__number(r, json_array_get(v, 1))};
  if (json_array_size(v) < 2 || s.end < s.begin) press_record__wrong(r, "a bad span");
  return s;
}

press_spans press_record__spans(press_record *r, const json_t *object, const char *key) {
  const json_t *list = json_object_get(object, key);
  uint32_t n = press_record__length(r, list);
  press_span *at = PRESS_NEW(r->a, press_span, n);
  for (uint32_t i = 0; i < n; i++) at[i] = press_record__span(r, json_array_get(list, i));
  return (press_spans){at, n};
}

press_strs press_record__strings(press_record *r, const json_t *object, const char *key) {
  const json_t *list = json_object_get(object, key);
  uint32_t n = press_record__length(r, list);
  press_str *at = PRESS_NEW(r->a, press_str, n);
  for (uint32_t i = 0; i < n; i++) {
    const json_t *v = json_array_get(list, i);
    press_str s = {json_string_value(v), json_string_length(v)};
    if (!s.at) press_record__wrong(r, "a name that is no string");
    at[i] = press_str__copy(r->a, s);
  }
  return (press_strs){at, n};
}

/* ---- local ids: "e3" is the third entity, "GB" a country ---- */

uint32_t press_record__local(press_record *r, const json_t *v, char letter, uint32_t n) {
  const char *s = json_string_value(v);
  char *end = NULL;
  unsigned long i = s && s[0] == letter ? strtoul(s + 1, &end, 10) : 0;
  if (i >= 1 && i <= n && !*end) return (uint32_t)i - 1;
  press_record__wrong(r, "an id of nothing");
  return 0;
}

press_ids press_record__locals(press_record *r, const json_t *object, const char *key,
                               char letter, uint32_t most) {
  const json_t *list = json_object_get(object, key);
  uint32_t n = press_record__length(r, list), *at = PRESS_NEW(r->a, uint32_t, n);
  for (uint32_t i = 0; i < n; i++)
    at[i] = press_record__local(r, json_array_get(list, i), letter, most);
  return (press_ids){at, r->fault ? 0 : n};
}

uint32_t press_record__country(const press_record *r, const json_t *v) {
  const press_found *f = &r->doc->found;
  const char *s = json_string_value(v);
  for (uint32_t i = 0; s && i < f->n_countries; i++)
    if (strcmp(f->countries[i].code, s) == 0) return i;
  return PRESS_NONE;
}

press_ids press_record__countries(press_record *r, const json_t *object,
                                  const char *key) {
  const json_t *list = json_object_get(object, key);
  uint32_t n = press_record__length(r, list), *at = PRESS_NEW(r->a, uint32_t, n);
  for (uint32_t i = 0; i < n; i++)
    if ((at[i] = press_record__country(r, json_array_get(list, i))) == PRESS_NONE)
      press_record__wrong(r, "a country that is not listed");
  return (press_ids){at, r->fault ? 0 : n};
}

press_who press_record__who_of(press_record *r, const json_t *v) {
  uint32_t state = press_record__country(r, v);
  if (!json_is_string(v)) return (press_who){PRESS_NOBODY, 0};
  if (state != PRESS_NONE) return (press_who){PRESS_COUNTRY, state};
  return (press_who){PRESS_ENTITY,
                     press_record__local(r, v, 'e', r->doc->found.n_entities)};
}

press_who press_record__who(press_record *r, const json_t *object, const char *key) {
  return press_record__who_of(r, json_object_get(object, key));
}

press_whos press_record__whos(press_record *r, const json_t *object, const char *key) {
  const json_t *list = json_object_get(object, key);
  uint32_t n = press_record__length(r, list);
  press_who *at = PRESS_NEW(r->a, press_who, n);
  for (uint32_t i = 0; i < n; i++)
    at[i] = press_record__who_of(r, json_array_get(list, i));
  return (press_whos){at, r->fault ? 0 : n};
}
