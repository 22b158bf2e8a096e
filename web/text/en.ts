/** The sentences in English, as a file that is fetched by itself. */
import table from "./en.json" with { type: "json" };

export default table as Record<string, string>;
