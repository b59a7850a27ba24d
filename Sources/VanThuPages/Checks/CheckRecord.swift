internal import Diagnostics
internal import Printing
internal import VanThu

/// A document that somebody has dropped to be checked: a folder of its own with the file, and what was made of it.
struct CheckRecord: Sendable {
    let id: String
    let folder: String
    /// Who dropped it.
    let person: String
    /// As that person calls the file.
    let name: String
    let time: Int
    let standard: Clerk.CheckStandard

    /// The file as it came.
    var file: String { "\(folder)/goc.\(nameParts(name).ending)" }
    /// How many errors, warnings and notes, for the list.
    var sums: String { "\(folder)/tong" }

    static func root(_ site: Site) -> String { "\(site.ownFolder)/kiem-tra" }

    /// Keeps an upload.
    static func make(of upload: Upload, by standard: Clerk.CheckStandard, for person: String, on site: Site)
        throws(Failure) -> CheckRecord
    {
        let id = String(Secrets.token().prefix(20))
        let folder = "\(root(site))/\(id)"
        try makePrivateFolder(folder)
        let record = CheckRecord(
            id: id, folder: folder, person: person, name: upload.name, time: site.now, standard: standard)
        try OwnFiles.keep(upload, at: record.file)
        try OwnFiles.write(
            "\(person)\n\(site.now)\n\(standard.rawValue)\n\(upload.name)\n", to: "\(folder)/ghi")
        return record
    }

    /// The record of that name; nil where there is none, or it is another person's.
    init?(_ id: String, of person: String, on site: Site) {
        guard id.utf8.count == 20,
            id.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        let folder = "\(Self.root(site))/\(id)"
        guard let lines = OwnFiles.text(of: "\(folder)/ghi")?.split(separator: "\n"), lines.count == 4,
            lines[0] == person, let time = Int(lines[1])
        else { return nil }
        self.init(
            id: id, folder: folder, person: person, name: String(lines[3]), time: time,
            standard: Clerk.CheckStandard(rawValue: String(lines[2])) ?? .auto)
    }

    private init(
        id: String, folder: String, person: String, name: String, time: Int, standard: Clerk.CheckStandard
    ) {
        (self.id, self.folder, self.person, self.name) = (id, folder, person, name)
        (self.time, self.standard) = (time, standard)
    }

    /// Those of a person, newest first.
    static func all(of person: String, on site: Site) -> [CheckRecord] {
        OwnFiles.names(in: root(site)).compactMap { CheckRecord($0, of: person, on: site) }.sorted {
            ($0.time, $0.id) > ($1.time, $1.id)
        }
    }

    /// The document read and judged; an old Word file is turned into one of today once.
    func review(on site: Site) throws(Failure) -> DocumentReview {
        let terms = Clerk.CheckTerms(standard: standard, today: site.today)
        let office: OfficeProgram = site.office.map { .warm($0) } ?? .onDemand(site.settings.environment)
        return try DocumentReview(of: file, by: terms, office: office)
    }
}
