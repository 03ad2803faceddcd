extension Scene {
    /// How far an item has come towards one rule.
    struct Standing {
        /// What is lacking, in the words of the file.
        var lacks: [String]
        /// The places of what is there.
        var places: Places
    }

    /// What the rule of a topic that comes closest lacks; nil where no rule of the topic finds anything.
    mutating func standing(of topic: TopicSet.Compiled, in set: TopicSet) -> (rule: Int, standing: Standing)? {
        var best: (rule: Int, standing: Standing)?
        for rule in topic.when {
            let standing = standing(of: set.rules[rule].root, set.program)
            if standing.places.isEmpty { continue }
            if let known = best?.standing,
                (known.lacks.count, -known.places.count) <= (standing.lacks.count, -standing.places.count)
            {
                continue
            }
            best = (rule, standing)
        }
        return best
    }

    /// What an expression lacks: the operands that all have to hold and do not, or itself.
    private mutating func standing(of root: Int32, _ program: ExpressionProgram) -> Standing {
        let isJoint = program.nodes[Int(root)].operation == .all
        var standing = Standing(lacks: [], places: Places())
        for part in isJoint ? Array(program.operands(of: root)) : [root] {
            if let places = evaluate(part, program) {
                standing.places.formUnion(places)
                continue
            }
            let (words, sides) = (program.words[part] ?? "", sides(of: part, program))
            standing.places.formUnion(sides.places)
            standing.lacks.append(sides.areBoth ? "closer together: \(words)" : words)
        }
        return standing
    }

    /// The places of two things that an expression asks for near each other, and whether both are there.
    private mutating func sides(of root: Int32, _ program: ExpressionProgram) -> (places: Places, areBoth: Bool) {
        let node = program.nodes[Int(root)]
        guard node.isPair else { return (Places(), false) }
        var (places, areBoth) = (Places(), true)
        for side in program.operands(of: root) {
            if let found = evaluate(side, program) { places.formUnion(found) } else { areBoth = false }
        }
        return (places, areBoth)
    }
}
