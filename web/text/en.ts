/** The sentences in English, as a file that is fetched by itself; the build has taken them apart. */
import type { Table } from "./message.js";
import table from "./en.json" with { type: "json" };

export default table as Table;
