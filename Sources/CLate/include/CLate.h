#pragma once

// Libraries that are opened when a function of theirs is first called: a program that is linked with them pays for all of them at each start,
// for `--version` as for a report.

#if __linux__

/// The function of that name in the library of that name; ends the program, as the system's loader would, where it is missing.
void *late_function(const char *library, const char *name);

/// A function that is declared in a header, of that library.
#define LATE(library, name)                                                                                         \
    (__extension__({                                                                                                \
        static _Atomic(void *) known;                                                                               \
        void *found = known;                                                                                        \
        if (found == NULL) { known = found = late_function(library, #name); }                                       \
        (__typeof__(&name)) found;                                                                                  \
    }))

#else

#define LATE(library, name) (&name)

#endif
