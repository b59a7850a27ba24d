public import Diagnostics

extension Rule {
    /// Whether, and by what evidence, a breach is set right by the program itself.
    public enum Mending: Hashable, Sendable {
        case automatic(Evidence)
        case byHand

        public var isAutomatic: Bool { self != .byHand }
    }

    /// What makes a mend certain; where a place lacks it, the fault is told and left to a person.
    public enum Evidence: String, Hashable, Sendable, CaseIterable {
        /// How letters and paragraphs look.
        case look
        /// Sheet, margins and page numbers.
        case page
        /// How long a drawn line is.
        case line
        /// Words that the regulation fixes.
        case wording
        /// Marks before, between and behind words.
        case mark
        /// Blanks.
        case blank
        /// Zeros before figures.
        case zero
        /// Letters kept otherwise than in Unicode.
        case letter
        /// Words by a list that people can review.
        case list
    }
}

extension Rule.Evidence {
    /// As the catalogue and `--explain` say it.
    public var wording: Wording {
        switch self {
        case .look:
            Wording(
                "chỉ đổi cách trình bày của dòng đã nhận ra, chữ giữ nguyên; cỡ chữ chỉ tăng khi dòng vẫn vừa chỗ của nó",
                en:
                    "only the look of a line that was recognised is changed, no letter of it; letters grow only where the line still fits its place"
            )
        case .page:
            Wording(
                "chỉ đổi khổ giấy, lề và số trang, là những thứ tệp ghi rõ",
                en: "only paper, margins and page numbers are changed, which the file states")
        case .line:
            Wording(
                "chỉ đổi độ dài của đúng một đường kẻ đã vẽ, giữ nguyên điểm giữa của nó; chỉ dời khi lệch hẳn khỏi dòng chữ canh giữa ở cùng ô",
                en:
                    "only the length of a single drawn line changes, about its own middle; it moves only where it stands far off text that is centred in the same cell"
            )
        case .wording:
            Wording(
                "quy định chỉ cho một cách ghi ở chỗ ấy, và chữ đang có chỉ có thể là cách ghi ấy",
                en:
                    "the regulation has one wording for the place, and what stands there can only be meant for it"
            )
        case .mark:
            Wording(
                "chỉ thêm, bớt hay đổi dấu; hai bên cho thấy mục ấy bắt đầu và hết ở đâu",
                en:
                    "only a mark is added, dropped or changed, where both sides show where the item begins and ends"
            )
        case .blank:
            Wording(
                "chỉ thêm hay bớt dấu cách, đoạn trống; chỗ chừa để ghi số, ngày hay để viết tay giữ nguyên",
                en: "only blanks come or go; room left for a number, a day or handwriting stays")
        case .zero:
            Wording(
                "chỉ thêm hay bớt số 0 ở đầu, giá trị của số không đổi",
                en: "only leading zeros come or go, the number's value stays")
        case .letter:
            Wording(
                "chữ ấy viết trong Unicode chỉ có một cách, trông vẫn như cũ",
                en: "the letter has one way to be kept in Unicode, and looks as before")
        case .list:
            Wording(
                "theo danh mục, ở chỗ các chữ hai bên cho thấy đúng là từ ấy, tên ấy",
                en: "by a list, where the words beside it show that it is that word or name")
        }
    }
}
