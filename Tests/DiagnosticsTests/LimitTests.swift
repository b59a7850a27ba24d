import Diagnostics
import Testing

struct LimitTests {
    @Test func `each has a name of its own in both languages, and may be raised`() {
        let names = Limit.allCases.flatMap { [$0.name.vietnamese, $0.name.english] }
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "-") } })
        #expect(Limit.allCases.allSatisfy { $0.usual < $0.greatest && $0.value == $0.usual })
    }

    @Test(
        arguments: [
            (Limit.partSize, "1", 1), (.partSize, "0", nil), (.partSize, "2kB", 2048),
            (.partSize, "3mb", 3 << 20), (.partSize, "1GB", 1 << 30), (.partSize, "2GB", nil),
            (.partSize, "2147483647", 2_147_483_647), (.partSize, "2147483648", nil),
            (.partSize, "1,5GB", nil), (.partSize, "1 GB", nil), (.partSize, "-1", nil), (.partSize, "", nil),
            (.partSize, "GB", nil), (.partSize, "1TB", nil), (.partCount, "20000", 20_000),
            (.partCount, "1GB", nil), (.partCount, "99999999999999999999", nil),
        ] as [(Limit, String, Int?)]) func `what a user writes is read exactly or not at all`(
            limit: Limit, text: String, value: Int?
        )
    { #expect(limit.value(text) == value) }

    @Test func `a value is written as it is read`() {
        #expect(Limit.fileSize.text(512 << 20) == "512MB")
        #expect(Limit.fileSize.text(1 << 30) == "1GB")
        #expect(Limit.fileSize.text(1 << 30 + 1 << 20) == "1025MB")
        #expect(Limit.fileSize.text(1025) == "1025")
        #expect(Limit.partCount.text(1024) == "1024")
        #expect(Limit.pixelCount.words == Wording("250.000.000", en: "250,000,000"))
        #expect(Limit.pictureSize.words == Wording("64 MB", en: "64 MB"))
        #expect(Limit.markCount.words == Wording("1.000", en: "1,000"))
        #expect(Limit.officeTime.words == Wording("120", en: "120"))
        for limit in Limit.allCases {
            for value in [1, limit.usual, limit.greatest] { #expect(limit.value(limit.text(value)) == value) }
        }
    }

    @Test(
        arguments: [
            (nil, "--limit part=512MB"), (512 << 20, "--limit part=512MB"),
            (512 << 20 + 1, "--limit part=1GB"), (Int(Int32.max), "--limit part=2147483647"),
            (Int(Int32.max) + 1, ""),
        ] as [(Int?, String)]) func `the mend raises it as far as is needed, where that can be`(
            needed: Int?, option: String
        )
    {
        let mend = Limit.partSize.mend(Wording("nhỏ lại", en: "smaller"), needed: needed)
        #expect(
            mend.english
                == (option.isEmpty ? "smaller" : "smaller; if it really needs as much, add \(option)"))
        #expect(
            mend.vietnamese.hasPrefix("nhỏ lại")
                && mend.vietnamese.contains("--gioi-han mot-phan=") == !option.isEmpty)
    }
}
