// vanthu-office PROGRAM-FOLDER WORK-FOLDER
//
// A warm LibreOffice for one document at a time. Each line on standard input is an order, five fields between tabs: the file to read, the file to write,
// the format, the options of its filter, the options of reading. The answer is one line: "ok", or "no" and why. All paths are below the work folder, which
// holds the profile too. It ends with its standard input.
//
// LibreOfficeKit is opened at run time, and of its two tables of functions only the first entries are declared here: they are its stable interface, to which
// later versions add at the end. So neither building nor any other program needs LibreOffice.
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

struct document;
struct document_functions {
    size_t size;
    void (*destroy)(struct document *);
    int (*save_as)(struct document *, const char *url, const char *format, const char *options);
};
struct document { struct document_functions *functions; };

struct office;
struct office_functions {
    size_t size;
    void (*destroy)(struct office *);
    struct document *(*load)(struct office *, const char *url);
    char *(*error)(struct office *);
    struct document *(*load_with_options)(struct office *, const char *url, const char *options);
    void (*free_error)(char *);
};
struct office { struct office_functions *functions; };

typedef struct office *(*start_function)(const char *program, const char *profile);

enum { ORDER_FIELDS = 5, LONGEST_ORDER = 16384, MEGABYTE = 1 << 20 };

/// What a hostile document may take at most.
static void limit(int resource, rlim_t most) {
    struct rlimit bounds = {most, most};
    setrlimit(resource, &bounds);
}

static struct office *start(const char *program, const char *work) {
    static const char *names[] = {"libsofficeapp.so", "libmergedlo.so"};
    char path[4096];
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        snprintf(path, sizeof(path), "%s/%s", program, names[i]);
        void *library = dlopen(path, RTLD_LAZY);
        if (library == NULL) { continue; }
        start_function hook = (start_function)dlsym(library, "libreofficekit_hook_2");
        if (hook == NULL) { continue; }
        char profile[4096];
        snprintf(profile, sizeof(profile), "file://%s/profile", work);
        return hook(program, profile);
    }
    return NULL;
}

/// A line by itself, whatever the reason contains.
static void refuse(FILE *answers, const char *reason) {
    fputs("no ", answers);
    for (const char *letter = reason; *letter; letter++) { fputc(*letter == '\n' || *letter == '\r' ? ' ' : *letter, answers); }
    fputc('\n', answers);
    fflush(answers);
}

static void carry_out(struct office *office, char *fields[ORDER_FIELDS], FILE *answers) {
    char source[LONGEST_ORDER], target[LONGEST_ORDER];
    snprintf(source, sizeof(source), "file://%s", fields[0]);
    snprintf(target, sizeof(target), "file://%s", fields[1]);
    struct document *document = office->functions->load_with_options(office, source, fields[4]);
    if (document == NULL) {
        char *why = office->functions->error(office);
        refuse(answers, why ? why : "not loaded");
        if (why) { office->functions->free_error(why); }
        return;
    }
    int saved = document->functions->save_as(document, target, fields[2], fields[3]);
    document->functions->destroy(document);
    if (!saved) {
        refuse(answers, "not written");
        return;
    }
    fputs("ok\n", answers);
    fflush(answers);
}

int main(int count, char **arguments) {
    if (count != 3) { return 2; }
    umask(077);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_AS, (rlim_t)4096 * MEGABYTE);
    limit(RLIMIT_FSIZE, (rlim_t)512 * MEGABYTE);
    limit(RLIMIT_NOFILE, 1024);
    // LibreOffice prints remarks of its own on standard output.
    FILE *answers = fdopen(dup(STDOUT_FILENO), "w");
    if (answers == NULL || dup2(STDERR_FILENO, STDOUT_FILENO) < 0) { return 3; }
    struct office *office = start(arguments[1], arguments[2]);
    if (office == NULL) {
        refuse(answers, "LibreOfficeKit does not start");
        return 3;
    }
    fputs("ready\n", answers);
    fflush(answers);
    char line[LONGEST_ORDER];
    while (fgets(line, sizeof(line), stdin)) {
        line[strcspn(line, "\n")] = 0;
        char *fields[ORDER_FIELDS];
        char *rest = line;
        int found = 0;
        while (found < ORDER_FIELDS && rest) { fields[found++] = strsep(&rest, "\t"); }
        if (found < ORDER_FIELDS) {
            refuse(answers, "no order");
        } else {
            carry_out(office, fields, answers);
        }
    }
    // Its own way out runs destructors of many libraries, some of which wait for ever.
    _exit(0);
}
