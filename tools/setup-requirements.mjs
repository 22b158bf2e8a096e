// What each command needs on the machine, and how to see cheaply that it is there.

const CMAKE = { package: "cmake", purpose: "describes the build", elsewhere: "CMake 3.25 or newer", on_path: "cmake" };
const NINJA = { package: "ninja-build", purpose: "runs the build", elsewhere: "Ninja", on_path: "ninja" };
const EMSCRIPTEN = {
  package: "emscripten",
  purpose: "compiles the core to WebAssembly",
  elsewhere: "Emscripten 3.1.6 or newer; an activated emsdk works too",
  on_path: "em++",
};
const JSON_HEADER = {
  package: "nlohmann-json3-dev",
  purpose: "reads and writes JSON",
  elsewhere: "nlohmann/json 3.11 headers in /usr/include or /usr/local/include",
  file: ["/usr/include/nlohmann/json.hpp", "/usr/local/include/nlohmann/json.hpp"],
};
const GXX = { package: "g++", purpose: "compiles the native tests", elsewhere: "GCC 12 or newer", on_path: "g++" };
const GTEST = {
  package: "libgtest-dev",
  purpose: "runs the native tests",
  elsewhere: "GoogleTest 1.12 or newer",
  file: ["/usr/include/gtest/gtest.h", "/usr/local/include/gtest/gtest.h"],
};
const GTEST_SOURCE = {
  package: "googletest",
  purpose: "runs the tests as wasm",
  elsewhere: "the sources of GoogleTest in /usr/src/googletest",
  file: ["/usr/src/googletest/googletest/CMakeLists.txt"],
};
const CLANG_FORMAT = {
  package: "clang-format-14",
  purpose: "checks the layout of C++",
  elsewhere: "clang-format 14 as clang-format-14",
  on_path: "clang-format-14",
};
const CLANG_TIDY = {
  package: "clang-tidy-14",
  purpose: "reads C++ for mistakes",
  elsewhere: "clang-tidy 14 as clang-tidy-14",
  on_path: "clang-tidy-14",
};
const CHROMIUM = {
  package: "chromium",
  purpose: "runs the page tests",
  elsewhere: "Chromium as /usr/bin/chromium",
  file: ["/usr/bin/chromium"],
};
const JAPANESE_FONT = {
  package: "fonts-noto-cjk",
  purpose: "draws Japanese in the page tests",
  elsewhere: "the Noto CJK fonts in /usr/share/fonts",
  file: ["/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc"],
};

const START = [CMAKE, NINJA, EMSCRIPTEN, JSON_HEADER];
const TEST = [...START, GXX, GTEST, GTEST_SOURCE, CLANG_FORMAT, CHROMIUM, JAPANESE_FONT];

/** @type {Record<string, object[]>} requirements of `npm start` and `npm run build`, `npm test`, `npm run test:deep` */
export const REQUIREMENTS = { start: START, test: TEST, deep: [...TEST, CLANG_TIDY] };

/** The requirements of `profile` that this machine lacks. */
export function missingFrom(profile, { isOnPath, exists }) {
  const has = (need) => (need.on_path ? isOnPath(need.on_path) : need.file.some(exists));
  return REQUIREMENTS[profile].filter((need) => !has(need));
}
