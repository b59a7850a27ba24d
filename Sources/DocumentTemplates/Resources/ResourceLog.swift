internal import Synchronization

/// What has been read of resources, so that one can tell later whether it has changed.
public final class ResourceLog: Sendable {
    private let files = Mutex<[File]>([])

    /// A file by the name that the template or its data have for it.
    public struct File: Sendable {
        public let name: String
        public let contents: [UInt8]
    }

    public init() {}

    func add(_ name: String, _ contents: [UInt8]) {
        files.withLock { files in
            guard !files.contains(where: { $0.name == name }) else { return }
            files.append(File(name: name, contents: contents))
        }
    }

    /// The files that were read since this was asked last, each once.
    public func take() -> [File] {
        files.withLock { files in
            defer { files = [] }
            return files
        }
    }
}
