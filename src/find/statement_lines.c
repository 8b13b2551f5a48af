#include "find/statement.h"
void press_claim__from_lines(press_stating *s) {
  (void)s;
}
