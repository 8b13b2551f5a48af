/** Minting IRIs from content, so that two runs name the same thing alike and the
 *  union of two outputs is the graph of both. */
#ifndef PRESS_IRI_H
#define PRESS_IRI_H

#include "base/error.h"
#include "base/str.h"

#define PRESS_IRI_BASE     "https://w3id.org/pressgraph/"
#define PRESS_IRI_WIKIDATA "http://www.wikidata.org/entity/"
#define PRESS_IRI_MEDTOP   "http://cv.iptc.org/newscodes/mediatopic/"

/** `base` or the usual one. PRESS_ERR_ARG when it is not an absolute IRI of
 *  characters that an IRI may hold. */
press_status press_iri__base(const char *base, press_str *out, press_error *err);
/** Whether `s` may stand as an absolute IRI as it is: scheme, then ASCII that RFC
 *  3986 allows. */
bool press_iri__valid(press_str s);
/** BASE article/ and the first 32 digits of `sha256`. */
press_str press_iri__article(press_arena *a, press_str base, const char *sha256);
/** ARTICLE # `key` = begin,end: key "s" statement, "e" event, "n" an actor known by
 *  a description only, "char" a selector (RFC 5147). Code points. */
press_str press_iri__part(press_arena *a, press_str article, const char *key,
                          uint32_t begin, uint32_t end);
/** BASE `type` / slug of `name`. */
press_str press_iri__named(press_arena *a, press_str base, const char *type,
                           press_str name);
/** "person", "organization", "place": the word in IRIs and records. */
const char *press_iri__entity_type(press_entity_type type);
/** By name; an actor known by a description only ("a senior official") is minted
 *  from its first mention, as two of them need not be the same. */
press_str press_iri__entity(press_arena *a, press_str base, const press_doc *doc,
                            const press_entity *e);
/** wd:Q... written out, or BASE country/CODE where there is no Wikidata id. */
press_str press_iri__country(press_arena *a, press_str base, const press_country *c);
/** "Jón Ásgeirsson" to "jon-asgeirsson"; scripts that do not fold to ASCII stay,
 *  percent-encoded. Never empty. */
press_str press_iri__slug(press_arena *a, press_str name);

#endif
