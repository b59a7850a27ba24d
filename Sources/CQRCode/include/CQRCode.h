#ifndef CQR_CODE_H
#define CQR_CODE_H

#include <stdint.h>

#pragma clang assume_nonnull begin

/// The functions of libqrencode that are used, found in the library when it is opened.
struct qr_library;

/// Null when the library, or a function of it, is not there.
struct qr_library *_Nullable qr_library_open(const char *name);

/// The most modules that a QR code has on a side.
enum { QR_WIDTH_LIMIT = 177 };

/// Writes the modules of the smallest QR code that holds the text, row by row, 1 for dark; level M of error correction.
///
/// `modules` has room for the square of the limit. Gives the modules of a side, or 0 for a text that no code holds.
int qr_encode(const struct qr_library *library, const char *text, uint8_t *modules);

#pragma clang assume_nonnull end

#endif
