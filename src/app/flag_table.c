/** Every option once: its name, its words for --help and the manual, and what it
 *  sets. */
#include "app/flag_table.h"

#include <stdlib.h>
#include <string.h>

#define WHY        256
#define MAX_JOBS   1024
#define MAX_SHARDS 1000000

static bool wrong(char *why, const char *flag, const char *value, const char *expected) {
  snprintf(why, WHY, "--%s: '%.60s' is not %s", flag, value, expected);
  return false;
}

static bool add_kind(app_flags *f, const app_kind *kind) {
  for (unsigned i = 0; i < f->n_to; i++)
    if (f->to[i] == kind) return true;
  f->to[f->n_to++] = kind;
  return true;
}

static bool add_format(app_flags *f, const char *name, size_t n, char *why) {
  const app_kind *kind = app_kind__named(name, n), *two[2];
  if (kind) return add_kind(f, kind);
  if (app_kind__pair(name, n, two)) return add_kind(f, two[0]) && add_kind(f, two[1]);
  int used = snprintf(why, WHY, "format '%.*s' is not available; there are",
                      (int)(n < 30 ? n : 30), name);
  for (size_t i = 0; i < APP_KINDS && used < WHY; i++)
    used += snprintf(why + used, (size_t)(WHY - used), "%s %s", i ? "," : "",
                     app_kinds[i].name);
  return false;
}

static bool set_to(app_flags *f, const char *value, char *why) {
  for (;;) {
    size_t n = strcspn(value, ",");
    if (!add_format(f, value, n, why)) return false;
    if (!value[n]) return true;
    value += n + 1;
  }
}

static bool set_output(app_flags *f, const char *value, char *why) {
  if (!*value) return wrong(why, "output", value, "a file or a directory");
  f->output = strcmp(value, "-") == 0 ? NULL : value;
  return true;
}

static bool set_merge(app_flags *f, const char *value, char *why) {
  (void)value, (void)why;
  return f->merge = true;
}

static bool set_from(app_flags *f, const char *value, char *why) {
  if (strcmp(value, "text") == 0)
    f->from = APP_FROM_TEXT;
  else if (strcmp(value, "ndjson") == 0)
    f->from = APP_FROM_NDJSON;
  else
    return wrong(why, "from", value, "text or ndjson");
  return true;
}

static bool set_scope(app_flags *f, const char *value, char *why) {
  if (strcmp(value, "speech") == 0)
    f->options.scope = PRESS_SCOPE_SPEECH;
  else if (strcmp(value, "all") == 0)
    f->options.scope = PRESS_SCOPE_ALL;
  else
    return wrong(why, "scope", value, "speech or all");
  return true;
}

static bool set_min_score(app_flags *f, const char *value, char *why) {
  char *end;
  double score = strtod(value, &end);
  if (end == value || *end || !(score >= 0 && score <= 1))
    return wrong(why, "min-score", value, "a number from 0 to 1");
  f->options.min_score = (float)score;
  return true;
}

static bool set_top(app_flags *f, const char *value, char *why) {
  char *end;
  unsigned long n = strtoul(value, &end, 10);
  if (value[0] < '0' || value[0] > '9' || *end || n >= PRESS_TOP_USUAL)
    return wrong(why, "top", value, "a number of statements, or 0 for all");
  f->drawing.top = (uint32_t)n;
  return true;
}

static bool set_files_from(app_flags *f, const char *value, char *why) {
  if (!*value) return wrong(why, "files-from", value, "a file of names");
  f->files_from = value;
  return true;
}

static bool set_null(app_flags *f, const char *value, char *why) {
  (void)value, (void)why;
  return f->null = true;
}

static bool set_shard(app_flags *f, const char *value, char *why) {
  char *end = NULL;
  unsigned long k = strtoul(value, &end, 10);
  bool good =
      value[0] >= '0' && value[0] <= '9' && *end == '/' && end[1] >= '0' && end[1] <= '9';
  unsigned long n = good ? strtoul(end + 1, &end, 10) : 0;
  if (!good || *end || k < 1 || k > n || n > MAX_SHARDS)
    return wrong(why, "shard", value, "K/N with K from 1 to N, such as 3/8");
  f->shard = (unsigned)k - 1;
  f->shards = (unsigned)n;
  return true;
}

