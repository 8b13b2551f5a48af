#include "app/walk.h"

#include "app/say.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static int by_name(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static void read_names(DIR *dir, app_folder *f) {
  unsigned cap = 0;
  for (struct dirent *e; (e = readdir(dir));) {
    if (e->d_name[0] == '.') continue; /* hidden files, and our own temporary ones */
    if (f->n == cap) {
      cap = cap ? cap * 2 : 32;
      f->names = app_mem__realloc(f->names, cap * sizeof *f->names);
    }
    f->names[f->n++] = app_mem__copy(e->d_name);
  }
  if (f->n) qsort(f->names, f->n, sizeof *f->names, by_name);
}

static bool fail(app_found_file *out, const char *why, int error) {
  out->why = why;
  out->error = error;
  return true;
}

/** Opens the folder `out->path`. True when that failed and `out` says so. */
static bool enter(app_walk *w, app_found_file *out) {
  if (w->depth == APP_WALK_DEPTH)
    return fail(out, "folders are nested too deep (over 64)", 0);
  DIR *dir = opendir(out->path);
  if (!dir) return fail(out, "cannot read this folder", errno);
  app_folder f = {.path = out->path};
  errno = 0;
  read_names(dir, &f);
  closedir(dir);
  w->stack[w->depth++] = f;
  out->path = NULL;
  return false;
}

static void leave(app_walk *w) {
  app_folder *f = &w->stack[--w->depth];
  for (unsigned i = 0; i < f->n; i++) free(f->names[i]);
  free(f->names);
  free(f->path);
}

/** Looks at the next name of the innermost folder. True: `out` is for the caller. */
static bool step(app_walk *w, app_found_file *out) {
  app_folder *f = &w->stack[w->depth - 1];
  const char *name = f->names[f->at++];
  size_t n = strlen(f->path);
  struct stat st;
  out->path = app_mem__format("%s%s%s", f->path, f->path[n - 1] == '/' ? "" : "/", name);
  out->name = out->path + w->root_chars;
  bool known = lstat(out->path, &st) == 0;
  if (known && S_ISDIR(st.st_mode)) return enter(w, out);
  if (known && S_ISLNK(st.st_mode)) known = stat(out->path, &st) == 0;
  if (w->wanted(w->to, name) && !(known && S_ISDIR(st.st_mode))) return w->found = true;
  free(out->path);
  out->path = NULL;
  return false;
}

/** Begins the next name of the command line. True: `out` is for the caller. */
static bool start(app_walk *w, app_found_file *out) {
  const char *root = w->roots[w->at++];
  const char *slash = strrchr(root, '/');
  struct stat st;
  out->path = app_mem__copy(root);
  out->name = out->path + (slash ? slash + 1 - root : 0);
  if (strcmp(root, "-") == 0) return true;
  if (stat(root, &st)) return fail(out, "cannot read this file", errno);
  if (!S_ISDIR(st.st_mode)) return true;
  size_t n = strlen(root);
  w->root_chars = (unsigned)(n + (root[n - 1] != '/'));
  w->found = false;
  return enter(w, out);
}

/** A folder that held nothing to read is a mistake worth telling. */
static bool end_root(app_walk *w, app_found_file *out) {
  if (w->depth > 1 || w->found) return leave(w), false;
  out->path = app_mem__copy(w->stack[0].path);
  out->name = out->path;
  leave(w);
  return fail(out, "no *.txt or *.ndjson in this folder", 0);
}

bool app_walk__next(app_walk *w, app_found_file *out) {
  for (;;) {
    *out = (app_found_file){0};
    if (!w->depth) {
      if (w->at == w->n_roots) return false;
      if (start(w, out)) return true;
    } else if (w->stack[w->depth - 1].at < w->stack[w->depth - 1].n) {
      if (step(w, out)) return true;
    } else if (end_root(w, out)) {
      return true;
    }
  }
}

void app_walk__clear(app_walk *w) {
  while (w->depth) leave(w);
}
