/** The command: a thin caller of include/pressgraph.h. */
#include "app/batch.h"
#include "app/inputs.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool wants_color(press_color when) {
  const char *no = getenv("NO_COLOR"), *term = getenv("TERM");
  if (when != PRESS_COLOR_AUTO) return when == PRESS_COLOR_ALWAYS;
  return isatty(STDERR_FILENO) && !(no && *no) && !(term && strcmp(term, "dumb") == 0);
}

static int refuse(const press_say *say, const char *why) {
  press_say__error(say, (press_place){0}, "%s", why);
  press_say__note(say, (press_place){0}, "see pressgraph --help");
  return 2;
}

static int finish_printing(const press_say *say) {
  if (fflush(stdout) == 0 && !ferror(stdout)) return 0;
  press_say__error(say, (press_place){0}, "cannot write to standard output");
  return 2;
}

static int print(press_action action, const press_say *say) {
  if (action == PRESS_DO_HELP) press_flags__help(stdout);
  if (action == PRESS_DO_MDOC) press_flags__mdoc(stdout);
  if (action == PRESS_DO_VERSION) printf("pressgraph %s\n", press_version());
  return finish_printing(say);
}

/** Somebody who typed the bare command should not stare at a silent terminal. */
static void greet(const press_flags *flags, const press_say *say) {
  bool standard = !flags->n_inputs || strcmp(flags->inputs[0], "-") == 0;
  if (standard && isatty(STDIN_FILENO))
    press_say__note(say, (press_place){0},
                    "reading an article from the terminal; end it with Ctrl-D "
                    "(help: pressgraph --help)");
}

int main(int argc, char **argv) {
  press_flags flags;
  press_plan plan;
  char why[256] = "";
  bool good = press_flags__parse(&flags, argc, argv, why);
  press_say say = {flags.quiet, flags.verbose, wants_color(flags.color)};
  int status;
  if (!good)
    status = refuse(&say, why);
  else if (flags.action != PRESS_DO_RUN)
    status = print(flags.action, &say);
  else if (!press_plan__make(&plan, &flags, why))
    status = refuse(&say, why);
  else {
    greet(&flags, &say);
    status = press_batch__run(&flags, &plan, &say);
  }
  free(flags.inputs);
  return status;
}
