#ifndef CXML_EVENTS_H
#define CXML_EVENTS_H

#include <stddef.h>

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

/// Reads a piece of HTML, mended as browsers do, and tells what stands in it; comments and instructions are left out.
///
/// `XML_EVENTS_MALFORMED` where elements are nested too deeply.
enum xml_events_outcome html_events_parse(const char *_Nullable bytes, int count, struct xml_events *events);

/// A parse that is fed its document piece by piece; the events come while a piece is fed.
struct xml_stream;

/// Null when there is no memory. `events` must live as long as the stream.
struct xml_stream *_Nullable xml_stream_open(struct xml_events *events);

/// Parses the next bytes; after any other answer than `XML_EVENTS_WELL_FORMED` nothing more may be fed.
enum xml_events_outcome xml_stream_feed(struct xml_stream *stream, const char *_Nullable bytes, int count);

/// Tells that the document has ended.
enum xml_events_outcome xml_stream_finish(struct xml_stream *stream);

void xml_stream_close(struct xml_stream *stream);

/// Counts the attributes of each element as its bytes come; begins with zeros and the limit.
struct xml_tags {
    int state;
    char quote;
    int attributes;
    int limit;
};

/// Whether an element has had more attributes than the limit.
int xml_tags_add(struct xml_tags *tags, const char *bytes, size_t count);

/// Whether an element of a whole document has more attributes than the limit.
int xml_has_masses_of_attributes(const char *bytes, size_t count, int limit);

/// Prepares libxml2 for use from several threads; may be called again and again.
void xml_events_initialize(void);

#pragma clang assume_nonnull end

#endif
