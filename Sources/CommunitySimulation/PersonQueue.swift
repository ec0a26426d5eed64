/// People by a key, the smallest first: a binary heap that knows where each person stands.
///
/// Equal keys go by position, so that the order never depends on how the heap came to be.
struct PersonQueue {
  private var heap: [UInt32] = []
  private var keys: [Double]
  /// Where each person stands in the heap; -1 for who is not in it.
  private var places: [Int32]

  init(personCount: Int) {
    keys = Array(repeating: 0, count: personCount)
    places = Array(repeating: -1, count: personCount)
  }

  /// Who comes first, and with which key.
  var first: (person: Int, key: Double)? {
    heap.first.map { (Int($0), keys[Int($0)]) }
  }

  func contains(_ person: Int) -> Bool { places[person] >= 0 }

  /// Puts a person in, or moves one who is in.
  mutating func set(_ key: Double, of person: Int) {
    keys[person] = key
    if places[person] < 0 {
      places[person] = Int32(heap.count)
      heap.append(UInt32(person))
    }
    let place = Int(places[person])
    rise(place)
    sink(Int(places[person]))
  }

  mutating func remove(_ person: Int) {
    guard places[person] >= 0 else { return }
    let place = Int(places[person])
    swapPlaces(place, heap.count - 1)
    heap.removeLast()
    places[person] = -1
    guard place < heap.count else { return }
    rise(place)
    sink(place)
  }

  private func comesBefore(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (heap[left], heap[right])
    return (keys[Int(one)], one) < (keys[Int(other)], other)
  }

  private mutating func rise(_ start: Int) {
    var place = start
    while place > 0, comesBefore(place, (place - 1) / 2) {
      swapPlaces(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func sink(_ start: Int) {
    var place = start
    while true {
      var smallest = place
      for child in (2 * place + 1)...(2 * place + 2)
      where child < heap.count && comesBefore(child, smallest) { smallest = child }
      guard smallest != place else { return }
      swapPlaces(place, smallest)
      place = smallest
    }
  }

  private mutating func swapPlaces(_ left: Int, _ right: Int) {
    heap.swapAt(left, right)
    places[Int(heap[left])] = Int32(left)
    places[Int(heap[right])] = Int32(right)
  }
}
