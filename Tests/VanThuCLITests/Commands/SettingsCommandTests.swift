import FoundationEssentials
import TestSupport
import Testing

@Suite struct SettingsCommands {
    /// A form in a folder with settings, and one in a folder below with other ones; a profile with faults, and one without.
    private func withDocuments(_ body: (Shell) throws -> Void) throws {
        let form = packageFolder.appending(path: "templates/ke-hoach.docx")
        try withScratchFolder { folder in
            let inner = folder.appending(path: "rieng/sau")
            try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
            for place in [folder, inner] {
                try Data(contentsOf: form).write(to: place.appending(path: "ke-hoach.docx"))
            }
            let files = [
                "the-thuc.yaml":
                    "muc_do: {page-margin: luu_y}\nquy_dinh: {ke_thua: ND30, ma: SO, trang: {le_trai: 40}}\n",
                "rieng/the-thuc.yaml": "tat: [khong-co]\nvan_bn: []\n",
                "tat.yaml": "van_ban:\n  - ten: rieng/**\n    tat: tat_ca\n",
                "so.yaml": "ke_thua: ND30\nma: SO\ntrang: {le_trai: 40}\n",
                "sai.yaml": "ke_thua: ND30\ntrang: {le_trai: rong}\nso_ky_hiu: {}\n",
            ]
            for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
            try body(Shell(folder: folder))
        }
    }

    @Test func `settings and profiles rule the check, and every fault in them is told`() throws {
        try withDocuments { shell in
            let text = try shell.transcript(
                "vanthu check ke-hoach.docx", "cd rieng/sau && vanthu check ke-hoach.docx",
                "vanthu check rieng/sau/ke-hoach.docx --settings tat.yaml",
                "vanthu check rieng/sau/ke-hoach.docx --thiet-lap tat.yaml --quy-dinh-rieng so.yaml",
                "vanthu check ke-hoach.docx --profile so.yaml --settings tat.yaml --lang en",
                "vanthu check ke-hoach.docx --profile so.yaml --settings tat.yaml --off page-margin",
                "vanthu check ke-hoach.docx --profile sai.yaml --off trang_giay,trinh_by",
                "vanthu check ke-hoach.docx --profile so.yaml --standard nd30 --today 30/02/2026")
            try expectGolden(text, named: "settings.txt")
        }
    }

    @Test(arguments: [("loi", 1, "error"), ("canh_bao", 0, "warning"), ("luu_y", 0, "note")])
    func `only an error is worth a status`(level: String, status: Int32, severity: String) throws {
        try withDocuments { shell in
            let settings =
                "muc_do: {page-margin: \(level)}\nquy_dinh: {ke_thua: ND30, ma: SO, trang: {le_trai: 40}}\n"
            try Data(settings.utf8).write(to: shell.folder.appending(path: "muc.yaml"))
            let told = try shell.run("vanthu check ke-hoach.docx --settings muc.yaml --json")
            #expect(told.status == status, "\(told.errors)")
            #expect(told.output.contains("\"severity\" : \"\(severity)\""), "\(told.output)")
        }
    }
}
