// The smallest case that still shows a difference: keys and list entries are taken away one by one.

function places(value, path = []) {
  if (value === null || typeof value !== "object") return [];
  return Object.keys(value).flatMap((key) => [[...path, key], ...places(value[key], [...path, key])]);
}

function without(root, path) {
  const copy = structuredClone(root);
  const place = path.slice(0, -1).reduce((value, key) => value?.[key], copy);
  if (Array.isArray(place)) place.splice(Number(path.at(-1)), 1);
  else delete place?.[path.at(-1)];
  return copy;
}

function stillHolds(question, holds) {
  try {
    return holds(question);
  } catch {
    return false;
  }
}

/** Takes away whatever `holds` does not need: whole branches first, then what is left of them, last entries first. */
export function shrunk(question, holds) {
  let smallest = question;
  const byDepth = places(question)
    .reverse()
    .sort((one, other) => one.length - other.length);
  for (const path of byDepth) {
    const smaller = without(smallest, path);
    if (stillHolds(smaller, holds)) smallest = smaller;
  }
  return smallest;
}
