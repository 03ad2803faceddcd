/// Clauses of a vendor's terms, held by anchor phrases.
public enum ToolClauses {
    /// What a clause is about.
    public enum Subject: String, Sendable, CaseIterable {
        case training, retention, indemnity, ownership

        /// Phrases that such clauses have, in lower case.
        public var anchors: [String] {
            switch self {
            case .training:
                [
                    "train our models", "to train", "improve our services", "model training", "训练", "訓練", "trainieren",
                    "entraîner", "entraînement", "entrenar", "entrenamiento", "学習", "학습",
                ]
            case .retention:
                [
                    "retain", "retention", "delete your", "保留", "保存期限", "aufbewahr", "speicherdauer",
                    "conservation des", "conservación de", "保持期間", "보유 기간",
                ]
            case .indemnity:
                [
                    "indemnif", "indemnity", "hold harmless", "赔偿", "賠償", "freistell", "schadlos", "indemnis",
                    "indemniz", "補償", "배상",
                ]
            case .ownership:
                [
                    "you own", "ownership of", "assign to you", "right, title and interest", "所有权", "所有權",
                    "eigentum an", "inhaber der rechte", "propriété de", "titularidad", "所有権", "소유권",
                ]
            }
        }
    }

    /// What became of a clause.
    public enum Change: Sendable, Equatable {
        /// The sentences that hold it differ.
        case changed(Subject, old: [String], new: [String])
        /// No anchor is left: somebody must look, which is not "no change".
        case lost(Subject, old: [String])
        /// There was no such clause before.
        case added(Subject, new: [String])
        /// No anchor is found at the first look: either the terms say nothing of it, or they say it in other words.
        case absent(Subject)
    }

    /// The subjects of which none of some texts, taken together, has a clause.
    public static func absent(from texts: [String]) -> [Change] {
        let all = texts.flatMap(sentences)
        return Subject.allCases.filter { held($0, all).isEmpty }.map(Change.absent)
    }

    /// What changed between two texts, in the order of subjects.
    public static func changes(from old: String, to new: String) -> [Change] {
        let (before, after) = (sentences(old), sentences(new))
        return Subject.allCases.compactMap { subject in
            let (was, now) = (held(subject, before), held(subject, after))
            if was == now { return nil }
            if now.isEmpty { return .lost(subject, old: was) }
            if was.isEmpty { return .added(subject, new: now) }
            let gone = was.filter { !now.contains($0) }
            let fresh = now.filter { !was.contains($0) }
            return gone.isEmpty && fresh.isEmpty ? nil : .changed(subject, old: gone, new: fresh)
        }
    }

    /// How many different sentences two texts have in common.
    public static func sentencesShared(by one: String, _ other: String) -> Int {
        Set(sentences(one)).intersection(sentences(other)).count
    }

    private static func held(_ subject: Subject, _ sentences: [String]) -> [String] {
        let anchors = subject.anchors.map { Array($0.utf8) }
        return sentences.filter { sentence in
            let folded = Array(sentence.lowercased().utf8)
            return anchors.contains { QuoteCheck.place(of: $0, in: folded, from: 0) != nil }
        }
    }

    /// Sentences with typographic differences removed. One too long shows more than it must; one too short would hide
    /// the change beside an anchor: so abbreviations end none, and a list belongs to the words that lead it in.
    static func sentences(_ text: String) -> [String] { blocks(text).flatMap(split) }

    /// Lines that belong together: up to a full stop at a line's end, or to an empty line that no list goes on across.
    private static func blocks(_ text: String) -> [[Unicode.Scalar]] {
        var blocks: [[Unicode.Scalar]] = [[]]
        for line in text.utf8.split(omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let bytes = QuoteCheck.normalised(String(decoding: line, as: UTF8.self))
            let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
            let last = blocks[blocks.count - 1].last
            if last.map(stops.contains) ?? false || (scalars.isEmpty && !(last.map(leads.contains) ?? true)) {
                blocks.append([])
            }
            guard !scalars.isEmpty else { continue }
            if let last = blocks[blocks.count - 1].last, last.isASCII { blocks[blocks.count - 1].append(" ") }
            blocks[blocks.count - 1] += scalars
        }
        return blocks
    }

    private static func split(_ block: [Unicode.Scalar]) -> [String] {
        var all: [String] = []
        var start = 0
        for index in block.indices where index + 1 == block.count || ends(block, index) {
            let words = block[start...index].drop { $0 == " " }
            if !words.isEmpty { all.append(String(String.UnicodeScalarView(words))) }
            start = index + 1
        }
        return all
    }

    private static let stops = Set("。.!?".unicodeScalars)
    private static let leads = Set(":;,".unicodeScalars)

    /// Whether a sentence ends: at a full stop before a space and a word that is neither in small letters nor a number,
    /// unless it belongs to an abbreviation such as `U.S.`.
    private static func ends(_ block: [Unicode.Scalar], _ index: Int) -> Bool {
        let scalar = block[index]
        guard stops.contains(scalar), scalar != "。" else { return scalar == "。" }
        guard index + 2 < block.count, block[index + 1] == " " else { return false }
        let next = block[index + 2].properties
        guard !next.isLowercase, next.numericType == nil else { return false }
        let word = block[..<index].reversed().prefix { $0 != " " }
        return scalar != "." || (word.count > 1 && !word.contains("."))
    }
}
