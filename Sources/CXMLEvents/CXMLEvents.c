#include "CXMLEvents.h"

#include <CLate.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#if LIBXML_VERSION < 21400
#define CALL(name) LATE("libxml2.so.2", name)
#else
#define CALL(name) LATE("libxml2.so.16", name)
#endif

static struct xml_events *events_of(void *parser) { return ((xmlParserCtxtPtr)parser)->_private; }

static void on_start(void *parser, const xmlChar *local, const xmlChar *prefix, const xmlChar *ns,
                     int declaration_count, const xmlChar **declarations,
                     int attribute_count, int defaulted_count, const xmlChar **attributes) {
    (void)defaulted_count;
    struct xml_events *events = events_of(parser);
    events->start(events->context, (const char *)local, (const char *)prefix, (const char *)ns,
                  declaration_count, (const char *const *)declarations,
                  attribute_count, (const char *const *)attributes);
}

static void on_end(void *parser, const xmlChar *local, const xmlChar *prefix, const xmlChar *ns) {
    (void)local, (void)prefix, (void)ns;
    struct xml_events *events = events_of(parser);
    events->end(events->context);
}

static void on_characters(void *parser, const xmlChar *bytes, int count) {
    struct xml_events *events = events_of(parser);
    events->characters(events->context, (const char *)bytes, count);
}

static void on_comment(void *parser, const xmlChar *text) {
    struct xml_events *events = events_of(parser);
    events->comment(events->context, (const char *)text);
}

static void on_instruction(void *parser, const xmlChar *target, const xmlChar *text) {
    struct xml_events *events = events_of(parser);
    events->instruction(events->context, (const char *)target, (const char *)text);
}

static void on_doctype(void *parser, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
    (void)name, (void)external, (void)system;
    struct xml_events *events = events_of(parser);
    events->doctype(events->context);
    CALL(xmlStopParser)(parser);
}

