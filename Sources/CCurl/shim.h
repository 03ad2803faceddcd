#ifndef LEXWATCH_CCURL_SHIM_H
#define LEXWATCH_CCURL_SHIM_H

#include <curl/curl.h>

// A dropped result of setopt is a lost guard, so every shim warns about it.
#define LW_CHECKED __attribute__((warn_unused_result)) static inline

LW_CHECKED CURLcode lw_setopt_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

#endif
