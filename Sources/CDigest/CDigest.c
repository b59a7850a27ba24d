#include "CDigest.h"

#include <CLate.h>
#include <openssl/evp.h>
#include <stdlib.h>

#define CALL(name) LATE("libcrypto.so.3", name)

struct digest {
    EVP_MD *method;
    EVP_MD_CTX *context;
};

digest *digest_create(void) {
    digest *state = malloc(sizeof *state);
    if (!state) return NULL;
    state->method = CALL(EVP_MD_fetch)(NULL, "SHA256", NULL);
    state->context = CALL(EVP_MD_CTX_new)();
    if (!state->method || !state->context) {
        digest_free(state);
        return NULL;
    }
    return state;
}

void digest_free(digest *state) {
    CALL(EVP_MD_CTX_free)(state->context);
    CALL(EVP_MD_free)(state->method);
    free(state);
}

void digest_start(digest *state) { CALL(EVP_DigestInit_ex2)(state->context, state->method, NULL); }

void digest_add(digest *state, const uint8_t *bytes, size_t count) {
    if (count > 0) CALL(EVP_DigestUpdate)(state->context, bytes, count);
}

void digest_end(digest *state, uint8_t *result) { CALL(EVP_DigestFinal_ex)(state->context, result, NULL); }
