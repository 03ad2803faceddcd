/// Where in a document something stands: lines are counted only where a warning names one.
enum Place {
    case line(Int)
    /// Bytes from the root's beginning.
    case offset(Int)
}

/// Counts lines up to places that come one after the other, so that each byte is looked at once.
struct LineCounter {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var offset = 0
    private var line = 1

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The line of a place, counted from 1.
    mutating func line(of place: Place) -> Int {
        switch place {
        case .line(let line): return line
        case .offset(let next):
            if next < offset { (offset, line) = (0, 1) }
            line += bytes[offset..<next].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
            offset = next
            return line
        }
    }
}
