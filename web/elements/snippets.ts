/** The pieces of code that put a calculator into an article, one for each kind of host. */
import type { Lang } from "../text/text.js";
import { attributesOf, fragmentOf, styleOf, type EmbedSettings } from "./embed-settings.js";

/** The kinds of snippets, in the order in which they are offered. */
export const SNIPPETS = ["element", "pinned", "frame", "frame_height", "wordpress", "hatena", "markdown"] as const;

/** One of them. */
export type SnippetKind = (typeof SNIPPETS)[number];

/** What stands in the code beside what the author has chosen. */
export interface SnippetParts {
  /** Address of the folder that the files are in, with a slash at its end. */
  folder: string;
  /** The script that holds all scripts of one version, and its digest. */
  pinned: { name: string; integrity: string };
  /** The whole page with the same case. */
  page: string;
  /** What is said where no calculator can come, and to screen readers of a frame. */
  title: string;
  /** How old the data of the pinned version are. */
  age: string;
  /** The language of a frame where none is chosen: a frame does not know its article. */
  lang: Lang;
}

/** Pixels: a frame of which nobody knows how high it is to be. */
const FRAME_HEIGHT = 640;

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

const attribute = ([name, value]: [string, string]): string => (value === "" ? name : `${name}="${escaped(value)}"`);

const tag = (name: string, attributes: [string, string][], inside = ""): string =>
  `<${[name, ...attributes.map(attribute)].join(" ")}>${inside}</${name}>`;

const link = ({ page, title }: SnippetParts): string => tag("a", [["href", page]], escaped(title));

function element(settings: EmbedSettings, parts: SnippetParts): string {
  const style = styleOf(settings);
  const attributes = [...attributesOf(settings), ...(style ? [["style", style] as [string, string]] : [])];
  return tag("hosho-calculator", attributes, `\n  ${link(parts)}\n`);
}

function frame(settings: EmbedSettings, { folder, title, lang }: SnippetParts): string {
  const fragment = fragmentOf({ ...settings, lang: settings.lang || lang });
  const { width } = settings.look;
  return tag("iframe", [
    ["src", `${folder}embed.html#${fragment}`],
    ["title", title],
    ["width", "100%"],
    ["height", String(FRAME_HEIGHT)],
    ["style", ["border:0", ...(width ? [`max-width:${width}`] : [])].join(";")],
    ["loading", "lazy"],
    ["referrerpolicy", "no-referrer"],
  ]);
}

const script = (src: string, ...more: [string, string][]): string =>
  tag("script", [["type", "module"], ["src", src], ...more]);

const heightScript = ({ folder }: SnippetParts): string =>
  tag("script", [
    ["async", ""],
    ["src", `${folder}embed-frame.js`],
  ]);

/** Text in which Markdown finds no markup, and an address that no bracket ends. */
const plain = (text: string): string => text.replace(/[[\]\\*_`<>]/g, "\\$&");
const whole = (address: string): string => address.replaceAll("(", "%28").replaceAll(")", "%29");

const WRITERS: Record<SnippetKind, (settings: EmbedSettings, parts: SnippetParts) => string> = {
  element: (settings, parts) => `${script(`${parts.folder}embed.js`)}\n${element(settings, parts)}`,
  pinned: (settings, parts) => {
    const { name, integrity } = parts.pinned;
    const source = script(`${parts.folder}${name}`, ["integrity", integrity], ["crossorigin", "anonymous"]);
    return `<!-- ${parts.age} -->\n${source}\n${element(settings, parts)}`;
  },
  frame,
  frame_height: (settings, parts) => `${frame(settings, parts)}\n${heightScript(parts)}`,
  wordpress: (settings, parts) => `<!-- wp:html -->\n${frame(settings, parts)}\n<!-- /wp:html -->`,
  // One line: each of its three ways of writing keeps it as it is.
  hatena: (settings, parts) => `<div>${frame(settings, parts)}${heightScript(parts)}</div>`,
  markdown: (_, { page, title }) => `[${plain(title)}](${whole(page)})`,
};

/** The code of one kind. */
export const snippetOf = (kind: SnippetKind, settings: EmbedSettings, parts: SnippetParts): string =>
  WRITERS[kind](settings, parts);
