import { defineConfig } from "@playwright/test";

// The engine must not speak to anyone but the page's own server.
const QUIET = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const SILENT = { "network.captive-portal-service.enabled": false, "network.connectivity-service.enabled": false };

/** What is walked in the second browser; the first one does everything else. */
const SECOND = "**/*firefox.spec.ts";
/** What takes long. */
const DEEP = "**/*.deep.spec.ts";

/** Debian's Chromium. */
const CHROMIUM = {
  browserName: "chromium",
  launchOptions: { executablePath: "/usr/bin/chromium", args: QUIET },
} as const;
/** What both do: hosts and frames of another origin are each browser's own matter. */
const BOTH = "**/{frame,hosts}.spec.ts";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  globalSetup: "./tools/e2e-server.mjs",
  forbidOnly: true,
  // Each test starts its own browser profile, empty; a retry would hide a race.
  retries: 0,
  timeout: 90_000,
  workers: 2,
  reporter: "list",
  use: {
    baseURL: process.env.HOSHO_URL,
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    // What is kept for reading without a network has tests of its own.
    serviceWorkers: "block",
  },
  projects: [
    {
      name: "chromium",
      testIgnore: [SECOND, DEEP],
      use: CHROMIUM,
    },
    { name: "deep", testMatch: DEEP, use: CHROMIUM },
    // Debian's Firefox, over WebDriver BiDi: Playwright's own build of it cannot be installed with Debian and npm alone.
    {
      name: "firefox",
      fullyParallel: true,
      testMatch: [SECOND, BOTH],
      use: {
        browserName: "firefox",
        channel: "moz-firefox",
        launchOptions: { executablePath: "/usr/bin/firefox-esr", firefoxUserPrefs: SILENT },
      },
    },
  ],
});
