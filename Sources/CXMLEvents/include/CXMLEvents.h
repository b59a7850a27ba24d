#ifndef CXML_EVENTS_H
#define CXML_EVENTS_H

#pragma clang assume_nonnull begin

/// What the XML parser tells us. All strings are UTF-8 and valid only during the call.
struct xml_events {
    void *context;
    /// Declarations come as (prefix, namespace) pairs; attributes as (local, prefix, namespace, start, end).
    void (*start)(void *context, const char *local, const char *_Nullable prefix, const char *_Nullable ns,
                  int declaration_count, const char *_Nullable const *_Nullable declarations,
                  int attribute_count, const char *_Nullable const *_Nullable attributes);
    void (*end)(void *context);
    void (*characters)(void *context, const char *bytes, int count);
    void (*comment)(void *context, const char *text);
    void (*instruction)(void *context, const char *target, const char *_Nullable text);
    void (*doctype)(void *context);
    void (*fault)(void *context, int line, int column, const char *message);
};

/// How a parse ended.
enum xml_events_outcome { XML_EVENTS_WELL_FORMED = 0, XML_EVENTS_MALFORMED = 1, XML_EVENTS_NO_MEMORY = 2 };

/// Parses a whole document, which may not have a document type declaration: that is reported and stops the parse.
enum xml_events_outcome xml_events_parse(const char *_Nullable bytes, int count, struct xml_events *events);

/// Prepares libxml2 for use from several threads; may be called again and again.
void xml_events_initialize(void);

#pragma clang assume_nonnull end

#endif
