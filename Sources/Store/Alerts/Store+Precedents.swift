import GRDB
public import Model

/// An earlier answer to a question like this one.
public struct Precedent: Sendable, Equatable {
    /// The answer.
    public var answer: Assessment
    /// The policy or tool that it was about.
    public var subject: Alert.Subject
    /// What the development's first item is called.
    public var title: String
    /// The authorities or names that both developments state; empty where they share topic and stage only.
    public var sharedMatters: [String]
    /// The topics that both are about.
    public var sharedTopics: [ID<Topic>]
}

extension Store {
    /// What was answered before to developments with the same authority, or with the same topic at the same stage.
    ///
    /// - Parameters:
    ///   - alert: The alert.
    ///   - limit: How many at most.
    /// - Returns: The last answer to each, those with a shared authority first, then the newest first.
    /// - Throws: `StoreProblem`.
    public func precedents(of alert: RowID<Alert>, limit: Int = 3) throws -> [Precedent] {
        let development = try read { db in
            try db.first("SELECT development FROM alert WHERE id = ?", [alert]).map { row -> RowID<Development> in
                try row.row("development")
            }
        }
        guard let development else { return [] }
        return Array(
            try precedents(like: development, limit: limit + 1).filter { $0.answer.alert != alert }.prefix(limit))
    }

    /// What was answered before about a development itself, or about ones that are like it.
    ///
    /// - Parameters:
    ///   - development: The development.
    ///   - limit: How many at most.
    /// - Returns: The last answer to each alert, those with a shared authority first, then the newest first.
    /// - Throws: `StoreProblem`.
    public func precedents(like development: RowID<Development>, limit: Int) throws -> [Precedent] {
        try read { db in
            let matters = try db.map("SELECT matter FROM matter WHERE development = ?", [development]) {
                try $0.text("matter")
            }
            let spellings = SQLList(matters.flatMap(Citation.spellings))
            let close = try db.map(sharedMatterQuery, [development, limit, spellings]) { try $0.precedent() }
            guard close.count < limit else { return close }
            return close
                + (try db.map(sharedTopicQuery, [development, limit - close.count, spellings]) { try $0.precedent() })
        }
    }
}

extension Row {
    fileprivate func precedent() throws -> Precedent {
        Precedent(
            answer: try assessment(),
            subject: try subject(),
            title: try text("title"), sharedMatters: try list("matters"), sharedTopics: try list("topics"))
    }
}

private let precedentColumns = """
    SELECT alert.subject_kind, alert.subject, item.title, assessment.*,
        (SELECT json_group_array(matter) FROM matter WHERE development = alert.development
            AND matter IN (SELECT value FROM json_each(?3))) AS matters,
        (SELECT json_group_array(topic) FROM topic_tag WHERE item = development.lead AND topic IN (\(ownTopics))) AS topics
    """

private let ownTopics = """
    SELECT own.topic FROM topic_tag AS own JOIN development AS this ON this.lead = own.item WHERE this.id = ?1
    """

private let ownCompany = "SELECT development FROM matter WHERE matter IN (SELECT value FROM json_each(?3))"

private let isLastAnswer = "assessment.id = (SELECT max(last.id) FROM assessment AS last WHERE last.alert = alert.id)"

private let sharedMatterQuery = """
    \(precedentColumns) FROM alert JOIN development ON development.id = alert.development
        JOIN item ON item.id = development.lead JOIN assessment ON \(isLastAnswer)
    WHERE alert.development IN (\(ownCompany))
    ORDER BY assessment.at DESC, assessment.id DESC LIMIT ?2
    """

/// Goes through the last thousands of answers from the newest on and stops at the first ones that fit: most questions
/// are like one that was answered lately, and one query for each question must not read all of the past.
private let sharedTopicQuery = """
    \(precedentColumns) FROM assessment INDEXED BY assessment_by_time CROSS JOIN alert ON alert.id = assessment.alert
        CROSS JOIN development ON development.id = alert.development CROSS JOIN item ON item.id = development.lead
    WHERE assessment.id > (SELECT max(id) - 5000 FROM assessment) AND \(isLastAnswer)
        AND item.stage = (SELECT i.stage FROM development AS d JOIN item AS i ON i.id = d.lead WHERE d.id = ?1)
        AND EXISTS (SELECT 1 FROM topic_tag WHERE item = development.lead AND topic IN (\(ownTopics)))
        AND alert.development NOT IN (\(ownCompany))
    ORDER BY assessment.at DESC, assessment.id DESC LIMIT ?2
    """
