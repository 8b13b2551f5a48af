/** Who said what in an article: a program against the installed library.
 *
 *      cc example.c $(pkg-config --cflags --libs pressgraph) -o example
 *      ./example article.txt */
#include <pressgraph.h>

#include <stdio.h>
#include <stdlib.h>

static const char *const FORMS[] = {"direct", "mixed", "indirect"};

/** The whole file, or NULL. */
static char *read_file(const char *path, size_t *n) {
  FILE *in = fopen(path, "rb");
  char *bytes = in ? malloc(PRESS_TEXT_MAX) : NULL;
  if (bytes) *n = fread(bytes, 1, PRESS_TEXT_MAX, in);
  if (in) fclose(in);
  return bytes;
}

/** One line for each statement: where it is, who says it, how, and its words. */
static void print_statements(const press_doc *doc) {
  uint32_t n, n_countries, i, j;
  const press_statement *s = press_doc_statements(doc, &n);
  const press_country *countries = press_doc_countries(doc, &n_countries);
  for (i = 0; i < n; i++) {
    const char *who = s[i].speaker_name.n ? s[i].speaker_name.at : "somebody";
    int width = s[i].speaker_name.n ? (int)s[i].speaker_name.n : 8;
    printf("%u\t%.*s\t%s\t%.*s", press_doc_codepoint(doc, s[i].spans.at[0].begin), width,
           who, FORMS[s[i].form], (int)s[i].text.n, s[i].text.at);
    for (j = 0; j < s[i].countries.n; j++)
      printf("\t%s", countries[s[i].countries.at[j]].code);
    putchar('\n');
  }
}

int main(int argc, char **argv) {
  press_engine *engine = NULL; /* tables and weights: load once, use for all articles */
  press_doc *doc = NULL;
  press_error err = {0};
  press_article article = {0};
  char *bytes = argc == 2 ? read_file(argv[1], &article.text.n) : NULL;
  if (!bytes) {
    fprintf(stderr, "usage: example ARTICLE (a text file)\n");
    return 2;
  }
  article.text.at = bytes;
  if (press_engine_new(&engine, NULL, &err) == PRESS_OK &&
      press_doc_new(&doc, engine, &article, &err) == PRESS_OK)
    print_statements(doc);
  else
    fprintf(stderr, "%s: line %u: %s\n", argv[1], err.line, err.message);
  press_doc_free(doc);
  press_engine_free(engine);
  free(bytes);
  return err.status ? 1 : 0;
}
