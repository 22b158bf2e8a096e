/** The sentences of one part of a language, as `ja-join.table`: the build makes them of `ja.json` (tools/messages.mjs). */
declare module "*.table" {
  const table: Readonly<Record<string, unknown>>;
  export default table;
}
