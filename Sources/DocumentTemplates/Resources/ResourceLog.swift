internal import Synchronization

/// What has been read of resources, so that one can tell later whether it has changed.
package final class ResourceLog: Sendable {
    private let files = Mutex<[File]>([])

    /// A file by the name that the template or its data have for it.
    package struct File: Sendable {
        package let name: String
        package let contents: [UInt8]
    }

    package init() {}

    func add(_ name: String, _ contents: [UInt8]) {
        files.withLock { files in
            guard !files.contains(where: { $0.name == name }) else { return }
            files.append(File(name: name, contents: contents))
        }
    }

    /// The files that were read since this was asked last, each once.
    package func take() -> [File] {
        files.withLock { files in
            defer { files = [] }
            return files
        }
    }
}
