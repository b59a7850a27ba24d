#include "CWebServer.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

int web_listen(const struct sockaddr *address, socklen_t length) {
    int handle = socket(address->sa_family, SOCK_STREAM, 0);
    if (handle < 0) { return -1; }
    int yes = 1;
    setsockopt(handle, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
    if (bind(handle, address, length) != 0 || listen(handle, SOMAXCONN) != 0) {
        int error = errno;
        close(handle);
        errno = error;
        return -1;
    }
    return handle;
}

// What it would print about odd requests is of no use to anybody, and may hold what somebody typed.
static void drop(void *context, const char *format, va_list arguments) {
    (void)context;
    (void)format;
    (void)arguments;
}

struct MHD_Daemon *web_start(
    int socket, const struct web_limits *limits, const char *certificate, const char *key,
    MHD_AccessHandlerCallback handler, MHD_RequestCompletedCallback done, MHD_NotifyConnectionCallback note,
    void *context) {
    unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC | MHD_USE_ERROR_LOG;
    struct MHD_OptionItem tls[] = {
        {MHD_OPTION_HTTPS_MEM_CERT, 0, (void *)certificate},
        {MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)key},
        {MHD_OPTION_END, 0, NULL},
    };
    struct MHD_OptionItem plain[] = {{MHD_OPTION_END, 0, NULL}};
    if (certificate != NULL) { flags |= MHD_USE_TLS; }
    return MHD_start_daemon(
        flags, 0, NULL, NULL, handler, context, MHD_OPTION_EXTERNAL_LOGGER, drop, NULL, MHD_OPTION_LISTEN_SOCKET, socket,
        MHD_OPTION_THREAD_POOL_SIZE, limits->threads, MHD_OPTION_CONNECTION_LIMIT, limits->connections,
        MHD_OPTION_PER_IP_CONNECTION_LIMIT, limits->connections_per_address, MHD_OPTION_CONNECTION_TIMEOUT,
        limits->idle_seconds, MHD_OPTION_CONNECTION_MEMORY_LIMIT, limits->memory_per_connection,
        MHD_OPTION_THREAD_STACK_SIZE, limits->stack, MHD_OPTION_NOTIFY_COMPLETED, done, context,
        MHD_OPTION_NOTIFY_CONNECTION, note, context, MHD_OPTION_ARRAY, certificate != NULL ? tls : plain, MHD_OPTION_END);
}

int web_socket(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info ? info->connect_fd : -1;
}

void web_peer(struct MHD_Connection *connection, char *text, size_t size) {
    text[0] = 0;
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    if (info == NULL || info->client_addr == NULL) { return; }
    socklen_t length = info->client_addr->sa_family == AF_INET6 ? sizeof(struct sockaddr_in6) : sizeof(struct sockaddr_in);
    if (getnameinfo(info->client_addr, length, text, (socklen_t)size, NULL, 0, NI_NUMERICHOST) != 0) { text[0] = 0; }
}

void web_raise_file_limit(void) {
    struct rlimit bounds;
    if (getrlimit(RLIMIT_NOFILE, &bounds) != 0) { return; }
    bounds.rlim_cur = bounds.rlim_max;
    setrlimit(RLIMIT_NOFILE, &bounds);
}
