#include "text/stages.h"
void press_text__kinds(press_build *b) { (void)b; }
