import Foundation
public import Model
import Register
import Store

/// An item that missed a topic by one thing, as a person is shown it.
public struct NearMissView: Encodable, Sendable {
    /// The item.
    public var item: RowID<Item>
    /// What it is called.
    public var title: String
    /// Where it is.
    @OrNull public var link: String?
    /// The topic.
    public var topic: ID<Topic>
    /// What was lacking, in the words of the file.
    public var lacked: String
    /// The words that matched.
    public var words: [String]
}

/// What the answers to near misses say of a topic.
public struct NearMissEstimate: Encodable, Sendable {
    /// The topic.
    public var topic: ID<Topic>
    /// Items that have it.
    public var tagged: Int
    /// Near misses that there are, and how many of them were answered yes and no.
    public var misses: Int
    /// Answered: should have had the topic.
    public var yes: Int
    /// Answered: rightly left out.
    public var no: Int
    /// The share of relevant items that were tagged, where something was answered.
    @OrNull public var recall: Double?
    /// The bounds within which it lies in 19 of 20 cases.
    @OrNull public var interval: [Double]?
}

extension Workspace {
    static func nearest(to word: String, among known: [String]) -> String? {
        RegisterValidation.nearest(to: word, among: known)
    }

    /// A sample of near misses that nobody answered yet, another one each day; all of them where the count is 0.
    ///
    /// - Throws: A ``Model/Problem`` where the database is wrong, or there is no such topic.
    public func nearMisses(of topic: ID<Topic>?, count: Int) throws -> [NearMissView] {
        let found = try storeForReading().nearMisses(topic: topic, count: count > 0 ? count : .max, seed: today.number)
        if let topic, found.isEmpty { try requireTopic(topic, among: taggingTools().topics.map(\.id)) }
        return found.map { found in
            NearMissView(
                item: found.item, title: found.title, link: found.link, topic: found.miss.topic,
                lacked: found.miss.told, words: found.miss.matched.map(\.words))
        }
    }

    /// Records whether an item should have had a topic that it just missed.
    ///
    /// - Throws: A ``Model/Problem`` where the item did not just miss the topic.
    public func answerNearMiss(_ item: RowID<Item>, _ topic: ID<Topic>, belongs: Bool, actor: String) throws {
        try storeForAnswers().answerNearMiss(item, topic: topic, belongs: belongs, by: actor, at: clock.now)
    }

    /// What the answers so far say of each topic's recall. Only items that missed a topic by one thing are counted as
    /// possibly missed, so that the true recall can be lower.
    ///
    /// - Parameter topic: Only of this one; of all where nil.
    /// - Returns: The estimates.
    /// - Throws: A ``Model/Problem`` where the database is wrong, or there is no such topic.
    public func nearMissEstimates(of topic: ID<Topic>? = nil) throws -> [NearMissEstimate] {
        let tallies = try storeForReading().nearMissTallies().filter { topic == nil || $0.topic == topic }
        if let topic, tallies.isEmpty { try requireTopic(topic, among: taggingTools().topics.map(\.id)) }
        return tallies.map { tally in
            let estimate = Proportion(yes: tally.yes, of: tally.yes + tally.no)
            func recall(_ share: Double) -> Double {
                let missed = share * Double(tally.misses)
                return tally.tagged == 0 && missed == 0 ? 1 : Double(tally.tagged) / (Double(tally.tagged) + missed)
            }
            return NearMissEstimate(
                topic: tally.topic, tagged: tally.tagged, misses: tally.misses, yes: tally.yes, no: tally.no,
                recall: estimate.map { recall($0.share) },
                interval: estimate.map { [recall($0.upper), recall($0.lower)] })
        }
    }
}

/// A share that was estimated from a sample, with its 95 % interval (E. B. Wilson, 1927).
struct Proportion {
    let share: Double
    let lower: Double
    let upper: Double

    init?(yes: Int, of total: Int) {
        guard total > 0, (0...total).contains(yes) else { return nil }
        let (n, z) = (Double(total), 1.959964)
        share = Double(yes) / n
        let middle = share + z * z / (2 * n)
        let spread = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        let scale = 1 + z * z / n
        lower = max(0, (middle - spread) / scale)
        upper = min(1, (middle + spread) / scale)
    }
}
