import Diagnostics
import Planning
import Testing

@Suite struct TwoOfAKind {
    private func codes(_ files: [(kind: DataKind, name: String, text: String)]) throws -> [String] {
        do { return try reading(files).warnings.map(\.code) } catch let failure as Failure {
            return failure.diagnostics.map(\.code)
        }
    }

    @Test func `two estimates of one year are told, at the year of the second`() throws {
        let files = DataKind.allCases.map(starter)
        let again = (DataKind.estimate, "du-toan-2026.yaml", starter(.estimate).text)
        let failure = #expect(throws: Failure.self) { _ = try reading(files + [again]) }
        let told = failure?.diagnostics.filter { $0.code == "planning.duplicate-year" } ?? []
        #expect(told.map(\.location.file) == ["du-toan-2026.yaml"])
        #expect(try !codes(files).contains("planning.duplicate-year"))
    }

    @Test(arguments: [("so-hoc-vien", false), ("ty-le-moi", true)])
    func `a ratio is made of what is counted, not of another ratio`(denominator: String, isTold: Bool) throws
    {
        let files = starterWorkspace(changing: .indicators) { text in
            func ratio(_ code: String, of denominator: String) -> String {
                """
                  - ma: \(code)
                    ten: \(code)
                    dvt: "%"
                    loai: ty_le
                    noi_dung: tin-bai
                    tu_so: so-tin-bai
                    mau_so: \(denominator)
                    cau: "đạt {so}"

                """
            }
            return text + ratio("ty-le-moi", of: "so-hoc-vien") + ratio("ty-le-sau", of: denominator)
        }
        #expect(try codes(files).contains("planning.ratio-of-ratio") == isTold)
    }
}
