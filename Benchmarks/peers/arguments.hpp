// Reads `--name value` pairs; anything else ends the program with status 64 and says what was wrong.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

class Arguments {
 public:
  Arguments(int count, char** words, std::map<std::string, std::string> defaults)
      : values(std::move(defaults)) {
    for (int index = 1; index < count; index += 2) {
      const std::string name = words[index];
      if (!values.count(name) || index + 1 == count) refuse(name);
      values[name] = words[index + 1];
    }
  }

  const std::string& text(const std::string& name) const { return values.at(name); }

  std::uint64_t number(const std::string& name) const {
    const std::string& digits = values.at(name);
    char* end = nullptr;
    const std::uint64_t value = std::strtoull(digits.c_str(), &end, 10);
    if (digits.empty() || *end != '\0') refuse(name + " " + digits);
    return value;
  }

 private:
  [[noreturn]] static void refuse(const std::string& what) {
    std::fprintf(stderr, "cannot read the argument: %s\n", what.c_str());
    std::exit(64);
  }

  std::map<std::string, std::string> values;
};
