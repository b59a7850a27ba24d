// Bare includes only: an edit here does not rebuild what stands on it.
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
