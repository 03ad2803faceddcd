#ifndef LEXWATCH_CLIBXML2_SHIM_H
#define LEXWATCH_CLIBXML2_SHIM_H

// <libxml/encoding.h> pulls in ICU's headers, which clash with those of Foundation.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/encoding.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/uri.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

/// `xmlFree` is a mutable global, which Swift 6 refuses to read.
static inline void lw_xml_free(void *pointer) { xmlFree(pointer); }

// Newer versions deprecate these without another way that the older ones have.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wdeprecated-declarations"
static inline long lw_bytes_consumed(xmlParserCtxtPtr context) { return xmlByteConsumed(context); }
static inline int lw_recovers(xmlParserCtxtPtr context) { return context->recovery != 0; }
static inline int lw_was_halted(xmlParserCtxtPtr context) { return context->disableSAX != 0; }
static inline void lw_set_deepest(unsigned int levels) { xmlParserMaxDepth = levels; }
#pragma clang diagnostic pop

#endif
