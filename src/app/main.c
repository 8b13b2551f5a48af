#include "pressgraph.h"

int main(void) {
  press_engine *e;
  return press_engine_new(&e, 0, 0) ? 2 : 0;
}
