#include "CXlsxWriter.h"

#include <dlfcn.h>
#include <stddef.h>
#include <stdlib.h>
#include <time.h>

// libxlsxwriter is opened when the first workbook is written, so that everything else runs without it. The few types it is called with are
// declared here rather than taken from its headers: a machine that builds need not have them, and the number in the library's name is
// what stands for their layout. Where the headers are there, the compiler holds both against each other, below.

struct book_options {
    uint8_t constant_memory;
    const char *temporary_folder;
    uint8_t use_zip64;
    // Later versions have more behind these, which zero turns off.
    void *room[4];
};

struct book_properties {
    const char *texts[10];
    time_t created;
};

struct moment {
    int year, month, day, hour, minute;
    double second;
};

struct validation {
    uint8_t validate, criteria, ignore_blank, show_input, show_error, error_type, dropdown;
    double value_number;
    const char *value_formula;
    const char **value_list;
    struct moment value_moment;
    double minimum_number;
    const char *minimum_formula;
    struct moment minimum_moment;
    double maximum_number;
    const char *maximum_formula;
    struct moment maximum_moment;
    const char *input_title, *input_message, *error_title, *error_message;
};

enum { LIST_OF_CELLS = 6, PAPER_A4 = 9, THIN_BORDER = 1 };

#define FUNCTIONS(use)                                                                                              \
    use(void *, workbook_new_opt, (const char *, const struct book_options *))                                      \
    use(int, workbook_set_properties, (void *, const struct book_properties *))                                     \
    use(void *, workbook_add_worksheet, (void *, const char *))                                                     \
    use(void *, workbook_add_format, (void *))                                                                      \
    use(int, workbook_close, (void *))                                                                              \
    use(int, workbook_validate_sheet_name, (void *, const char *))                                                  \
    use(const char *, lxw_strerror, (int))                                                                          \
    use(void, format_set_font_name, (void *, const char *))                                                         \
    use(void, format_set_font_size, (void *, double))                                                               \
    use(void, format_set_num_format, (void *, const char *))                                                        \
    use(void, format_set_bold, (void *))                                                                            \
    use(void, format_set_italic, (void *))                                                                          \
    use(void, format_set_text_wrap, (void *))                                                                       \
    use(void, format_set_unlocked, (void *))                                                                        \
    use(void, format_set_border, (void *, uint8_t))                                                                 \
    use(void, format_set_align, (void *, uint8_t))                                                                  \
    use(void, format_set_indent, (void *, uint8_t))                                                                 \
    use(int, worksheet_write_string, (void *, uint32_t, uint16_t, const char *, void *))                            \
    use(int, worksheet_write_number, (void *, uint32_t, uint16_t, double, void *))                                  \
    use(int, worksheet_write_formula_num, (void *, uint32_t, uint16_t, const char *, void *, double))               \
    use(int, worksheet_write_blank, (void *, uint32_t, uint16_t, void *))                                           \
    use(int, worksheet_write_comment, (void *, uint32_t, uint16_t, const char *))                                   \
    use(int, worksheet_merge_range, (void *, uint32_t, uint16_t, uint32_t, uint16_t, const char *, void *))         \
    use(int, worksheet_set_column, (void *, uint16_t, uint16_t, double, void *))                                    \
    use(int, worksheet_set_row, (void *, uint32_t, double, void *))                                                 \
    use(int, worksheet_data_validation_range,                                                                       \
        (void *, uint32_t, uint16_t, uint32_t, uint16_t, const struct validation *))                                \
    use(void, worksheet_set_landscape, (void *))                                                                    \
    use(void, worksheet_set_paper, (void *, uint8_t))                                                               \
    use(void, worksheet_fit_to_pages, (void *, uint16_t, uint16_t))                                                 \
    use(int, worksheet_repeat_rows, (void *, uint32_t, uint32_t))                                                   \
    use(int, worksheet_set_footer, (void *, const char *))                                                          \
    use(void, worksheet_freeze_panes, (void *, uint32_t, uint16_t))                                                 \
    use(void, worksheet_protect, (void *, const char *, void *))                                                    \
    use(void, worksheet_hide, (void *))

struct xlsx_library {
#define DECLARE(result, name, parameters) result(*name) parameters;
    FUNCTIONS(DECLARE)
};

#if __has_include(<xlsxwriter.h>)
#include <xlsxwriter.h>
_Static_assert(sizeof(struct book_options) >= sizeof(lxw_workbook_options), "options of a workbook");
_Static_assert(offsetof(struct book_options, temporary_folder) == offsetof(lxw_workbook_options, tmpdir), "folder");
_Static_assert(sizeof(struct book_properties) == sizeof(lxw_doc_properties), "properties");
_Static_assert(offsetof(struct book_properties, created) == offsetof(lxw_doc_properties, created), "created");
_Static_assert(sizeof(struct validation) == sizeof(lxw_data_validation), "validation");
_Static_assert(offsetof(struct validation, value_formula) == offsetof(lxw_data_validation, value_formula), "list");
_Static_assert(offsetof(struct validation, error_title) == offsetof(lxw_data_validation, error_title), "title");
_Static_assert((int)LIST_OF_CELLS == (int)LXW_VALIDATION_TYPE_LIST_FORMULA, "kind of validation");
_Static_assert((int)THIN_BORDER == (int)LXW_BORDER_THIN, "border");
#endif

