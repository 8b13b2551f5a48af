/** The words in a picture. */
#include "write/dot.h"
#include "write/label.h"

/* Sizes, in columns and points. */
#define STATEMENT_WIDE   28 /* up to FEW statements; a column more for each further one */
#define STATEMENT_WIDEST 42
#define FEW              6
#define STATEMENT_MOST   140
#define TITLE_WIDE       84
#define HEADLINE_WIDE    40
#define HEADLINE_MOST    110
#define NAME_WIDE        30
#define ROLE_WIDE        34
#define ROLE_MOST        68
#define TOPIC_WIDE       20
#define TOPIC_MOST       60
#define EVENT_WIDE       30
#define EVENT_MOST       60
#define SMALL            "9.5"
#define LINE             "<BR ALIGN=\"LEFT\"/>"
#define GREY             "#555555"

static press_str value(const press_plan *p, uint32_t at, press_key key) {
  return press_view__value(&p->view->nodes[at], key);
}

static press_str join(press_arena *a, press_str x, const char *sep, press_str y) {
  return press_str__join(a, x, press_str__of(sep), y);
}

/** The name at the far end of the first edge of a kind. */
static press_str far_name(const press_plan *p, uint32_t at, press_edge_kind kind) {
  uint32_t i;
  if (!press_view__out(p->view, at, kind, &i)) return (press_str){NULL, 0};
  return value(p, p->view->edges[i].to, PRESS_KEY_NAME);
}

/** "Foreign Minister, Norway": the first role that is not part of another one. On a
 *  side, whose name stands over it, the country goes without saying. */
static press_str described(press_arena *a, const press_plan *p,
                           const press_plan_node *node) {
  uint32_t at = node->at;
  const press_view_node *n = &p->view->nodes[at];
  press_str role = {NULL, 0};
  for (uint32_t i = 0; i < n->n_attrs; i++)
    if (n->attrs[i].key == PRESS_KEY_ROLE && n->attrs[i].value.n > role.n)
      role = n->attrs[i].value;
  role = press_label__cut(a, role, ROLE_MOST);
  press_str country = {NULL, 0};
  if (node->side == PRESS_NONE) country = far_name(p, at, PRESS_EDGE_COUNTRY);
  press_str of = far_name(p, at, PRESS_EDGE_AFFILIATED);
  bool told = of.n && press_str__find(role, of) != PRESS_NONE;
  return join(a, join(a, role, ", ", told ? (press_str){NULL, 0} : of), ", ", country);
}

/** Lines of `s`, the last without its line end: for centred labels. */
static press_str centred(press_arena *a, press_str s, uint32_t wide) {
  press_str all = press_label__wrap(a, s, wide, "<BR/>");
  return press_str__sub(all, 0, all.n - 5);
}

static press_str actor(press_arena *a, const press_plan *p, const press_plan_node *n) {
  press_str name = value(p, n->at, PRESS_KEY_NAME);
  press_str all = press_str__format(
      a, "<B>%.*s</B>",
      SFMT(centred(a, press_label__cut(a, name, 2 * NAME_WIDE), NAME_WIDE)));
  bool state = n->look == PRESS_LOOK_COUNTRY;
  press_str more = state ? S("the state") : described(a, p, n);
  if (state && !value(p, n->at, PRESS_KEY_CODE3).n) more = S("the union"); /* the EU */
  bool named = !value(p, n->at, PRESS_KEY_UNNAMED).n; /* "a study" is no organisation */
  if (!more.n && named && n->look != PRESS_LOOK_PERSON)
    more = n->look == PRESS_LOOK_PLACE ? S("place") : S("organisation");
  if (more.n)
    all = press_str__format(a, "%.*s<BR/>\n<FONT POINT-SIZE=\"" SMALL "\">%.*s</FONT>",
                            SFMT(all), SFMT(centred(a, more, ROLE_WIDE)));
  if (n->folded)
    all = press_str__format(
        a, "%.*s<BR/>\n<FONT POINT-SIZE=\"" SMALL "\"><I>%u more statement%s</I></FONT>",
        SFMT(all), n->folded, n->folded == 1 ? "" : "s");
  if (p->sum)
    all = press_str__format(
        a, "%.*s<BR/>\n<FONT POINT-SIZE=\"" SMALL "\">%u statements</FONT>", SFMT(all),
        n->count);
  return all;
}

