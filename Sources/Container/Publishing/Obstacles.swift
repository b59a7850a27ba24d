package import Diagnostics
internal import Files

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension Diagnostic {
    static func exists(_ path: String) -> Diagnostic {
        .error(
            "output.exists", at: .file(path), "tệp đã có, không ghi đè",
            en: "the file exists and is not overwritten", fix: "chọn tên khác, hoặc thêm --ghi-de để ghi đè",
            en: "choose another name, or add --force to overwrite it")
    }

    /// What somebody has made of a file is never lost.
    static func keptCopy(_ copy: String, of path: String) -> Diagnostic {
        .warning(
            "output.kept-copy", at: .file(path),
            "tệp này đã được sửa sau khi vanthu ghi, nên bản cũ được giữ lại ở \(copy)",
            en: "the file was changed after vanthu wrote it, so the old one is kept as \(copy)",
            fix: "chép những chỗ đã sửa sang bản mới, rồi xóa bản cũ nếu không cần",
            en: "take over what was changed, then delete the copy if it is not needed")
    }

    static func isInput(_ path: String) -> Diagnostic {
        .error(
            "output.is-input", at: .file(path), "tệp kết quả chính là tệp đầu vào, không ghi đè",
            en: "the file to write is a file that was read, and is not overwritten",
            fix: "ghi ra một tệp khác", en: "write to another file")
    }

    static func notAFile(_ path: String) -> Diagnostic {
        .error(
            "output.not-a-file", at: .file(path),
            "đây là ống dẫn, ổ cắm hoặc thiết bị, không phải tệp thường, nên không bị thay bằng tệp kết quả",
            en: "this is a pipe, a socket or a device, not a plain file, and no result takes its place",
            fix: "ghi ra một tệp thường", en: "write to a plain file")
    }

    static func sameTarget(_ path: String) -> Diagnostic {
        .error(
            "output.same-target", at: .file(path), "hai tài liệu cùng ghi ra một tệp",
            en: "two documents would be written to the same file", fix: "đặt tên khác nhau cho từng tài liệu",
            en: "give each document its own name")
    }

    /// The reason, by the system's error number, why something cannot be written at `path`.
    package static func unwritable(_ path: String, error: Int32) -> Diagnostic {
        let (code, message, fix) = reason(error)
        return Diagnostic(
            code, message, cause: errorsOfTheTarget.contains(error) ? .input : .environment, at: .file(path),
            fix: fix)
    }

    /// Those that another name for the output mends.
    private static let errorsOfTheTarget: Set<Int32> = [EISDIR, ENOTDIR, ENAMETOOLONG]

    private static func reason(_ error: Int32) -> (code: String, message: Wording, fix: Wording) {
        switch error {
        case EACCES, EPERM:
            (
                "system.permission-denied",
                Wording("không có quyền ghi vào đây", en: "there is no permission to write here"),
                Wording(
                    "ghi vào thư mục khác, hoặc xin quyền ghi",
                    en: "write to another folder, or ask for the right to write")
            )
        case EROFS:
            (
                "system.read-only", Wording("ổ đĩa chỉ cho đọc", en: "the file system is read-only"),
                Wording("ghi vào thư mục khác", en: "write to another folder")
            )
        case ENOSPC, EDQUOT, EFBIG:
            (
                "system.disk-full", Wording("ổ đĩa hết chỗ", en: "the disk is full"),
                Wording(
                    "giải phóng dung lượng, hoặc ghi ra một ổ đĩa khác",
                    en: "free some space, or write to another disk")
            )
        case EISDIR:
            (
                "output.is-a-folder",
                Wording(
                    "đây là thư mục, không ghi thành tệp được", en: "this is a folder, no file can be written"
                ), Wording("chọn tên tệp khác", en: "choose another file name")
            )
        case ENOTDIR:
            (
                "output.not-a-folder",
                Wording(
                    "một phần của đường dẫn là tệp, không phải thư mục",
                    en: "a part of the path is a file, not a folder"),
                Wording("ghi vào thư mục khác", en: "write to another folder")
            )
        case ENAMETOOLONG:
            (
                "output.name-too-long", Wording("tên tệp quá dài", en: "the file name is too long"),
                Wording("chọn tên ngắn hơn", en: "choose a shorter name")
            )
        default:
            (
                "system.write-failed",
                Wording(
                    "hệ thống không ghi được (\(systemMessage(error)))",
                    en: "the system could not write (\(systemMessage(error)))"),
                Wording("kiểm tra ổ đĩa rồi thử lại", en: "check the disk and try again")
            )
        }
    }
}
