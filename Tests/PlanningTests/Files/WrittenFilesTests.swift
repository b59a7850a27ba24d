import DataFiles
import Diagnostics
import FoundationEssentials
import Testing
import Values

@testable import Planning

/// A workspace file that its form has written, read anew.
private func written(_ kind: DataKind, _ node: SourceNode, file: String) throws -> SourceNode {
    func text<Content>(_ form: DataForm<Content>) throws -> String {
        var reading = DataReading(file: file)
        let content = reading.read(node, as: form)
        return YAMLText.document(form.write(try #require(content)))
    }
    let text =
        switch kind {
        case .agency: try text(Agency.form)
        case .programme: try text(ProgrammeFile.form)
        case .indicators: try text(IndicatorFile.form)
        case .estimate: try text(EstimateFile.form)
        case .log: try text(LogRow.fileForm)
        case .report: try text(ReportFile.form)
        case .outline: try text(Outline.form)
        case .tableForm: try text(TableForm.form)
        case .norms: try text(NormFile.form)
        case .payments: try text(PaymentFile.form)
        }
    return try SourceNode(yaml: Array(text.utf8), file: file)
}

@Test func `what the forms write of a workspace reads back as the same workspace`() throws {
    let files: [(DataKind, String)] = [
        (.agency, "co-quan.yaml"), (.programme, "ke-hoach.yaml"), (.indicators, "chi-tieu.yaml"),
        (.report, "bao-cao.yaml"), (.estimate, "du-toan/2021.yaml"), (.estimate, "du-toan/2022.yaml"),
        (.log, "hoat-dong.csv"),
    ]
    var own: [WorkspaceFile] = []
    var again: [WorkspaceFile] = []
    for (kind, name) in files {
        let node = try SourceNode(opening: "\(exampleFolder)/\(name)")
        own.append(WorkspaceFile(kind, name: name, content: node))
        again.append(WorkspaceFile(kind, name: name, content: try written(kind, node, file: name)))
    }
    #expect(try Workspace.reading(again).value == Workspace.reading(own).value)
}
