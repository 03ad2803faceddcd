/// Who may begin next: in turn over the hosts, within the bounds for all and for each host.
struct HostQueue<Element> {
    private struct Lane {
        var waiting = Fifo<Element>()
        var running = 0
        var isInRing = false
    }

    let total: Int
    let perHost: Int
    private(set) var running = 0
    private(set) var waiting = 0
    private var lanes: [String: Lane] = [:]
    private var ring = Fifo<String>()

    init(total: Int, perHost: Int) {
        self.total = max(1, total)
        self.perHost = max(1, perHost)
    }

    /// Puts an element at the end of its host's lane.
    mutating func add(_ element: Element, host: String) {
        lanes[host, default: Lane()].waiting.append(element)
        waiting += 1
        offer(host)
    }

    /// The next element that may begin; it counts as running from now on. Nil where none may.
    mutating func next() -> Element? {
        while running < total, let host = ring.removeFirst() {
            lanes[host]?.isInRing = false
            // What waited may have been removed since.
            guard let element = lanes[host]?.waiting.removeFirst() else { continue }
            lanes[host]?.running += 1
            running += 1
            waiting -= 1
            offer(host)
            return element
        }
        return nil
    }

    /// Notes that an element of the host ended.
    mutating func ended(host: String) {
        guard let lane = lanes[host], lane.running > 0 else { return }
        lanes[host]?.running -= 1
        running -= 1
        offer(host)
        if lanes[host].map({ $0.running == 0 && $0.waiting.isEmpty }) ?? false { lanes[host] = nil }
    }

    /// Takes out the waiting elements that fulfil a condition.
    mutating func remove(where condition: (Element) -> Bool) -> [Element] {
        var removed: [Element] = []
        for host in lanes.keys {
            removed += lanes[host]?.waiting.remove(where: condition) ?? []
        }
        waiting -= removed.count
        return removed
    }

    private mutating func offer(_ host: String) {
        guard let lane = lanes[host], !lane.isInRing, !lane.waiting.isEmpty, lane.running < perHost else { return }
        lanes[host]?.isInRing = true
        ring.append(host)
    }
}

/// First in, first out, without moving what waits.
struct Fifo<Element> {
    private var elements: [Element?] = []
    private var head = 0

    var isEmpty: Bool { head == elements.count }

    mutating func append(_ element: Element) { elements.append(element) }

    mutating func removeFirst() -> Element? {
        guard head < elements.count else { return nil }
        defer {
            elements[head] = nil
            head += 1
            if head > 64, head * 2 > elements.count {
                elements.removeFirst(head)
                head = 0
            }
        }
        return elements[head]
    }

    mutating func remove(where condition: (Element) -> Bool) -> [Element] {
        let all = elements[head...].compactMap { $0 }
        let removed = all.filter(condition)
        guard !removed.isEmpty else { return [] }
        elements = all.filter { !condition($0) }
        head = 0
        return removed
    }
}
