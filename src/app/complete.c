/** Completions for bash, zsh and fish, printed from the flag table: `make install` puts
 *  them where the shells look. */
#include "app/flag_set.h"
#include "app/flag_table.h"

#include <string.h>

static void put_formats(FILE *to) {
  for (size_t i = 0; i < APP_KINDS; i++)
    fprintf(to, "%s%s", i ? " " : "", app_kinds[i].name);
  fputs(" csv neo4j", to);
}

/** The words a value can be, spaces between: none where any value may stand. */
static void put_words(FILE *to, const char *arg) {
  const char *const *words = app_set__choices(arg);
  if (strncmp(arg, "FORMAT", 6) == 0) put_formats(to);
  for (int i = 0; words && words[i]; i++) fprintf(to, "%s%s", i ? " " : "", words[i]);
  if (!strchr(arg, '|')) return;
  for (; *arg; arg++) fputc(*arg == '|' ? ' ' : *arg, to);
}

static bool takes_file(const char *arg) {
  static const char *const files[] = {"PATH", "LIST", "FILE"};
  for (size_t i = 0; arg && i < sizeof files / sizeof *files; i++)
    if (strcmp(files[i], arg) == 0) return true;
  return false;
}

/** The first line of an option's words, in single quotes. */
static void put_brief(FILE *to, const char *brief) {
  fputc('\'', to);
  for (; *brief && *brief != '\n'; brief++) {
    if (*brief == '\'')
      fputs("'\\''", to);
    else if (*brief == '[' || *brief == ']' || *brief == ':')
      fputc(' ', to); /* zsh would read them */
    else
      fputc(*brief, to);
  }
  fputc('\'', to);
}

static void bash(FILE *to) {
  fputs("_pressgraph() {\n"
        "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
        "  COMPREPLY=()\n"
        "  case $prev in\n",
        to);
  for (size_t i = 0; i < app_n_flags; i++) {
    const app_flag *f = &app_flag_table[i];
    if (!f->group || !f->arg) continue;
    if (f->letter) fprintf(to, "  -%c|", f->letter);
    fprintf(to, "%s--%s)", f->letter ? "" : "  ", f->name);
    if (takes_file(f->arg)) {
      fputs(" mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")", to);
    } else {
      fputs(" mapfile -t COMPREPLY < <(compgen -W '", to);
      put_words(to, f->arg);
      fputs("' -- \"$cur\")", to);
    }
    fputs("; return ;;\n", to);
  }
  fputs("  esac\n  if [[ $cur == -* ]]; then\n    mapfile -t COMPREPLY < <(compgen -W '",
        to);
  for (size_t i = 0; i < app_n_flags; i++)
    if (app_flag_table[i].group) fprintf(to, "--%s ", app_flag_table[i].name);
  fputs(
      "' -- \"$cur\")\n  else\n    mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n"
      "    [[ $COMP_CWORD == 1 && merge == \"$cur\"* ]] && COMPREPLY+=(merge)\n  fi\n}\n"
      "complete -o filenames -F _pressgraph pressgraph\n",
      to);
}

static void zsh(FILE *to) {
  fputs("#compdef pressgraph\n_arguments -s -S \\\n", to);
  for (size_t i = 0; i < app_n_flags; i++) {
    const app_flag *f = &app_flag_table[i];
    if (!f->group) continue;
    if (f->letter)
      fprintf(to, "  '(-%c --%s)'{-%c,--%s}", f->letter, f->name, f->letter, f->name);
    else
      fprintf(to, "  --%s", f->name);
    if (f->arg && !f->letter) fputc('=', to);
    fputs("'['", to);
    put_brief(to, f->brief);
    fputs("']", to);
    if (takes_file(f->arg)) {
      fputs(":file:_files", to);
    } else if (f->arg) {
      fputs(":value:(", to);
      put_words(to, f->arg);
      fputc(')', to);
    }
    fputs("' \\\n", to);
  }
  fputs("  '*:article:_files'\n", to);
}

static void fish(FILE *to) {
  fputs("complete -c pressgraph -n __fish_use_subcommand -a merge -d 'one graph of many "
        "records'\n",
        to);
  for (size_t i = 0; i < app_n_flags; i++) {
    const app_flag *f = &app_flag_table[i];
    if (!f->group) continue;
    fprintf(to, "complete -c pressgraph -l %s", f->name);
    if (f->letter) fprintf(to, " -s %c", f->letter);
    if (f->arg) fputs(takes_file(f->arg) ? " -r -F" : " -x -a '", to);
    if (f->arg && !takes_file(f->arg)) put_words(to, f->arg), fputc('\'', to);
    fputs(" -d ", to);
    put_brief(to, f->brief);
    fputc('\n', to);
  }
}

void app_flags__complete(FILE *to, const char *shell) {
  static const struct {
    const char *name;
    void (*write)(FILE *to);
  } shells[] = {{"bash", bash}, {"zsh", zsh}, {"fish", fish}};
  for (size_t i = 0; i < sizeof shells / sizeof *shells; i++)
    if (strcmp(shells[i].name, shell) == 0) shells[i].write(to);
}
