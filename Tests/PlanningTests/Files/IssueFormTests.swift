import Diagnostics
import Planning
import Testing
import Values

@Suite struct IssueForms {
    private func code(_ change: (String) -> String) throws -> Value? {
        let workspace = try reading(starterWorkspace(changing: .programme, change)).value
        guard case .record(let fields) = try workspace.planView() else { return nil }
        return fields["ky_hieu"]
    }

    @Test func `the code is made from kind and abbreviation, unless it is given`() throws {
        #expect(try code { $0 } == "KH-SKHCN")
        #expect(
            try code { $0.replacing("so:\n", with: "so:\nky_hieu: KH-BCĐ\n", maxReplacements: 1) } == "KH-BCĐ"
        )
    }

    @Test func `a draft prints the month that is known`() throws {
        func day(_ change: (String) -> String) throws -> Value? {
            let workspace = try reading(starterWorkspace(changing: .programme, change)).value
            guard case .record(let fields) = try workspace.planView() else { return nil }
            return fields["ngay_ban_hanh"]
        }
        let month = try day {
            $0.replacing("nam_ban_hanh:", with: "thang_ban_hanh: 2\nnam_ban_hanh:", maxReplacements: 1)
        }
        #expect(month == "ngày      tháng 02 năm 2026")
        #expect(try day { $0 } == "ngày      tháng      năm 2026")
    }

    @Test func `an empty code is as good as none`() throws {
        #expect(
            try code { $0.replacing("so:\n", with: "so:\nky_hieu: \"  \"\n", maxReplacements: 1) }
                == "KH-SKHCN")
    }

    @Test func `that a paper is secret is told at its key, and changes nothing else`() throws {
        for kind in [DataKind.programme, .agency] {
            let plain = try reading(starterWorkspace(changing: kind) { $0 })
            let marked = try reading(starterWorkspace(changing: kind) { $0 + "\ndo_mat: Tối mật\n" })
            let told = marked.warnings.filter { !plain.warnings.contains($0) }
            #expect(told.map(\.code) == ["planning.secret-paper"])
            #expect(try marked.value.planView() == plain.value.planView())
        }
    }
}