/** Many statements get wider notes, so that the picture does not grow too tall. */
static uint32_t note_width(const press_plan *p) {
  uint32_t more = p->n_statements > FEW ? p->n_statements - FEW : 0;
  uint32_t wide = STATEMENT_WIDE + more;
  return wide < STATEMENT_WIDEST ? wide : STATEMENT_WIDEST;
}

static press_str statement(press_arena *a, const press_plan *p,
                           const press_plan_node *n) {
  press_str text = press_label__cut(a, value(p, n->at, PRESS_KEY_TEXT), STATEMENT_MOST);
  press_str all = press_label__wrap(a, text, note_width(p), LINE);
  press_str to = far_name(p, n->at, PRESS_EDGE_TO);
  if (!to.n) return join(a, all, "", S("\n"));
  to = press_label__html(a, press_label__cut(a, to, STATEMENT_WIDE));
  return press_str__format(
      a, "%.*s\n<FONT POINT-SIZE=\"9\" COLOR=\"" GREY "\">to %.*s</FONT>" LINE, SFMT(all),
      SFMT(to));
}

static press_str topic(press_arena *a, const press_plan *p, const press_plan_node *n) {
  press_str name = press_label__cut(a, value(p, n->at, PRESS_KEY_NAME), TOPIC_MOST);
  return join(a, centred(a, name, TOPIC_WIDE), "", S("\n"));
}

/** The words along an event: "threatened (tariff)". */
static press_str event(press_arena *a, const press_plan *p, const press_plan_node *n) {
  press_str words = press_label__clean(a, value(p, n->at, PRESS_KEY_CUE));
  press_str issue = far_name(p, n->at, PRESS_EDGE_ABOUT);
  press_str status = value(p, n->at, PRESS_KEY_STATUS);
  if (press_str__eq(status, S("negated"))) words = join(a, S("not:"), " ", words);
  if (press_str__eq(status, S("hypothetical")))
    words = join(a, S("possible:"), " ", words);
  if (issue.n) words = press_str__format(a, "%.*s (%.*s)", SFMT(words), SFMT(issue));
  words = press_label__cut(a, words, EVENT_MOST);
  if (n->count > 1) words = press_str__format(a, "%.*s ×%u", SFMT(words), n->count);
  return press_str__format(a, "<B>%.*s</B>\n", SFMT(centred(a, words, EVENT_WIDE)));
}

press_str press_caption__node(press_arena *a, const press_plan *p, uint32_t node) {
  const press_plan_node *n = &p->nodes.at[node];
  switch (n->look) {
  case PRESS_LOOK_STATEMENT:
    return statement(a, p, n);
  case PRESS_LOOK_EVENT:
    return event(a, p, n);
  case PRESS_LOOK_UNKNOWN:
    return S("<I>unknown speaker</I>\n");
  case PRESS_LOOK_ISSUE:
    return topic(a, p, n);
  case PRESS_LOOK_COUNTRY:
    return n->left ? actor(a, p, n) : topic(a, p, n);
  default:
    return actor(a, p, n);
  }
}

/* ---- title ---- */

static press_str file_name(press_str path) {
  for (size_t i = path.n; i--;)
    if (path.at[i] == '/') return press_str__sub(path, i + 1, path.n);
  return path;
}

static press_str headline(const press_plan *p, uint32_t article) {
  press_str title = value(p, article, PRESS_KEY_NAME);
  return title.n ? title : file_name(value(p, article, PRESS_KEY_PATH));
}

