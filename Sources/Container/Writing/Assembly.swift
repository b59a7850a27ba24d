internal import CLibZip
internal import Diagnostics

/// Drives libzip through one archive; no handle outlives the call.
enum Assembly {
    static func write(
        _ entries: [PendingEntry],
        timestamp: Timestamp,
        to destination: Destination,
        file: String
    ) throws(Failure) {
        precondition(!entries.isEmpty, "an archive has at least one entry")
        var error = unsafe zip_error_t()
        unsafe zip_error_init(&error)
        defer { unsafe zip_error_fini(&error) }
        let outcome = withExtendedLifetime((entries, destination)) { () -> String? in
            let state = unsafe Unmanaged.passUnretained(destination).toOpaque()
            guard let target = unsafe zip_source_function_create(Destination.callback, state, &error) else {
                return unsafe String(cString: zip_error_strerror(&error))
            }
            guard let archive = unsafe zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
                unsafe zip_source_free(target)
                return unsafe String(cString: zip_error_strerror(&error))
            }
            for entry in entries {
                guard unsafe add(entry, to: archive, timestamp: timestamp) else {
                    let words = unsafe String(cString: zip_error_strerror(zip_get_error(archive)))
                    unsafe zip_discard(archive)
                    return "\(entry.name): \(words)"
                }
            }
            guard unsafe zip_close(archive) == 0 else {
                let words = unsafe String(cString: zip_error_strerror(zip_get_error(archive)))
                unsafe zip_discard(archive)
                return words
            }
            return nil
        }
        guard let outcome else { return }
        if let failure = entries.lazy.compactMap(\.failure).first { throw failure }
        if let error = destination.error { throw Failure(.unwritable(file, error: error)) }
        throw Failure(.assemblyFailed(outcome, file: file))
    }

    private static func add(_ entry: PendingEntry, to archive: OpaquePointer, timestamp: Timestamp) -> Bool {
        let state = unsafe Unmanaged.passUnretained(entry).toOpaque()
        guard let source = unsafe zip_source_function(archive, PendingEntry.callback, state) else {
            return false
        }
        let index = unsafe zip_file_add(archive, entry.name, source, ZIP_FL_ENC_UTF_8)
        guard index >= 0 else {
            unsafe zip_source_free(source)
            return false
        }
        let place = UInt64(index)
        let (method, level): (Int32, UInt32) =
            switch entry.compression {
            case .stored: (ZIP_CM_STORE, 0)
            case .deflated(let level): (ZIP_CM_DEFLATE, UInt32(min(max(level, 1), 9)))
            }
        return unsafe zip_set_file_compression(archive, place, method, level) == 0
            && zip_file_set_dostime(archive, place, timestamp.dosTime, timestamp.dosDate, 0) == 0
    }
}

extension Diagnostic {
    static func assemblyFailed(_ words: String, file: String) -> Diagnostic {
        Diagnostic(
            "internal.archive",
            Wording(
                "không đóng gói được tài liệu (\(words))",
                en: "the package could not be put together (\(words))"
            ),
            at: .file(file)
        )
    }
}
