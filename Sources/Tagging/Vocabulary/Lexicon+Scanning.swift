// The one file with unchecked access. Every index into the text is below `count`, every index into nodes, entries and
// outputs was made by `Lexicon.init`, which never shrinks an array.

extension Lexicon {
    /// Every place where a term stands as whole words, in order of its beginning.
    func matches(in text: NormalText) -> [Match] {
        var scanner = Scan()
        text.bytes.withUnsafeBufferPointer { bytes in
            nodes.withUnsafeBufferPointer { nodes in
                entries.withUnsafeBufferPointer { entries in
                    outputs.withUnsafeBufferPointer { outputs in
                        bitmap.withUnsafeBufferPointer { bitmap in
                            pairs.withUnsafeBufferPointer { pairs in
                                WordClass.table.withUnsafeBufferPointer { classes in
                                    scanner.run(
                                        Scan.Parts(
                                            bytes: bytes, nodes: nodes, entries: entries, outputs: outputs,
                                            bitmap: bitmap, pairs: pairs, classes: classes))
                                }
                            }
                        }
                    }
                }
            }
        }
        return scanner.matches
    }
}

/// One walk over a text.
private struct Scan {
    struct Parts {
        let bytes: UnsafeBufferPointer<UInt8>
        let nodes: UnsafeBufferPointer<Lexicon.Node>
        let entries: UnsafeBufferPointer<Lexicon.Entry>
        let outputs: UnsafeBufferPointer<Lexicon.Output>
        let bitmap: UnsafeBufferPointer<UInt64>
        let pairs: UnsafeBufferPointer<UInt64>
        let classes: UnsafeBufferPointer<UInt8>
    }

    var matches: [Lexicon.Match] = []

    mutating func run(_ parts: Parts) {
        let (bytes, classes) = (parts.bytes, parts.classes)
        var previous = WordClass.gap
        var position = 0
        // The text ends with a line feed, so that a character has two bytes behind it or the loop is over.
        while position + 2 < bytes.count {
            let byte = bytes[position]
            let kind = classes[Int(byte)]
            if kind == WordClass.continuation || kind == WordClass.word && previous == WordClass.word {
                position += 1
                continue
            }
            previous = kind
            if kind != WordClass.gap {
                let key = Lexicon.key(
                    byte, WordClass.joined(bytes[position + 1]), WordClass.joined(bytes[position + 2]))
                let hash = Lexicon.hash(key)
                if parts.bitmap[Int(hash >> 6)] & (1 << UInt64(hash & 63)) != 0, let node = find(key, parts) {
                    walk(node, from: position, at: position + 3, parts)
                }
                let pair = key & 0xFFFF
                if parts.pairs[Int(pair >> 6)] & (1 << UInt64(pair & 63)) != 0,
                    let node = find(pair | 0x0100_0000, parts)
                {
                    walk(node, from: position, at: position + 2, parts)
                }
            }
            position += 1
        }
    }

    private func find(_ key: UInt32, _ parts: Parts) -> Int32? {
        let mask = parts.entries.count - 1
        var index = Int(Lexicon.hash(key)) & mask
        while parts.entries[index].node >= 0 {
            if parts.entries[index].key == key { return parts.entries[index].node }
            index = (index + 1) & mask
        }
        return nil
    }

    private mutating func walk(_ root: Int32, from start: Int, at position: Int, _ parts: Parts) {
        var (node, position) = (root, position)
        while true {
            let here = parts.nodes[Int(node)]
            if here.output >= 0 { emit(here.output, start, position, parts) }
            if here.hasStar, let star = child(of: here, Lexicon.star, parts) {
                walk(star, from: start, at: endOfWord(position, parts), parts)
            }
            guard position < parts.bytes.count,
                let next = child(of: here, WordClass.joined(parts.bytes[position]), parts)
            else { return }
            node = next
            position += 1
        }
    }

    @inline(__always)
    private func child(of node: Lexicon.Node, _ byte: UInt8, _ parts: Parts) -> Int32? {
        var child = node.child
        while child >= 0 {
            let candidate = parts.nodes[Int(child)]
            if candidate.label == byte { return child }
            child = candidate.sibling
        }
        return nil
    }

    private mutating func emit(_ first: Int32, _ start: Int, _ end: Int, _ parts: Parts) {
        let isWhole = isBoundary(end, parts)
        let isPlural = !isWhole && parts.bytes[end] == 0x73 && isBoundary(end + 1, parts)
        guard isWhole || isPlural else { return }
        var output = first
        while output >= 0 {
            let found = parts.outputs[Int(output)]
            if isWhole || found.isPlural {
                matches.append(Lexicon.Match(term: found.term, start: Int32(start), end: Int32(end)))
            }
            output = found.next
        }
    }

    private func endOfWord(_ position: Int, _ parts: Parts) -> Int {
        var index = position
        while index < parts.bytes.count, !isBoundary(index, parts) { index += 1 }
        return index
    }

    private func isBoundary(_ position: Int, _ parts: Parts) -> Bool {
        guard position < parts.bytes.count else { return true }
        let kind = parts.classes[Int(parts.bytes[position])]
        if kind == WordClass.continuation { return false }
        guard kind == WordClass.word else { return true }
        var index = position - 1
        while index > 0, parts.classes[Int(parts.bytes[index])] == WordClass.continuation { index -= 1 }
        return index < 0 || parts.classes[Int(parts.bytes[index])] != WordClass.word
    }
}
