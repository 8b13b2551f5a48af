/** A program as its author would write it from the header's example. */
#include <pressgraph.h>

#include <stdio.h>
#include <string.h>

int main(void) {
  static const char text[] = "“We will rebuild the bridge,” said Mayor Ada Quist.\n";
  press_engine *engine = NULL;
  press_doc *doc = NULL;
  press_error err = {0};
  press_article in = {0};
  const press_statement *s;
  uint32_t n, i;
  in.text.at = text;
  in.text.n = strlen(text);
  press_engine_free(NULL);
  press_doc_free(NULL);
  press_graph_free(NULL);
  if (press_engine_new(&engine, NULL, &err) || press_doc_new(&doc, engine, &in, &err)) {
    printf("%s\n", err.message);
    return 1;
  }
  s = press_doc_statements(doc, &n);
  for (i = 0; i < n; i++)
    printf("Mayor %.*s: %.*s\n", (int)s[i].speaker_name.n, s[i].speaker_name.at,
           (int)s[i].text.n, s[i].text.at);
  press_doc_free(doc);
  press_engine_free(engine);
  return 0;
}
