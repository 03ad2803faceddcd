/// What an expression lacks to be true.
enum Lack {
    /// An operand: the number of its node.
    case operand(Int32)
    /// Its operands are there, but too far apart.
    case nearness(Int32)
    /// Something that must not be there is: the number of its rule.
    case absence(Int)
    /// What the topic is about is told in passing: the numbers of the rules that say what that is.
    case weight(Range<Int>)
    /// A condition of the gate: the number of its rule.
    case gate(Int)

    /// In the words of the file.
    func words(in set: TopicSet) -> String {
        switch self {
        case .operand(let node): set.program.words[node] ?? ""
        case .nearness(let node): "closer together: \(set.program.words[node] ?? "")"
        case .absence(let rule): "not (\(set.rules[rule].text))"
        case .weight(let rules):
            "more than a word in passing: \(rules.map { set.rules[$0].text }.joined(separator: "; "))"
        case .gate(let rule): set.rules[rule].text
        }
    }
}
