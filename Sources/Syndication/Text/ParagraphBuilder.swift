import Model

/// Builds the paragraphs of a text, and tells those that its markup sets aside.
struct ParagraphBuilder {
    private var paragraphs: [Paragraph] = []
    private var text = TextBuilder(capacity: 64)
    private var isEntry = false
    /// The element that is set aside, how many of its name are open since, and the first paragraph in it.
    private var aside: (name: String, depth: Int, first: Int)?

    /// The paragraphs; what an element sets aside that nothing ends is none.
    consuming func finish() -> [Paragraph] {
        end()
        if let aside {
            for index in aside.first..<paragraphs.count { paragraphs[index].isAside = false }
        }
        return paragraphs
    }

    private mutating func end() {
        let finished = text.finish()
        text = TextBuilder(capacity: 64)
        if !finished.isEmpty { paragraphs.append(Paragraph(finished, isAside: aside != nil, isEntry: isEntry)) }
    }
}

extension ParagraphBuilder: MarkupSink {
    mutating func append(_ more: some Collection<UInt8>) { text.append(more) }

    mutating func append(scalar: UInt32) { text.append(scalar: scalar) }

    mutating func breaks() { end() }

    mutating func opens(_ name: String, _ tag: UnsafeBufferPointer<UInt8>) {
        if name == "li" || name == "dd" { isEntry = true }
        if let open = aside {
            if open.name == name { aside?.depth += 1 }
        } else if AsideMarkup.isAside(name, tag) {
            end()
            aside = (name, 1, paragraphs.count)
        }
    }

    mutating func closes(_ name: String) {
        if name == "li" || name == "dd" { isEntry = false }
        guard let open = aside, open.name == name else { return }
        if open.depth > 1 {
            aside?.depth -= 1
        } else {
            end()
            aside = nil
        }
    }
}
