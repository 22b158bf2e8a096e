// What each command needs on the machine, and how to see cheaply that it is there.

import { ROOT } from "./process.mjs";

const CMAKE = { package: "cmake", purpose: "describes the build", elsewhere: "CMake 3.25 or newer", on_path: "cmake" };
const NINJA = { package: "ninja-build", purpose: "runs the build", elsewhere: "Ninja", on_path: "ninja" };
const JSON_HEADER = {
  package: "nlohmann-json3-dev",
  purpose: "reads and writes JSON",
  elsewhere: "nlohmann/json 3.11 headers in /usr/include or /usr/local/include",
  file: ["/usr/include/nlohmann/json.hpp", "/usr/local/include/nlohmann/json.hpp"],
};
const CLANG = {
  package: "clang-14",
  purpose: "compiles C++ for WebAssembly and for fuzzing",
  elsewhere: "Clang 14 as clang++-14",
  on_path: "clang++-14",
};

/** Where the second road leaves Emscripten. */
export const UNPACKED_EMSCRIPTEN = `${ROOT}.cache/emscripten`;

/** Emscripten without its package: the compiler tools that it calls, and its own files in a folder of the project. */
const UNPACKED = [
  CLANG,
  { package: "lld-14", purpose: "links WebAssembly", elsewhere: "LLD 14 as wasm-ld-14", on_path: "wasm-ld-14" },
  { package: "llvm-14", purpose: "makes static libraries", elsewhere: "LLVM 14 as llvm-ar-14", on_path: "llvm-ar-14" },
  { package: "binaryen", purpose: "optimises WebAssembly", elsewhere: "Binaryen", on_path: "wasm-opt" },
  { package: "python3", purpose: "runs Emscripten", elsewhere: "Python 3", on_path: "python3" },
  {
    package: "emscripten",
    purpose: "compiles the core to WebAssembly",
    elsewhere: "Emscripten 3.1.6 or newer",
    unpacked: true,
    file: [`${UNPACKED_EMSCRIPTEN}/bin/em++`],
  },
];

const EMSCRIPTEN = {
  package: "emscripten",
  purpose: "compiles the core to WebAssembly",
  elsewhere: "Emscripten 3.1.6 or newer; an activated emsdk works too",
  on_path: "em++",
  or_all: UNPACKED,
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
const CLANG_RUNTIME = {
  package: "libclang-rt-14-dev",
  purpose: "fuzzes, under sanitizers",
  elsewhere: "libFuzzer and the sanitizers of Clang 14",
  file: ["x86_64", "aarch64"].map((cpu) => `/usr/lib/llvm-14/lib/clang/14.0.6/lib/linux/libclang_rt.fuzzer-${cpu}.a`),
};
const CHROMIUM = {
  package: "chromium",
  purpose: "runs the page tests",
  elsewhere: "Chromium as /usr/bin/chromium",
  file: ["/usr/bin/chromium"],
};
const FIREFOX = {
  package: "firefox-esr",
  purpose: "walks the page in a second browser",
  elsewhere: "Firefox ESR as /usr/bin/firefox-esr",
  file: ["/usr/bin/firefox-esr"],
};
const WEBKIT = {
  package: "webkit2gtk-driver",
  purpose: "walks the page in a third browser",
  elsewhere: "WebKitGTK 2.50 with WebKitWebDriver on the path",
  on_path: "WebKitWebDriver",
};
const DISPLAY = {
  package: "xvfb",
  purpose: "is the screen of the third browser",
  elsewhere: "Xvfb",
  on_path: "Xvfb",
};
const JAPANESE_FONT = {
  package: "fonts-noto-cjk",
  purpose: "draws Japanese in the page tests",
  elsewhere: "the Noto CJK fonts in /usr/share/fonts",
  file: ["/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc"],
};
const POPPLER = {
  package: "poppler-utils",
  purpose: "reads what the page prints",
  elsewhere: "Poppler's pdfinfo, pdftotext and pdftoppm",
  on_path: "pdftotext",
};
const NGINX = {
  package: "nginx-light",
  purpose: "serves the page as a host does, in a test",
  elsewhere: "nginx as /usr/sbin/nginx",
  file: ["/usr/sbin/nginx"],
};
const NGINX_BROTLI = {
  package: "libnginx-mod-http-brotli-static",
  purpose: "has nginx send what was compressed ahead",
  elsewhere: "nginx's brotli_static module in /usr/lib/nginx/modules",
  file: ["/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"],
};
const HUGO = { package: "hugo", purpose: "makes a page of the examples", elsewhere: "Hugo", on_path: "hugo" };
const GCOVR = { package: "gcovr", purpose: "sums up the coverage", elsewhere: "gcovr", on_path: "gcovr" };

const START = [CMAKE, NINJA, EMSCRIPTEN, JSON_HEADER];
const NATIVE = [GXX, GTEST];
const CPP_CHECKS = [CLANG_FORMAT, CLANG_TIDY, CLANG, CLANG_RUNTIME];

/** @type {Record<string, object[]>} requirements of `npm start` and `npm run build`, `npm test`, `npm run coverage` */
export const REQUIREMENTS = {
  start: START,
  test: [
    ...[...START, ...NATIVE, GTEST_SOURCE, ...CPP_CHECKS],
    ...[CHROMIUM, FIREFOX, WEBKIT, DISPLAY, JAPANESE_FONT, POPPLER, NGINX, NGINX_BROTLI, HUGO],
  ],
  coverage: [CMAKE, NINJA, JSON_HEADER, ...NATIVE, GCOVR],
};

/** The requirements of a profile along a road: "packages", or "unpacked" where Emscripten's package cannot be had. */
export function requirementsOf(profile, road) {
  const needs = REQUIREMENTS[profile];
  const along = road === "unpacked" ? needs.flatMap((need) => (need === EMSCRIPTEN ? UNPACKED : [need])) : needs;
  return [...new Set(along)];
}

/** The requirements of `profile` that this machine lacks. */
export function missingFrom(profile, { isOnPath, exists }, road = "packages") {
  const has = (need) =>
    (need.on_path && isOnPath(need.on_path)) || need.file?.some(exists) || Boolean(need.or_all?.every(has));
  return requirementsOf(profile, road).filter((need) => !has(need));
}
