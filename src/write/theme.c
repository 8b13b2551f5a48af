#include "write/theme.h"

#include "base/buf.h"

/** Okabe and Ito's colours, which the colour-blind can tell apart, with a pale fill;
 *  on dark paper a deep one. Print keeps shapes and line styles only. */
static const struct {
  const char *in[3]; /**< light, dark, print */
} colours[] = {
    {{"white", "#17191B", "white"}},     /* paper */
    {{"black", "#ECEAE6", "black"}},     /* words */
    {{"#FFFFFF", "#22262A", "#FFFFFF"}}, /* notes */
    {{"#0072B2", "#56B4E9", "#000000"}}, /* persons, says */
    {{"#D6EAF6", "#173447", "#FFFFFF"}},
    {{"#005A8C", "#8CCBF0", "#000000"}},
    {{"#CC79A7", "#E29BC2", "#000000"}}, /* organisations */
    {{"#F6E3EE", "#432A39", "#FFFFFF"}},
    {{"#009E73", "#33C79C", "#000000"}}, /* countries */
    {{"#D3EFE4", "#15382D", "#EEEEEE"}},
    {{"#66BFA2", "#3C8E75", "#777777"}},
    {{"#9CCDB8", "#3C7A63", "#999999"}}, /* sides */
    {{"#F1F8F4", "#1B2622", "#FFFFFF"}},
    {{"#00694C", "#79DDBF", "#000000"}},
    {{"#E69F00", "#F0B93A", "#000000"}}, /* issues */
    {{"#FCEBC5", "#43361A", "#EEEEEE"}},
    {{"#D9B252", "#A98A3E", "#777777"}},
    {{"#8A6100", "#E9C46A", "#000000"}},
    {{"#7A5A00", "#E9C46A", "#000000"}},
    {{"#D55E00", "#FF8A3D", "#000000"}}, /* events */
    {{"#A84300", "#FFA366", "#000000"}},
    {{"#777777", "#9A9A9A", "#555555"}}, /* the rest */
    {{"#EEEEEE", "#2C2F33", "#FFFFFF"}},
    {{"#555555", "#B5B2AD", "#333333"}},
    {{"#444444", "#C5C2BD", "#333333"}},
    {{"#D0D0D0", "#4A4E52", "#AAAAAA"}},
    {{"#F6F6F6", "#1E2124", "#FFFFFF"}},
};

press_str press_theme__colour(press_theme theme, press_str light) {
  if (theme > PRESS_PRINT) theme = PRESS_LIGHT;
  for (size_t i = 0; i < sizeof colours / sizeof *colours; i++)
    if (press_str__is(light, colours[i].in[PRESS_LIGHT]))
      return press_str__of(colours[i].in[theme]);
  return light;
}

press_str press_theme__label(press_arena *a, press_theme theme, press_str html) {
  static const press_str mark = {"COLOR=\"", 7};
  press_buf out = {0};
  if (theme == PRESS_LIGHT) return html;
  for (;;) {
    uint32_t at = press_str__find(html, mark);
    if (at == PRESS_NONE) break;
    press_buf__add(a, &out, press_str__sub(html, 0, at + mark.n));
    html = press_str__sub(html, at + mark.n, html.n);
    press_str rest, colour = press_str__cut(html, '"', &rest);
    press_buf__add(a, &out, press_theme__colour(theme, colour));
    html = press_str__sub(html, colour.n, html.n);
  }
  press_buf__add(a, &out, html);
  return press_buf__str(&out);
}
