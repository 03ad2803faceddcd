extension Scene {
    /// Whether the text is too short to tell anything in passing.
    var isShort: Bool {
        mutating get { places.isEmpty || mark(Int32(places.count - 1)).from <= Ruler.short }
    }

    /// Whether an expression is more than told in passing, as much is in a long text: of `a near/20 b` both stand in the
    /// title or among the first words, or they are near each other so that `a` is told in two sentences; anything else
    /// stands there, or in two sentences.
    mutating func isMain(_ root: Int32, _ program: ExpressionProgram) -> Bool {
        let node = program.nodes[Int(root)]
        let sides = node.isPair ? Array(program.operands(of: root)) : [root]
        if sides.allSatisfy({ isEarly(evaluate($0, program)) }) { return true }
        guard let told = evaluate(sides[0], program), let near = evaluate(root, program)?.intersection(told),
            let first = near.first(from: 0)
        else { return false }
        let sentence = mark(first).sentence
        var isAlone = true
        near.each { place in
            isAlone = mark(place).sentence == sentence
            return isAlone
        }
        return !isAlone
    }

    /// Whether the first of some places is in the title or among the first words.
    private mutating func isEarly(_ places: Places?) -> Bool {
        guard let first = places?.first(from: 0) else { return false }
        return inTitle.contains(first) || mark(first).from <= Ruler.lead
    }
}