press_str press_caption__title(press_arena *a, const press_plan *p) {
  if (p->articles.n == 1) {
    press_str title = press_label__clean(a, headline(p, p->articles.at[0]));
    return join(a, S("Who said what"), ": ", title);
  }
  return press_str__format(a, "Who said what in %u articles", p->articles.n);
}

static press_str counted(press_arena *a, uint32_t n, const char *one, const char *many) {
  return n ? press_str__format(a, "%u %s", n, n == 1 ? one : many) : (press_str){NULL, 0};
}

/** "3–5 March 2031" would be nicer, but first and last date are right everywhere. */
static press_str dates(press_arena *a, const press_plan *p) {
  press_str first = {NULL, 0}, last = {NULL, 0};
  for (uint32_t i = 0; i < p->articles.n; i++) {
    press_str d = value(p, p->articles.at[i], PRESS_KEY_DATE);
    if (!d.n) continue;
    if (!first.n) first = d;
    last = d;
  }
  press_str from = press_label__date(a, first), to = press_label__date(a, last);
  return press_str__eq(from, to) ? from : join(a, from, " – ", to);
}

static press_str counts(press_arena *a, const press_plan *p) {
  press_str all = {NULL, 0};
  if (p->articles.n > 1) all = counted(a, p->articles.n, "article", "articles");
  press_str said = counted(a, p->n_statements, "statement", "statements");
  if (!said.n) said = S("no statement");
  said = join(a, said, " by ", counted(a, p->n_speakers, "speaker", "speakers"));
  all = join(a, all, ", ", said);
  all = join(a, all, ", ", counted(a, p->n_events, "event", "events"));
  if (p->articles.n > 1) all = join(a, all, ", ", dates(a, p));
  if (p->articles.n == 1) {
    uint32_t at = p->articles.at[0];
    all = join(a, all, " · ", value(p, at, PRESS_KEY_PUBLISHER));
    all = join(a, all, " · ", press_label__date(a, value(p, at, PRESS_KEY_DATE)));
  }
  if (p->focus.n) all = join(a, all, " · only what has to do with ", p->focus);
  press_str hidden = counted(a, p->hidden_statements, "statement", "statements");
  hidden = join(a, hidden, ", ", counted(a, p->hidden_issues, "issue", "issues"));
  hidden = join(a, hidden, ", ", counted(a, p->hidden_countries, "country", "countries"));
  hidden = join(a, hidden, ", ", counted(a, p->hidden_events, "event", "events"));
  return join(a, all, " · not drawn: ", hidden);
}

/** One field of the legend, drawn only when the picture has such a thing. */
typedef struct sample {
  const char *cell;
  uint32_t looks; /**< press_look bits */
  uint32_t lines; /**< press_line bits */
  const char *form;
} sample;

#define BOX(fill, border, style, word)                                                   \
  "<TD BGCOLOR=\"" fill "\" COLOR=\"" border "\"" style ">" word "</TD>\n"
#define WORD(color, text)                                                                \
  "<TD BORDER=\"0\"><FONT COLOR=\"" color "\">" text "</FONT></TD>\n"

