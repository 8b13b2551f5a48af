/** The command: a thin caller of include/pressgraph.h. */
#include "app/batch.h"
#include "app/inputs.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool wants_color(app_color when) {
  const char *no = getenv("NO_COLOR"), *term = getenv("TERM");
  if (when != APP_COLOR_AUTO) return when == APP_COLOR_ALWAYS;
  return isatty(STDERR_FILENO) && !(no && *no) && !(term && strcmp(term, "dumb") == 0);
}

static int refuse(const app_say *say, const char *why) {
  app_say__error(say, (app_place){0}, "%s", why);
  app_say__note(say, (app_place){0}, "see pressgraph --help");
  return 2;
}

static int finish_printing(const app_say *say) {
  if (fflush(stdout) == 0 && !ferror(stdout)) return 0;
  app_say__error(say, (app_place){0}, "cannot write to standard output");
  return 2;
}

static int print(const app_flags *flags, const app_say *say) {
  app_action action = flags->action;
  if (action == APP_DO_HELP) app_flags__help(stdout);
  if (action == APP_DO_COMPLETE) app_flags__complete(stdout, flags->shell);
  if (action == APP_DO_MDOC) app_flags__mdoc(stdout);
  if (action == APP_DO_VERSION) printf("pressgraph %s\n", press_version());
  return finish_printing(say);
}

/** Somebody who typed the bare command should not stare at a silent terminal. */
static void greet(const app_flags *flags, const app_say *say) {
  bool standard = !flags->n_inputs || strcmp(flags->inputs[0], "-") == 0;
  if (standard && isatty(STDIN_FILENO))
    app_say__note(say, (app_place){0},
                  "reading an article from the terminal; end it with Ctrl-D "
                  "(help: pressgraph --help)");
}

int main(int argc, char **argv) {
  app_flags flags;
  app_plan plan;
  char why[256] = "";
  bool good = app_flags__parse(&flags, argc, argv, why);
  app_say say = {flags.quiet, flags.verbose, wants_color(flags.color)};
  int status;
  if (!good)
    status = refuse(&say, why);
  else if (flags.action != APP_DO_RUN)
    status = print(&flags, &say);
  else if (!app_plan__make(&plan, &flags, why))
    status = refuse(&say, why);
  else {
    greet(&flags, &say);
    json_object_seed(0); /* before any thread */
    status = app_batch__run(&flags, &plan, &say);
  }
  free(flags.inputs);
  return status;
}
