internal import CLibSodium
internal import Threads

/// Random secrets, and what is kept of them and of passwords.
package enum Secrets {
    private static let isReady: Bool = sodium_init() >= 0

    /// 32 random bytes as letters that a link or a cookie can hold.
    package static func token() -> String {
        precondition(isReady, "libsodium starts")
        var bytes = [UInt8](repeating: 0, count: 32)
        unsafe randombytes_buf(&bytes, bytes.count)
        return hexadecimal(bytes)
    }

    /// SHA-256, in hexadecimal: what is kept of a secret that is long enough by itself.
    package static func digest(_ bytes: [UInt8]) -> String {
        var hash = [UInt8](repeating: 0, count: 32)
        _ = unsafe crypto_hash_sha256(&hash, bytes, UInt64(bytes.count))
        return hexadecimal(hash)
    }

    package static func digest(_ text: String) -> String { digest(Array(text.utf8)) }

    /// Whether both are the same, in a time that tells nothing of where they differ.
    static func areSame(_ a: String, _ b: String) -> Bool {
        let (a, b) = (Array(a.utf8), Array(b.utf8))
        guard a.count == b.count, !a.isEmpty else { return false }
        return unsafe sodium_memcmp(a, b, a.count) == 0
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    // MARK: Passwords

    /// What is kept of a password (argon2id, 64 MB); nil where there is no memory.
    package static func hash(ofPassword password: String) -> String? {
        precondition(isReady, "libsodium starts")
        return turn {
            var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
            let status = unsafe crypto_pwhash_str(
                &text, password, UInt64(password.utf8.count), UInt64(crypto_pwhash_OPSLIMIT_INTERACTIVE),
                Int(crypto_pwhash_MEMLIMIT_INTERACTIVE))
            guard status == 0 else { return nil }
            return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }

    /// Whether that is the password of the hash; for a person who is not there it takes as long.
    static func isPassword(_ password: String, of hash: String?) -> Bool {
        precondition(isReady, "libsodium starts")
        let known = hash ?? nobody
        let fits = turn { unsafe crypto_pwhash_str_verify(known, password, UInt64(password.utf8.count)) == 0 }
        return fits && hash != nil
    }

    private static let nobody = hash(ofPassword: token()) ?? ""

    /// Each takes 64 MB: two at a time, or many who sign in at once would eat the memory.
    private static let free = Guarded(2)

    private static func turn<Result>(_ work: () -> Result) -> Result {
        _ = free.wait { free -> Bool? in
            guard free > 0 else { return nil }
            free -= 1
            return true
        }
        defer { free.change { $0 += 1 } }
        return work()
    }
}
