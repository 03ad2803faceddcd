/// The values that something had, one after the other, as far as they tell whether it swings between them.
struct Course<Value: Hashable> {
    /// How many times it had another value than before, the first one included.
    private(set) var turns = 0
    private var held: Set<Value> = []
    private var last: Value?
    private var cameBack = false

    init(_ values: [Value]) {
        for value in values where value != last {
            turns += 1
            cameBack = !held.insert(value).inserted
            last = value
        }
    }

    /// Whether another value is one that it came from before, and went back to.
    func swings(to value: Value) -> Bool { cameBack && held.contains(value) }
}
