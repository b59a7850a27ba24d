#include "CDeflate.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#ifdef HAS_ISAL
#include <isa-l.h>
/// Level 1 is as fast and a byte or two larger than zlib's level 1; this one is not.
#define FAST_LEVEL 2
#define FAST_MEMORY ISAL_DEF_LVL2_DEFAULT
#endif

struct deflater {
    int level;
    z_stream zlib;
#ifdef HAS_ISAL
    struct isal_zstream isal;
    uint8_t memory[FAST_MEMORY];
#endif
};

/// The libraries count a call's bytes in 32 bits.
static size_t at_most(size_t count) { return count < 1u << 30 ? count : 1u << 30; }

#ifdef HAS_ISAL
static int is_isal(const deflater *state) { return state->level == 0; }
#else
static int is_isal(const deflater *state) { return 0; }
#endif

deflater *deflater_create(int level) {
    deflater *state = malloc(sizeof *state);
    if (!state) return NULL;
    state->level = level;
    memset(&state->zlib, 0, sizeof state->zlib);
    if (is_isal(state)) {
#ifdef HAS_ISAL
        isal_deflate_init(&state->isal);
        state->isal.level = FAST_LEVEL;
        state->isal.level_buf = state->memory;
        state->isal.level_buf_size = FAST_MEMORY;
#endif
    } else if (deflateInit2(&state->zlib, level ? level : 1, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        free(state);
        return NULL;
    }
    return state;
}

void deflater_free(deflater *state) {
    if (!is_isal(state)) deflateEnd(&state->zlib);
    free(state);
}

#ifdef HAS_ISAL
struct deflater_codes {
    struct isal_hufftables tables;
};

deflater_codes *deflater_codes_create(const uint8_t *sample, size_t count) {
    struct isal_huff_histogram histogram;
    deflater_codes *codes = malloc(sizeof *codes);
    if (!codes) return NULL;
    memset(&histogram, 0, sizeof histogram);
    if (count > 0) isal_update_histogram((uint8_t *)sample, (int)at_most(count), &histogram);
    if (isal_create_hufftables(&codes->tables, &histogram) == 0) return codes;
    free(codes);
    return NULL;
}
#else
deflater_codes *deflater_codes_create(const uint8_t *sample, size_t count) { return NULL; }
#endif

void deflater_codes_free(deflater_codes *codes) { free(codes); }

void deflater_start(deflater *state, const deflater_codes *codes) {
#ifdef HAS_ISAL
    if (is_isal(state)) {
        isal_deflate_reset(&state->isal);
        // The other levels find codes for each block.
        state->isal.level = codes ? 0 : FAST_LEVEL;
        if (codes) isal_deflate_set_hufftables(&state->isal, (struct isal_hufftables *)&codes->tables, IGZIP_HUFFTABLE_CUSTOM);
        return;
    }
#endif
    deflateReset(&state->zlib);
}

struct deflater_progress deflater_run(deflater *state, const uint8_t *input, size_t input_count, int finish,
                                      uint8_t *output, size_t output_count) {
    size_t taken = at_most(input_count), room = at_most(output_count);
    int is_last = finish && taken == input_count;
    struct deflater_progress progress;
#ifdef HAS_ISAL
    if (is_isal(state)) {
        struct isal_zstream *stream = &state->isal;
        stream->next_in = (uint8_t *)input;
        stream->avail_in = (uint32_t)taken;
        stream->next_out = output;
        stream->avail_out = (uint32_t)room;
        stream->end_of_stream = is_last != 0;
        stream->flush = NO_FLUSH;
        isal_deflate(stream);
        progress.consumed = taken - stream->avail_in;
        progress.produced = room - stream->avail_out;
        progress.has_ended = stream->internal_state.state == ZSTATE_END;
        return progress;
    }
#endif
    state->zlib.next_in = (uint8_t *)input;
    state->zlib.avail_in = (uInt)taken;
    state->zlib.next_out = output;
    state->zlib.avail_out = (uInt)room;
    int outcome = deflate(&state->zlib, is_last ? Z_FINISH : Z_NO_FLUSH);
    progress.consumed = taken - state->zlib.avail_in;
    progress.produced = room - state->zlib.avail_out;
    progress.has_ended = outcome == Z_STREAM_END;
    return progress;
}

uint32_t deflater_checksum(uint32_t checksum, const uint8_t *input, size_t count) {
#ifdef HAS_ISAL
    return crc32_gzip_refl(checksum, input, count);
#else
    return (uint32_t)crc32_z(checksum, input, count);
#endif
}
