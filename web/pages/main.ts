/** The page: language from the address, today's date, and the engine beside it. */
import { loadHosho } from "../api/hosho.js";
import { today } from "../api/today.js";
import { HoshoPageBroke } from "../elements/page-broke.js";

const wantsEnglish = new URLSearchParams(location.search).get("lang") === "en" || location.hash === "#en";

const page = new HoshoPageBroke();
page.language = wantsEnglish ? "en" : "ja";
page.day = today();
page.load = () => loadHosho();
document.body.replaceChildren(page);
