import Model

extension RegisterCheck {
    mutating func once<Noun>(_ ids: [ID<Noun>], _ list: String, _ noun: String) {
        var seen: Set<ID<Noun>> = []
        for (index, id) in ids.enumerated() {
            if !id.isWellFormed {
                add("\(list)[\(index)].id", "'\(id)' is not a name", "use lower-case letters, digits, '-', '_' and '.'")
            }
            if !seen.insert(id).inserted {
                add("\(list)[\(index)].id", "the \(noun) '\(id)' is there twice", "give each \(noun) its own id")
            }
        }
    }

    mutating func known<Noun>(
        _ ids: [ID<Noun>], _ known: Set<ID<Noun>>, _ path: String, _ noun: String, isList: Bool = true
    ) {
        var seen: Set<ID<Noun>> = []
        for (index, id) in ids.enumerated() where !seen.insert(id).inserted {
            add("\(path)[\(index)]", "the \(noun) '\(id)' is listed twice", "leave one out", isError: false)
        }
        for (index, id) in ids.enumerated() where !known.contains(id) {
            let names = known.map(\.rawValue).sorted()
            let guess = RegisterValidation.nearest(to: id.rawValue, among: names).map { "did you mean '\($0)'? " } ?? ""
            let list = names.isEmpty ? "there is none" : "known: \(names.joined(separator: ", "))"
            add(isList ? "\(path)[\(index)]" : path, "there is no \(noun) '\(id)'", guess + list)
        }
    }

    mutating func named(_ name: String, _ path: String) {
        if isBlank(name) {
            add(path, "the name is empty", "write a name")
        } else if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            add(path, "the name has a line break or a control character", "write it in one line")
        }
    }

    func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
                || $0.properties.generalCategory == .control
        }
    }

    mutating func address(_ address: String?, _ path: String) {
        guard let address, !MailAddress.isAddress(address) else { return }
        add(path, "'\(address)' is not a mail address", MailAddress.remedy)
    }

    mutating func interval(_ interval: ReviewInterval?, _ path: String) {
        guard let interval else { return }
        let isPositive = interval.months >= 0 && interval.days >= 0 && (interval.months > 0 || interval.days > 0)
        if !isPositive { add(path, "the review interval is not positive", "write, for example, `6 months`") }
    }

    mutating func add(_ path: String, _ what: String, _ remedy: String, isError: Bool = true) {
        findings.append(RegisterFinding(path: path, what: what, remedy: remedy, isError: isError))
    }
}
