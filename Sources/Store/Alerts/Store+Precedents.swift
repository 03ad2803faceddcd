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
        try read { db in
            try db.map(precedentQuery, [alert, limit]) { row in
                let name = try row.text("subject")
                return Precedent(
                    answer: try row.assessment(),
                    subject: try row.text("subject_kind") == "tool" ? .tool(ID(name)) : .policy(ID(name)),
                    title: try row.text("title"), sharedMatters: try row.list("matters"),
                    sharedTopics: try row.list("topics"))
            }
        }
    }
}

private let precedentQuery = """
    WITH this AS (
        SELECT alert.id, alert.development, development.lead, item.stage FROM alert
            JOIN development ON development.id = alert.development JOIN item ON item.id = development.lead
        WHERE alert.id = ?1),
    likely AS (
        SELECT development FROM matter WHERE matter IN (SELECT matter FROM matter JOIN this USING (development))
        UNION SELECT development.id FROM this JOIN topic_tag AS own ON own.item = this.lead
            JOIN topic_tag AS tag ON tag.topic = own.topic JOIN development ON development.lead = tag.item
            JOIN item ON item.id = tag.item AND item.stage = this.stage),
    found AS (
        SELECT alert.id AS alert_id, alert.subject_kind, alert.subject, item.title,
            (SELECT json_group_array(matter) FROM matter WHERE development = alert.development
                AND matter IN (SELECT matter FROM matter JOIN this USING (development))) AS matters,
            (SELECT json_group_array(topic) FROM topic_tag WHERE item = development.lead
                AND topic IN (SELECT topic FROM topic_tag WHERE item = (SELECT lead FROM this))) AS topics
        FROM likely JOIN alert ON alert.development = likely.development
            JOIN development ON development.id = alert.development JOIN item ON item.id = development.lead
        WHERE alert.id <> ?1)
    SELECT found.*, assessment.* FROM found
        JOIN assessment ON assessment.id = (SELECT max(id) FROM assessment WHERE alert = found.alert_id)
    ORDER BY matters = '[]', assessment.at DESC, assessment.id DESC LIMIT ?2
    """
