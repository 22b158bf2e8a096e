/** The sentences in Japanese, as a file that is fetched by itself. */
import table from "./ja.json" with { type: "json" };

export default table as Record<string, string>;
