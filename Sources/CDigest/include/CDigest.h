#ifndef CDIGEST_H
#define CDIGEST_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// A SHA-256 in the making, used again and again: fetching the algorithm costs more than hashing a letter.
typedef struct digest digest;

/// Null when there is no memory, or no SHA-256 in the library.
digest *_Nullable digest_create(void);

void digest_free(digest *state);

/// Begins anew.
void digest_start(digest *state);

void digest_add(digest *state, const uint8_t *_Nullable bytes, size_t count);

/// Fills `result` with 32 bytes.
void digest_end(digest *state, uint8_t *result);

#pragma clang assume_nonnull end

#endif
