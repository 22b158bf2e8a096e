// Times one outlook natively: hosho_bench CATALOGUE REQUEST ROUNDS prints the median in milliseconds.

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "calculator.h"

namespace {

using Clock = std::chrono::steady_clock;

std::string read(const char* path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

double round_of(const hosho::json::Calculator& calculator, const std::string& request, int calls) {
  const auto start = Clock::now();
  std::size_t written = 0;
  for (int i = 0; i < calls; ++i) written += calculator.outlook(request).text().size();
  const std::chrono::duration<double, std::milli> took = Clock::now() - start;
  return written == 0 ? 0 : took.count() / calls;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) {
    std::cerr << "usage: hosho_bench CATALOGUE REQUEST ROUNDS\n";
    return 2;
  }
  hosho::json::Calculator calculator;
  const std::string request = read(arguments[2]);
  const std::string loaded = calculator.load(read(arguments[1]));
  const std::string first = loaded + calculator.outlook(request).text();
  if (first.find("\"problems\"") != std::string::npos) {
    std::cerr << first << '\n';
    return 1;
  }
  int calls = 1;
  while (round_of(calculator, request, calls) * calls < 50) calls *= 2;
  std::vector<double> rounds;
  for (int i = 0; i < std::stoi(arguments[3]); ++i) rounds.push_back(round_of(calculator, request, calls));
  std::sort(rounds.begin(), rounds.end());
  std::cout << rounds[rounds.size() / 2] << '\n';
  return 0;
}