static bool set_skip_existing(app_flags *f, const char *value, char *why) {
  (void)value, (void)why;
  return f->skip_existing = true;
}

static bool set_errors(app_flags *f, const char *value, char *why) {
  if (strcmp(value, "warn") != 0 && strcmp(value, "fail") != 0)
    return wrong(why, "errors", value, "fail or warn");
  f->forgive = *value == 'w';
  return true;
}

static bool set_line_buffered(app_flags *f, const char *value, char *why) {
  (void)value, (void)why;
  return f->line_buffered = true;
}

static bool set_progress(app_flags *f, const char *value, char *why) {
  static const char *const names[] = {"auto", "none", "line", "json"};
  for (int i = 0; i < 4; i++)
    if (strcmp(value, names[i]) == 0) return f->progress = (app_progress_how)i, true;
  return wrong(why, "progress", value, "auto, none, line or json");
}

static bool set_jobs(app_flags *f, const char *value, char *why) {
  char *end;
  long n = strtol(value, &end, 10);
  if (end == value || *end || n < 1 || n > MAX_JOBS)
    return wrong(why, "jobs", value, "a number from 1 to 1024");
  f->jobs = (unsigned)n;
  return true;
}

/** An absolute IRI: a scheme, a colon, and no character that RDF forbids. */
static bool is_iri(const char *s) {
  size_t scheme =
      strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
  if (!scheme || s[scheme] != ':' || !s[scheme + 1] || strchr("0123456789+-.", s[0]))
    return false;
  for (; *s; s++)
    if ((unsigned char)*s <= 0x20 || *s == 0x7f || strchr("<>\"{}|\\^`", *s))
      return false;
  return true;
}

static bool set_base(app_flags *f, const char *value, char *why) {
  if (!is_iri(value))
    return wrong(why, "base", value, "an absolute IRI such as https://example.org/news/");
  f->base = value;
  return true;
}

static bool set_gazetteer(app_flags *f, const char *value, char *why) {
  if (!*value) return wrong(why, "gazetteer", value, "a file");
  f->gazetteer = value;
  return true;
}

static bool set_color(app_flags *f, const char *value, char *why) {
  static const char *const names[] = {"auto", "always", "never"};
  for (int i = 0; i < 3; i++)
    if (strcmp(value, names[i]) == 0) return f->color = (app_color)i, true;
  return wrong(why, "color", value, "auto, always or never");
}

static bool set_quiet(app_flags *f, const char *value, char *why) {
  (void)value, (void)why;
  return f->quiet = true;
}

static bool set_verbose(app_flags *f, const char *value, char *why) {
  (void)value, (void)why;
  return f->verbose = true;
}

/** The first of --help, --version asked for is done. */
static bool act(app_flags *f, app_action action) {
  if (f->action == APP_DO_RUN) f->action = action;
  return true;
}

static bool set_help(app_flags *f, const char *value, char *why) {
  (void)value, (void)why;
  return act(f, APP_DO_HELP);
}

static bool set_version(app_flags *f, const char *value, char *why) {
  (void)value, (void)why;
  return act(f, APP_DO_VERSION);
}

static bool set_mdoc(app_flags *f, const char *value, char *why) {
  (void)value, (void)why;
  return act(f, APP_DO_MDOC);
}

static const char out[] = "What to write", in[] = "What to read", find[] = "What to find",
                  run[] = "How to run";

