/** The page: today's date, the words of its language, and the engine beside it. */
import { loadHosho } from "../api/hosho.js";
import { today } from "../api/today.js";
import { langIn } from "../elements/address.js";
import { HoshoPage } from "../elements/page-shell.js";
import { learn } from "../text/text.js";

// The engine travels beside the words; a second try loads it once more.
const first = loadHosho();
first.catch(() => undefined);
const tries = [first];

await learn(langIn(location));
const page = new HoshoPage();
page.day = today();
page.load = () => tries.pop() ?? loadHosho();
document.body.replaceChildren(page);
