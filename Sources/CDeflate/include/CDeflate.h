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

/// Code lengths for short texts of one kind, made once: to make them for each text costs more than to compress it.
typedef struct deflater_codes deflater_codes;

/// Codes for texts like this one.
///
/// Null where the fast compressor has no use for them, and when there is no memory.
deflater_codes *_Nullable deflater_codes_create(const uint8_t *_Nullable sample, size_t count);

void deflater_codes_free(deflater_codes *codes);

/// Begins a new stream; with codes, which only level 0 may be given, all of it is written in those.
void deflater_start(deflater *state, const deflater_codes *_Nullable codes);

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
