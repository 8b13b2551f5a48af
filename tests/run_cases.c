/** Runs case files: what the pipeline must, and must not, find in small articles.
 *
 *      == title
 *      The text of an article, as long as needed.
 *      ---
 *      statement<TAB>...       some line of `-t layers` begins with these fields
 *      *statement<TAB>...      no line does
 *
 *  "== title [scope all]" runs with beliefs and intentions too. Lines before the first
 *  "==" are for people; so are '#' lines after "---". Cases of a file called open.txt
 *  are known to fail: they are run, and the runner says when one starts to pass. */
#include "pressgraph.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct buffer {
  char *at;
  size_t n, cap;
} buffer;

typedef struct run {
  press_engine *speech, *all;
  unsigned passed, failed, open;
  bool verbose;
} run;

/** One case: slices of the file. */
typedef struct test_case {
  const char *file;
  press_str title, text, expected;
  unsigned line;
} test_case;

static int take(void *to, const char *bytes, size_t n) {
  buffer *b = to;
  if (b->n + n + 1 > b->cap) {
    b->cap = (b->n + n + 1) * 2;
    if (!(b->at = realloc(b->at, b->cap))) abort();
  }
  memcpy(b->at + b->n, bytes, n);
  b->n += n;
  b->at[b->n] = 0;
  return 0;
}

static press_str next_line(press_str *rest) {
  const char *stop = rest->n ? memchr(rest->at, '\n', rest->n) : NULL;
  press_str line = {rest->at, stop ? (size_t)(stop - rest->at) : rest->n};
  size_t used = line.n + (stop != NULL);
  rest->at += used;
  rest->n -= used;
  return line;
}

static bool starts(press_str s, const char *with) {
  return s.n >= strlen(with) && memcmp(s.at, with, strlen(with)) == 0;
}

/** Whether a layer line begins with the fields of `wanted`. */
static bool found(press_str layers, press_str wanted) {
  while (layers.n) {
    press_str line = next_line(&layers);
    if (line.n >= wanted.n && memcmp(line.at, wanted.at, wanted.n) == 0 &&
        (line.n == wanted.n || line.at[wanted.n] == '\t'))
      return true;
  }
  return false;
}

static bool analyse(const press_engine *engine, const test_case *c, buffer *layers,
                    press_error *err) {
  press_doc *doc = NULL;
  press_article article = {.text = c->text, .path = {c->file, strlen(c->file)}};
  bool good = !press_doc_new(&doc, engine, &article, err) && !press_doc_check(doc, err) &&
              !press_doc_write(doc, PRESS_LAYERS, NULL, (press_sink){take, layers}, err);
  press_doc_free(doc);
  return good;
}

/** Prints the lines of the layer that a missing line belongs to. */
static void show_layer(press_str layers, press_str wanted) {
  const char *tab = memchr(wanted.at, '\t', wanted.n);
  size_t n = tab ? (size_t)(tab - wanted.at) + 1 : wanted.n;
  while (layers.n) {
    press_str line = next_line(&layers);
    if (line.n >= n && memcmp(line.at, wanted.at, n) == 0)
      printf("#     found: %.*s\n", (int)line.n, line.at);
  }
}

/** Checks every expected line. Returns how many are wrong. */
static unsigned compare(const test_case *c, press_str layers, bool show) {
  press_str rest = c->expected;
  unsigned wrong = 0, checked = 0;
  while (rest.n) {
    press_str line = next_line(&rest);
    while (line.n && strchr(" \r\t", line.at[line.n - 1])) line.n--;
    if (!line.n || line.at[0] == '#') continue;
    bool negative = line.at[0] == '*';
    press_str wanted = negative ? (press_str){line.at + 1, line.n - 1} : line;
    checked++;
    if (found(layers, wanted) != negative) continue;
    wrong++;
    if (show)
      printf("#   %s: %.*s\n", negative ? "unwanted" : "missing", (int)wanted.n,
             wanted.at);
    if (show) show_layer(layers, wanted);
  }
  if (!checked && show) printf("#   the case expects nothing: it cannot fail\n");
  return wrong + !checked;
}

