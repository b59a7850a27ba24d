import Diagnostics

/// The faults of a file, each as place, code and remedy in English.
public func faultLines(_ text: String, of read: (String) throws -> Void) -> [String] {
    do {
        try read(text)
        return []
    } catch let failure as Failure {
        return failure.diagnostics.map { fault in
            guard case .text(_, let line, let column, let path) = fault.location else { return fault.code }
            return "\(line):\(column) \(path): \(fault.code), \(fault.fix?.english ?? fault.message.english)"
        }
    } catch { return ["\(error)"] }
}
