// What of dist/ is for whom, by name. Pure; only node: built-ins may be needed for it.

/** The page as one file. */
export const STANDALONE = "hosho-standalone.html";

/** What static hosts read and readers do not get. */
const FOR_HOSTS = /^(_headers|vercel\.json|\.htaccess)$|\.(br|gz)$/;
/** The elements of articles, for editors: their attributes, properties, events, slots, parts and custom properties. */
export const MANIFEST = "custom-elements.json";
/** What npm, compilers and editors read. */
const FOR_BUILDERS = /\.d\.ts$|^(package|custom-elements)\.json$/;

/** It is sent to readers. */
export const isServed = (name) => !FOR_HOSTS.test(name) && !FOR_BUILDERS.test(name);

/** The one script of an article. */
export const EMBED = "embed.js";
/** The page of a frame in an article, and the script that gives frames their height. */
export const FRAME = "embed.html";
export const FRAME_HEIGHT = "embed-frame.js";
/** The page that makes the code for articles. */
export const BUILDER = "builder.html";
/** Of what stands in articles, and of that page. */
const FOR_ARTICLES = /^(embed|builder)[.-]/;

/** The page keeps it on the device: all that is served but the page as one file and what stands in articles. */
export const isKept = (name) => isServed(name) && name !== STANDALONE && !FOR_ARTICLES.test(name);
