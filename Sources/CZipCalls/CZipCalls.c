#include "CZipCalls.h"

#if __linux__

// Not for others: libzip calls its own functions by the same names.
#define ZIP_EXTERN __attribute__((visibility("hidden")))

#include <CLate.h>
#include <zip.h>

#if LIBZIP_VERSION_MAJOR == 1 && LIBZIP_VERSION_MINOR < 8
#define LIBRARY "libzip.so.4"
#else
#define LIBRARY "libzip.so.5"
#endif

#define FORWARD(result, name, parameters, arguments)                                                                \
    result name parameters { return LATE(LIBRARY, name) arguments; }

FORWARD(void, zip_error_init, (zip_error_t *error), (error))
FORWARD(void, zip_error_fini, (zip_error_t *error), (error))
FORWARD(int, zip_error_code_zip, (const zip_error_t *error), (error))
FORWARD(const char *, zip_error_strerror, (zip_error_t *error), (error))
FORWARD(zip_source_t *, zip_source_buffer_create,
        (const void *bytes, zip_uint64_t count, int frees, zip_error_t *error), (bytes, count, frees, error))
FORWARD(void, zip_source_free, (zip_source_t *source), (source))
FORWARD(zip_t *, zip_open_from_source, (zip_source_t *source, int flags, zip_error_t *error), (source, flags, error))
FORWARD(void, zip_discard, (zip_t *archive), (archive))
FORWARD(zip_error_t *, zip_get_error, (zip_t *archive), (archive))
FORWARD(zip_int64_t, zip_get_num_entries, (zip_t *archive, zip_flags_t flags), (archive, flags))
FORWARD(const char *, zip_get_name, (zip_t *archive, zip_uint64_t entry, zip_flags_t flags), (archive, entry, flags))
FORWARD(zip_file_t *, zip_fopen_index, (zip_t *archive, zip_uint64_t entry, zip_flags_t flags),
        (archive, entry, flags))
FORWARD(zip_int64_t, zip_fread, (zip_file_t *file, void *bytes, zip_uint64_t count), (file, bytes, count))
FORWARD(zip_error_t *, zip_file_get_error, (zip_file_t *file), (file))
FORWARD(int, zip_fclose, (zip_file_t *file), (file))

#endif
