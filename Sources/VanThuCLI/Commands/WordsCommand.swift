internal import Diagnostics
internal import VietnameseText

struct WordsCommand: Command {
    static let syntax = Syntax(
        name: "words", aliases: ["bang-chu"],
        operands: [
            Syntax.Operand(
                name: Wording("SỐ…", en: "NUMBER…"),
                explanation: Wording(
                    "số tiền như người Việt viết: 125.500.000, 1,5 triệu",
                    en: "amounts as Vietnamese write them: 125.500.000, 1,5 triệu"), isRepeated: true)
        ], options: [], summary: Wording("số tiền bằng chữ", en: "an amount of money in words"),
        about: Wording(
            "In số tiền bằng chữ, mỗi số một dòng, như trong tờ trình và dự toán. Số có thể hiểu hai cách thì không đọc, mà hỏi lại.",
            en:
                "Prints amounts of money in words, a line each, as submissions and estimates have them. What can be read in two ways is not read, but asked about."
        ), examples: ["vanthu words 125.500.000", "vanthu words '1,5 triệu' 2500"])

    private let amounts: [String]

    init?(_ arguments: inout Arguments) { amounts = arguments.operands }

    func run(_ surroundings: Surroundings) throws(Failure) -> Outcome {
        var lines: [String] = []
        var faults: [Diagnostic] = []
        for amount in amounts {
            do throws(NumberFault) {
                let number = try TypedNumber(parsing: amount).withoutSecondReading()
                if number.unit == .none || number.unit == .dong, number.value.exactInteger != nil,
                    let words = NumberWords.amount(ofDong: number.value)
                {
                    lines.append(words)
                } else {
                    faults.append(.notAnAmount(amount))
                }
            } catch { faults.append(error.diagnostic(at: .argument(amount))) }
        }
        if let failure = Failure(faults) { throw failure }
        return .answer(lines.map { $0 + "\n" }.joined())
    }
}

extension Diagnostic {
    fileprivate static func notAnAmount(_ text: String) -> Diagnostic {
        .usage(
            "usage.not-an-amount",
            Wording("“\(text)” không phải là một số tiền", en: "“\(text)” is no amount of money"), at: text,
            fix: Wording("ghi số đồng tròn, như 125.500.000", en: "write whole đồng, such as 125.500.000"))
    }
}
