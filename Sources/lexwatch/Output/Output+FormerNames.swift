import Model
import Watch

extension Output {
    /// Tells which sources are meant by names that they had before.
    static func noteFormerNames(among names: [ID<Source>], _ workspace: Workspace) {
        for (former, present) in workspace.formerNames(among: names) {
            note(safe("The source '\(former)' is called '\(present)' now."))
        }
    }
}
