#ifndef CFILESYSTEM_H
#define CFILESYSTEM_H

#include <stdint.h>
#include <sys/types.h>

#pragma clang assume_nonnull begin

/// Makes everything durable that was written to the file system of an open file or folder; 0, or the error number.
int file_system_sync(int descriptor);

/// Renames within a folder without ever replacing what stands there; 0, or the error number (EEXIST).
int file_system_place(int folder, const char *source, const char *target);

/// What is known of a file without following a link at its end.
struct file_facts {
    int64_t size;
    /// When its contents were last written, and when anything about it changed, in nanoseconds since 1970.
    int64_t written;
    int64_t changed;
    /// 1 for a plain file, 2 for a folder, 0 for anything else.
    int kind;
};

/// The facts of a file in a folder, or of the open file itself where `path` is empty; 0, or the error number.
int file_system_look(int folder, const char *path, struct file_facts *facts);

/// Gives a file an extended attribute, where the file system has such; 0, or the error number.
int file_system_mark(const char *path, const char *name, const void *bytes, size_t count);

/// Reads an extended attribute; its length, or -1 where there is none.
ssize_t file_system_mark_of(const char *path, const char *name, void *bytes, size_t count);

#pragma clang assume_nonnull end

#endif
