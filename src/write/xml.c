#include "write/xml.h"

#include "write/facts.h"
#include "write/label.h"

static int put(void *to, const char *bytes, int n) {
  press_out__str(to, (press_str){bytes, (size_t)n});
  return n;
}

static int nothing(void *to) {
  (void)to;
  return 0;
}

/** libxml2 would print to standard error; failures come back as results too. */
static void quiet(void *context, const char *format, ...) {
  (void)context, (void)format;
}

press_status press_xml__open(press_xml *x, press_graph_writer *w) {
  *x = (press_xml){.w = w};
  xmlSetGenericErrorFunc(NULL, quiet);
  xmlOutputBufferPtr buffer = xmlOutputBufferCreateIO(put, nothing, w->out, NULL);
  x->to = buffer ? xmlNewTextWriter(buffer) : NULL;
  if (!x->to) {
    xmlOutputBufferClose(buffer);
    return press_error__set(w->err, PRESS_ERR_NOMEM, "out of memory");
  }
  w->held = x->to;
  xmlTextWriterSetIndent(x->to, 1);
  x->failed = xmlTextWriterStartDocument(x->to, NULL, "UTF-8", NULL) < 0;
  return PRESS_OK;
}

press_status press_xml__close(press_xml *x) {
  x->failed |= xmlTextWriterEndDocument(x->to) < 0;
  press_xml__release(x->to);
  x->w->held = NULL;
  return x->failed ? press_error__set(x->w->err, PRESS_ERR_NOMEM, "out of memory")
                   : PRESS_OK;
}

void press_xml__release(void *held) {
  if (held) xmlFreeTextWriter(held);
}

static const xmlChar *chars(press_xml *x, press_str s) {
  return (const xmlChar *)press_str__cstr(x->w->arena,
                                          press_label__clean(x->w->arena, s));
}

void press_xml__start(press_xml *x, const char *element) {
  x->failed |= xmlTextWriterStartElement(x->to, (const xmlChar *)element) < 0;
}

void press_xml__end(press_xml *x) {
  x->failed |= xmlTextWriterEndElement(x->to) < 0;
}

void press_xml__attr(press_xml *x, const char *name, press_str value) {
  x->failed |=
      xmlTextWriterWriteAttribute(x->to, (const xmlChar *)name, chars(x, value)) < 0;
}

void press_xml__text(press_xml *x, press_str value) {
  x->failed |= xmlTextWriterWriteString(x->to, chars(x, value)) < 0;
}

void press_xml__ends(press_xml *x, uint32_t at) {
  press_arena *a = x->w->arena;
  const press_view *v = x->w->view;
  press_xml__attr(x, "id", press_str__format(a, "e%u", at + 1));
  press_xml__attr(x, "source", press_facts__edge(a, v, at, PRESS_EDGE_FROM));
  press_xml__attr(x, "target", press_facts__edge(a, v, at, PRESS_EDGE_INTO));
}
