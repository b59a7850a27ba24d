#include "CQRCode.h"

#include <dlfcn.h>
#include <stddef.h>
#include <stdlib.h>

// libqrencode is opened when the first code is drawn, so that everything else runs without it. What it is called with is declared here: a
// machine that builds need not have its headers, and the number in the library's name stands for the layout. Where the headers are there,
// the compiler holds both against each other, below.

struct code {
    int version;
    int width;
    unsigned char *modules;
};

enum { LEVEL_M = 1, BYTES = 2, AS_WRITTEN = 1, SMALLEST = 0 };

struct qr_library {
    struct code *(*encode)(const char *text, int version, int level, int mode, int case_sensitive);
    void (*free)(struct code *code);
};

#if __has_include(<qrencode.h>)
#include <qrencode.h>
_Static_assert(sizeof(struct code) == sizeof(QRcode), "code");
_Static_assert(offsetof(struct code, modules) == offsetof(QRcode, data), "modules");
_Static_assert((int)LEVEL_M == (int)QR_ECLEVEL_M && (int)BYTES == (int)QR_MODE_8, "level and mode");
#endif

struct qr_library *qr_library_open(const char *name) {
    void *handle = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (handle == NULL) { return NULL; }
    struct qr_library *library = calloc(1, sizeof(*library));
    if (library == NULL) { return NULL; }
    *(void **)&library->encode = dlsym(handle, "QRcode_encodeString");
    *(void **)&library->free = dlsym(handle, "QRcode_free");
    if (library->encode != NULL && library->free != NULL) { return library; }
    free(library);
    dlclose(handle);
    return NULL;
}

int qr_encode(const struct qr_library *library, const char *text, uint8_t *modules) {
    struct code *code = library->encode(text, SMALLEST, LEVEL_M, BYTES, AS_WRITTEN);
    if (code == NULL) { return 0; }
    int width = code->width <= QR_WIDTH_LIMIT ? code->width : 0;
    // The lowest bit tells dark from light; the others tell what a module is for.
    for (int place = 0; place < width * width; place++) { modules[place] = code->modules[place] & 1; }
    library->free(code);
    return width;
}
