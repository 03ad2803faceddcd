import ArgumentParser
import Model
import Watch

/// `lexwatch assess`.
struct AssessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assess", abstract: "Answer one alert or several: no-impact or needs-update.",
        usage: """
            lexwatch assess <alert> … no-impact|needs-update [--note <note>]
            lexwatch assess <alert> … no-impact|needs-update --replace
            lexwatch assess <alert> … no-impact|needs-update --wrong-topic <topic>
            """)

    @Argument(parsing: .allUnrecognized, help: "The alerts' numbers, then no-impact or needs-update.")
    var words: [String] = []
    @Option(help: "Why: this goes on record.") var note = ""
    @Flag(help: "Replace an answer that is there.") var replace = false
    @Option(help: ArgumentHelp("The alert has this topic by mistake: learn from it.", valueName: "topic"))
    var wrongTopic: [ID<Topic>] = []
    @OptionGroup var place: PlaceOptions
    @OptionGroup var actor: ActorOptions

    /// The words without the `--` that may stand before them.
    private var said: [String] { words.filter { $0 != "--" } }

    func validate() throws {
        let words = said
        if let option = words.first(where: { $0.hasPrefix("-") }) {
            throw ValidationError(unknownOption: option, usual: "--note, --replace and --wrong-topic")
        }
        guard let last = words.last, Assessment.Answer(rawValue: last) != nil else {
            throw ValidationError("The answer is missing: write no-impact or needs-update after the alert's number.")
        }
        guard words.count > 1, words.dropLast().allSatisfy({ RowID<Alert>(argument: $0) != nil }) else {
            throw ValidationError(
                "Write the number of at least one alert before the answer: lexwatch alerts lists them.")
        }
    }

    func run() async throws {
        guard let answer = said.last.flatMap(Assessment.Answer.init(rawValue:)) else { return }
        let alerts = said.dropLast().compactMap { RowID<Alert>(argument: $0) }
        let workspace = Workspace(place.paths)
        let answered = try workspace.assess(
            alerts, answer, note: note, actor: actor.name, isReplacing: replace, wrongTopics: wrongTopic)
        for topic in wrongTopic { Output.line("\(topic) is taken away from what the alert is about.") }
        let asked = try workspace.asked(answered)
        for alert in answered {
            let besides = asked[alert].flatMap { $0.rawValue == actor.name ? nil : "; \($0) was asked" } ?? ""
            Output.line("Alert \(alert) is answered: \(answer.rawValue), by \(actor.name)\(besides).")
        }
        if answer == .needsUpdate, let step = try nextStep(alerts[0], in: workspace) { Output.line(step) }
    }

    /// What is to be done next; nil where the register has no more what the alert is about.
    private func nextStep(_ alert: RowID<Alert>, in workspace: Workspace) throws -> String? {
        let view = try workspace.alert(alert)
        guard try workspace.hasSubject(of: view) else { return nil }
        return switch view.subjectKind {
        case "tool": "Where its class must change: lexwatch tools reclassify \(view.subject) CLASS --because \(alert)"
        case "matter": "Where a policy must change: lexwatch mark POLICY needs-update --because \(alert)"
        default:
            """
            \(view.subject) needs an update until a mark settles it.
            To promise a day: lexwatch mark \(view.subject) needs-update --because \(alert) --due DAY
            When the policy is changed: lexwatch mark \(view.subject) updated --because \(alert)
            """
        }
    }
}
