/** The workings shared by mentions.c, names.c, roles.c, entities.c, resolve.c and
 *  pronouns.c: mentions and entities while they are still being put together. */
#ifndef PRESS_PEOPLE_H
#define PRESS_PEOPLE_H

#include "base/vec.h"
#include "find/find.h"

typedef enum press_gender {
  PRESS_GENDER_OPEN, /**< not known, or both */
  PRESS_GENDER_MALE,
  PRESS_GENDER_FEMALE
} press_gender;

/** A figure that is not yet known for a person, organisation or place. */
#define PRESS_TYPE_OPEN 3

/** A mention in the making. */
typedef struct press_draft {
  press_mention m;      /**< `who` is filled last */
  press_range shown;    /**< `m.at` with "Mr" before it: what an entity lists */
  uint32_t figure;      /**< or PRESS_NONE */
  uint32_t country;     /**< that the phrase names, or PRESS_NONE */
  uint32_t sentence;    /**< */
  uint32_t own;         /**< hit of the caller's gazetteer, or PRESS_NONE */
  const press_row *row; /**< of roles or collectives, where one fits */
  uint8_t type;         /**< press_entity_type or PRESS_TYPE_OPEN */
  uint8_t gender;       /**< press_gender */
  bool definite;        /**< "the", "this", a possessive */
  bool source;          /**< heads the source of an attribution */
  bool argument;        /**< subject or object of a verb */
  bool aside;           /**< in a byline or dateline: makes no entity alone */
} press_draft;

/** One role of a figure. */
typedef struct press_part {
  press_str text;       /**< as a reader would write it */
  press_range at;       /**< its tokens */
  const press_row *row; /**< of roles, or NULL */
} press_part;

/** An entity in the making. */
typedef struct press_figure {
  press_str name;           /**< the fullest so far */
  press_str given, surname; /**< lower case; persons */
  press_str key;            /**< lower case */
  PRESS_VEC(press_part) parts;
  PRESS_VEC(uint32_t) affiliations; /**< figures */
  const press_row *row;             /**< of roles or collectives, for what has no name */
  uint32_t country;                 /**< or PRESS_NONE */
  uint32_t own;                     /**< hit of the caller's gazetteer, or PRESS_NONE */
  uint32_t n;                       /**< names so far */
  uint32_t first_name;              /**< token of its first name, or PRESS_NONE */
  uint32_t last;                    /**< draft that meant it last */
  uint32_t last_sentence;           /**< */
  uint32_t same;        /**< figure that this one turned out to be, or PRESS_NONE */
  uint32_t seen, first; /**< mentions up to here, and the first draft */
  uint8_t type, gender;
  uint8_t age; /**< in years, 0 where it is not told */
  bool unnamed, plural;
  bool related;       /**< "her husband", "his rival": called by a tie to somebody */
  bool guessed;       /**< the gender is that of a single name, which may be a surname */
  bool joined_suffix; /**< "Jr." and the like stand in the name */
} press_figure;

/** Most figures that one key ("clinton", "minister") keeps at hand. */
#define PRESS_RECENT 8

/** Figures that share a key, the latest first. */
typedef struct press_recent {
  uint32_t at[PRESS_RECENT];
  uint32_t n;
} press_recent;

/** A key to the figures that share it. */
typedef struct press_register {
  press_map map;
  PRESS_VEC(press_recent) lists;
} press_register;

/** All that the stage works on. */
typedef struct press_cast {
  const press_context *cx;
  press_found *f;
  PRESS_VEC(press_draft) drafts;   /**< in text order once sorted */
  PRESS_VEC(press_figure) figures; /**< by first mention */
  press_range *np;                 /**< for each token the noun phrase that it heads */
  press_range *whole;              /**< for each token all that hangs from it */
  uint32_t *name_of;    /**< token to draft that names with it, or PRESS_NONE */
  uint32_t *place_of;   /**< token to press_place, or PRESS_NONE */
  uint8_t *used;        /**< tokens that belong to a name's title or role */
  uint32_t *source_of;  /**< token to the attribution that it is in the source of */
  uint32_t *content_of; /**< the same for contents */
  uint32_t *speaker_of; /**< quoted token to the draft that speaks it, or PRESS_NONE */
  uint32_t *headed;     /**< token to the draft that it heads, once sorted */
  uint32_t governor;    /**< the figure whose government the article names last */
  uint32_t lead_end;    /**< first sentence behind the lead; 0 while not known */
  uint32_t home;        /**< the country that the article is at home in, or none */
  press_register surnames, givens, keys, heads, offices;
  uint32_t *story; /**< for each sentence how many before it are not all quotation */
  const struct press_pronoun_weights *weights; /**< of pronouns' clues */
  const struct press_pronoun_watch *watch;     /**< the trainer's, or NULL */
} press_cast;

