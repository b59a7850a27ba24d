internal import CDeflate
internal import Synchronization

/// How short texts that are made after one pattern are compressed fast: in codes that were made once, for the pattern.
///
/// A text of a few thousand bytes becomes some hundredths larger than in codes of its own, in a third of the time. Where the fast compressor has no use
/// for them they change nothing.
package final class DeflateCodes: Sendable {
    /// Longer texts get codes of their own, whose cost is small beside the rest.
    static let longestText = 1 << 13

    private let pattern: [UInt8]
    private let made = Mutex<Made?>(nil)

    /// `pattern` is what all the texts have in common; Vietnamese words are expected between.
    package init(pattern: [UInt8]) { self.pattern = pattern }

    /// Made when they are first asked for.
    func inUse() -> Made {
        made.withLock { made in
            if let made { return made }
            let new = Made(sample: pattern + DeflateCodes.words)
            made = new
            return new
        }
    }

    /// The codes as the compressor takes them, which has to end its stream before they go.
    ///
    /// `@unchecked`: nothing changes them.
    @safe final class Made: @unchecked Sendable {
        let pointer: OpaquePointer?

        fileprivate init(sample: [UInt8]) {
            unsafe pointer = sample.withUnsafeBufferPointer {
                unsafe deflater_codes_create($0.baseAddress, $0.count)
            }
        }

        deinit { if let pointer = unsafe pointer { unsafe deflater_codes_free(pointer) } }
    }

    /// What official letters are filled with, so that its letters have short codes too.
    private static let words = Array(
        """
        Căn cứ Luật Tổ chức chính quyền địa phương; theo đề nghị của Giám đốc Sở, Ủy ban nhân dân tỉnh ban hành kế hoạch triển khai thực hiện nhiệm vụ
        năm 2026 như sau: các cơ quan, đơn vị được giao chủ trì, phối hợp xây dựng dự toán kinh phí, báo cáo kết quả trước ngày 15 tháng 12; tổng số
        1.250.000 đồng.
        """.utf8)
}