static void run_case(run *r, const test_case *c) {
  const char *file = strrchr(c->file, '/');
  bool open = strcmp(file ? file + 1 : c->file, "open.txt") == 0;
  bool all =
      c->title.n > 11 && memcmp(c->title.at + c->title.n - 11, "[scope all]", 11) == 0;
  buffer layers = {0};
  press_error err = {0};
  unsigned wrong = 1;
  take(&layers, "", 0);
  if (analyse(all ? r->all : r->speech, c, &layers, &err))
    wrong = compare(c, (press_str){layers.at, layers.n}, !open || r->verbose);
  else
    printf("#   %s\n", err.message);
  if (open && wrong) {
    r->open++;
  } else {
    wrong ? r->failed++ : r->passed++;
    if (open) printf("# now passes, move it out of open.txt:\n");
  }
  if (wrong || open || r->verbose)
    printf("%s - %s:%u: %.*s%s\n", wrong && !open ? "not ok" : "ok", c->file, c->line,
           (int)c->title.n, c->title.at, open && wrong ? " # TODO known to fail" : "");
  free(layers.at);
}

/** Cuts a file into its cases and runs each. */
static void run_file(run *r, const char *file, press_str rest) {
  test_case c = {.file = file};
  int part = 0; /* 0 before the first case, 1 in a text, 2 in the expected lines */
  for (unsigned number = 1; rest.n; number++) {
    const char *at = rest.at;
    press_str line = next_line(&rest);
    if (starts(line, "== ")) {
      if (part == 2) run_case(r, &c);
      c = (test_case){.file = file, .line = number, .title = {line.at + 3, line.n - 3}};
      c.text.at = rest.at;
      part = 1;
    } else if (part == 1 && starts(line, "---") && line.n == 3) {
      c.text.n = (size_t)(at - c.text.at);
      c.expected.at = rest.at;
      part = 2;
    } else if (part == 2) {
      c.expected.n = (size_t)(rest.at - c.expected.at);
    }
  }
  if (part == 2) run_case(r, &c);
}

static bool read_file(const char *path, buffer *into) {
  char chunk[4096];
  FILE *f = fopen(path, "rb");
  if (!f) return false;
  for (size_t n; (n = fread(chunk, 1, sizeof chunk, f)) > 0;) take(into, chunk, n);
  fclose(f);
  return true;
}

/** NAME.tsv beside NAME.txt is the gazetteer of its cases. */
static press_gazetteer *gazetteer_of(const char *file) {
  buffer bytes = {0};
  press_gazetteer *g = NULL;
  press_error err = {0};
  char path[400];
  snprintf(path, sizeof path, "%.*s.tsv", (int)(strlen(file) - strlen(".txt")), file);
  if (strlen(file) < sizeof path - 8 && read_file(path, &bytes) &&
      press_gazetteer_new(&g, (press_str){bytes.at, bytes.n}, NULL, NULL, &err))
    printf("not ok - %s:%u: %s\n", path, err.line, err.message);
  free(bytes.at);
  return g;
}

/** The cases of a file with names of its own. */
static void run_with(run *r, const char *file, press_str bytes, press_gazetteer *own) {
  press_options options = PRESS_OPTIONS_INIT;
  press_engine *usual = r->speech;
  options.gazetteer = own;
  if (press_engine_new(&r->speech, &options, NULL))
    r->failed++;
  else
    run_file(r, file, bytes);
  press_engine_free(r->speech);
  r->speech = usual;
}

static void run_path(run *r, const char *path) {
  buffer file = {0};
  if (!read_file(path, &file)) {
    printf("not ok - cannot read %s\n", path), r->failed++;
  } else {
    press_gazetteer *own = gazetteer_of(path);
    press_str bytes = {file.at, file.n};
    own ? run_with(r, path, bytes, own) : run_file(r, path, bytes);
    press_gazetteer_free(own);
  }
  free(file.at);
}

int main(int argc, char **argv) {
  run r = {0};
  press_error err = {0};
  press_options all = PRESS_OPTIONS_INIT;
  all.scope = PRESS_SCOPE_ALL;
  if (press_engine_new(&r.speech, NULL, &err) || press_engine_new(&r.all, &all, &err)) {
    printf("not ok - engine: %s\n", err.message);
    return 1;
  }
  for (int i = 1; i < argc; i++) {
    if (strcmp(argv[i], "-v") == 0)
      r.verbose = true;
    else
      run_path(&r, argv[i]);
  }
  press_engine_free(r.speech);
  press_engine_free(r.all);
  printf("# cases: %u passed, %u failed, %u open\n", r.passed, r.failed, r.open);
  return r.failed != 0;
}
