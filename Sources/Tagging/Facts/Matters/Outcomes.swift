public import Model

extension FactReader {
    /// Against whom a ruling or measure went, among those who use AI and those who complain of it.
    ///
    /// The title decides where it says so, else the summary, else the full text. Words for both sides in the same
    /// field decide nothing, nor do words that are denied or merely asked for.
    ///
    /// - Parameter input: The item's text.
    /// - Returns: The outcome with its words; `unclear` without any where the text does not say.
    public func outcome(of input: FactInput) -> Proven<Outcome> {
        let fields: [(Evidence.Field, String)] = [
            (.title, input.title), (.summary, input.summary), (.content, input.content),
        ]
        for (name, words) in fields where !words.isEmpty {
            let field = ReadField(name, of: reading([(name, words)], input.language))
            let hits = field.located(.outcome)
            guard !hits.isEmpty else { continue }
            let evidence = hits.map {
                field.text.evidence("outcome: \(tables.rules[$0.rule].value)", $0.range, field.field)
            }
            let negations = Negations(field, tables: tables)
            let sides = Set(
                hits.map { negations.isDenied($0.range) ? .unclear : Outcome(rawValue: tables.rules[$0.rule].value) })
            return Proven(sides.count == 1 ? sides.first.flatMap(\.self) ?? .unclear : .unclear, evidence)
        }
        return Proven(.unclear, [])
    }
}
