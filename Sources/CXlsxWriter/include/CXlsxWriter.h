#ifndef CXLSX_WRITER_H
#define CXLSX_WRITER_H

#include <stdint.h>

#pragma clang assume_nonnull begin

/// The functions of libxlsxwriter that are used, found in the library when it is opened.
struct xlsx_library;
struct xlsx_book;
struct xlsx_sheet;
struct xlsx_style;

/// How cells look; a text that is null and a number that is 0 leave what the library has.
struct xlsx_style_options {
    const char *_Nullable font_name;
    double font_size;
    const char *_Nullable number_format;
    uint8_t bold;
    uint8_t italic;
    uint8_t wraps;
    uint8_t unlocked;
    uint8_t border;
    uint8_t horizontal;
    uint8_t vertical;
    uint8_t indent;
};

/// Null when the library, or a function of it, is not there.
struct xlsx_library *_Nullable xlsx_library_open(const char *name);

/// Begins a workbook at `path`; `created` is in seconds since 1970. Null when there is no memory.
struct xlsx_book *_Nullable xlsx_book_open(const struct xlsx_library *library, const char *path,
                                           const char *temporary_folder, int constant_memory, int64_t created);
/// Writes the workbook and frees it; null when it was written, else what went wrong.
const char *_Nullable xlsx_book_close(const struct xlsx_library *library, struct xlsx_book *book);

/// Null for a name that no sheet may have, or that one has.
struct xlsx_sheet *_Nullable xlsx_sheet_add(const struct xlsx_library *library, struct xlsx_book *book, const char *name);
struct xlsx_style *_Nullable xlsx_style_add(const struct xlsx_library *library, struct xlsx_book *book,
                                            const struct xlsx_style_options *options);

// Each of these is 0 when the library took it.
int xlsx_write_text(const struct xlsx_library *library, struct xlsx_sheet *sheet, uint32_t row, uint16_t column,
                    const char *text, struct xlsx_style *_Nullable style);
int xlsx_write_number(const struct xlsx_library *library, struct xlsx_sheet *sheet, uint32_t row, uint16_t column,
                      double number, struct xlsx_style *_Nullable style);
int xlsx_write_formula(const struct xlsx_library *library, struct xlsx_sheet *sheet, uint32_t row, uint16_t column,
                       const char *formula, double result, struct xlsx_style *_Nullable style);
int xlsx_write_blank(const struct xlsx_library *library, struct xlsx_sheet *sheet, uint32_t row, uint16_t column,
                     struct xlsx_style *_Nullable style);
int xlsx_merge(const struct xlsx_library *library, struct xlsx_sheet *sheet, uint32_t first_row, uint16_t first_column,
               uint32_t last_row, uint16_t last_column, const char *text, struct xlsx_style *_Nullable style);
int xlsx_set_column_width(const struct xlsx_library *library, struct xlsx_sheet *sheet, uint16_t column, double width);
int xlsx_set_row_height(const struct xlsx_library *library, struct xlsx_sheet *sheet, uint32_t row, double height);
int xlsx_add_note(const struct xlsx_library *library, struct xlsx_sheet *sheet, uint32_t row, uint16_t column,
                  const char *text);
/// `source` names the cells of the list: `='Danh mục'!$A$1:$A$9`.
int xlsx_add_choice(const struct xlsx_library *library, struct xlsx_sheet *sheet, uint32_t first_row,
                    uint16_t first_column, uint32_t last_row, uint16_t last_column, const char *source,
                    const char *error_title, const char *error_message);

/// A4, as wide as one page, with these rows on top of each page.
int xlsx_set_up_page(const struct xlsx_library *library, struct xlsx_sheet *sheet, int landscape, int has_head,
                     uint32_t first_head_row, uint32_t last_head_row);
void xlsx_freeze(const struct xlsx_library *library, struct xlsx_sheet *sheet, uint32_t row, uint16_t column);
void xlsx_protect(const struct xlsx_library *library, struct xlsx_sheet *sheet);
void xlsx_hide(const struct xlsx_library *library, struct xlsx_sheet *sheet);

#pragma clang assume_nonnull end

#endif
