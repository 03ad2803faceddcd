/// Where in a document something stands: lines are counted only where a warning names one.
enum Place {
    case line(Int)
    /// Bytes from the root's beginning.
    case offset(Int)

    /// The line, counted from 1.
    func line(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        switch self {
        case .line(let line): line
        case .offset(let offset): bytes.prefix(offset).reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
        }
    }
}
