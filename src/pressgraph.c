/** The pipeline: an article in, who-said-what out. Read this first. */
#include "doc.h"

#include "base/limits.h"
#include "lexicon/embed.h"

#include <sha256.h>
#include <stdlib.h>
#include <string.h>

/** Copies the caller's strings, so that the document stands on its own. */
static void keep_article(press_doc *doc, const press_article *in) {
  press_arena *a = &doc->arena;
  doc->article = (press_article){
      .text = press_str__copy(a, in->text),
      .path = press_str__copy(a, in->path),
      .id = press_str__copy(a, in->id),
      .title = press_str__copy(a, in->title),
      .date = press_str__copy(a, in->date),
      .url = press_str__copy(a, in->url),
      .publisher = press_str__copy(a, in->publisher),
  };
  SHA256Data((const uint8_t *)doc->article.text.at, doc->article.text.n, doc->sha256);
}

/** Every stage in order; each adds its layer and edits none below it. */
static void analyse(press_doc *doc, const press_engine *engine) {
  press_context cx = {
      .arena = &doc->arena,
      .lex = &engine->lexicon,
      .text = &doc->text,
      .ling = &doc->ling,
      .article = &doc->article,
      .options = &engine->options,
      .model = engine->model,
  };
  press_text__build(cx.arena, doc->article.text, &doc->text);
  if (!doc->article.title.n)
    doc->article.title = press_str__span(doc->article.text, doc->text.headline);
  press_ling__build(cx.arena, engine->model, cx.lex, &doc->text, &doc->ling);
  cx.own = press_find__own(&cx);
  press_find__places(&cx, &doc->found);
  press_find__entities(&cx, &doc->found);
  press_find__statements(&cx, &doc->found);
  press_find__events(&cx, &doc->found);
  press_find__issues(&cx, &doc->found);
  press_find__stances(&cx, &doc->found);
  press_find__topics(&cx, &doc->found);
}

press_status press_doc_new(press_doc **out, const press_engine *engine,
                           const press_article *article, press_error *err) {
  if (!out || !engine || !article)
    return press_error__set(err, PRESS_ERR_ARG, "NULL given");
  *out = NULL;
  TRY(press_text__check(article->text, err));
  press_doc *doc = calloc(1, sizeof *doc);
  if (!doc) return press_error__set(err, PRESS_ERR_NOMEM, "out of memory");
  jmp_buf full;
  press_arena__init(&doc->arena, PRESS_LIMIT_ARENA_TOTAL, &full);
  if (setjmp(full)) {
    press_doc_free(doc);
    return press_error__set(err, PRESS_ERR_NOMEM, "out of memory");
  }
  keep_article(doc, article);
  analyse(doc, engine);
  doc->arena.out = NULL;
  *out = doc;
  return PRESS_OK;
}

void press_doc_free(press_doc *doc) {
  if (!doc) return;
  press_arena__clear(&doc->arena);
  free(doc);
}

static press_status load(press_engine *e, press_error *err) {
  TRY(press_lexicon__load(&e->arena, &e->lexicon, err));
  return press_model__load(&e->arena, press_embed__model(), &e->model, err);
}

press_status press_engine_new(press_engine **out, const press_options *options,
                              press_error *err) {
  static const press_options usual = PRESS_OPTIONS_INIT;
  if (!out || (options && (options->version < 1 || options->version > usual.version)))
    return press_error__set(err, PRESS_ERR_ARG, "bad arguments to press_engine_new");
  *out = NULL;
  press_engine *e = calloc(1, sizeof *e);
  if (!e) return press_error__set(err, PRESS_ERR_NOMEM, "out of memory");
  e->options = usual;
  if (options)
    memcpy(&e->options, options,
           options->version == 1 ? offsetof(press_options, gazetteer) : sizeof *options);
  jmp_buf full;
  press_arena__init(&e->arena, PRESS_LIMIT_ARENA_TOTAL, &full);
  press_status status;
  if (setjmp(full))
    status = press_error__set(err, PRESS_ERR_NOMEM, "out of memory");
  else
    status = load(e, err);
  e->arena.out = NULL;
  if (status) {
    press_engine_free(e);
    return status;
  }
  *out = e;
  return PRESS_OK;
}

void press_engine_free(press_engine *engine) {
  if (!engine) return;
  press_arena__clear(&engine->arena);
  free(engine);
}
