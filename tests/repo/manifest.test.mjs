import assert from "node:assert/strict";
import { test } from "node:test";

import { manifestOf } from "../../tools/elements.mjs";

/** The source of one element with these tags above its class. */
const source = (...tags) => `
abstract class Base extends HTMLElement {}

/**
 * A lamp: it
 * shines.
 *
${tags.map((tag) => ` * ${tag}\n`).join("")} */
export class ALamp extends Base {
  /** How it is hung. */
  hang(): void {}
}

define("a-lamp", ALamp);
`;

test("each tag stands in its place, with type, default and words; an attribute and its property know each other", () => {
  const tags = [
    '@attr {"red"|"white"} [light-colour=white] - which `colour`, in the\n *   dark',
    "@attr {string} lang - its language",
    "@prop {string} lightColour - as the attribute",
    "@fires {CustomEvent} lamp-on - it was switched on",
    "@slot - what stands below",
    "@slot shade - what stands around",
    "@csspart bulb - the bulb",
    "@cssprop [--lamp-size=1em] - how large",
  ];
  const manifest = manifestOf(source(...tags), "lamps.js");
  const [module] = manifest.modules;
  assert.deepEqual(
    [manifest.schemaVersion, module.kind, module.path, module.exports],
    [
      "2.1.0",
      "javascript-module",
      "lamps.js",
      [{ kind: "custom-element-definition", name: "a-lamp", declaration: { name: "ALamp" } }],
    ],
  );
  assert.deepEqual(module.declarations, [
    {
      kind: "class",
      name: "ALamp",
      description: "A lamp: it shines.",
      superclass: { name: "HTMLElement" },
      customElement: true,
      tagName: "a-lamp",
      attributes: [
        {
          name: "light-colour",
          type: { text: '"red"|"white"' },
          default: "white",
          description: "which `colour`, in the dark",
          fieldName: "lightColour",
        },
        { name: "lang", type: { text: "string" }, description: "its language" },
      ],
      members: [
        {
          name: "lightColour",
          type: { text: "string" },
          description: "as the attribute",
          kind: "field",
          attribute: "light-colour",
          reflects: true,
        },
      ],
      events: [{ name: "lamp-on", type: { text: "CustomEvent" }, description: "it was switched on" }],
      slots: [
        { name: "", description: "what stands below" },
        { name: "shade", description: "what stands around" },
      ],
      cssParts: [{ name: "bulb", description: "the bulb" }],
      cssProperties: [{ name: "--lamp-size", default: "1em", description: "how large" }],
    },
  ]);
});

test("what cannot be read is refused, with the tag", () => {
  assert.throws(() => manifestOf(source("@attr {string} size"), ""), /a-lamp: @attr .*size: not/);
  assert.throws(() => manifestOf(source("@attr {string} size the size"), ""), /@attr/);
  assert.throws(
    () => manifestOf(source("@event lamp-on - it was switched on"), ""),
    /a-lamp: @event is not known here/,
  );
  const silent = source().replace(/\/\*\*\n \* A lamp.*?\*\//s, "");
  assert.throws(() => manifestOf(silent, ""), /a-lamp: its class has no comment/);
});
