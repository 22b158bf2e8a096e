import js from "@eslint/js";
import { defineConfig } from "eslint/config";
import globals from "globals";
import tseslint from "typescript-eslint";

const DATE_LIBRARIES = [
  "@internationalized/date",
  "@js-joda/core",
  "@js-temporal/polyfill",
  "date-fns",
  "dayjs",
  "luxon",
  "moment",
  "spacetime",
  "temporal-polyfill",
];

// A name that ends so holds an amount in yen or a day.
const HELD = String.raw`/([yY]en|_on|On)$/`;
const NAME = `Identifier[name=${HELD}]`;
const MEMBER = `MemberExpression[property.name=${HELD}]`;
const KEY = `MemberExpression[property.value=${HELD}]`;
const END = "MemberExpression[property.name=/^(min|max)$/]"; // of a range
const ENDS = `${END}[object.name=${HELD}], ${END}[object.property.name=${HELD}], ${END}[object.expression.property.name=${HELD}]`;
const VALUES = `:matches(${NAME}, ${MEMBER}, ${KEY}, ${ENDS})`;

const NO_ARITHMETIC = [
  `BinaryExpression[operator=/^([-+*\\/%]|[*]{2})$/] > ${VALUES}`,
  `BinaryExpression[operator=/^([-+*\\/%]|[*]{2})$/] > :matches(TSNonNullExpression, TSAsExpression) > ${VALUES}`,
  `AssignmentExpression[operator=/^([-+*\\/%]|[*]{2})=$/] > ${VALUES}`,
  `UpdateExpression > ${VALUES}`,
  `UnaryExpression[operator=/^[-+]$/] > ${VALUES}`,
  `CallExpression[callee.object.name="Math"] > ${VALUES}.arguments`,
].map((selector) => ({ selector, message: "The core does the arithmetic on money and days." }));

const NO_CLOCK = "The core gets its day from the caller; only today() reads a clock.";

const DEFINE = {
  object: "customElements",
  property: "define",
  message: "define() of web/elements/define.ts lets a name that is taken be.",
};

export default defineConfig(
  { ignores: [".cache/", "build/", "dist/", "tests/fixtures/", "test-results/", "playwright-report/"] },
  js.configs.recommended,
  { languageOptions: { globals: { ...globals.node } } },
  // What runs in the page that is measured.
  { files: ["bench/page.mjs"], languageOptions: { globals: { ...globals.browser } } },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ["web/**/*.ts"],
    rules: {
      "no-restricted-globals": ["error", { name: "Date", message: NO_CLOCK }, { name: "Temporal", message: NO_CLOCK }],
      "no-restricted-properties": [
        "error",
        ...["globalThis", "window", "self"].flatMap((object) =>
          ["Date", "Temporal"].map((property) => ({ object, property, message: NO_CLOCK })),
        ),
        DEFINE,
      ],
      "no-restricted-imports": [
        "error",
        { paths: DATE_LIBRARIES, patterns: DATE_LIBRARIES.map((name) => `${name}/*`) },
      ],
      "no-restricted-syntax": ["error", ...NO_ARITHMETIC],
    },
  },
  {
    // The one formatter of yen, the one of days, and the one reader of the clock.
    files: ["web/text/format.ts", "web/text/days.ts", "web/api/today.ts"],
    rules: {
      "no-restricted-globals": "off",
      "no-restricted-properties": "off",
      "no-restricted-syntax": "off",
    },
  },
  { files: ["web/elements/define.ts"], rules: { "no-restricted-properties": "off" } },
);
