/** --help and the manual's option list, both printed from the flag table. */
#include "app/flag_table.h"

#include <string.h>

/** Column at which the words of an option begin. */
#define COLUMN 28

static const char head[] =
    "pressgraph reads English news and writes who said what: every statement with its\n"
    "speaker, the countries and issues it is about, and its place in the article.\n"
    "\n"
    "  pressgraph article.txt                       read who said what\n"
    "  pressgraph -o graphs/ articles/              DOT and JSON-LD for each article\n"
    "  pressgraph -m -o week.png articles/          one picture over all of them\n"
    "  pressgraph -o week.html -m articles/         a page to explore\n"
    "  pressgraph merge -o all.jsonld runs/*.json   one graph of many runs' records\n"
    "\n"
    "usage: pressgraph [OPTION...] [FILE|DIR|-]...\n"
    "       pressgraph merge [OPTION...] [FILE|DIR|-]...\n"
    "       No input, or '-', is standard input. Of a directory, every *.txt and "
    "*.ndjson.\n";

static const char foot[] = "\n"
                           "Exit status: 0 done, 1 some inputs failed and the rest was "
                           "written, 2 nothing done.\n"
                           "More: man pressgraph\n";

/** The words of an option, each line at the same column. */
static void words(FILE *to, const char *text, int at) {
  for (;;) {
    size_t n = strcspn(text, "\n");
    if (at >= COLUMN) {
      fputc('\n', to);
      at = 0;
    }
    fprintf(to, "%*s%.*s\n", COLUMN - at, "", (int)n, text);
    if (!text[n]) return;
    text += n + 1;
    at = 0;
  }
}

void app_flags__help(FILE *to) {
  const char *group = "";
  fputs(head, to);
  for (size_t i = 0; i < app_n_flags; i++) {
    const app_flag *f = &app_flag_table[i];
    if (!f->group) continue;
    if (strcmp(group, f->group) != 0) fprintf(to, "\n%s\n", group = f->group);
    char letter[4] = {'-', f->letter, ',', 0};
    int at = fprintf(to, "  %3s --%s%s%s", f->letter ? letter : "", f->name,
                     f->arg ? " " : "", f->arg ? f->arg : "");
    words(to, f->brief, at);
  }
  fputs(foot, to);
}

/** Text of a table row as mdoc: one line, with '\' and a leading '.' made safe. */
static void mdoc_words(FILE *to, const char *text) {
  if (*text == '.' || *text == '\'') fputs("\\&", to);
  for (; *text; text++) {
    if (*text == '\\')
      fputs("\\e", to);
    else
      fputc(*text, to);
  }
}

void app_flags__mdoc(FILE *to) {
  for (size_t i = 0; i < app_n_flags; i++) {
    const app_flag *f = &app_flag_table[i];
    if (!f->group) continue;
    fputs(".It ", to);
    if (f->letter) fprintf(to, "Fl %c , ", f->letter);
    fprintf(to, "Fl \\-%s", f->name);
    if (f->arg) fprintf(to, " Ar %s", f->arg);
    fputs("\n", to);
    mdoc_words(to, f->brief);
    fputs(".\n", to);
    if (f->more) {
      mdoc_words(to, f->more);
      fputs("\n", to);
    }
  }
}
