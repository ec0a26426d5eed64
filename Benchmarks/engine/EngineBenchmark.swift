/// Times the engine alone: a quote, and an order under all that a usual scheme has.
///
/// `Benchmarks/run.py --suite engine` runs it and reads its answer.
/// The number of quotes and of orders are its arguments, so that counting allocations for two sizes
/// tells those of the work from those of the start.
@main
enum EngineBenchmark {
  static func main() {
    let counts = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    guard counts.count == 2, counts.allSatisfy({ $0 > 0 }) else {
      print("usage: engine-benchmark QUOTES ORDERS")
      return
    }
    guard var shop = BenchmarkShop() else {
      print("the benchmark's scheme has problems")
      return
    }
    let quotes = shop.quotes(counts[0])
    let orders = shop.orders(counts[1])
    print(
      """
      {"quoteNanoseconds": \(quotes.nanoseconds), "orderNanoseconds": \(orders.nanoseconds), \
      "quotedFen": \(quotes.checksum), "paidFen": \(orders.checksum), \
      "trialBalance": \(shop.trialBalance)}
      """)
  }
}
