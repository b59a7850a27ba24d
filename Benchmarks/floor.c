/* What no batch of documents can do without: of the files of a folder, deflate the texts anew, hash each file, create it, write it and rename it.
 *
 *   floor FILES FOLDER COUNT
 *
 * FILES is a folder with the finished documents (DOCX or ODT), FOLDER where COUNT copies of them are written, spread over folders of 1,000. Prints the
 * CPU seconds and the wall seconds of it as JSON. Only the entries that are compressed in the documents are deflated, by the same library.
 *
 *   floor --engine FILES COUNT [OUT]
 *
 * What no template engine can do without, for each document of the folder and COUNT times: copy the texts together, in pieces of 64 kB, deflate them and
 * take their CRC, copy the rest, and write it to OUT, where one is given, in one call.
 */
#include <dirent.h>
#include <fcntl.h>
#include <isa-l.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <zlib.h>

#define MOST_DOCUMENTS 256
#define MOST_TEXTS 8

struct text {
    uint8_t *bytes;
    size_t count;
};

struct document {
    uint8_t *bytes;
    size_t count;
    struct text texts[MOST_TEXTS];
    int text_count;
};

static struct document documents[MOST_DOCUMENTS];
static int document_count;

static void fail(const char *what) {
    perror(what);
    exit(3);
}

static unsigned number(const uint8_t *bytes, int count) {
    unsigned value = 0;
    for (int i = count; i-- > 0;) value = value << 8 | bytes[i];
    return value;
}

/* The parts that differ from document to document, inflated: those that are told by their names. */
static void find_texts(struct document *document, const char *const names[]) {
    for (size_t i = document->count - 22; i > 0; i--) {
        const uint8_t *end = document->bytes + i;
        if (number(end, 4) != 0x06054b50) continue;
        const uint8_t *entry = document->bytes + number(end + 16, 4);
        for (unsigned n = number(end + 10, 2); n > 0; n--) {
            unsigned method = number(entry + 10, 2), packed = number(entry + 20, 4), size = number(entry + 24, 4);
            unsigned name_length = number(entry + 28, 2);
            const uint8_t *local = document->bytes + number(entry + 42, 4);
            const uint8_t *data = local + 30 + number(local + 26, 2) + number(local + 28, 2);
            for (const char *const *name = names; *name; name++) {
                if (strlen(*name) != name_length || memcmp(*name, entry + 46, name_length) || method != 8) continue;
                if (document->text_count == MOST_TEXTS) break;
                struct text *text = &document->texts[document->text_count++];
                text->bytes = malloc(size + 1);
                text->count = size;
                z_stream stream = {.next_in = (Bytef *)data, .avail_in = packed, .next_out = text->bytes, .avail_out = size};
                inflateInit2(&stream, -MAX_WBITS);
                inflate(&stream, Z_FINISH);
                inflateEnd(&stream);
            }
            entry += 46 + name_length + number(entry + 30, 2) + number(entry + 32, 2);
        }
        return;
    }
}

static void read_documents(const char *folder, const char *const names[]) {
    DIR *stream = opendir(folder);
    if (!stream) fail(folder);
    struct dirent *entry;
    while ((entry = readdir(stream)) && document_count < MOST_DOCUMENTS) {
        const char *ending = strrchr(entry->d_name, '.');
        if (!ending || (strcmp(ending, ".docx") && strcmp(ending, ".odt"))) continue;
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        int file = open(path, O_RDONLY);
        struct stat status;
        if (file < 0 || fstat(file, &status) != 0) fail(path);
        struct document *document = &documents[document_count++];
        document->count = status.st_size;
        document->bytes = malloc(document->count);
        if (read(file, document->bytes, document->count) != (ssize_t)document->count) fail(path);
        close(file);
        find_texts(document, names);
    }
    closedir(stream);
    if (document_count == 0) {
        fprintf(stderr, "floor: no documents in %s\n", folder);
        exit(2);
    }
}

static double seconds(const struct timeval *time) { return time->tv_sec + time->tv_usec / 1e6; }

static uint8_t packed[1 << 22];
static struct isal_zstream stream;

static void prepare(void) {
    static uint8_t memory[ISAL_DEF_LVL2_DEFAULT];
    isal_deflate_init(&stream);
    stream.level = 2;
    stream.level_buf = memory;
    stream.level_buf_size = sizeof memory;
}

