/// Clauses of a vendor's terms, held by anchor phrases.
public enum ToolClauses {
    /// What a clause is about.
    public enum Subject: String, Sendable, CaseIterable {
        case training, retention, indemnity, ownership

        /// Phrases that such clauses have, in lower case.
        var anchors: [String] {
            switch self {
            case .training: ["train our models", "to train", "improve our services", "model training", "训练"]
            case .retention: ["retain", "retention", "delete your", "保留", "保存期限"]
            case .indemnity: ["indemnif", "indemnity", "hold harmless", "赔偿"]
            case .ownership: ["you own", "ownership of", "assign to you", "right, title and interest", "所有权"]
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

    private static func held(_ subject: Subject, _ sentences: [String]) -> [String] {
        let anchors = subject.anchors.map { Array($0.utf8) }
        return sentences.filter { sentence in
            let folded = Array(sentence.lowercased().utf8)
            return anchors.contains { QuoteCheck.place(of: $0, in: folded, from: 0) != nil }
        }
    }

    /// Sentences with typographic differences removed; a full stop ends one only before a space.
    private static func sentences(_ text: String) -> [String] {
        var all: [String] = []
        for line in text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let scalars = Array(
                String(decoding: QuoteCheck.normalised(String(decoding: line, as: UTF8.self)), as: UTF8.self)
                    .unicodeScalars)
            var start = 0
            for (index, scalar) in scalars.enumerated() {
                let isEnd = index + 1 == scalars.count
                let isStop = scalar == "。" || scalar == ";" || (scalar == "." && !isEnd && scalars[index + 1] == " ")
                guard isStop || isEnd else { continue }
                let words = scalars[start...index].drop { $0 == " " }
                if !words.isEmpty { all.append(String(String.UnicodeScalarView(words))) }
                start = index + 1
            }
        }
        return all
    }
}
