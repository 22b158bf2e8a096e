// The schemas of data/, compiled.
import Ajv from "ajv";
import { readJson } from "./files.mjs";

export const SCHEMAS = ["plan", "price", "rate", "provider", "device"];
export const schemas = Object.fromEntries(SCHEMAS.map((name) => [name, readJson(`data/${name}.schema.json`)]));

// strictRequired is off: "exactly one of these keys" is written as branches that only say `required`.
const ajv = new Ajv({ strict: true, strictTypes: true, strictTuples: true, strictRequired: false, allErrors: true });
for (const name of SCHEMAS) ajv.addSchema(schemas[name], `${name}.schema.json`);

/** What the schema finds wrong: places and messages; empty if the file is fit. */
export function errorsOf(name, document) {
  const validate = ajv.getSchema(`${name}.schema.json`);
  return validate(document)
    ? []
    : validate.errors.map((error) => ({ path: error.instancePath, message: error.message }));
}

/** A check for one definition of the plan schema, such as `day`. */
export const definition = (name) => ajv.compile({ $ref: `plan.schema.json#/definitions/${name}` });
