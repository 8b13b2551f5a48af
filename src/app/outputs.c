#include "app/outputs.h"

#include "app/say.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/** Bytes gathered before a write. */
#define ENOUGH ((size_t)256 << 10)
/** Files open at once: one for each format. */
#define SLOTS 32

static const int deadly[] = {SIGINT, SIGTERM, SIGHUP};

/** Temporary files that exist, for the signal handler. */
static char *volatile temporaries[SLOTS];

static void on_signal(int number) {
  for (int i = 0; i < SLOTS; i++)
    if (temporaries[i]) unlink(temporaries[i]);
  raise(number); /* the handler is gone (SA_RESETHAND): die of the signal itself */
}

void app_file__catch_signals(void) {
  struct sigaction act = {.sa_handler = on_signal,
                          .sa_flags = (int)(SA_RESETHAND | SA_NODEFER)};
  struct sigaction old;
  sigemptyset(&act.sa_mask);
  for (size_t i = 0; i < sizeof deadly / sizeof *deadly; i++)
    if (sigaction(deadly[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
      sigaction(deadly[i], &act, NULL);
  signal(SIGPIPE, SIG_DFL); /* `pressgraph | head` ends without a word */
}

static int remember(char *path) {
  for (int i = 0; i < SLOTS; i++)
    if (!temporaries[i]) return temporaries[i] = path, i;
  return -1;
}

static void forget(app_file *out) {
  if (out->temporary < 0) return;
  char *path = temporaries[out->temporary];
  temporaries[out->temporary] = NULL;
  free(path);
  out->temporary = -1;
}

/** The mode that open(2) would give a new file. */
static mode_t usual_mode(void) {
  mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

static bool open_temporary(app_file *out, mode_t mode) {
  const char *slash = strrchr(out->target, '/');
  char *path = app_mem__format("%.*s.pressgraph-XXXXXX",
                               slash ? (int)(slash + 1 - out->target) : 0, out->target);
  out->fd = mkstemp(path);
  if (out->fd < 0) {
    out->error = errno;
    free(path);
    return false;
  }
  fcntl(out->fd, F_SETFD, FD_CLOEXEC);
  fchmod(out->fd, mode);
  out->temporary = remember(path);
  return true;
}

static bool open_through(app_file *out, int fd) {
  out->fd = fd;
  if (fd < 0) out->error = errno;
  return fd >= 0;
}

bool app_file__open(app_file *out, const char *path) {
  struct stat st;
  *out = (app_file){.fd = -1, .temporary = -1};
  out->path = app_mem__copy(path ? path : "<stdout>");
  if (!path) return open_through(out, dup(STDOUT_FILENO));
  bool there = stat(path, &st) == 0;
  if (there && !S_ISREG(st.st_mode))
    return open_through(out, open(path, O_WRONLY | O_CLOEXEC));
  if (there && access(path, W_OK)) return out->error = errno, false;
  out->target = there ? realpath(path, NULL) : app_mem__copy(path);
  if (!out->target) return out->error = errno, false;
  return open_temporary(out, there ? st.st_mode & 07777 : usual_mode());
}

static int take(void *to, const char *bytes, size_t n) {
  app_file *out = to;
  if (out->error) return 1;
  if (out->cap - out->n < n) {
    out->cap = out->cap * 2 > out->n + n ? out->cap * 2 : out->n + n + ENOUGH;
    out->bytes = app_mem__realloc(out->bytes, out->cap);
  }
  if (n) memcpy(out->bytes + out->n, bytes, n);
  out->n += n;
  return 0;
}

press_sink app_file__sink(app_file *out) {
  return (press_sink){take, out};
}

static bool flush(app_file *out) {
  for (size_t done = 0; done < out->n && !out->error;) {
    ssize_t got = write(out->fd, out->bytes + done, out->n - done);
    if (got >= 0)
      done += (size_t)got;
    else if (errno != EINTR)
      out->error = errno;
  }
  out->n = out->kept = 0;
  return !out->error;
}

bool app_file__keep(app_file *out, bool now) {
  out->kept = out->n;
  return !out->error && (!(now || out->n >= ENOUGH) || flush(out));
}

void app_file__undo(app_file *out) {
  out->n = out->kept;
}

static void close_file(app_file *out) {
  if (out->fd >= 0 && close(out->fd) && !out->error && errno != EINTR) out->error = errno;
  out->fd = -1;
}

static void release(app_file *out) {
  forget(out);
  free(out->path);
  free(out->target);
  free(out->bytes);
  int error = out->error;
  *out = (app_file){.fd = -1, .temporary = -1, .error = error};
}

bool app_file__commit(app_file *out) {
  if (!out->error) flush(out);
  close_file(out);
  if (out->temporary >= 0) {
    const char *path = temporaries[out->temporary];
    if (!out->error && rename(path, out->target)) out->error = errno;
    if (out->error) unlink(path);
  }
  release(out);
  return !out->error;
}

void app_file__drop(app_file *out) {
  close_file(out);
  if (out->temporary >= 0) unlink(temporaries[out->temporary]);
  release(out);
}

bool app_file__make_folders(char *path) {
  for (char *p = path + 1; *p; p++) {
    if (*p != '/') continue;
    *p = 0;
    int failed = mkdir(path, 0777) && errno != EEXIST;
    *p = '/';
    if (failed) return false;
  }
  return true;
}
