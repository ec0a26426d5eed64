// The small model of Benchmarks/README.md as bespoke C++: one member at a time, no engine.
//   --mode daily   every day of every member, one Philox4x32-10 word a day
//   --mode jump    geometric jumps over the days without an order, counter-hash random numbers
// Everybody gets the same pushes, so fatigue depends on the day alone and is tabulated.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "arguments.hpp"
#include "philox.hpp"

constexpr int dayCount = 365;
constexpr int lifeDays = 180;
constexpr std::int64_t rewardPoints = 1000;
constexpr double rewardBoost = 1.3;
constexpr double windowBoost = 1.5;
constexpr double twoPi = 6.283185307179586;
const double amountLogMean = std::log(100.0) - 0.18;
constexpr double amountLogDeviation = 0.6;

struct Totals {
  std::int64_t orders = 0, issued = 0, redeemed = 0, expired = 0, stranded = 0, outstanding = 0;
  std::int64_t activeEnd = 0;
  double revenue = 0;
};

constexpr bool inWindow(int day) { return day % 7 < 3; }

// What a day does to everybody's order probability: fatigue and the coupon window.
struct DayFactors {
  std::array<double, dayCount> factor;
  double largest = 0;

  DayFactors() {
    double fatigue = 0;
    for (int day = 0; day < dayCount; ++day) {
      if (day % 7 == 0) fatigue += 0.1;
      factor[day] = std::exp(-fatigue) * (inWindow(day) ? windowBoost : 1);
      largest = std::max(largest, factor[day]);
      fatigue *= 0.95;
    }
  }
};

// Points, used up oldest first by redemption and by expiry alike. So a lot need only remember
// where it ends on the member's line of points ever issued, and one number says how far that line
// is used up.
class Account {
 public:
  void open() { first = last = 0, issued = used = 0; }

  std::int64_t balance() const { return issued - used; }

  void expire(int day, Totals& totals) {
    for (; first < last && lots[first].day + lifeDays <= day; ++first) {
      const std::int64_t left = std::max<std::int64_t>(0, lots[first].end - used);
      totals.expired += left;
      used += left;
    }
  }

  void redeem(Totals& totals) { used += rewardPoints, totals.redeemed += rewardPoints; }

  void earn(std::int64_t points, int day, Totals& totals) {
    issued += points;
    lots[last++] = {day, issued};
    totals.issued += points;
  }

  // What the living lots still hold, counted lot by lot.
  std::int64_t recount() const {
    std::int64_t points = 0, start = used;
    for (int lot = first; lot < last; ++lot) {
      points += std::max<std::int64_t>(0, lots[lot].end - start);
      start = std::max(start, lots[lot].end);
    }
    return points;
  }

 private:
  struct Lot {
    int day;
    std::int64_t end;
  };
  std::array<Lot, dayCount> lots;
  int first = 0, last = 0;
  std::int64_t issued = 0, used = 0;
};

struct OrderLuck {
  double normal, redeem, leave;
};

// One order; returns whether the member stays.
inline bool placeOrder(int day, const OrderLuck& luck, Account& account, Totals& totals) {
  const double amount = std::exp(amountLogMean + amountLogDeviation * luck.normal);
  const double pay = inWindow(day) ? 0.9 * amount : amount;
  totals.orders += 1;
  totals.revenue += pay;
  if (account.balance() >= rewardPoints && luck.redeem < 0.5) account.redeem(totals);
  account.earn(static_cast<std::int64_t>(pay), day, totals);
  if (luck.leave >= 0.02) return true;
  totals.stranded += account.recount();
  return false;
}

inline void endYear(Account& account, Totals& totals) {
  account.expire(dayCount - 1, totals);
  totals.activeEnd += 1;
  totals.outstanding += account.recount();
}

// A gamma variate of shape 2 is the sum of two exponentials.
inline double orderRate(double first, double second) { return -std::log(first * second) / 60; }

Totals runDaily(std::uint64_t members, std::uint64_t seed) {
  enum Purpose : std::uint32_t { trait, visit, order };
  const DayFactors factors;
  const Key key = keyFrom(seed);
  Totals totals;
  Account account;
  for (std::uint64_t member = 0; member < members; ++member) {
    const auto draw = [&](Purpose purpose, std::uint32_t occurrence) {
      return philox({static_cast<std::uint32_t>(member), static_cast<std::uint32_t>(member >> 32),
                     occurrence, purpose}, key);
    };
    const Block traits = draw(trait, 0);
    const double rate = orderRate(unitInterval(traits[0]), unitInterval(traits[1]));
    account.open();
    bool active = true;
    Block visits{};
    for (int day = 0; day < dayCount && active; ++day) {
      if (day % 4 == 0) visits = draw(visit, day / 4);
      account.expire(day, totals);
      const double boost = account.balance() >= rewardPoints ? rewardBoost : 1;
      const double probability = std::min(1.0, rate * factors.factor[day] * boost);
      if (unitInterval(visits[day % 4]) >= probability) continue;
      const Block luck = draw(order, day);
      const double normal = std::sqrt(-2 * std::log(unitInterval(luck[0])))
                            * std::cos(twoPi * unitInterval(luck[1]));
      active = placeOrder(day, {normal, unitInterval(luck[2]), unitInterval(luck[3])}, account,
                          totals);
    }
    if (active) endYear(account, totals);
  }
  return totals;
}

// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014, doi:10.1145/2660193.2660195), one short stream
// a member, with Box-Muller normals taken in pairs.
class MemberStream {
 public:
  MemberStream(std::uint64_t seed, std::uint64_t member) : state(mix(mix(seed) + member)) {}

  double uniform() { return ((next() >> 11) + 0.5) * 0x1p-53; }

  double normal() {
    if (hasSpare) return hasSpare = false, spare;
    const double radius = std::sqrt(-2 * std::log(uniform())), angle = twoPi * uniform();
    hasSpare = true;
    spare = radius * std::sin(angle);
    return radius * std::cos(angle);
  }

 private:
  static std::uint64_t mix(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  std::uint64_t next() { return mix(state += 0x9E3779B97F4A7C15u); }

  std::uint64_t state;
  double spare = 0;
  bool hasSpare = false;
};

// Between orders a balance only falls, so the ceiling found after an order holds until the next.
Totals runJump(std::uint64_t members, std::uint64_t seed) {
  const DayFactors factors;
  Totals totals;
  Account account;
  for (std::uint64_t member = 0; member < members; ++member) {
    MemberStream stream(seed, member);
    const double first = stream.uniform();
    const double rate = orderRate(first, stream.uniform());
    const double plainCeiling = std::min(1.0, rate * factors.largest);
    const double boostedCeiling = std::min(1.0, rate * factors.largest * rewardBoost);
    const double plainScale = 1 / std::log1p(-plainCeiling);
    const double boostedScale = 1 / std::log1p(-boostedCeiling);
    account.open();
    bool active = true, boosted = false;
    double day = -1;
    while (active) {
      day += 1 + std::floor(std::log(stream.uniform()) * (boosted ? boostedScale : plainScale));
      if (day >= dayCount) break;
      const int today = static_cast<int>(day);
      account.expire(today, totals);
      const double boost = account.balance() >= rewardPoints ? rewardBoost : 1;
      const double probability = std::min(1.0, rate * factors.factor[today] * boost);
      const double ceiling = boosted ? boostedCeiling : plainCeiling;
      if (stream.uniform() * ceiling < probability) {
        const double normal = stream.normal(), redeem = stream.uniform();
        active = placeOrder(today, {normal, redeem, stream.uniform()}, account, totals);
      }
      boosted = account.balance() >= rewardPoints;
    }
    if (active) endYear(account, totals);
  }
  return totals;
}

void print(const std::string& mode, std::uint64_t members, double seconds, const Totals& totals,
           bool identity) {
  const double count = static_cast<double>(members);
  std::printf("{\"implementation\": \"cpp-%s\", \"members\": %llu, \"days\": %d, \"seconds\": %.6f, "
              "\"member_days_per_second\": %.1f, ",
              mode.c_str(), static_cast<unsigned long long>(members), dayCount, seconds,
              count * dayCount / seconds);
  std::printf("\"orders\": %.6f, \"revenue\": %.6f, \"redeemed\": %.6f, \"expired\": %.6f, "
              "\"active_end\": %.6f, \"identity\": %s}\n",
              totals.orders / count, totals.revenue / count, totals.redeemed / count,
              totals.expired / count, totals.activeEnd / count, identity ? "true" : "false");
}

int main(int count, char** words) {
  const Arguments arguments(count, words,
                            {{"--mode", "jump"}, {"--members", "1000000"}, {"--seed", "1"}});
  const std::string mode = arguments.text("--mode");
  const std::uint64_t members = arguments.number("--members"), seed = arguments.number("--seed");
  if ((mode != "jump" && mode != "daily") || members == 0 || !philoxAnswersAsPublished()) {
    std::fprintf(stderr, "need --mode jump or daily, and at least one member\n");
    return 64;
  }
  const auto start = std::chrono::steady_clock::now();
  const Totals totals = mode == "jump" ? runJump(members, seed) : runDaily(members, seed);
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;

  const bool identity = totals.issued == totals.redeemed + totals.expired + totals.stranded
                                             + totals.outstanding;
  print(mode, members, elapsed.count(), totals, identity);
  return identity ? 0 : 1;
}
