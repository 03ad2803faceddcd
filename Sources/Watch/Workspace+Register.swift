import Foundation
import Model
import Register

extension Workspace {
    /// The register as its file defines it, citations normalised; references are not checked.
    func register() throws -> PolicyRegister {
        try RegisterFile.load(try settings().register).register
    }

    /// The register, checked against everything that it refers to.
    ///
    /// - Parameters:
    ///   - settings: Where it is.
    ///   - topics: The topics that there are.
    func register(_ settings: Settings, topics: Set<ID<Topic>>) throws -> PolicyRegister {
        let (register, places) = try RegisterFile.load(settings.register)
        let mistakes = RegisterValidation.mistakes(in: register, topics: topics)
        guard let first = mistakes.first else { return register }
        throw ConfigurationProblem(first.what, place: places.place(of: first.path), remedy: first.remedy)
    }
}
