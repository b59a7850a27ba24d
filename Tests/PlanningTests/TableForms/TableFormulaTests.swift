import FoundationEssentials
import Testing

@testable import Planning

@Suite struct TableFormulaTests {
    @Test(arguments: [
        ("3-4", "3-4"), ("6/2", "6/2"), ("1x2", "1*2"), (" (1 + 2) × 3 ", "(1+2)*3"), ("1-(2-3)", "1-(2-3)"),
        ("1-2-3", "1-2-3"), ("tran_1-nhu_cau", "tran_1-nhu_cau"), ("1/2/3", "1/2/3"), ("1/(2x3)", "1/(2*3)"),
        ("nguon", "nguon"),
    ]) func `a formula is read and printed`(text: String, printed: String) throws {
        let formula = try #require(TableFormula(text))
        #expect(formula.text(times: "*") { [$0] } == printed)
    }

    @Test(arguments: ["", "3-", "-3", "(1+2", "1 2", "1+*2", "đ+1", "1%2", "3x"])
    func `what is no formula is refused`(text: String) { #expect(TableFormula(text) == nil) }

    @Test func `a name that stands for several columns is their sum`() throws {
        let formula = try #require(TableFormula("nguonx2"))
        #expect(formula.references == ["nguonx2"])
        let product = try #require(TableFormula("nguon x 2"))
        #expect(product.references == ["nguon", "2"])
        let share = try #require(TableFormula("nguon/1"))
        #expect(share.text(times: "x") { $0 == "nguon" ? ["2", "3"] : [$0] } == "(2+3)/1")
        #expect(try #require(TableFormula("nguon")).text(times: "x") { _ in ["2", "3"] } == "2+3")
    }
}
