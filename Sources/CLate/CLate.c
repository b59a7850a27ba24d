#include "CLate.h"

#if __linux__

#include <dlfcn.h>
#include <stdio.h>
#include <unistd.h>

// What the loader says and ends with where a library is missing that a program is linked with.
enum { CANNOT_LOAD = 127 };

void *late_function(const char *library, const char *name) {
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    void *function = handle == NULL ? NULL : dlsym(handle, name);
    if (function != NULL) { return function; }
    fprintf(stderr, "error while loading shared libraries: %s\n", dlerror());
    _exit(CANNOT_LOAD);
}

#endif
