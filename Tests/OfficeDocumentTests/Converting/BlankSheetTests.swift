import OfficePackage
import Testing

@testable import OfficeDocument

/// What a file leaves open is as on Word's own blank sheet.
@Suite struct BlankSheets {
    private func lengths(_ page: Page) -> [Double] {
        let all: [Length?] = [
            page.width, page.height, page.top, page.bottom, page.left, page.right, page.headerDistance,
            page.footerDistance,
        ]
        return all.map { (($0?.millimetres ?? -1) * 100).rounded() / 100 }
    }

    private func page(_ change: (inout PageSetup) -> Void = { _ in }) -> [Double] {
        var setup = PageSetup()
        change(&setup)
        return lengths(OfficeDocument.Conversion.page(setup))
    }

    @Test func `nothing said is A4 with an inch on each side`() {
        #expect(page() == [210, 297, 25.4, 25.4, 25.4, 25.4, 12.7, 12.7])
    }

    @Test func `what is said stays, and header and footer keep within their margins`() {
        #expect(
            page {
                ($0.width, $0.height) = (.millimetres(148), .millimetres(210))
                ($0.top, $0.bottom) = (.millimetres(20), .millimetres(15))
                ($0.left, $0.right) = (.millimetres(30), .millimetres(10))
            } == [148, 210, 20, 15, 30, 10, 10, 7.5])
        #expect(
            page {
                ($0.top, $0.bottom) = (.millimetres(20), .millimetres(15))
                ($0.headerDistance, $0.footerDistance) = (.millimetres(19), .millimetres(14))
            }.suffix(2) == [19, 14])
        #expect(
            page {
                ($0.top, $0.bottom) = (.millimetres(20), .millimetres(15))
                ($0.headerDistance, $0.footerDistance) = (.millimetres(21), .millimetres(16))
            }.suffix(2) == [20, 15])
    }
}
