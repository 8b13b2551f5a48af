/** The palettes of the drawings. Styles and labels name the colours of the light one. */
#ifndef PRESS_THEME_H
#define PRESS_THEME_H

#include "pressgraph.h"

#include "base/str.h"

/** The colour that stands for "#0072B2" of the light palette; others as they are. */
press_str press_theme__colour(press_theme theme, press_str light);
/** A label of ours with every COLOR="..." and BGCOLOR="..." in the theme's palette. The
 *  article's own words cannot hold such a thing: their quotation marks are entities. */
press_str press_theme__label(press_arena *a, press_theme theme, press_str html);

#endif
