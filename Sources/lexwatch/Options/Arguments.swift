public import ArgumentParser
public import Model
public import Watch

extension ID: ExpressibleByArgument {
    /// A name as it is written.
    public init?(argument: String) { self.init(argument) }
}

extension RowID: ExpressibleByArgument {
    /// A number, with or without `#`.
    public init?(argument: String) {
        guard let number = Int64(argument.hasPrefix("#") ? String(argument.dropFirst()) : argument), number > 0 else {
            return nil
        }
        self.init(number)
    }
}

extension Day: ExpressibleByArgument {
    /// `YYYY-MM-DD`.
    public init?(argument: String) { self.init(iso: argument) }

    /// The same, with what would be a day where it is none.
    static func written(_ argument: String) throws -> Day {
        guard let day = Day(argument: argument) else { throw ValidationError("Write a day as in 2026-03-31.") }
        return day
    }
}

extension Jurisdiction: ExpressibleByArgument {
    /// A code, in small letters or capitals.
    public init?(argument: String) { self.init(argument.uppercased()) }

    /// The same, with what would be a code where it is none.
    static func written(_ argument: String) throws -> Jurisdiction {
        guard let jurisdiction = Jurisdiction(argument: argument) else {
            throw ValidationError("Write a code of ISO 3166-1 such as GB or CN, or EU, or INT.")
        }
        return jurisdiction
    }
}

extension Assessment.Answer: ExpressibleByArgument {}
extension PolicyMark.Kind: ExpressibleByArgument {}
extension AITool.RiskClass: ExpressibleByArgument {}
extension ReportForm: ExpressibleByArgument {}
extension Delivery.State: ExpressibleByArgument {}

extension ValidationError {
    /// Names an option that a command does not have: ArgumentParser does so only where nothing else is wrong, and what an
    /// unknown option leaves behind is.
    init(unknownOption option: String, usual: String) {
        self.init("Unknown option '\(option.prefix { $0 != "=" })'. The usual ones are \(usual).")
    }
}
