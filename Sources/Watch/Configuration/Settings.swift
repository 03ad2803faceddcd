public import Foundation
public import Model

/// What `lexwatch.yaml` says, with absolute paths.
public struct Settings: Sendable {
    /// The file that was read.
    public var file: String
    /// The name in every digest.
    public var organisation: String
    /// The zone of days and schedules.
    public var timeZone: TimeZone
    /// The language of digests whose recipient has none of their own.
    public var language: Language
    /// Catalogue files (YAML or OPML), in order.
    public var feeds: [String]
    /// The file of topics.
    public var topics: String
    /// The folder of vocabulary files.
    public var vocabulary: String
    /// The file of policies, owners, units and tools.
    public var register: String
    /// How sources are fetched.
    public var fetch = FetchSettings()
    /// When digests are written.
    public var digest = DigestSettings()
    /// The ways out for digests.
    public var delivery = DeliverySettings()
    /// How `serve` works.
    public var serve = ServeSettings()
}

/// How sources are fetched.
public struct FetchSettings: Sendable, Equatable {
    /// The longest time between two fetches of a source, in seconds.
    public var every = 3 * 3600
    /// The shortest time between two fetches of a source, in seconds, whatever else is said.
    public var shortest = 15 * 60
    /// Transfers at once.
    public var concurrency = 64
    /// Transfers at once to one host.
    public var perHost = 2
    /// Seconds for one whole transfer.
    public var timeout = 30
    /// Bytes of one document.
    public var maxBytes = 20_000_000
    /// An address by which a publisher can reach the operator, shown in the User-Agent.
    public var contact: String?
    /// Networks that may be reached although they are private, in CIDR notation.
    public var allowPrivate: [String] = []
    /// A file of certificates to trust instead of the system's.
    public var caFile: String?
}

/// When digests are written.
public struct DigestSettings: Sendable, Equatable {
    /// The rhythm of digests.
    public enum Rhythm: String, Sendable, CaseIterable {
        case daily, weekly, monthly
        /// How many days a digest covers.
        public var days: Int {
            switch self {
            case .daily: 1
            case .weekly: 7
            case .monthly: 31
            }
        }
    }
    /// The days of the week, Monday first as in ISO 8601.
    public enum Weekday: String, Sendable, CaseIterable {
        case monday, tuesday, wednesday, thursday, friday, saturday, sunday
    }
    /// The rhythm.
    public var every = Rhythm.weekly
    /// The day of a weekly digest.
    public var weekday = Weekday.monday
    /// Minutes after midnight, in the organisation's time zone.
    public var minute = 8 * 60
    /// Who gets the management summary, by owner's name.
    public var management: [ID<Owner>] = []
    /// Where each of them is named, as `file:line`.
    var managementPlaces: [ID<Owner>: String] = [:]
}

/// Ways out for digests.
public struct DeliverySettings: Sendable, Equatable {
    /// A mail server to hand messages to.
    public struct SMTP: Sendable, Equatable {
        /// The address.
        public var url: String
        /// `tls`, `starttls` or `none`, where the address does not say it.
        public var security: String?
        /// The From header, `name <address>`.
        public var from: String
        /// The user; nil where none is to log in.
        public var username: String?
        /// The file that holds the password.
        public var passwordFile: String?
        /// A file of certificates to trust instead of the system's.
        public var caFile: String?
    }
    /// A service to post digests to as JSON.
    public struct Webhook: Sendable, Equatable {
        /// Where it listens.
        public enum Address: Sendable, Equatable {
            case url(String)
            /// The address stands in a file, as whoever knows it can post there.
            case inFile(String)

            /// The file; nil where the address stands in the configuration.
            var file: String? { if case .inFile(let file) = self { file } else { nil } }
        }
        /// The name.
        public var name: String
        /// Where it listens.
        public var address: Address
        /// `json`, `slack`, `teams`, `feishu` or `dingtalk`.
        public var form: String
        /// The file that holds the key of the signature.
        public var secretFile: String?
    }
    /// The folder in which digests are written; beside the database where nil.
    public var directory: String?
    /// The mail server; nil where there is none.
    public var smtp: SMTP?
    /// A command with arguments that takes a message on standard input, instead of SMTP.
    public var sendmail: [String]?
    /// Services that digests are posted to.
    public var webhooks: [Webhook] = []
    /// A folder with templates that replace lexwatch's own.
    public var templates: String?
    /// Who is told that a source broke or recovered.
    public var operatorAddress: String?
    /// Where mailed answers go, for a person to record; no such links where nil.
    public var answerAddress: String?
    /// An https address that takes the wish to get no more by POST (RFC 8058), which mail then names beside the
    /// operator's address.
    public var unsubscribeURL: String?
}