struct xlsx_library *xlsx_library_open(const char *name) {
    void *handle = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (handle == NULL) { return NULL; }
    struct xlsx_library *library = calloc(1, sizeof(*library));
    if (library == NULL) { return NULL; }
    int missing = 0;
#define FIND(result, name, parameters)                                                                              \
    library->name = (result(*) parameters)dlsym(handle, #name);                                                     \
    missing |= library->name == NULL;
    FUNCTIONS(FIND)
    if (!missing) { return library; }
    free(library);
    dlclose(handle);
    return NULL;
}

struct xlsx_book *xlsx_book_open(const struct xlsx_library *library, const char *path, const char *temporary_folder,
                                 int constant_memory, int64_t created) {
    struct book_options options = {.constant_memory = constant_memory != 0, .temporary_folder = temporary_folder};
    void *book = library->workbook_new_opt(path, &options);
    if (book == NULL) { return NULL; }
    struct book_properties properties = {.created = (time_t)created};
    library->workbook_set_properties(book, &properties);
    return book;
}

const char *xlsx_book_close(const struct xlsx_library *library, struct xlsx_book *book) {
    int error = library->workbook_close(book);
    return error == 0 ? NULL : library->lxw_strerror(error);
}

struct xlsx_sheet *xlsx_sheet_add(const struct xlsx_library *library, struct xlsx_book *book, const char *name) {
    if (library->workbook_validate_sheet_name(book, name) != 0) { return NULL; }
    return library->workbook_add_worksheet(book, name);
}

struct xlsx_style *xlsx_style_add(const struct xlsx_library *library, struct xlsx_book *book,
                                  const struct xlsx_style_options *options) {
    void *style = library->workbook_add_format(book);
    if (style == NULL) { return NULL; }
    if (options->font_name != NULL) { library->format_set_font_name(style, options->font_name); }
    if (options->font_size > 0) { library->format_set_font_size(style, options->font_size); }
    if (options->number_format != NULL) { library->format_set_num_format(style, options->number_format); }
    if (options->bold) { library->format_set_bold(style); }
    if (options->italic) { library->format_set_italic(style); }
    if (options->wraps) { library->format_set_text_wrap(style); }
    if (options->unlocked) { library->format_set_unlocked(style); }
    if (options->border) { library->format_set_border(style, THIN_BORDER); }
    if (options->horizontal) { library->format_set_align(style, options->horizontal); }
    if (options->vertical) { library->format_set_align(style, options->vertical); }
    if (options->indent) { library->format_set_indent(style, options->indent); }
    return style;
}

int xlsx_write_text(const struct xlsx_library *library, struct xlsx_sheet *sheet, uint32_t row, uint16_t column,
                    const char *text, struct xlsx_style *style) {
    return library->worksheet_write_string(sheet, row, column, text, style);
}

int xlsx_write_number(const struct xlsx_library *library, struct xlsx_sheet *sheet, uint32_t row, uint16_t column,
                      double number, struct xlsx_style *style) {
    return library->worksheet_write_number(sheet, row, column, number, style);
}

int xlsx_write_formula(const struct xlsx_library *library, struct xlsx_sheet *sheet, uint32_t row, uint16_t column,
                       const char *formula, double result, struct xlsx_style *style) {
    return library->worksheet_write_formula_num(sheet, row, column, formula, style, result);
}

int xlsx_write_blank(const struct xlsx_library *library, struct xlsx_sheet *sheet, uint32_t row, uint16_t column,
                     struct xlsx_style *style) {
    return library->worksheet_write_blank(sheet, row, column, style);
}

int xlsx_merge(const struct xlsx_library *library, struct xlsx_sheet *sheet, uint32_t first_row, uint16_t first_column,
               uint32_t last_row, uint16_t last_column, const char *text, struct xlsx_style *style) {
    return library->worksheet_merge_range(sheet, first_row, first_column, last_row, last_column, text, style);
}

int xlsx_set_column_width(const struct xlsx_library *library, struct xlsx_sheet *sheet, uint16_t column, double width) {
    return library->worksheet_set_column(sheet, column, column, width, NULL);
}

int xlsx_set_row_height(const struct xlsx_library *library, struct xlsx_sheet *sheet, uint32_t row, double height) {
    return library->worksheet_set_row(sheet, row, height, NULL);
}

int xlsx_add_note(const struct xlsx_library *library, struct xlsx_sheet *sheet, uint32_t row, uint16_t column,
                  const char *text) {
    return library->worksheet_write_comment(sheet, row, column, text);
}

int xlsx_add_choice(const struct xlsx_library *library, struct xlsx_sheet *sheet, uint32_t first_row,
                    uint16_t first_column, uint32_t last_row, uint16_t last_column, const char *source,
                    const char *error_title, const char *error_message) {
    struct validation rule = {
        .validate = LIST_OF_CELLS, .value_formula = source, .error_title = error_title, .error_message = error_message};
    return library->worksheet_data_validation_range(sheet, first_row, first_column, last_row, last_column, &rule);
}

int xlsx_set_up_page(const struct xlsx_library *library, struct xlsx_sheet *sheet, int landscape, int has_head,
                     uint32_t first_head_row, uint32_t last_head_row) {
    library->worksheet_set_paper(sheet, PAPER_A4);
    if (landscape) { library->worksheet_set_landscape(sheet); }
    library->worksheet_fit_to_pages(sheet, 1, 0);
    int error = library->worksheet_set_footer(sheet, "&C&P");
    if (has_head) { error |= library->worksheet_repeat_rows(sheet, first_head_row, last_head_row); }
    return error;
}

void xlsx_freeze(const struct xlsx_library *library, struct xlsx_sheet *sheet, uint32_t row, uint16_t column) {
    library->worksheet_freeze_panes(sheet, row, column);
}

void xlsx_protect(const struct xlsx_library *library, struct xlsx_sheet *sheet) {
    library->worksheet_protect(sheet, NULL, NULL);
}

void xlsx_hide(const struct xlsx_library *library, struct xlsx_sheet *sheet) { library->worksheet_hide(sheet); }
