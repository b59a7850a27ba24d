import Testing
import Values

@testable import Planning

/// Documents in chapters, divisions and articles: each number on its own line above the title, articles counted through.
@Suite struct Chapters {
    private func blocks(_ plan: String) throws -> [Value] {
        try outlined(plan).planView()["than_bai"]?.list ?? []
    }

    private func texts(_ blocks: [Value]) -> [String] {
        blocks.map { $0["de_muc"]?.text ?? $0["doan"]?.text ?? "?" }
    }

    @Test func `numbers of parts, chapters and divisions stand above their titles`() throws {
        let plan = """
            danh_so: [phan, chuong, muc, tieu_muc, dieu]
            phan:
              - ten: Chung
                phan:
                  - ten: Quy định chung
                    phan:
                      - ten: Phạm vi
                        phan:
                          - ten: Đối tượng
                            phan: [{ten: Áp dụng, noi_dung: [x]}]
            """
        let made = try blocks(plan)
        #expect(
            texts(made) == [
                "Phần thứ nhất", "CHUNG", "Chương I", "QUY ĐỊNH CHUNG", "Mục 1", "PHẠM VI", "Tiểu mục 1",
                "ĐỐI TƯỢNG", "Điều 1. Áp dụng", "x",
            ])
        #expect(made.prefix(8).allSatisfy { $0["kieu"]?.texts.first == "Phần" })
        #expect(made[8]["kieu"]?.texts.first == "Điều")
    }

    @Test func `chapters and articles are counted through, divisions in their chapter`() throws {
        let article = "{ten: Đ, noi_dung: [x]}"
        let plan = """
            danh_so: [phan, chuong, muc, dieu, "1"]
            phan:
              - ten: P
                phan:
                  - ten: C
                    phan: [{ten: M, phan: [\(article), \(article)]}, {ten: M, phan: [\(article)]}]
              - ten: P
                phan:
                  - ten: C
                    phan: [{ten: M, phan: [{ten: Đ, phan: [{ten: K, noi_dung: [x]}]}]}]
                  - ten: C
                    phan:
                      - {ten: Đ, danh_so: dieu, phan: [{ten: K, noi_dung: [x]}, {ten: K, noi_dung: [x]}]}
                      - {ten: Đ, danh_so: dieu, so: Điều 9., noi_dung: [x]}
                      - {ten: Đ, danh_so: dieu, noi_dung: [x]}
                      - {ten: M, noi_dung: [x]}
            """
        let numbers = texts(try blocks(plan)).filter { !["P", "C", "M", "x"].contains($0) }
        #expect(
            numbers == [
                "Phần thứ nhất", "Chương I", "Mục 1", "Điều 1. Đ", "Điều 2. Đ", "Mục 2", "Điều 3. Đ",
                "Phần thứ hai", "Chương II", "Mục 1", "Điều 4. Đ", "1. K", "Chương III", "Điều 5. Đ", "1. K",
                "2. K", "Điều 9. Đ", "Điều 10. Đ", "Mục 1",
            ])
    }

    @Test func `a chapter numbered by hand goes on from its number`() throws {
        let plan = """
            danh_so: [chuong, dieu]
            phan: [{ten: A, so: Chương III., noi_dung: [x]}, {ten: B, noi_dung: [y]}]
            """
        #expect(texts(try blocks(plan)) == ["Chương III", "A", "x", "Chương IV", "B", "y"])
    }

    private func article(_ heading: String, _ text: String = "x") -> BodyPart {
        .section(BodySection(heading: heading, parts: [.paragraph(text)]))
    }

    private func chapter(_ heading: String, _ articles: [BodyPart]) -> BodyPart {
        .section(BodySection(heading: heading, parts: articles))
    }

    @Test func `a change is told and printed with the number the article has in the whole`() {
        let first = [
            chapter("A", [article("a"), article("b")]), chapter("B", [article("c"), article("d")]),
        ]
        let second = [
            chapter("A", [article("a"), article("b")]),
            chapter("B", [article("c", "y"), article("d"), article("e")]),
            chapter("C", [article("f"), article("g")]),
        ]
        let changes = PlanChanges(from: first, to: second, levels: [.chapter, .article], marks: .decree30)
            .changes
        #expect(changes.map(\.place) == ["nội dung Điều 3 Chương II", "Điều 5 Chương II", "Chương III"])
        let printed = changes.map { change in
            texts(BodyNumbering(levels: change.levels, marks: .decree30).blocks(of: change.parts))
        }
        #expect(
            printed == [["y"], ["Điều 5. e", "x"], ["Chương III", "C", "Điều 6. f", "x", "Điều 7. g", "x"]])
    }
}
