internal import Diagnostics
internal import OfficeDocument
internal import Planning
internal import Recognition
internal import Regulations
internal import VietnameseText

// What was concluded from little is remarked where it stands in the workspace.
extension DocumentImporting {
    /// Lines that the recogniser took for their component by little evidence.
    mutating func noteGuesses() {
        for index in document.guesses.keys.sorted() {
            guard let component = document.components[index], let key = component.workspaceKey else {
                continue
            }
            let words = String(lines[index].trimmed.prefix(60))
            draft.remark("đoán từ “\(words)”", at: key)
            note(
                .guessed(
                    "“\(words)” thuộc khóa \(key)", en: "“\(words)” belongs to the key \(key)",
                    at: place(index)))
        }
    }
}

extension WorkspaceDraft {
    /// Says something of a key, in the file that has it; what was said of it before stays.
    mutating func remark(_ text: String, at key: String) {
        switch key {
        case "ten", "viet_tat", "chu_quan", "dia_danh", "lanh_dao":
            agency.remarks[key] = agency.remarks[key] ?? text
        case "ho_ten": agency.remarks["lanh_dao"] = agency.remarks["lanh_dao"] ?? text
        default: remarks[key] = remarks[key] ?? text
        }
    }
}

extension Component {
    /// The key of the workspace that says it; nil for what no key says.
    fileprivate var workspaceKey: String? {
        switch self {
        case .issuingAgency: "ten"
        case .superiorAgency: "chu_quan"
        case .numberAndCode: "so"
        case .placeAndDate: "dia_danh"
        case .documentType: "loai"
        case .subject, .letterSubject: "trich_yeu"
        case .addressee: "kinh_gui"
        case .legalBasis: "can_cu"
        case .recipient: "noi_nhan"
        case .authority, .position, .signerName: "lanh_dao"
        default: nil
        }
    }
}

extension RecognisedDocument {
    /// Whether the file has an appendix and nothing else.
    var isAppendixAlone: Bool {
        guard let start = lines.firstIndex(where: { !$0.isBlank }) else { return false }
        return components[start] == .appendixLabel && first(.documentType) == nil
    }

    /// How many of its words can be Vietnamese, by their syllables; nil where there are too few to tell.
    var shareOfVietnamese: Double? {
        var (known, all) = (0, 0)
        for line in lines {
            for word in line.trimmed.split(whereSeparator: { !$0.isLetter }) where word.count > 1 {
                all += 1
                if Syllable.isPossible(String(word)) { known += 1 }
            }
            if all > 4_000 { break }
        }
        return all < 20 ? nil : Double(known) / Double(all)
    }
}
