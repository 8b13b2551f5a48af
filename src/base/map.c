#include "base/map.h"

static press_map_slot *slot_of(press_map_slot *slots, uint32_t cap, press_str key,
                               uint64_t hash) {
  for (uint32_t i = (uint32_t)hash & (cap - 1);; i = (i + 1) & (cap - 1)) {
    press_map_slot *s = &slots[i];
    if (!s->key.at || (s->hash == hash && press_str__eq(s->key, key))) return s;
  }
}

uint32_t press_map__get(const press_map *m, press_str key) {
  if (!m->n) return PRESS_NONE;
  const press_map_slot *s = slot_of(m->slots, m->cap, key, press_str__hash(key));
  return s->key.at ? s->value : PRESS_NONE;
}

static void widen(press_arena *a, press_map *m, uint32_t cap) {
  press_map_slot *slots = PRESS_NEW(a, press_map_slot, cap);
  for (uint32_t i = 0; i < m->cap; i++)
    if (m->slots[i].key.at)
      *slot_of(slots, cap, m->slots[i].key, m->slots[i].hash) = m->slots[i];
  m->slots = slots;
  m->cap = cap;
}

void press_map__reserve(press_arena *a, press_map *m, uint32_t n) {
  uint32_t cap = m->cap ? m->cap : 16;
  while (cap < UINT32_MAX / 4 && (uint64_t)n * 3 > (uint64_t)cap * 2) cap *= 2;
  if (cap > m->cap) widen(a, m, cap);
}

uint32_t *press_map__put(press_arena *a, press_map *m, press_str key) {
  if ((m->n + 1) * 3 > m->cap * 2) widen(a, m, m->cap ? m->cap * 2 : 16);
  uint64_t hash = press_str__hash(key);
  press_map_slot *s = slot_of(m->slots, m->cap, key, hash);
  if (!s->key.at) {
    *s = (press_map_slot){key, hash, PRESS_NONE};
    m->n++;
  }
  return &s->value;
}
