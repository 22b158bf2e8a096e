/** The text of a stylesheet of this folder, with all that it imports, as it is to be inside an element (tools/embed.mjs). */
declare module "*.css" {
  const text: string;
  export default text;
}
