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
}

extension Jurisdiction: ExpressibleByArgument {
    /// A code.
    public init?(argument: String) { self.init(argument) }
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
