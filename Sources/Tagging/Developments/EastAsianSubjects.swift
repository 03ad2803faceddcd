import Model

/// What titles in Chinese, Japanese and Korean are about: the names of acts in 《》 and the like; where there are none, what
/// is left beside who acts, what is done, what kind of paper it is, and AI. Pairs of neighbouring characters stand for
/// words, as everywhere.
enum EastAsianSubjects {
    static let languages: Set<String> = ["zh", "ja", "ko"]

    private static let marks: [Unicode.Scalar: Unicode.Scalar] = ["《": "》", "〈": "〉", "「": "」", "『": "』", "“": "”"]

    /// The pairs that say what a title is about.
    ///
    /// - Parameters:
    ///   - title: The title.
    ///   - seed: What makes hashes those of the language.
    ///   - told: Words of the title that say what kind of paper it is, and what is done, by their places.
    /// - Returns: Their hashes, in order.
    static func told(in title: String, _ seed: UInt64, besides told: [Range<Int>]) -> [UInt32] {
        let bytes = FactFolding.lowered(Array(title.utf8))
        var isCommon = [Bool](repeating: false, count: bytes.count)
        for range in told + ActStep.words(in: bytes) + commonWords(in: bytes) {
            for index in range.clamped(to: 0..<bytes.count) { isCommon[index] = true }
        }
        let pieces = pieces(of: title, isCommon)
        let named = pieces.filter(\.isNamed)
        // Who acts stands first.
        let kept = !named.isEmpty ? named[...] : pieces.count > 1 ? pieces.dropFirst() : pieces[...]
        var pairs: [UInt32] = []
        for piece in kept {
            for (left, right) in zip(piece.characters, piece.characters.dropFirst()) {
                let (first, second) = (WordHashes.ofCharacter(left), WordHashes.ofCharacter(right))
                pairs.append(NewsWords.mixed(WordHashes.step(first, second), seed))
            }
        }
        HashOrder.orderOnce(&pairs)
        return pairs
    }

    private struct Piece {
        var characters: [Unicode.Scalar] = []
        var isNamed = false
    }

    /// The runs of characters between what is common, in hiragana, or no letter.
    private static func pieces(of title: String, _ isCommon: [Bool]) -> [Piece] {
        var pieces: [Piece] = []
        var (piece, end, offset) = (Piece(), Unicode.Scalar?.none, 0)
        for scalar in title.unicodeScalars {
            defer { offset += UTF8.width(scalar) }
            let isOpened = end == nil && marks[scalar] != nil
            if scalar == end { end = nil }
            if isOpened { end = marks[scalar] }
            let isKept =
                scalar.value >= 0x2E80 && WordHashes.isLetter(scalar)
                && !(0x3040...0x309F).contains(scalar.value) && !(offset < isCommon.count && isCommon[offset])
            if isKept {
                piece.characters.append(scalar)
                piece.isNamed = end != nil
            } else {
                if piece.characters.count > 1 { pieces.append(piece) }
                piece = Piece()
            }
        }
        return piece.characters.count > 1 ? pieces + [piece] : pieces
    }

    private static func commonWords(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for index in bytes.indices {
            for word in common[Int(bytes[index])] where bytes[index...].starts(with: word) {
                found.append(index..<(index + word.count))
            }
        }
        return found
    }

    /// The words by their first byte.
    private static let common: [[[UInt8]]] = {
        var common = [[[UInt8]]](repeating: [], count: 256)
        for word in words.split(whereSeparator: \.isWhitespace) {
            let bytes = Array(word.utf8)
            common[Int(bytes[0])].append(bytes)
        }
        return common
    }()

    /// AI, small words, and kinds of papers, in all of them.
    private static let words = """
        生成式人工智能 生成式人工智慧 人工智能 人工智慧 人工知能 生成式 生成型 生成 智能 智慧 인공지능 생성형 생성물 생성 관한 대한 위한 관하여 대하여 关于 關於 有关
        有關 针对 的 和 与 與 及 或 等 指南 指引 办法 辦法 规定 規定 通知 公告 意见 意見 征求 徵求 草案 条例 條例 标准 標準 管理 暂行 暫行
        ガイドライン ガイダンス 指針 勧告 報告書 報告 採択 策定 公開 案 に関 가이드라인 안내서 지침 권고 의견 공개 발간 마련 채택 개정안 고시 입법예고 행정예고 의견수렴
        意見募集 意見公募
        """
}
