import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

import { test as base, type Page } from "@playwright/test";

/** The hosts of the examples, each a folder. */
export const EXAMPLES = new URL("../../examples/", import.meta.url).pathname;
const TYPES: Record<string, string> = { ".html": "text/html; charset=utf-8", ".css": "text/css" };

/** What the examples call the origin of the scripts. */
const EXAMPLE_SCRIPTS = "https://hosho.example";
/** Where the scripts come from: another origin than that of the article. */
export const SCRIPTS = process.env.HOSHO_URL ?? "";

/** The example that is opened, and what is changed of it. */
export interface Article {
  /** Its folder; that of examples/article if absent. */
  folder?: string;
  /** What stands in the place of its text. */
  body?: string;
  /** Styles of the host, in a file of their own. */
  css?: string;
  /** Its Content-Security-Policy. */
  policy?: string;
  /** Attributes of `<html>`. */
  html?: string;
  /** It has no script but those of its text. */
  bare?: boolean;
}

/** An origin of its own for an article: an example, or another text in its frame. */
export class ArticleHost {
  readonly asked: string[] = [];
  #server: Server;
  #article: Article = {};

  constructor() {
    this.#server = createServer(({ url = "/" }, response) => {
      this.asked.push(url);
      if (url === "/favicon.ico") return void response.writeHead(204).end(); // browsers ask for one by themselves
      const name = url === "/" ? "index.html" : url.slice(1);
      const text = name === "host.css" ? (this.#article.css ?? "") : this.#file(name);
      const headers = { "Content-Type": TYPES[extname(name)] ?? "text/plain" };
      const policy = this.#article.policy;
      response.writeHead(
        text === null ? 404 : 200,
        policy ? { ...headers, "Content-Security-Policy": policy } : headers,
      );
      response.end(text ?? "");
    });
  }

  #file(name: string): string | null {
    const { folder = join(EXAMPLES, "article"), body, css, html = 'lang="ja"', bare = false } = this.#article;
    if (!/^[\w-]+\.(html|css)$/.test(name) || !existsSync(join(folder, name))) return null;
    const text = readFileSync(join(folder, name), "utf8").replaceAll(EXAMPLE_SCRIPTS, SCRIPTS.slice(0, -1));
    const scripted = bare ? text.replace(/<script.*<\/script>/, "") : text;
    const framed = scripted.replace('<html lang="ja">', `<html ${html}>`);
    const styled =
      css === undefined ? framed : framed.replace("</head>", '<link rel="stylesheet" href="host.css" /></head>');
    return body === undefined ? styled : styled.replace(/(?<=<article>)[^]*(?=<\/article>)/, () => body);
  }

  /** Opens an article; whatever the page says goes wrong on it is kept. */
  async open(page: Page, article: Article = {}): Promise<void> {
    this.#article = article;
    await page.goto(`http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/`);
  }

  async start(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(0, "127.0.0.1", done));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}

/** A test with an article of its own. */
export const test = base.extend<{ host: ArticleHost }>({
  // eslint-disable-next-line no-empty-pattern -- the driver reads the names of what it is to hand in
  host: async ({}, use) => {
    const host = new ArticleHost();
    await host.start();
    await use(host);
    await host.stop();
  },
});

/** The reported case, as attributes. */
export const CASE =
  'plan="xiaomi-11t-special-warranty" device="xiaomi-11t-pro" bought-on="2022-07" bought-from="iijmio" incident="battery_wear" as-of="2024-03-29"';

/** A calculator with such attributes. */
export const calculator = (attributes: string, inside = "<p>Fallback.</p>"): string =>
  `<hosho-calculator ${attributes}>${inside}</hosho-calculator>`;

/** Names of the files that a page asked the other origin for, one after another. */
export function askedOf(page: Page): string[] {
  const names: string[] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (`${url.origin}/` === SCRIPTS) names.push(url.pathname.slice(1) + url.search);
  });
  return names;
}
