#define _GNU_SOURCE
#include "CFileSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

int file_system_sync(int descriptor) {
#ifdef __linux__
    return syncfs(descriptor) == 0 ? 0 : errno;
#else
    (void)descriptor;
    sync();
    return 0;
#endif
}

/// Where the file system has no such rename.
static int place_by_link(int folder, const char *source, const char *target) {
    if (linkat(folder, source, folder, target, 0) != 0) return errno;
    unlinkat(folder, source, 0);
    return 0;
}

int file_system_place(int folder, const char *source, const char *target) {
#ifdef __linux__
    if (renameat2(folder, source, folder, target, RENAME_NOREPLACE) == 0) return 0;
#else
    if (renameatx_np(folder, source, folder, target, RENAME_EXCL) == 0) return 0;
#endif
    if (errno == EINVAL || errno == ENOSYS || errno == ENOTSUP) return place_by_link(folder, source, target);
    return errno;
}

#ifdef __APPLE__
#define WRITTEN(status) (status).st_mtimespec
#define CHANGED(status) (status).st_ctimespec
#else
#define WRITTEN(status) (status).st_mtim
#define CHANGED(status) (status).st_ctim
#endif

int file_system_look(int folder, const char *path, struct file_facts *facts) {
    struct stat status;
    int outcome = *path ? fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) : fstat(folder, &status);
    if (outcome != 0) return errno;
    facts->size = status.st_size;
    facts->written = (int64_t)WRITTEN(status).tv_sec * 1000000000 + WRITTEN(status).tv_nsec;
    facts->changed = (int64_t)CHANGED(status).tv_sec * 1000000000 + CHANGED(status).tv_nsec;
    facts->kind = S_ISREG(status.st_mode) ? 1 : S_ISDIR(status.st_mode) ? 2 : 0;
    return 0;
}

int file_system_mark(const char *path, const char *name, const void *bytes, size_t count) {
#ifdef __APPLE__
    return setxattr(path, name, bytes, count, 0, XATTR_NOFOLLOW) == 0 ? 0 : errno;
#else
    return lsetxattr(path, name, bytes, count, 0) == 0 ? 0 : errno;
#endif
}

ssize_t file_system_mark_of(const char *path, const char *name, void *bytes, size_t count) {
#ifdef __APPLE__
    return getxattr(path, name, bytes, count, 0, XATTR_NOFOLLOW);
#else
    return lgetxattr(path, name, bytes, count);
#endif
}
