// Bare includes only: an edit here does not rebuild what stands on it.
#include <sqlite3.h>
