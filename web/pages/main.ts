/** The page: today's date, and the engine beside it. */
import { loadHosho } from "../api/hosho.js";
import { today } from "../api/today.js";
import { HoshoPage } from "../elements/page-shell.js";

const page = new HoshoPage();
page.day = today();
page.load = () => loadHosho();
document.body.replaceChildren(page);
