/** Starts the page that is one file: unpacks its script and runs it. */
import { fetchBytes } from "../api/fetch.alone.js";

const script = document.createElement("script");
script.type = "module";
script.textContent = new TextDecoder().decode(await fetchBytes("page.js"));
document.head.append(script);
