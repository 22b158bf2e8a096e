/** The page: today's date, the words of its language, and the engine beside it. */
import { loadHosho, type Hosho } from "../api/hosho.js";
import { today } from "../api/today.js";
import { langIn, questionIn } from "../elements/address.js";
import { fetchQuestion, HoshoPage } from "../elements/page-shell.js";
import { learn } from "../text/text.js";

/** Milliseconds that a page which is kept on the device waits for its engine before it is drawn. */
const PATIENCE = 600;

/** The engine, where the page is kept and nothing travels; otherwise, and if it takes its time, nothing. */
async function ifKept(engine: Promise<Hosho>): Promise<Hosho | undefined> {
  if (!(navigator as Partial<Navigator>).serviceWorker?.controller) return undefined;
  const late = new Promise<undefined>((done) => setTimeout(done, PATIENCE));
  return Promise.race([engine.catch(() => undefined), late]);
}

// The engine travels beside the words; a second try loads it once more.
const first = loadHosho();
first.catch(() => undefined);
const tries = [first];

// So does what draws the question; a page that cannot have it says so.
await Promise.all([
  learn(langIn(location), "page"),
  fetchQuestion(questionIn(location.hash) ?? "broke", langIn(location)).catch(() => undefined),
]);
const page = new HoshoPage();
page.day = today();
page.load = () => tries.pop() ?? loadHosho();
page.engine = await ifKept(first);
document.body.replaceChildren(page);
