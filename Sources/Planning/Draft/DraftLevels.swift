internal import VietnameseText

/// How the levels of a tree of sections are numbered.
struct DraftLevels {
    let levels: [OutlineLevel]

    /// The levels of a document in articles, in the order of the decree; empty for one that has neither chapters nor their parts.
    private let ofArticles: [OutlineLevel]

    /// Each level is counted as most of its sections are.
    init(_ sections: [WorkspaceDraft.Section]) {
        let ofArticles = Self.levelsOfArticles(in: sections)
        self.ofArticles = ofArticles
        var counts: [[OutlineLevel: Int]] = []
        func count(_ sections: [WorkspaceDraft.Section], _ depth: Int) {
            for section in sections {
                guard section.isNumbered else {
                    count(section.sections, depth)
                    continue
                }
                let rank = Self.rank(of: section, at: depth, ofArticles)
                while counts.count <= rank { counts.append([:]) }
                if let level = section.number?.level { counts[rank][level, default: 0] += 1 }
                count(section.sections, rank + 1)
            }
        }
        count(sections, 0)
        levels = counts.enumerated().map { depth, count in
            let usual = OutlineLevel.usual[min(depth, OutlineLevel.usual.count - 1)]
            let most = count.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
            return ofArticles.indices.contains(depth) ? ofArticles[depth] : most?.key ?? usual
        }
    }

    private static func levelsOfArticles(in sections: [WorkspaceDraft.Section]) -> [OutlineLevel] {
        var found: Set<OutlineLevel> = []
        func gather(_ sections: [WorkspaceDraft.Section]) {
            for section in sections {
                if let level = section.number?.level { found.insert(level) }
                gather(section.sections)
            }
        }
        gather(sections)
        guard !found.isDisjoint(with: [.chapter, .division, .subdivision]) else { return [] }
        return [.part, .chapter, .division, .subdivision, .article].filter(found.contains)
    }

    /// The place of a section's level; `depth` is that below the section above it, which an article in a chapter without divisions passes over.
    private static func rank(of section: WorkspaceDraft.Section, at depth: Int, _ ofArticles: [OutlineLevel])
        -> Int
    { section.number?.level.flatMap { ofArticles.firstIndex(of: $0) } ?? depth }

    func rank(of section: WorkspaceDraft.Section, at depth: Int) -> Int {
        Self.rank(of: section, at: depth, ofArticles)
    }

    /// As the outline counts a level.
    func level(at depth: Int) -> OutlineLevel {
        let all = written == nil ? OutlineLevel.usual : levels
        return all.isEmpty ? .dash : all[min(depth, all.count - 1)]
    }

    /// Nil where they are the usual ones.
    var written: [String]? {
        levels.elementsEqual(OutlineLevel.usual.prefix(levels.count)) ? nil : levels.map(\.rawValue)
    }
}

extension WorkspaceDraft.Number {
    var level: OutlineLevel? {
        switch kind {
        case .part: .part
        case .chapter: .chapter
        case .division: .division
        case .subdivision: .subdivision
        case .capital: .capital
        case .roman: .roman
        case .article: .article
        case .arabic: .arabic
        case .decimal: .decimal
        case .letter: .letter
        case .dash: .dash
        case .other: nil
        }
    }
}
