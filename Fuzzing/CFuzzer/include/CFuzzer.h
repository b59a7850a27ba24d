// libFuzzer's way in for programs with a main of their own.
#ifndef VANTHU_CFUZZER_H
#define VANTHU_CFUZZER_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(
    int *count, char ***arguments, int (*run)(const uint8_t *data, size_t size));

#endif
