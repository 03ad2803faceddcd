/// A lane for one at a time: large documents go through it from their first byte until they are stored, so that memory
/// stays bounded however many sources hold such.
actor Lane {
    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// The right to be in the lane; it ends when the last copy is gone.
    final class Pass: Sendable {
        private let lane: Lane

        fileprivate init(_ lane: Lane) { self.lane = lane }

        deinit { Task { [lane] in await lane.leave() } }
    }

    /// Waits until the lane is free.
    func enter() async -> Pass {
        if isTaken {
            await withCheckedContinuation { waiting.append($0) }
        } else {
            isTaken = true
        }
        return Pass(self)
    }

    private func leave() {
        if waiting.isEmpty { isTaken = false } else { waiting.removeFirst().resume() }
    }
}