/* ---- tree.c ---- */

press_str press_people__low(const press_cast *c, uint32_t token);
/** The token is `word` (lower case). */
bool press_people__is(const press_cast *c, uint32_t token, const char *word);
/** `w` is one of `words`, a list that ends with NULL. */
bool press_people__one_of(const char *const *words, press_str w);
/** A month, a day of the week, a feast. */
bool press_people__dated(const press_cast *c, uint32_t token);
uint8_t press_people__upos(const press_cast *c, uint32_t token);
press_sentence press_people__sentence(const press_cast *c, uint32_t token);
/** Begins with a capital letter. */
bool press_people__capital(const press_cast *c, uint32_t token);
/** Lower-case tokens [begin, end), one space between: the form of table keys. */
press_str press_people__key(const press_cast *c, uint32_t begin, uint32_t end);
/** The text of tokens as a reader would write it: white space made single. */
press_str press_people__text(const press_cast *c, press_range at);
/** The row of the longest key of `t` that ends before token `end`, not reaching
 *  before `from`; `*begin` is where it begins. NULL when there is none. */
const press_row *press_people__ends(const press_cast *c, const press_table *t,
                                    uint32_t from, uint32_t end, uint32_t *begin);
/** The same for the longest key that begins at `begin`, up to `to`. */
const press_row *press_people__starts(const press_cast *c, const press_table *t,
                                      uint32_t begin, uint32_t to, uint32_t *end);
uint8_t press_people__gender(press_str column);
/** The token of `at` that hangs from outside of it. */
uint32_t press_people__head(const press_cast *c, press_range at);
/** Makes the head of `at`, which holds the draft's name with titles or a role, the
 *  draft's own head. */
void press_people__lift(const press_cast *c, press_draft *d, press_range at);
press_draft *press_people__draft(press_cast *c, press_range at, uint8_t kind);
/** Fills np, whole, place_of, source_of, content_of. */
void press_people__prepare(press_cast *c);

/* ---- mentions.c ---- */

/** Adds drafts for countries, roles, nominals and pronouns, then sorts all. */
void press_people__nominals(press_cast *c);

/* ---- entities.c ---- */

/** Finds all mentions and whom they mean: runs the people files in order. */
void press_people__cast(press_cast *c);

/* ---- names.c ---- */

/** Adds drafts for names: the name finder's, mended and made consistent. */
void press_people__names(press_cast *c);

/** Names of organisations end in such a word: "Foods", "Board", "Inc". */
bool press_people__ends_body(const press_cast *c, press_str word);

/* ---- join.c ---- */

/** Makes figures of the names' drafts. */
void press_people__join(press_cast *c);
uint32_t press_people__figure(press_cast *c, press_str name, uint8_t type);
/** Makes figures of the drafts that the caller's gazetteer names. */
void press_people__join_own(press_cast *c);
/** The gender of a given name, lower case. */
uint8_t press_people__gender_of(const press_cast *c, press_str given);
/** Draft `i` names `figure`; its name is the draft's where that is better. */
void press_people__take(press_cast *c, uint32_t i, uint32_t figure);
/** The keys that a longer name of a thing may be shortened to. */
void press_people__shorten(press_cast *c, press_range at, uint32_t figure);
/** The figures under `key`, latest first; NULL when there are none. */
press_recent *press_register__get(press_register *r, press_str key);
/** Puts figure `id` in front under `key`. */
void press_register__put(press_cast *c, press_register *r, press_str key, uint32_t id);

/** Two genders that one figure may have, each perhaps not known. */
bool press_people__agrees(uint8_t a, uint8_t b);

/* ---- roles.c ---- */

/** Finds the roles, affiliations and countries that stand beside names. */
void press_people__roles(press_cast *c);
/** Gives the figure of `draft` the role whose words begin at `role` within `at`. */
void press_people__give(press_cast *c, uint32_t draft, press_range at, uint32_t role,
                        const press_row *row);
