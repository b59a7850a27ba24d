#ifndef CWEBSERVER_H
#define CWEBSERVER_H

#include <microhttpd.h>
#include <netinet/in.h>
#include <stddef.h>
#include <stdint.h>

// What libmicrohttpd takes and gives by variable arguments, which Swift does not import.

struct web_limits {
    unsigned threads;
    unsigned connections;
    /// Of one address; 0 for no bound.
    unsigned connections_per_address;
    /// Seconds in which nothing comes.
    unsigned idle_seconds;
    size_t memory_per_connection;
    size_t stack;
};

/// A socket that listens there; or less than 0, with errno.
int web_listen(const struct sockaddr *_Nonnull address, socklen_t length);

/// Null when it does not start. `certificate` and `key` are PEM texts, or null for plain HTTP.
struct MHD_Daemon *_Nullable web_start(
    int socket, const struct web_limits *_Nonnull limits, const char *_Nullable certificate, const char *_Nullable key,
    MHD_AccessHandlerCallback _Nonnull handler, MHD_RequestCompletedCallback _Nonnull done,
    MHD_NotifyConnectionCallback _Nonnull note, void *_Nullable context);

/// The socket of a connection.
int web_socket(struct MHD_Connection *_Nonnull connection);

/// The address the request came from, as text; empty where it is not known.
void web_peer(struct MHD_Connection *_Nonnull connection, char *_Nonnull text, size_t size);

/// As many open files as the system lets this process have.
void web_raise_file_limit(void);

#endif
