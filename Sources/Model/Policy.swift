/// A person who answers for policies.
public struct Owner: Sendable, Equatable, Codable {
    /// Its name in the register.
    public var id: ID<Owner>
    /// Its name for people.
    public var name: String
    /// An address as in RFC 5321, without a display name; nil where digests are only written to files.
    public var email: String?
    /// The language of the owner's digests; the organisation's where nil.
    public var language: Language?
    /// Earlier names, under which questions were put and digests written.
    public var aliases: [ID<Owner>]
    /// An owner from its parts.
    public init(
        id: ID<Owner>, name: String, email: String? = nil, language: Language? = nil, aliases: [ID<Owner>] = []
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.language = language
        self.aliases = aliases
    }
}

/// A business unit and the risk appetite by which it wants to hear of legal risk.
public struct BusinessUnit: Sendable, Equatable, Codable {
    /// How much legal risk a unit takes before it wants to hear of it.
    public enum Appetite: String, Sendable, CaseIterable, Codable {
        /// Hears of proposals and filings already.
        case low
        /// Hears of adopted rules and rulings.
        case medium
        /// Hears of what is in force and decided.
        case high
    }
    /// Its name in the register.
    public var id: ID<BusinessUnit>
    /// Its name for people.
    public var name: String
    /// An address as in RFC 5321, without a display name; nil where digests are only written to files.
    public var email: String?
    /// The appetite.
    public var appetite: Appetite
    /// The language.
    public var language: Language?
    /// Earlier names, under which digests were written.
    public var aliases: [ID<BusinessUnit>]
    /// A unit from its parts.
    public init(
        id: ID<BusinessUnit>, name: String, email: String? = nil, appetite: Appetite = .medium,
        language: Language? = nil, aliases: [ID<BusinessUnit>] = []
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.appetite = appetite
        self.language = language
        self.aliases = aliases
    }
}

/// A part of a policy with a number of its own.
public struct PolicySection: Sendable, Equatable, Codable {
    /// The number as the document has it, such as `3.2`.
    public var id: String
    /// What it is called.
    public var title: String
    /// The topics that it is about.
    public var topics: [ID<Topic>]
    /// Authorities that this section relies on, as normalised citations.
    public var reliesOn: [String]
    /// Words of the law that the section quotes, word for word.
    public var quotes: [String]
    /// A section from its parts.
    public init(
        id: String, title: String, topics: [ID<Topic>] = [], reliesOn: [String] = [], quotes: [String] = []
    ) {
        self.id = id
        self.title = title
        self.topics = topics
        self.reliesOn = reliesOn
        self.quotes = quotes
    }
}

/// How often a policy is looked at again although nothing happened.
public struct ReviewInterval: Sendable, Equatable, Codable {
    /// Whole months; 0 where the interval is in days.
    public var months: Int
    /// Days; 0 where the interval is in months.
    public var days: Int
    /// So many months, or so many days.
    public init(months: Int = 0, days: Int = 0) {
        self.months = months
        self.days = days
    }
    /// The day on which a review is due, counted from the last one.
    public func due(after day: Day) -> Day { day.adding(months: months).adding(days: days) }
}

/// An internal rule of the organisation.
public struct Policy: Sendable, Equatable, Codable {
    /// Its name in the register.
    public var id: ID<Policy>
    /// What it is called.
    public var title: String
    /// The owner.
    public var owner: ID<Owner>
    /// Who is asked when the owner does not answer, in order.
    public var deputies: [ID<Owner>]
    /// The business units that it binds.
    public var units: [ID<BusinessUnit>]
    /// The topics that it is about.
    public var topics: [ID<Topic>]
    /// Whose law it follows; every jurisdiction where empty.
    public var jurisdictions: [Jurisdiction]
    /// How often it is reviewed although nothing happened; never where nil.
    public var reviewEvery: ReviewInterval?
    /// The day from which the first review interval counts.
    public var reviewedOn: Day?
    /// The policy's own text, as an absolute path.
    public var document: String?
    /// Authorities that the policy as a whole relies on, as normalised citations.
    public var reliesOn: [String]
    /// The sections.
    public var sections: [PolicySection]
    /// Earlier names, under which answers and marks were recorded.
    public var aliases: [ID<Policy>]
    /// A remark of the owner's own, printed in each digest.
    public var note: String?

