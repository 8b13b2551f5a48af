#include "graph/iri.h"

#include <string.h>
#include <utf8proc.h>

/** Longest slug, in bytes: guards file and database keys against a "name" that is
 *  a page of text. Longer ones keep their begin and a hash of the whole. */
#define SLUG_BYTES 120

/** Letters that have no decomposition but a usual ASCII spelling. */
static const struct {
  int32_t letter;
  const char *ascii;
} folds[] = {
    {0xDF, "ss"}, {0xE6, "ae"}, {0xF0, "d"},  {0xF8, "o"},   {0xFE, "th"},
    {0x111, "d"}, {0x131, "i"}, {0x142, "l"}, {0x153, "oe"}, {0x1E9E, "ss"},
};

static bool alnum(int32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool press_iri__valid(press_str s) {
  size_t colon = 0;
  while (colon < s.n && (alnum(s.at[colon]) || strchr("+-.", s.at[colon]))) colon++;
  if (!colon || colon + 1 >= s.n || s.at[colon] != ':' || alnum(s.at[0]) == 0)
    return false;
  for (size_t i = colon + 1; i < s.n; i++)
    if (!alnum(s.at[i]) && (!s.at[i] || !strchr("-._~:/?#[]@!$&'()*+,;=%", s.at[i])))
      return false;
  return true;
}

press_status press_iri__base(const char *base, press_str *out, press_error *err) {
  *out = press_str__of(base ? base : PRESS_IRI_BASE);
  /* "wd:x/" would be taken for a prefixed name by JSON-LD */
  bool full =
      press_str__find(*out, S("://")) != PRESS_NONE || press_str__starts(*out, S("urn:"));
  if (full && press_iri__valid(*out)) return PRESS_OK;
  return press_error__set(err, PRESS_ERR_ARG, "base is not an absolute IRI");
}

press_str press_iri__article(press_arena *a, press_str base, const char *sha256) {
  return press_str__format(a, "%.*sarticle/%.32s", SFMT(base), sha256);
}

press_str press_iri__part(press_arena *a, press_str article, const char *key,
                          uint32_t begin, uint32_t end) {
  return press_str__format(a, "%.*s#%s=%u,%u", SFMT(article), key, begin, end);
}

press_str press_iri__named(press_arena *a, press_str base, const char *type,
                           press_str name) {
  press_str slug = press_iri__slug(a, name);
  return press_str__format(a, "%.*s%s/%.*s", SFMT(base), type, SFMT(slug));
}

const char *press_iri__entity_type(press_entity_type type) {
  static const char *const names[] = {"person", "organization", "place"};
  return type <= PRESS_PLACE ? names[type] : "place";
}

press_str press_iri__entity(press_arena *a, press_str base, const press_doc *doc,
                            const press_entity *e) {
  if (e->iri.n) return e->iri;
  if (!e->unnamed || !e->mentions.n)
    return press_iri__named(a, base, press_iri__entity_type(e->type), e->name);
  press_span at = e->mentions.at[0];
  press_str article = press_iri__article(a, base, press_doc_sha256(doc));
  return press_iri__part(a, article, "n", press_doc_codepoint(doc, at.begin),
                         press_doc_codepoint(doc, at.end));
}

press_str press_iri__country(press_arena *a, press_str base, const press_country *c) {
  if (c->qid.n) return press_str__format(a, PRESS_IRI_WIKIDATA "%.*s", SFMT(c->qid));
  return press_str__format(a, "%.*scountry/%s", SFMT(base), c->code);
}

/** Appends one folded code point; `*gap` says that a hyphen is due first. */
static void fold(char *to, size_t *n, int32_t c, bool *gap) {
  char text[16];
  utf8proc_category_t kind = utf8proc_category(c);
  size_t len = 0;
  for (size_t i = 0; i < sizeof folds / sizeof *folds; i++)
    if (folds[i].letter == c) len = strlen(strcpy(text, folds[i].ascii));
  if (len) {
  } else if (alnum(c)) {
    text[len++] = (char)c;
  } else if (c > 127 && kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_NO) {
    uint8_t bytes[4];
    size_t m = (size_t)utf8proc_encode_char(c, bytes);
    for (size_t i = 0; i < m; i++) {
      text[len++] = '%';
      text[len++] = "0123456789ABCDEF"[bytes[i] >> 4];
      text[len++] = "0123456789ABCDEF"[bytes[i] & 15];
    }
  } else {
    /* an apostrophe joins: "People's" is one word */
    if (c != '\'' && c != 0x2019) *gap = *n > 0;
    return;
  }
  if (*gap) to[(*n)++] = '-';
  *gap = false;
  memcpy(to + *n, text, len);
  *n += len;
}

/** `name` without marks and case. What utf8proc_map() does, but on the arena, so that
 *  a full arena leaves nothing behind. */
static press_str flatten(press_arena *a, press_str name) {
  const utf8proc_option_t how =
      UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD;
  const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)(name.n ? name.at : "");
  utf8proc_ssize_t n = (utf8proc_ssize_t)name.n;
  utf8proc_ssize_t m = utf8proc_decompose(bytes, n, NULL, 0, how);
  if (m <= 0) return name;
  utf8proc_int32_t *flat = PRESS_NEW(a, utf8proc_int32_t, m + 1);
  m = utf8proc_decompose(bytes, n, flat, m, how);
  m = m < 0 ? m : utf8proc_reencode(flat, m, how);
  return m < 0 ? name : (press_str){(char *)flat, (size_t)m};
}

press_str press_iri__slug(press_arena *a, press_str name) {
  press_str s = flatten(a, name);
  char *to = press_arena__alloc(a, s.n * 13 + 16);
  size_t n = 0;
  bool gap = false;
  for (size_t i = 0; i < s.n;) {
    int32_t c;
    utf8proc_ssize_t step = utf8proc_iterate((const utf8proc_uint8_t *)s.at + i,
                                             (utf8proc_ssize_t)(s.n - i), &c);
    fold(to, &n, step > 0 ? c : ' ', &gap);
    i += step > 0 ? (size_t)step : 1;
  }
  press_str slug = {to, n};
  if (n && n <= SLUG_BYTES) return slug;
  size_t keep = n < SLUG_BYTES ? n : SLUG_BYTES;
  while (keep && (to[keep - 1] == '%' || (keep > 1 && to[keep - 2] == '%'))) keep--;
  return press_str__format(a, "%.*s%s%016llx", (int)keep, to, keep ? "-" : "x",
                           (unsigned long long)press_str__hash(name));
}
