#include "app/plan.h"

#include "app/inputs.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define WHY 256

static bool ends_csv(const char *path) {
  size_t n = strlen(path);
  return n > 4 && strcmp(path + n - 4, ".csv") == 0 && path[n - 5] != '/';
}

/** "-o week.csv", with or without -t csv, and no folder of that name. */
static bool is_pair(const app_flags *flags) {
  struct stat st;
  if (!flags->output || !ends_csv(flags->output)) return false;
  if (stat(flags->output, &st) == 0 && S_ISDIR(st.st_mode)) return false;
  for (unsigned i = 0; i < flags->n_to; i++)
    if (flags->to[i]->format < PRESS_CSV_NODES) return false;
  return flags->n_to == 0 || flags->n_to == 2;
}

/** A folder: is one, says so with its slash, or tells no format and -t neither. */
static bool is_folder(const app_flags *flags) {
  const char *path = flags->output;
  struct stat st;
  if (!path) return false;
  if (stat(path, &st) == 0) return S_ISDIR(st.st_mode);
  if (path[strlen(path) - 1] == '/') return true;
  return flags->n_to > 1 || (flags->n_to == 0 && !app_kind__of_path(path));
}

static void add(app_plan *plan, const app_kind *kind) {
  plan->kinds[plan->n_kinds++] = kind;
  plan->graphs |= app_kind__is_graph(kind);
  plan->texts |= kind->format == PRESS_HTML;
}

static void add_named(app_plan *plan, const char *name) {
  add(plan, app_kind__named(name, strlen(name)));
}

static void choose_kinds(app_plan *plan, const app_flags *flags) {
  const app_kind *told = flags->output ? app_kind__of_path(flags->output) : NULL;
  for (unsigned i = 0; i < flags->n_to; i++) add(plan, flags->to[i]);
  const app_kind *two[2];
  if (plan->n_kinds) return;
  if (plan->pair && app_kind__pair("csv", 3, two))
    add(plan, two[0]), add(plan, two[1]);
  else if (plan->folder)
    add_named(plan, "dot"), add_named(plan, "jsonld");
  else if (told)
    add(plan, told);
  else if (flags->from == APP_FROM_RECORDS)
    add_named(plan, "dot");
  else
    add_named(plan, "text");
}

/** One stream takes one format; some formats hold one graph only. */
static bool fits(const app_plan *plan, const app_flags *flags, char *why) {
  const app_kind *kind = plan->kinds[0];
  const char *to = plan->path ? plan->path : "standard output";
  if (plan->n_kinds == 2 && !plan->path && plan->kinds[0]->format >= PRESS_CSV_NODES)
    snprintf(why, WHY,
             "csv is two tables; give a name: -o NAME.csv, a directory: -o DIR/, or ask "
             "for one of them: -t csv-edges");
  else if (plan->n_kinds > 1 && !plan->pair)
    snprintf(why, WHY, "several formats cannot share %.60s; give a directory: -o DIR/",
             to);
  else if (kind->holds == APP_HOLDS_ONE && !flags->merge && !app_inputs__single(flags))
    snprintf(why, WHY,
             "a %s file holds one graph; use -m to merge the articles, or give a "
             "directory: -o DIR/",
             kind->name);
  else if (kind->binary && !plan->path && isatty(STDOUT_FILENO))
    snprintf(why, WHY, "%s is not for a terminal; give a file: -o FILE.%s", kind->name,
             kind->name);
  else
    return true;
  return false;
}

/** "-o week.html" means a file, of a format that is not there. */
static bool odd_ending(const app_plan *plan, const app_flags *flags, char *why) {
  struct stat st;
  if (!plan->folder || flags->n_to || stat(plan->path, &st) == 0) return false;
  const char *slash = strrchr(plan->path, '/');
  const char *name = slash ? slash + 1 : plan->path;
  const char *dot = strrchr(name, '.');
  if (!dot || dot == name || !dot[1]) return false;
  snprintf(why, WHY,
           "'%.30s' is the ending of no format that is available; give one with -t, or a "
           "directory: -o DIR/",
           dot);
  return true;
}

/** Records have no text: they make a graph, nothing else. */
static bool suits_records(const app_plan *plan, const app_flags *flags, char *why) {
  for (unsigned i = 0; i < plan->n_kinds; i++) {
    if (flags->from != APP_FROM_RECORDS || app_kind__is_graph(plan->kinds[i])) continue;
    snprintf(why, WHY, "merge makes a graph, which %s is not; take dot, jsonld, png...",
             plan->kinds[i]->name);
    return false;
  }
  return true;
}

bool app_plan__make(app_plan *out, const app_flags *flags, char *why) {
  *out = (app_plan){.path = flags->output, .pair = is_pair(flags)};
  out->folder = !out->pair && is_folder(flags);
  if (odd_ending(out, flags, why)) return false;
  choose_kinds(out, flags);
  return suits_records(out, flags, why) && (out->folder || fits(out, flags, why));
}

char *app_plan__file(const app_plan *plan, const char *name, const app_kind *kind) {
  char ending[16];
  const char *dir = plan->path;
  return app_mem__format("%s%s%s.%s", dir, dir[strlen(dir) - 1] == '/' ? "" : "/", name,
                         app_kind__ending(kind, ending, sizeof ending));
}

/** "week.csv" to "week.nodes.csv". */
static char *one_of_pair(const app_plan *plan, const app_kind *kind) {
  char ending[16];
  return app_mem__format("%.*s%s", (int)strlen(plan->path) - 3, plan->path,
                         app_kind__ending(kind, ending, sizeof ending));
}

char *app_plan__stream(const app_plan *plan, unsigned i) {
  if (plan->pair) return one_of_pair(plan, plan->kinds[i]);
  if (plan->folder) return app_plan__file(plan, "merged", plan->kinds[i]);
  return plan->path ? app_mem__copy(plan->path) : NULL;
}

bool app_plan__is_done(const app_plan *plan, const char *name) {
  bool done = plan->path != NULL;
  for (unsigned i = 0; done && i < plan->n_kinds; i++) {
    char *path =
        name ? app_plan__file(plan, name, plan->kinds[i]) : app_plan__stream(plan, i);
    done = access(path, F_OK) == 0;
    free(path);
  }
  return done;
}