    /// A policy from its parts.
    public init(
        id: ID<Policy>, title: String, owner: ID<Owner>, deputies: [ID<Owner>] = [], units: [ID<BusinessUnit>] = [],
        topics: [ID<Topic>] = [], jurisdictions: [Jurisdiction] = [], reviewEvery: ReviewInterval? = nil,
        reviewedOn: Day? = nil, document: String? = nil, reliesOn: [String] = [], sections: [PolicySection] = [],
        aliases: [ID<Policy>] = [], note: String? = nil
    ) {
        self.id = id
        self.title = title
        self.owner = owner
        self.deputies = deputies
        self.units = units
        self.topics = topics
        self.jurisdictions = jurisdictions
        self.reviewEvery = reviewEvery
        self.reviewedOn = reviewedOn
        self.document = document
        self.reliesOn = reliesOn
        self.sections = sections
        self.aliases = aliases
        self.note = note
    }
}

/// An AI tool of the inventory.
public struct AITool: Sendable, Equatable, Codable {
    /// What the organisation allows.
    public enum RiskClass: String, Sendable, CaseIterable, Codable {
        case approved, restricted, prohibited
        /// Not assessed yet: treated as prohibited.
        case pending
    }
    /// Its name in the register.
    public var id: ID<AITool>
    /// Its name for people.
    public var name: String
    /// The vendor.
    public var vendor: String?
    /// What the organisation allows.
    public var riskClass: RiskClass
    /// Names under which feeds speak of it.
    public var names: [String]
    /// The topics that it is about.
    public var topics: [ID<Topic>]
    /// The policies.
    public var policies: [ID<Policy>]
    /// Who is asked about it; the owners of its policies where nil.
    public var owner: ID<Owner>?
    /// What data may be put into it, in words for staff.
    public var allowedData: String?
    /// Who may use it, in words for staff.
    public var users: String?
    /// The first day on which the contract with the vendor holds.
    public var contractFrom: Day?
    /// The last day on which it holds.
    public var contractUntil: Day?
    /// Sources that hold its vendor's terms.
    public var terms: [ID<Source>]
    /// Earlier names, under which answers and classes were recorded.
    public var aliases: [ID<AITool>]
    /// A tool from its parts.
    public init(
        id: ID<AITool>, name: String, vendor: String? = nil, riskClass: RiskClass, names: [String] = [],
        topics: [ID<Topic>] = [], policies: [ID<Policy>] = [], owner: ID<Owner>? = nil, allowedData: String? = nil,
        users: String? = nil, contractFrom: Day? = nil, contractUntil: Day? = nil, terms: [ID<Source>] = [],
        aliases: [ID<AITool>] = []
    ) {
        self.id = id
        self.name = name
        self.vendor = vendor
        self.riskClass = riskClass
        self.names = names
        self.topics = topics
        self.policies = policies
        self.owner = owner
        self.allowedData = allowedData
        self.users = users
        self.contractFrom = contractFrom
        self.contractUntil = contractUntil
        self.terms = terms
        self.aliases = aliases
    }
}

/// Everything that `register.yaml` defines.
public struct PolicyRegister: Sendable, Equatable, Codable {
    /// The owners.
    public var owners: [Owner]
    /// The business units.
    public var units: [BusinessUnit]
    /// The policies.
    public var policies: [Policy]
    /// The tools.
    public var tools: [AITool]
    /// A register from its parts.
    public init(owners: [Owner] = [], units: [BusinessUnit] = [], policies: [Policy] = [], tools: [AITool] = []) {
        self.owners = owners
        self.units = units
        self.policies = policies
        self.tools = tools
    }
}
