#ifndef LEXWATCH_CCURL_SHIM_H
#define LEXWATCH_CCURL_SHIM_H

#include <curl/curl.h>
#include <locale.h>

// A dropped result of setopt is a lost guard, so every shim warns about it.
#define LW_CHECKED __attribute__((warn_unused_result)) static inline

// The host in the letters of the name system. libidn2 reads it in the locale's encoding, which is none but for this call.
static inline CURLUcode lw_ascii_host(CURLU *parts, char **host) {
#ifdef CURLU_PUNYCODE
    locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    if (utf8 == (locale_t)0) return CURLUE_BAD_HOSTNAME;
    locale_t before = uselocale(utf8);
    CURLUcode code = curl_url_get(parts, CURLUPART_HOST, host, CURLU_PUNYCODE);
    uselocale(before);
    freelocale(utf8);
    return code;
#else
    return CURLUE_BAD_HOSTNAME;
#endif
}

// curl_easy_setopt and its kin are variadic, which Swift cannot call: one shim for each type of argument.
LW_CHECKED CURLcode lw_setopt_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

LW_CHECKED CURLcode lw_setopt_offset(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}

LW_CHECKED CURLcode lw_setopt_string(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

LW_CHECKED CURLcode lw_setopt_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}

LW_CHECKED CURLcode lw_setopt_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

LW_CHECKED CURLcode lw_setopt_write(CURL *handle, CURLoption option, curl_write_callback value) {
    return curl_easy_setopt(handle, option, value);
}

LW_CHECKED CURLcode lw_setopt_read(CURL *handle, curl_read_callback value) {
    return curl_easy_setopt(handle, CURLOPT_READFUNCTION, value);
}

LW_CHECKED CURLcode lw_setopt_progress(CURL *handle, curl_xferinfo_callback value) {
    return curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, value);
}

LW_CHECKED CURLcode lw_setopt_open(CURL *handle, curl_opensocket_callback value) {
    return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, value);
}

LW_CHECKED CURLcode lw_setopt_debug(CURL *handle, curl_debug_callback value) {
    return curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, value);
}

// Without it, a name that does not resolve would hold up the whole loop when its transfer ends.
LW_CHECKED CURLcode lw_leave_resolver_behind(CURL *handle) {
#if LIBCURL_VERSION_NUM >= 0x075700
    return curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L);
#else
    (void)handle;
    return CURLE_OK;
#endif
}

LW_CHECKED CURLMcode lw_multi_setopt_long(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}

LW_CHECKED CURLcode lw_getinfo_long(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}

LW_CHECKED CURLcode lw_getinfo_offset(CURL *handle, CURLINFO info, curl_off_t *value) {
    return curl_easy_getinfo(handle, info, value);
}

LW_CHECKED CURLcode lw_getinfo_list(CURL *handle, CURLINFO info, struct curl_slist **value) {
    return curl_easy_getinfo(handle, info, value);
}

LW_CHECKED CURLcode lw_getinfo_string(CURL *handle, CURLINFO info, char **value) {
    return curl_easy_getinfo(handle, info, value);
}

// Enumerators in some versions of libcurl, numbers in others.
static const long lw_netrc_ignored = CURL_NETRC_IGNORED;
static const long lw_use_no_tls = CURLUSESSL_NONE;
static const long lw_use_tls_only = CURLUSESSL_ALL;

// The address may be longer than the struct that curl_sockaddr declares, so it is only ever pointed at.
static inline const struct sockaddr *lw_address(const struct curl_sockaddr *address) { return &address->addr; }

#endif