#if LIBXML_VERSION >= 21200
static void on_fault(void *parser, const xmlError *error) {
#else
static void on_fault(void *parser, xmlErrorPtr error) {
#endif
    if (error->level < XML_ERR_ERROR) { return; }
    struct xml_events *events = events_of(parser);
    events->fault(events->context, error->line, error->int2, error->message ? error->message : "");
}

void xml_events_initialize(void) { CALL(xmlInitParser)(); }

// NOENT makes libxml2 decode `&amp;` in attribute values. No other entity can exist: doctypes are refused.
static const int options = XML_PARSE_NONET | XML_PARSE_NOENT;

static void listen(xmlParserCtxtPtr parser, struct xml_events *events) {
    parser->_private = events;
    memset(parser->sax, 0, sizeof(*parser->sax));
    parser->sax->initialized = XML_SAX2_MAGIC;
    parser->sax->startElementNs = on_start;
    parser->sax->endElementNs = on_end;
    parser->sax->characters = on_characters;
    parser->sax->cdataBlock = on_characters;
    parser->sax->ignorableWhitespace = on_characters;
    parser->sax->comment = on_comment;
    parser->sax->processingInstruction = on_instruction;
    parser->sax->internalSubset = on_doctype;
    parser->sax->serror = on_fault;
}

enum { IN_TEXT, AFTER_LESS, IN_TAG, IN_MARKUP };

// The shortest attribute is ` a=""`.
static const size_t shortest_attribute = 5;

int xml_tags_add(struct xml_tags *tags, const char *bytes, size_t count) {
    const char *end = bytes + count;
    for (const char *next = bytes; next < end; next++) {
        char byte = *next;
        // UTF-16 has a zero beside each of these.
        if (byte == 0) { continue; }
        switch (tags->state) {
        case IN_TEXT:
            next = memchr(next, '<', (size_t)(end - next));
            if (next == NULL) { return 0; }
            tags->state = AFTER_LESS;
            break;
        case AFTER_LESS:
            // Comments, instructions and CDATA have no attributes.
            tags->state = byte == '!' || byte == '?' ? IN_MARKUP : IN_TAG;
            tags->quote = 0;
            tags->attributes = 0;
            break;
        case IN_MARKUP:
            if (byte == '>') { tags->state = IN_TEXT; }
            break;
        default:
            if (tags->quote != 0) {
                if (byte == tags->quote) { tags->quote = 0; }
            } else if (byte == '"' || byte == '\'') {
                tags->quote = byte;
                if (++tags->attributes > tags->limit) { return 1; }
            } else if (byte == '>') {
                tags->state = IN_TEXT;
            }
        }
    }
    return 0;
}

int xml_has_masses_of_attributes(const char *bytes, size_t count, int limit) {
    // No `<` stands within a tag, so only a long stretch without one can hold so many.
    size_t shortest = shortest_attribute * (size_t)limit;
    const char *end = bytes + count;
    const char *start = bytes;
    while (start < end) {
        const char *next = memchr(start + 1, '<', (size_t)(end - start - 1));
        const char *stop = next == NULL ? end : next;
        if ((size_t)(stop - start) > shortest) {
            struct xml_tags tags = {.limit = limit};
            if (xml_tags_add(&tags, start, (size_t)(stop - start))) { return 1; }
        }
        start = stop;
    }
    return 0;
}

enum xml_events_outcome xml_events_parse(const char *bytes, int count, struct xml_events *events) {
    xmlParserCtxtPtr parser = CALL(xmlNewParserCtxt)();
    if (parser == NULL) { return XML_EVENTS_NO_MEMORY; }
    listen(parser, events);
    CALL(xmlCtxtReadMemory)(parser, bytes, count, NULL, NULL, options);
    int well_formed = parser->wellFormed;
    CALL(xmlFreeParserCtxt)(parser);
    return well_formed ? XML_EVENTS_WELL_FORMED : XML_EVENTS_MALFORMED;
}

enum { deepest_html = 200, most_html_attributes = 64 };

static int tell(xmlNodePtr first, struct xml_events *events, int depth) {
    if (depth > deepest_html) { return 0; }
    for (xmlNodePtr node = first; node != NULL; node = node->next) {
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            if (node->content != NULL) {
                events->characters(events->context, (const char *)node->content, CALL(xmlStrlen)(node->content));
            }
        } else if (node->type == XML_ELEMENT_NODE) {
            const char *attributes[5 * most_html_attributes];
            xmlChar *values[most_html_attributes];
            int count = 0;
            for (xmlAttrPtr attribute = node->properties; attribute != NULL && count < most_html_attributes;
                 attribute = attribute->next) {
                // One without a value, such as `hidden`, has no children.
                xmlChar *value = attribute->children == NULL
                                     ? CALL(xmlStrdup)((const xmlChar *)"")
                                     : CALL(xmlNodeListGetString)(node->doc, attribute->children, 1);
                if (value == NULL) { continue; }
                const char **place = attributes + 5 * count;
                place[0] = (const char *)attribute->name;
                place[1] = NULL;
                place[2] = NULL;
                place[3] = (const char *)value;
                place[4] = (const char *)value + CALL(xmlStrlen)(value);
                values[count++] = value;
            }
            events->start(events->context, (const char *)node->name, NULL, NULL, 0, NULL, count, attributes);
            for (int i = 0; i < count; i++) { (*CALL(xmlFree))(values[i]); }
            int is_told = tell(node->children, events, depth + 1);
            events->end(events->context);
            if (!is_told) { return 0; }
        }
    }
    return 1;
}

enum xml_events_outcome html_events_parse(const char *bytes, int count, struct xml_events *events) {
    int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_NODEFDTD;
    htmlDocPtr document = CALL(htmlReadMemory)(bytes, count, NULL, "UTF-8", options);
    if (document == NULL) { return count == 0 ? XML_EVENTS_WELL_FORMED : XML_EVENTS_NO_MEMORY; }
    int is_told = tell(CALL(xmlDocGetRootElement)(document), events, 0);
    CALL(xmlFreeDoc)(document);
    return is_told ? XML_EVENTS_WELL_FORMED : XML_EVENTS_MALFORMED;
}

struct xml_stream *xml_stream_open(struct xml_events *events) {
    xmlParserCtxtPtr parser = CALL(xmlCreatePushParserCtxt)(NULL, NULL, NULL, 0, NULL);
    if (parser == NULL) { return NULL; }
    listen(parser, events);
    CALL(xmlCtxtUseOptions)(parser, options);
    return (struct xml_stream *)parser;
}

static enum xml_events_outcome feed(struct xml_stream *stream, const char *bytes, int count, int is_last) {
    xmlParserCtxtPtr parser = (xmlParserCtxtPtr)stream;
    CALL(xmlParseChunk)(parser, bytes, count, is_last);
    return parser->wellFormed && !parser->disableSAX ? XML_EVENTS_WELL_FORMED : XML_EVENTS_MALFORMED;
}

enum xml_events_outcome xml_stream_feed(struct xml_stream *stream, const char *bytes, int count) {
    return feed(stream, bytes, count, 0);
}

enum xml_events_outcome xml_stream_finish(struct xml_stream *stream) { return feed(stream, NULL, 0, 1); }

void xml_stream_close(struct xml_stream *stream) { CALL(xmlFreeParserCtxt)((xmlParserCtxtPtr)stream); }
