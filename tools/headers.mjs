// With which headers each file of dist/ is served: one table, and what static hosts read of it. Pure.

import { BUILDER, EMBED, FRAME, FRAME_HEIGHT, STANDALONE } from "./shipped.mjs";

/** Of every page of ours: scripts, styles and data of this folder, and nothing else. */
const OWN = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];
/** Under which the page runs, and the one that makes the code for articles. */
export const POLICY = [...OWN, "frame-ancestors 'none'"].join("; ");
/** The same for what any article may hold in a frame. */
export const FRAME_POLICY = [...OWN, "frame-ancestors *"].join("; ");

/** Of every answer. */
export const SAFE = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};

/** Kept without asking: another content has another name. */
const FOR_A_YEAR = { "Cache-Control": "public, max-age=31536000, immutable" };
/** Kept, but asked for each time whether it still holds: files that belong together are of one build. */
const ASK_FIRST = { "Cache-Control": "public, max-age=0, must-revalidate" };
/** Kept for a moment, for the many pages that name it; what it fetches has its content in its name. */
const FOR_MINUTES = { "Cache-Control": "public, max-age=300" };
/** Other sites may load it. */
const OPEN = { "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin" };

const isHashed = (name) => /-[A-Z0-9]{8}\.(css|js|json|wasm)$/.test(name);

/** The first line that fits holds. The page as one file brings a policy of its own. */
const TABLE = [
  {
    fits: (name) => ["index.html", BUILDER].includes(name),
    headers: { ...ASK_FIRST, "Content-Security-Policy": POLICY },
  },
  { fits: (name) => name === FRAME, headers: { ...ASK_FIRST, "Content-Security-Policy": FRAME_POLICY } },
  { fits: (name) => name === STANDALONE, headers: ASK_FIRST },
  { fits: (name) => [EMBED, FRAME_HEIGHT].includes(name), headers: { ...FOR_MINUTES, ...OPEN } },
  { fits: isHashed, headers: { ...FOR_A_YEAR, ...OPEN } },
  { fits: () => true, headers: { ...ASK_FIRST, ...OPEN } },
];

/** @returns {Record<string, string>} the headers of a file of dist/ */
export const headersOf = (name) => ({ ...SAFE, ...TABLE.find(({ fits }) => fits(name)).headers });

/** Addresses of a file: a folder is its index.html. */
const addressesOf = (name) => (name === "index.html" ? ["/", "/index.html"] : [`/${name}`]);

/** For Cloudflare Pages and Netlify. Each address stands once: where two rules fit, both values would be sent. */
const headerFile = (names) =>
  names
    .flatMap((name) => addressesOf(name).map((address) => [address, headersOf(name)]))
    .map(([address, headers]) => [address, ...Object.entries(headers).map(([key, value]) => `  ${key}: ${value}`)])
    .map((lines) => `${lines.join("\n")}\n`)
    .join("");

const vercelFile = (names) => {
  const rules = names.flatMap((name) =>
    addressesOf(name).map((source) => ({
      source,
      headers: Object.entries(headersOf(name)).map(([key, value]) => ({ key, value })),
    })),
  );
  return `${JSON.stringify({ headers: rules }, null, 2)}\n`;
};

/** For Apache with mod_headers and mod_mime. */
const apacheFile = (names) =>
  [
    "DirectoryIndex index.html\n",
    "AddType application/wasm .wasm\n",
    "AddType text/javascript .js\n",
    "AddType application/manifest+json .webmanifest\n",
    "AddDefaultCharset utf-8\n",
    "AddCharset utf-8 .css .js\n",
    ...names.map((name) => {
      const lines = Object.entries(headersOf(name)).map(([key, value]) => `  Header set ${key} "${value}"\n`);
      return `<Files "${name}">\n${lines.join("")}</Files>\n`;
    }),
  ].join("");

/** @returns {Record<string, string>} the files that tell a static host so, by name, for the files of dist/ */
export const hostFiles = (names) => ({
  _headers: headerFile(names),
  "vercel.json": vercelFile(names),
  ".htaccess": apacheFile(names),
});
