import Diagnostics
import FoundationEssentials
import Planning
import Testing

/// The starter workspace with further keys in its estimate, and a form of its own.
func workspaceFiles(estimate: (String) -> String = { $0 }, form: String? = nil) -> [(
    kind: DataKind, name: String, text: String
)] {
    var files = starterWorkspace(changing: .estimate, estimate).filter { $0.kind != .tableForm }
    if let form { files.append((.tableForm, "bieu/rieng.yaml", form)) }
    return files
}

@Suite struct FormFaultTests {
    @Test(arguments: [
        ("cot: [{ten: A}]", "planning.empty-form-column"),
        ("cot: [{ten: A, lay: so_khac}]", "planning.form-column-without-key"),
        ("cot: [{ten: A, lay: thanh_tien}, {ten: B, tinh: \"1+\"}]", "planning.bad-formula"),
        ("cot: [{ten: A, lay: thanh_tien}, {ten: B, tinh: \"1-7\"}]", "planning.unknown-form-column"),
        ("cot: [{ten: A, lay: thanh_tien}, {ten: B, tinh: \"a-b\"}]", "planning.unknown-form-column"),
    ]) func `a form that cannot be printed is told`(columns: String, code: String) throws {
        let files = workspaceFiles(form: "tieu_de: BIỂU RIÊNG\n\(columns)\n")
        let failure = try #require(throws: Failure.self) { try reading(files) }
        #expect(Set(failure.diagnostics.map(\.code)) == [code])
        #expect(failure.diagnostics[0].location.file == "bieu/rieng.yaml")
    }

    @Test func `a form nobody has is told with the names there are`() throws {
        let workspace = try reading(workspaceFiles()).value
        let failure = try #require(throws: Failure.self) { try workspace.formTable("theo-nguo", year: 2026) }
        #expect(failure.diagnostics.map(\.code) == ["planning.unknown-form"])
        #expect(failure.diagnostics[0].fix?.vietnamese == "viết “theo-nguon”")
        let missing = try #require(throws: Failure.self) { try workspace.formTable("dieu-chinh", year: 2026) }
        #expect(missing.diagnostics.map(\.code) == ["planning.no-changes"])
    }

    private static let row = "don_gia: 20000"

    @Test(arguments: [
        ("quy: [1, 2, 3]", "planning.not-four-quarters"),
        ("quy: [100000, 0, 0, 0]", "planning.quarters-mismatch"),
        ("da_chi: 99000000000", "planning.spent-over"),
        ("duoc_duyet: 100\n    da_chi: 101", "planning.spent-over"),
    ]) func `figures that contradict the row are told`(keys: String, code: String) throws {
        let files = workspaceFiles { $0.addingToFirstItem(keys) }
        let told: [Diagnostic]
        do { told = try reading(files).warnings } catch let failure as Failure { told = failure.diagnostics }
        #expect(told.map(\.code).contains(code))
    }

    @Test func `quarters that add up and money within the limit are not told`() throws {
        let files = workspaceFiles { $0.addingToFirstItem("duoc_duyet: 100\n    da_chi: 100") }
        #expect(!(try reading(files).warnings.map(\.code).contains("planning.spent-over")))
    }

    @Test(arguments: [
        ("khong_co", "-1", "planning.unknown-row"),
        ("dau", "-90000000000000", "planning.negative-after-change"),
    ]) func `a change of what is not there is told`(code: String, amount: String, fault: String) throws {
        let files = workspaceFiles {
            $0.addingToFirstItem("ma: dau")
                + "dieu_chinh:\n  - quyet_dinh: Quyết định số 1\n    dong: [{ma: \(code), so_tien: \(amount)}]\n"
        }
        let failure = try #require(throws: Failure.self) { try reading(files) }
        #expect(failure.diagnostics.map(\.code).contains(fault))
    }
}

extension String {
    /// With further keys in the first item that has a price.
    func addingToFirstItem(_ keys: String) -> String {
        guard let price = firstRange(of: /( *)don_gia: [0-9]+/) else { return self }
        let line = self[price]
        let indent = line.prefix { $0 == " " }
        let added = keys.split(separator: "\n").map { "\n\(indent)\($0.drop { $0 == " " })" }.joined()
        return replacingCharacters(in: price, with: line + added)
    }

    private func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + self[range.upperBound...]
    }
}
