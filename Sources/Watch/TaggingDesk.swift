import Model
import Synchronization
import Tagging

/// The topics of a run, and what tagging needs beside them: it is read when the first text comes, and a run that finds
/// nothing new goes without.
final class TaggingDesk: Sendable {
    /// The topics, in the order of the file.
    let topics: [Topic]
    private let settings: Settings
    private let loaded = Mutex<TaggingTools?>(nil)
    private let reader = Mutex<FactReader?>(nil)

    /// Reads the topics that a configuration names.
    init(_ settings: Settings) throws {
        self.settings = settings
        topics = try TopicsFile(settings.topics).titles
    }

    /// Topics, vocabulary and fact tables; who comes while they are read waits for them.
    ///
    /// - Throws: ``ConfigurationProblem`` with file and line.
    func tools() throws -> TaggingTools {
        try loaded.withLock { loaded in
            if let loaded { return loaded }
            let tools = try TaggingTools(settings)
            loaded = tools
            return tools
        }
    }

    /// What reads facts alone: that of the tools where they are read already, else its tables are read, once.
    ///
    /// - Throws: ``ConfigurationProblem`` with file and line.
    func factReader() throws -> FactReader {
        try reader.withLock { reader in
            if let reader { return reader }
            let made = try loaded.withLock { $0?.facts } ?? TaggingTools.factReader(settings)
            reader = made
            return made
        }
    }
}
