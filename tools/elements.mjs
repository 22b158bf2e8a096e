// The elements that articles use, as editors and catalogues of elements read them: a custom-elements manifest, made of the
// comments above their classes. Pure.

import typescript from "typescript";

/** The tags of such a comment, and where the manifest has what they tell. */
const PLACES = {
  attr: "attributes",
  prop: "members",
  fires: "events",
  slot: "slots",
  csspart: "cssParts",
  cssprop: "cssProperties",
};

/** `{type} name - what it is`, or `{type} [name=default] - what it is`; the slot without a name has none. */
const TOLD =
  /^(?:\{(?<type>[^}]+)\} )?(?:\[(?<named>[\w-]+)=(?<default>[^\]]+)\] |(?<name>[\w-]+) )?- (?<description>.+)$/s;

const textOf = (comment) => (typescript.getTextOfJSDocComment(comment) ?? "").replace(/\s+/g, " ").trim();

/** One tag as the manifest has it. Throws where it is not written as `TOLD`. */
function entryOf(tag, where) {
  const text = textOf(tag.comment);
  const told = TOLD.exec(text)?.groups;
  if (!told) throw new Error(`${where}: @${tag.tagName.text} ${text}: not “{type} name - what it is”`);
  const { type, named, name = named ?? "", default: value, description } = told;
  return { name, ...(type && { type: { text: type } }), ...(value && { default: value }), description };
}

const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** Attributes and properties of one name belong together. */
function joined(entries) {
  const { attributes, members } = entries;
  const has = (list, name) => list.some((entry) => entry.name === name);
  for (const attribute of attributes)
    if (has(members, camel(attribute.name))) attribute.fieldName = camel(attribute.name);
  for (const member of members) {
    const attribute = attributes.find(({ fieldName }) => fieldName === member.name);
    Object.assign(member, { kind: "field" }, attribute && { attribute: attribute.name, reflects: true });
  }
  return entries;
}

function declarationOf(node, tagName) {
  const entries = Object.fromEntries(Object.values(PLACES).map((place) => [place, []]));
  for (const tag of typescript.getJSDocTags(node)) {
    const place = PLACES[tag.tagName.text];
    if (!place) throw new Error(`${tagName}: @${tag.tagName.text} is not known here`);
    entries[place].push(entryOf(tag, tagName));
  }
  const description = textOf(node.jsDoc?.at(-1)?.comment);
  if (!description) throw new Error(`${tagName}: its class has no comment`);
  return {
    kind: "class",
    name: node.name.text,
    description,
    superclass: { name: "HTMLElement" },
    customElement: true,
    tagName,
    ...joined(entries),
  };
}

/** Class names by the tags that a source defines: `define("a-tag", AClass)`. */
const definedIn = (source) =>
  source.statements
    .map(({ expression }) => expression)
    .filter((call) => call?.expression?.getText(source) === "define")
    .map((call) => call.arguments)
    .map(([tag, name]) => [tag.text, name.text]);

/**
 * The manifest of the elements that the module at `path`, relative to the manifest, defines; `text` is its TypeScript.
 * @throws Error for a tag that cannot be read, and for an element without a comment
 */
export function manifestOf(text, path) {
  const source = typescript.createSourceFile("source.ts", text, typescript.ScriptTarget.Latest, true);
  const classes = source.statements.filter(typescript.isClassDeclaration);
  const declarations = definedIn(source).map(([tag, name]) =>
    declarationOf(
      classes.find((node) => node.name?.text === name),
      tag,
    ),
  );
  const exports = declarations.map(({ name, tagName }) => ({
    kind: "custom-element-definition",
    name: tagName,
    declaration: { name },
  }));
  return { schemaVersion: "2.1.0", modules: [{ kind: "javascript-module", path, declarations, exports }] };
}
