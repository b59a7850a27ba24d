internal import Diagnostics

struct ManualCommand: Command {
    static let syntax = Syntax(
        name: "manual", aliases: ["so-tay"], operands: [], options: [],
        summary: Wording("trang hướng dẫn cho lệnh man", en: "the manual page for man"),
        about: Wording(
            "In trang hướng dẫn (roff), tiếng Việt trước, tiếng Anh sau. “make install” cài trang này vào share/man/man1/vanthu.1.",
            en:
                "Prints the manual page (roff), Vietnamese first, then English. “make install” puts it into share/man/man1/vanthu.1."
        ), examples: ["vanthu manual > vanthu.1"])

    init?(_ arguments: inout Arguments) {}

    func run(_ surroundings: Surroundings) -> Outcome { .answer(ManualPage.text) }
}