const app_flag app_flag_table[] = {
    {out, 't', "to", "FORMAT[,FORMAT]",
     "text (who said what, to read; the default), dot, jsonld,\n"
     "json (one record a line), svg, png, pdf, nquads, turtle,\n"
     "graphml, gexf, cytoscape, csv, neo4j, html (a page to\n"
     "explore in a browser), layers",
     "Several formats need a directory to go to.\n"
     "csv is two tables, NAME.nodes.csv and NAME.edges.csv; neo4j is the same with the "
     "headers that neo4j-admin wants.\ncsv-nodes, csv-edges, neo4j-nodes and neo4j-edges "
     "are one table alone.\n"
     "layers shows every stage of the analysis as plain lines, for debugging.",
     set_to},
    {out, 'o', "output", "PATH",
     "a file (its ending tells the format), or a directory (dot and\n"
     "jsonld for each article unless -t says otherwise)",
     "A path is taken for a directory when it is one, when it ends in a slash, or when "
     "there is no -t and its ending tells no format.\nFiles appear whole or not at all.",
     set_output},
    {out, 'm', "merge", NULL, "one graph over all articles, not one for each", NULL,
     set_merge},
    {out, 0, "base", "IRI", "begin of the IRIs it mints [https://w3id.org/pressgraph/]",
     NULL, set_base},
    {out, 0, "top", "N",
     "draw the N statements that tell most; 0 draws all [30 for one\n"
     "article, 12 more for each further one]",
     "In DOT and pictures.\nEach speaker's first statement comes first, then what is "
     "quoted and what the article's main issues hang on; the rest is counted beside its "
     "speaker.\nWithout it, graphs of over 700 statements and speakers are summed up.",
     set_top},
    {in, 0, "from", "text|ndjson",
     "how to read the input [by its ending: .ndjson and .jsonl are\n"
     "NDJSON, the rest is text]",
     "NDJSON has one object a line: text is needed; id, title, date, url and publisher "
     "are used where given.",
     set_from},
    {in, 0, "files-from", "LIST",
     "read the articles named in LIST too, a file or folder a line\n"
     "(- is standard input)",
     NULL, set_files_from},
    {in, '0', "null", NULL, "names in LIST end in NUL bytes, as find -print0 writes them",
     NULL, set_null},
    {in, 0, "shard", "K/N", "only every Nth article, from the Kth on",
     "Articles are counted over all inputs, so that the N shards together are the whole: "
     "for job arrays.",
     set_shard},
    {find, 0, "scope", "speech|all",
     "what counts as a statement: what was put into words [speech],\n"
     "or beliefs and intentions too",
     NULL, set_scope},
    {find, 0, "min-score", "X", "leave out what is less sure than X, from 0 to 1 [0]",
     NULL, set_min_score},
    {find, 0, "gazetteer", "FILE",
     "names of your own: lines of type, name, aliases, IRI, country,\n"
     "divided by tabs",
     "They override what it would make of these words itself; see\n"
     ".Sx GAZETTEER .",
     set_gazetteer},
    {run, 'j', "jobs", "N",
     "worker threads [the cores]; the output does not depend on it", NULL, set_jobs},
    {run, 0, "skip-existing", NULL,
     "leave out articles whose output files are there already",
     "A run that was interrupted goes on where it stopped.\nWhere the output is one "
     "file, "
     "there is nothing to do when it exists.",
     set_skip_existing},
    {run, 0, "errors", "fail|warn",
     "exit with 1 when articles failed [fail], or with 0 all the\n"
     "same: they are reported either way",
     NULL, set_errors},
    {run, 0, "line-buffered", NULL, "write every record as soon as it is there",
     "Without it, records are gathered while more input is at hand.", set_line_buffered},
    {run, 0, "progress", "HOW",
     "auto (a line on a terminal), none, line or json (an object\n"
     "a second on standard error) [auto]",
     NULL, set_progress},
    {run, 'q', "quiet", NULL, "say only what failed", NULL, set_quiet},
    {run, 'v', "verbose", NULL, "say what was found in each article", NULL, set_verbose},
    {run, 0, "color", "WHEN", "colour messages: auto, always or never [auto]",
     "auto means when standard error is a terminal and NO_COLOR is not set.", set_color},
    {run, 0, "version", NULL, "print the version", NULL, set_version},
    {run, 'h', "help", NULL, "print this", NULL, set_help},
    {NULL, 0, "help-mdoc", NULL, "the option list for the manual", NULL, set_mdoc},
};
const size_t app_n_flags = sizeof app_flag_table / sizeof *app_flag_table;
