/** Text made fit for Graphviz: HTML labels and escape strings. Whatever the article
 *  holds, the file stays well formed and the picture shows the article's words. */
#ifndef PRESS_LABEL_H
#define PRESS_LABEL_H

#include "base/str.h"

/** `s` on one line and without what would spoil a picture: control characters,
 *  directional overrides, non-characters; runs of white space are one space. */
press_str press_label__clean(press_arena *a, press_str s);
/** For an HTML label: clean, with & < > " written as entities and backslashes
 *  doubled. "?" where nothing is left, as Graphviz takes no empty text. */
press_str press_label__html(press_arena *a, press_str s);
/** For any other attribute: backslashes doubled, newlines as \n. */
press_str press_label__plain(press_arena *a, press_str s);
/** For labels and tooltips, where Graphviz reads entities: clean, plain, & as
 *  &amp;. */
press_str press_label__shown(press_arena *a, press_str s);
/** An HTML label of ours as plain words: line ends for <BR/>, no tags, no entities. */
press_str press_label__bare(press_arena *a, press_str html);
/** At most `most` columns, cut at a word, with an ellipsis when cut. */
press_str press_label__cut(press_arena *a, press_str s, uint32_t most);
/** HTML lines of about `wide` columns, each closed by `line_end`. */
press_str press_label__wrap(press_arena *a, press_str s, uint32_t wide,
                            const char *line_end);
/** "3 March 2031" for 2031-03-03; other dates as they are. */
press_str press_label__date(press_arena *a, press_str iso);
/** Columns in a terminal or a fixed-width font. */
uint32_t press_label__width(press_str s);

#endif
