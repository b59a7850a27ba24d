#ifndef CDEFLATE_H
#define CDEFLATE_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// One raw deflate stream after another, with the compressor's memory kept between them.
typedef struct deflater deflater;

/// Level 0 is the fast compressor of this machine: ISA-L's where there is one, else zlib's level 1. 1 to 9 are zlib's levels.
///
/// Null when there is no memory.
deflater *_Nullable deflater_create(int level);

void deflater_free(deflater *state);

/// Begins a new stream.
void deflater_start(deflater *state);

struct deflater_progress {
    /// How much of the input has been taken.
    size_t consumed;
    /// How much of the output has been filled.
    size_t produced;
    /// Whether the stream has ended, which it does only when asked to finish.
    int has_ended;
};

/// Compresses as much as the output has room for; call again while the output comes back full or input is left.
struct deflater_progress deflater_run(deflater *state, const uint8_t *_Nullable input, size_t input_count, int finish,
                                      uint8_t *output, size_t output_count);

/// The CRC-32 of zip, carried on from the bytes before; begins with 0.
uint32_t deflater_checksum(uint32_t checksum, const uint8_t *_Nullable input, size_t count);

#pragma clang assume_nonnull end

#endif
