internal import Container
package import Diagnostics

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension Diagnostic {
    /// Something about the folder that keeps the whole batch from going on.
    static func folderFault(_ path: String, error: Int32) -> Diagnostic {
        error == ENOENT ? .folderGone(path) : .unwritable(path, error: error)
    }

    static func folderGone(_ path: String) -> Diagnostic {
        .environment(
            "batch.folder-gone", at: .file(path), "thư mục kết quả không còn nữa",
            en: "the output folder is gone", fix: "tạo lại thư mục, rồi chạy tiếp với --lam-tiep",
            en: "make the folder again, then go on with --resume")
    }

    static func folderInUse(_ path: String) -> Diagnostic {
        .environment(
            "batch.folder-in-use", at: .file(path), "một lần lập hàng loạt khác đang ghi vào thư mục này",
            en: "another batch is writing into this folder",
            fix: "chờ lần kia xong, ghi vào thư mục khác, hoặc chia phần cho cả hai bằng --phan",
            en: "wait for it, write into another folder, or deal the work out with --shard")
    }

    static func batchExists(_ manifest: String) -> Diagnostic {
        .error(
            "batch.exists", at: .file(manifest), "thư mục này đã có một lần lập hàng loạt",
            en: "there has been a batch in this folder",
            fix: "thêm --lam-tiep để làm tiếp, --ghi-de để làm lại từ đầu, hoặc chọn thư mục khác",
            en: "add --resume to go on, --force to begin again, or choose another folder")
    }

    static func nothingToResume(_ manifest: String) -> Diagnostic {
        .note(
            "batch.nothing-to-resume", at: .file(manifest), "chưa có sổ ghi nào, bắt đầu từ bản ghi đầu tiên",
            en: "there is no manifest yet; the batch begins with the first record")
    }

    static func templateChanged(_ manifest: String) -> Diagnostic {
        .error(
            "batch.template-changed", at: .file(manifest),
            "mẫu, tên tệp hoặc cách điền đã khác với lần trước, làm tiếp thì văn bản sẽ không cùng một mẫu",
            en:
                "the template, the names or the way of filling differ from the earlier run's; the documents would not be of one kind",
            fix: "dùng lại mẫu cũ, thêm --ghi-de để làm lại tất cả, hoặc chọn thư mục khác",
            en: "use the earlier template, add --force to make all of them again, or choose another folder")
    }

    static func sameName(_ path: String) -> Diagnostic {
        .error(
            "batch.same-name", at: .file(path), "hai bản ghi cho cùng một tên tệp",
            en: "two records give the same file name",
            fix: "thêm vào --ten-tep một trường phân biệt chúng, như số thứ tự",
            en: "add to --name a field that tells them apart, such as a number")
    }

    static func similarName(_ path: String) -> Diagnostic {
        .warning(
            "batch.similar-name", at: .file(path),
            "tên này khác tên một văn bản khác chỉ ở chữ hoa, chữ thường; trên Windows, macOS hay thẻ nhớ, hai tệp thành một",
            en:
                "the name differs from that of another document by capitals alone; on Windows, macOS or a memory card the two are one file",
            fix: "thêm vào --ten-tep một trường phân biệt chúng, như số thứ tự",
            en: "add to --name a field that tells them apart, such as a number")
    }

    static func keptAside(_ path: String, as name: String) -> Diagnostic {
        .warning(
            "batch.kept-aside", at: .file(path),
            "tệp đã bị sửa sau khi lập; bản đã sửa được giữ lại với tên \(name)",
            en: "the file was changed after it had been made; what was there is kept as \(name)",
            fix: "so hai bản, rồi xóa bản không dùng", en: "compare the two, then delete one")
    }

    static func leftBehind(_ path: String) -> Diagnostic {
        .warning(
            "batch.left-behind", at: .file(path),
            "văn bản này lập từ bản ghi trước khi sửa; bản ghi nay cho tên khác",
            en:
                "this document was made of the record before it was changed; the record now gives another name",
            fix: "xóa tệp này nếu không dùng nữa", en: "delete the file if it is not needed")
    }

    static func notARecord(at place: Location) -> Diagnostic {
        .error(
            "batch.not-a-record", at: place, "bản ghi phải là một nhóm tên và giá trị {…}",
            en: "a record has to be names with values {…}",
            fix: "viết bản ghi như {\"so\": \"12\", \"ten\": \"…\"}",
            en: "write the record like {\"so\": \"12\", \"ten\": \"…\"}")
    }

    static func recordOrder(_ number: Int, at place: Location) -> Diagnostic {
        .error(
            "batch.record-order", at: place, "bản ghi số \(number) đứng sau một bản ghi có số lớn hơn",
            en: "record \(number) stands behind one with a higher number",
            fix: "xếp các bản ghi theo “$record”, hoặc bỏ trường này",
            en: "order the records by “$record”, or leave that field out")
    }

    static func notInOne(_ option: String) -> Diagnostic {
        Diagnostic(
            "usage.batch-not-resumable",
            Wording(
                "kết quả là một tệp duy nhất nên không làm tiếp hay chia phần được",
                en: "the result is one file, which can be neither resumed nor dealt out"), cause: .usage,
            at: .argument(option),
            fix: Wording(
                "ghi ra thư mục, hoặc bỏ tùy chọn này", en: "write into a folder, or leave \(option) out"))
    }

    static func oneTemplateToMerge() -> Diagnostic {
        Diagnostic(
            "usage.batch-merge",
            Wording(
                "chỉ gộp được văn bản của một mẫu, thành .docx hoặc .odt như mẫu",
                en: "only documents of one template can be merged, into a .docx or .odt like it"),
            cause: .usage, at: .argument("--output"),
            fix: Wording("dùng một mẫu, hoặc ghi ra thư mục", en: "use one template, or write into a folder"))
    }

    static func otherMergedEnding(_ path: String, wanted: String) -> Diagnostic {
        .error(
            "output.other-format", at: .file(path), "mẫu là .\(wanted), nên tệp gộp phải là .\(wanted)",
            en: "the template is a .\(wanted), so the merged file has to be one too",
            fix: "đổi đuôi của tệp kết quả", en: "change the extension of the output file")
    }

    static func otherEnding(_ name: String, wanted: String) -> Diagnostic {
        .error(
            "output.other-format", at: .argument("--name"),
            "mẫu là .\(wanted), nên tên tệp phải có đuôi .\(wanted) hoặc .pdf",
            en: "the template is a .\(wanted), so the name has to end in .\(wanted) or .pdf",
            fix: "đổi đuôi trong --ten-tep", en: "change the ending in --name")
    }

    package static func noThreads() -> Diagnostic {
        .environment(
            "system.no-threads", at: .argument("--jobs"), "hệ thống không cho thêm luồng nào",
            en: "the system gives no more threads",
            fix: "giảm --luong, hoặc tăng giới hạn tiến trình (ulimit -u)",
            en: "lower --jobs, or raise the limit of processes (ulimit -u)")
    }
}