/** Makes the organisations named in `at` the figure's own. */
void press_people__affiliate(press_cast *c, press_figure *g, press_range at);
/** May stand before a role within its phrase. */
bool press_people__modifies(const press_cast *c, uint32_t token);
/** Where the phrase begins whose role word is `role`, not before `from`. */
uint32_t press_people__phrase_begin(const press_cast *c, uint32_t role, uint32_t from);

/* ---- apposition.c ---- */

void press_people__after(press_cast *c, uint32_t draft);
void press_people__copula(press_cast *c, uint32_t draft);

/* ---- country.c ---- */

/** Finds an organisation's or place's own country. */
void press_people__settle(press_cast *c, uint32_t draft);

/** The country of the words in `at`: a place named there, or an institution. */
uint32_t press_people__country_in(const press_cast *c, press_range at);
/** Index of the first of the codes ("US,GB") that the article has. */
uint32_t press_people__country_of(const press_cast *c, press_str codes);
/** "ambassador to Iceland" is not of Iceland: `token` stands after such a word. */
bool press_people__towards(const press_cast *c, uint32_t token, uint32_t begin);
/** Gives figures with roles their countries, and the article its home. */
void press_people__countries(press_cast *c);

/* ---- nameless.c ---- */

/** "the", "this". */
bool press_people__article(press_str word);
/** The words that a figure without a name goes by: its phrase up to a clause. */
press_range press_people__words_of(const press_cast *c, const press_draft *d);
/** What "the Home Office letter" or "Orr's statement" says its owner says. */
bool press_people__document(press_cast *c, uint32_t i);
/** The figure of `type` under `key`, or PRESS_NONE. */
uint32_t press_people__by_key(press_cast *c, press_str key, uint8_t type);
/** Gives draft `i` a figure without a name; one that goes by the same words is the
 *  same. */
void press_people__nameless(press_cast *c, uint32_t i);

/* ---- describe.c, describe_look.c, describe_body.c ---- */

/** The noun phrase of draft `i` only describes somebody spoken of before ("the
 *  German", "the 41-year-old", "the former nurse"): then it means that person. */
bool press_people__described(press_cast *c, uint32_t i);
/** A noun that by its ending means a person, though no table has it. */
bool press_people__doer(press_str low);
/** A demonym for one person: "the German", "the Scot"; not "the British". */
bool press_people__national(const press_cast *c, const press_draft *d);
/** Gives figures the ages that stand beside their names. */
void press_people__ages(press_cast *c);
/** Two countries that one figure may have, each perhaps not known. */
bool press_people__same_land(uint32_t a, uint32_t b);
/** The same for organisations: "the hedge fund", "the Irish group". */
bool press_people__described_body(press_cast *c, uint32_t i);

/* ---- beside.c ---- */

/** Draft `i` has a name in apposition: "the operator, Huron Rail,". */
bool press_people__apposed(press_cast *c, uint32_t i);

/* ---- introduce.c ---- */

/** The name of draft `i`, if it comes up for the first time, may be of somebody whom
 *  the lead only described: then both are one figure. */
void press_people__introduce(press_cast *c, uint32_t i);
/** The figure that `figure` turned out to be. */
uint32_t press_people__same(const press_cast *c, uint32_t figure);

/* ---- organisations.c ---- */

/** Says whom the noun of draft `i` means, which is no role. */
void press_people__nominal(press_cast *c, uint32_t i);

/* ---- resolve.c, pronouns.c, speakers.c ---- */

/** Says whom roles, nominals and pronouns mean, in text order. */
void press_people__resolve(press_cast *c);
/** Draft `i` means `figure`. */
void press_people__mean(press_cast *c, uint32_t i, uint32_t figure);
/** Says whom the pronoun of draft `i` means. */
void press_people__pronoun(press_cast *c, uint32_t i);
/** Sets `story`, and `weights` from the table unless they are set. */
void press_people__pronouns_ready(press_cast *c);
/** The draft that is the source of attribution `a`, or PRESS_NONE. */
uint32_t press_people__source(const press_cast *c, uint32_t a);
/** Finds who speaks each quotation. */
void press_people__quotes(press_cast *c);
/** "I" and "you" of draft `i` inside a quotation, as far as the speaker is known. */
void press_people__speaker(press_cast *c, uint32_t i);
/** "I", "we" and their forms. */
bool press_people__first_person(press_str low);

/** Whether a figure speaks for a state (offices.c). */
bool press_people__official(const press_cast *c, const press_figure *g);

#endif
