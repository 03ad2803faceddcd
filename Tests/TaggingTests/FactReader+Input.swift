import Model

@testable import Tagging

extension FactReader {
    /// The facts of an item whose text is read for them alone.
    func facts(of input: FactInput) -> Facts {
        let fields: [(Evidence.Field, String)] = [
            (.title, input.title), (.summary, input.summary), (.content, input.content),
        ]
        return facts(of: input, in: reading(fields, input.language))
    }
}