static const sample legend[] = {
    {BOX("#D6EAF6", "#0072B2", " STYLE=\"ROUNDED\"", "person"), 1 << PRESS_LOOK_PERSON, 0,
     0},
    {BOX("#F6E3EE", "#CC79A7", "", "organisation"), 1 << PRESS_LOOK_ORGANIZATION, 0, 0},
    {BOX("#D3EFE4", "#009E73", "", "country"), 1 << PRESS_LOOK_COUNTRY, 0, 0},
    {BOX("#FCEBC5", "#E69F00", " STYLE=\"ROUNDED\"", "issue"), 1 << PRESS_LOOK_ISSUE, 0,
     0},
    {BOX("#FFFFFF", GREY, "", "direct speech"), 0, 0, "direct"},
    {BOX("#FFFFFF", GREY, " STYLE=\"DASHED\"", "part quoted"), 0, 0, "mixed"},
    {BOX("#FFFFFF", GREY, " STYLE=\"DOTTED\"", "indirect"), 0, 0, "indirect"},
    {WORD("#0072B2", "<B>→</B> says"), 0, 1 << PRESS_LINE_SAYS, 0},
    {WORD("#8A6100", "<B>–</B> is about"), 0,
     1 << PRESS_LINE_ABOUT | 1 << PRESS_LINE_COUNTRY, 0},
    {WORD("#A84300", "<B>→ acts on</B>"), 0, 1 << PRESS_LINE_AGENT, 0},
};

static bool used(const press_plan *p, const sample *s) {
  for (uint32_t i = 0; i < p->nodes.n; i++) {
    const press_plan_node *n = &p->nodes.at[i];
    if (s->looks >> n->look & 1) return true;
    if (s->form && n->look == PRESS_LOOK_STATEMENT &&
        press_str__eq(value(p, n->at, PRESS_KEY_FORM), press_str__of(s->form)))
      return true;
  }
  for (uint32_t i = 0; i < p->edges.n; i++)
    if (s->lines >> p->edges.at[i].line & 1) return true;
  return false;
}

/** A long title would stretch the legend: empty cells beside it take their share. */
#define FILL  "13"
#define EMPTY "<TD></TD><TD></TD><TD></TD><TD></TD>"

press_str press_caption__graph(press_arena *a, const press_plan *p) {
  press_str cells = {NULL, 0};
  for (size_t i = 0; i < sizeof legend / sizeof *legend; i++)
    if (used(p, &legend[i])) cells = join(a, cells, "", press_str__of(legend[i].cell));
  press_str title = press_label__cut(a, press_caption__title(a, p), 2 * TITLE_WIDE);
  title = press_label__wrap(a, title, TITLE_WIDE, LINE);
  press_str all = press_str__format(
      a,
      "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\">\n"
      "<TR><TD COLSPAN=\"" FILL
      "\" ALIGN=\"LEFT\"><FONT POINT-SIZE=\"18\"><B>%.*s</B></FONT></TD></TR>\n"
      "<TR><TD COLSPAN=\"" FILL "\" ALIGN=\"LEFT\"><FONT COLOR=\"" GREY
      "\">%.*s</FONT></TD></TR>\n",
      SFMT(title), SFMT(press_label__html(a, counts(a, p))));
  if (cells.n)
    all = press_str__format(
        a,
        "%.*s<TR><TD ALIGN=\"LEFT\"><TABLE BORDER=\"0\" CELLBORDER=\"1\" "
        "CELLSPACING=\"5\" CELLPADDING=\"4\"><TR>\n%.*s</TR></TABLE>"
        "</TD>" EMPTY EMPTY EMPTY "</TR>\n",
        SFMT(all), SFMT(cells));
  return join(a, all, "", S("</TABLE>"));
}

press_str press_caption__cluster(press_arena *a, const press_plan *p, uint32_t article) {
  press_str where = join(a, value(p, article, PRESS_KEY_PUBLISHER), " · ",
                         press_label__date(a, value(p, article, PRESS_KEY_DATE)));
  press_str title = {NULL, 0};
  if (p->articles.n > 1)
    title = press_label__wrap(a, press_label__cut(a, headline(p, article), HEADLINE_MOST),
                              HEADLINE_WIDE, LINE);
  if (title.n) title = press_str__format(a, "<B>%.*s</B>\n", SFMT(title));
  if (!where.n) return title;
  where = press_label__wrap(a, where, HEADLINE_WIDE, LINE);
  return press_str__format(a, "%.*s<FONT COLOR=\"#444444\">%.*s</FONT>\n", SFMT(title),
                           SFMT(where));
}
