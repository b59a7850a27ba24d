internal import Sheets

// How the cells of every sheet look.

extension CellStyle {
    static var bordered: CellStyle {
        var style = CellStyle()
        style.hasBorder = true
        return style
    }

    /// An amount.
    static func money(isBold: Bool = false, decimals: Int = 0) -> CellStyle {
        var style = CellStyle.figure(.grouped(decimals: decimals))
        style.isBold = isBold
        return style
    }

    static func figure(_ number: NumberStyle, isItalic: Bool = false) -> CellStyle {
        var style = CellStyle.bordered
        (style.number, style.alignment, style.isItalic) = (number, .right, isItalic)
        return style
    }
}
