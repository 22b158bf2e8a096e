// WebKitGTK, driven over W3C WebDriver as it stands, on a display of its own that nobody sees.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** Milliseconds until something that is waited for must be there. */
const PATIENCE = 20_000;
/** Milliseconds between two looks. */
const PAUSE = 50;

const BROWSER = ["x86_64", "aarch64"]
  .map((cpu) => `/usr/lib/${cpu}-linux-gnu/webkit2gtk-4.1/MiniBrowser`)
  .find((path) => existsSync(path));
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** The first element of a selector in the page or in a shadow tree of it, as a function of the page. */
const FIND = `
  const search = (root, selector) => {
    for (const found of root.querySelectorAll(selector)) if (found.getClientRects().length > 0) return found;
    for (const { shadowRoot } of root.querySelectorAll("*")) {
      const found = shadowRoot && search(shadowRoot, selector);
      if (found) return found;
    }
    return null;
  };`;

/** Looks until there is something. Throws what `what` says if that takes too long. */
async function until(look, what) {
  for (const start = performance.now(); performance.now() - start < PATIENCE; await wait(PAUSE)) {
    const found = await look();
    if (found) return found;
  }
  throw new Error(`Waited in vain: ${await what()}`);
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** A display; it tells its number itself. */
async function startDisplay() {
  const words = ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"];
  const display = spawn("Xvfb", words, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [number] = await Promise.race([once(display.stdio[3], "data"), failure(display, "Xvfb")]);
  return { display, name: `:${String(number).trim()}` };
}

/** Never comes to an end but by throwing, if a program does. */
async function failure(program, name) {
  const [code] = await once(program, "exit");
  throw new Error(`${name} ended with ${code}`);
}

const stop = async (program) => {
  if (program.exitCode !== null || program.signalCode !== null) return;
  program.kill();
  await once(program, "exit");
};

async function call(address, method, path, body) {
  const response = await fetch(`${address}${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
  return value;
}

/** A driver that answers, and what ends it. */
async function startDriver(display) {
  const port = await freePort();
  const env = { ...process.env, DISPLAY: display };
  const driver = spawn("WebKitWebDriver", ["--host=127.0.0.1", `--port=${port}`], { env, stdio: "ignore" });
  const address = `http://127.0.0.1:${port}`;
  const answers = until(
    () => call(address, "GET", "/status").catch(() => null),
    () => "WebKitWebDriver",
  );
  await Promise.race([answers, failure(driver, "WebKitWebDriver")]);
  return { driver, address };
}

/** One window of WebKitGTK. Its selectors see into shadow trees; what they name is waited for until it is shown. */
export class WebKit {
  #programs = [];
  #session = "";

  /** A new browser with nothing in it. */
  static async open() {
    const webkit = new WebKit();
    try {
      await webkit.#start();
    } catch (error) {
      await webkit.close();
      throw error;
    }
    return webkit;
  }

  async #start() {
    const { display, name } = await startDisplay();
    this.#programs.unshift(display);
    const { driver, address } = await startDriver(name);
    this.#programs.unshift(driver);
    const options = { binary: BROWSER, args: ["--automation"] };
    const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": options } };
    const { sessionId } = await call(address, "POST", "/session", { capabilities });
    this.#session = `${address}/session/${sessionId}`;
  }

  /** Ends the browser and all that it needed. */
  async close() {
    if (this.#session) await call(this.#session, "DELETE", "");
    for (const program of this.#programs) await stop(program);
  }

  /** Opens an address. */
  goto = (url) => call(this.#session, "POST", "/url", { url });

  /** Loads the page again. */
  reload = () => call(this.#session, "POST", "/refresh", {});

  /** The address shown. */
  url = () => call(this.#session, "GET", "/url");

  /** What the body of a function gives in the page. */
  run = (script, ...args) => call(this.#session, "POST", "/execute/sync", { script, args });

  /** Waits until the body of a function gives something true in the page. */
  until = (script, ...args) =>
    until(
      () => this.run(script, ...args),
      () => script,
    );

  /** What follows is about the page in a frame; without a selector about the outermost one. */
  enter = async (selector) =>
    call(this.#session, "POST", "/frame", { id: selector ? await this.#found(selector) : null });

  /** The reference of an element, once it is shown. */
  #found = (selector) =>
    until(
      () => this.run(`${FIND} return search(document, arguments[0]);`, selector),
      () => selector,
    );

  /** Its path. */
  #shown = async (selector) => `/element/${(await this.#found(selector))[ELEMENT]}`;

  /** Its text as it is shown. */
  text = async (selector) => call(this.#session, "GET", `${await this.#shown(selector)}/text`);

  /** Waits until its text holds some words. */
  says = (selector, words) =>
    until(
      async () => (await this.text(selector)).includes(words),
      async () => `“${words}” in ${selector}: ${await this.text(selector)}`,
    );

  /** Clicks it. */
  click = async (selector) => call(this.#session, "POST", `${await this.#shown(selector)}/click`, {});

  /** Types into it. */
  type = async (selector, text) => call(this.#session, "POST", `${await this.#shown(selector)}/value`, { text });

  /** Chooses an entry of a list by its value. */
  choose = async (selector, value) => {
    await this.#shown(selector);
    await call(this.#session, "POST", `${await this.#optionOf(selector, value)}/click`, {});
  };

  /** An entry of a closed list has no place on the screen. */
  async #optionOf(selector, value) {
    const script = `${FIND} return search(document, arguments[0]).querySelector(\`option[value="\${arguments[1]}"]\`);`;
    const found = await this.run(script, selector, value);
    return `/element/${found[ELEMENT]}`;
  }
}