static void deflate_piece(uint8_t *bytes, size_t count, int is_last) {
    stream.next_in = bytes;
    stream.avail_in = count;
    stream.end_of_stream = is_last;
    stream.flush = NO_FLUSH;
    do {
        stream.next_out = packed;
        stream.avail_out = sizeof packed;
        isal_deflate(&stream);
    } while (stream.avail_in > 0 || stream.avail_out == 0);
}

static double processor_seconds(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return seconds(&usage.ru_utime) + seconds(&usage.ru_stime);
}

/* One document, filled by somebody who needs no time for it. */
static unsigned fill(const struct document *document, const char *target) {
    static uint8_t piece[1 << 16];
    unsigned check = 0;
    for (int t = 0; t < document->text_count; t++) {
        const struct text *text = &document->texts[t];
        isal_deflate_reset(&stream);
        for (size_t place = 0; place < text->count;) {
            size_t count = text->count - place < sizeof piece ? text->count - place : sizeof piece;
            memcpy(piece, text->bytes + place, count);
            place += count;
            check = crc32_gzip_refl(check, piece, count);
            deflate_piece(piece, count, place == text->count);
        }
    }
    uint8_t *whole = malloc(document->count);
    memcpy(whole, document->bytes, document->count);
    if (target) {
        int file = open(target, O_WRONLY | O_CREAT | O_TRUNC, 0666);
        if (file < 0 || write(file, whole, document->count) != (ssize_t)document->count) fail(target);
        close(file);
    }
    check ^= whole[document->count - 1];
    free(whole);
    return check;
}

static int engine(int rounds, const char *target) {
    prepare();
    unsigned check = 0;
    double before = processor_seconds();
    for (int round = 0; round < rounds; round++)
        for (int i = 0; i < document_count; i++) check ^= fill(&documents[i], target);
    printf("{\"documents\": %d, \"cpu_ms_per_doc\": %.4f, \"check\": %u}\n", document_count,
           (processor_seconds() - before) * 1e3 / rounds / document_count, check);
    return 0;
}

int main(int argument_count, char **arguments) {
    if (argument_count < 4) {
        fprintf(stderr, "usage: floor FILES FOLDER COUNT [PART…]\n       floor --engine FILES COUNT [OUT]\n");
        return 2;
    }
    const char *usual[] = {"word/document.xml", "content.xml", NULL};
    if (strcmp(arguments[1], "--engine") == 0) {
        read_documents(arguments[2], usual);
        return engine(atoi(arguments[3]), argument_count > 4 ? arguments[4] : NULL);
    }
    read_documents(arguments[1], argument_count > 4 ? (const char *const *)arguments + 4 : usual);
    const char *folder = arguments[2];
    int count = atoi(arguments[3]);

    prepare();
    EVP_MD *method = EVP_MD_fetch(NULL, "SHA256", NULL);
    EVP_MD_CTX *context = EVP_MD_CTX_new();

    struct timespec start, end;
    double before = processor_seconds();
    clock_gettime(CLOCK_MONOTONIC, &start);
    char temporary[4096], target[4096];
    snprintf(temporary, sizeof temporary, "%s/floor.tmp", folder);
    unsigned check = 0;
    for (int i = 0; i < count; i++) {
        struct document *document = &documents[i % document_count];
        for (int t = 0; t < document->text_count; t++) {
            isal_deflate_reset(&stream);
            deflate_piece(document->texts[t].bytes, document->texts[t].count, 1);
            check ^= crc32_gzip_refl(0, document->texts[t].bytes, document->texts[t].count);
        }
        unsigned char digest[32];
        EVP_DigestInit_ex2(context, method, NULL);
        EVP_DigestUpdate(context, document->bytes, document->count);
        EVP_DigestFinal_ex(context, digest, NULL);
        check ^= digest[0];
        int file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0666);
        if (file < 0 || write(file, document->bytes, document->count) != (ssize_t)document->count) fail(temporary);
        close(file);
        if (i % 1000 == 0) {
            snprintf(target, sizeof target, "%s/%03d", folder, i / 1000);
            mkdir(target, 0777);
        }
        snprintf(target, sizeof target, "%s/%03d/%d.docx", folder, i / 1000, i);
        if (rename(temporary, target) != 0) fail(target);
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    double used = processor_seconds() - before;
    double wall = end.tv_sec - start.tv_sec + (end.tv_nsec - start.tv_nsec) / 1e9;
    printf("{\"documents\": %d, \"cpu_s\": %.4f, \"wall_s\": %.4f, \"check\": %u}\n", count, used, wall, check);
    return 0;
}
