// How fast this machine is right now: pairs of one Philox4x32-10 block and one `exp`.
#include <chrono>
#include <cmath>
#include <cstdio>

#include "arguments.hpp"
#include "philox.hpp"

int main(int count, char** words) {
  const Arguments arguments(count, words, {{"--pairs", "10000000"}, {"--seed", "1"}});
  const std::uint64_t pairs = arguments.number("--pairs");
  const Key key = keyFrom(arguments.number("--seed"));
  if (!philoxAnswersAsPublished()) {
    std::fprintf(stderr, "Philox4x32-10 misses its published answer\n");
    return 1;
  }

  const auto start = std::chrono::steady_clock::now();
  double sum = 0;
  for (std::uint64_t pair = 0; pair < pairs; ++pair) {
    const Block block = philox({static_cast<std::uint32_t>(pair),
                                static_cast<std::uint32_t>(pair >> 32), 0, 0}, key);
    sum += std::exp(-unitInterval(block[0] ^ block[1] ^ block[2] ^ block[3]));
  }
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;

  // The mean of exp(-u) over uniform u is 1 - 1/e, its standard deviation 0.181.
  const double mean = sum / static_cast<double>(pairs);
  const double tolerance = 5 * 0.181 / std::sqrt(static_cast<double>(pairs));
  std::printf("{\"implementation\": \"yardstick\", \"pairs\": %llu, \"seconds\": %.6f, "
              "\"nanoseconds_per_pair\": %.3f, \"mean\": %.6f}\n",
              static_cast<unsigned long long>(pairs), elapsed.count(),
              elapsed.count() * 1e9 / static_cast<double>(pairs), mean);
  if (!(std::fabs(mean - (1 - std::exp(-1.0))) < tolerance)) {
    std::fprintf(stderr, "the mean of exp(-u) is off: %.6f\n", mean);
    return 1;
  }
  return 0;
}
