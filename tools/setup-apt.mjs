// What apt-get says → what it means, and the commands put to it. Pure.

/** Another program may be installing just now. */
const PATIENCE = ["-o", "DPkg::Lock::Timeout=300"];

export const updateCommand = (prefix) => [...prefix, "apt-get", "update"];

export const installCommand = (prefix, packages) => [
  ...[...prefix, "apt-get", "install", "-y", "--no-install-recommends"],
  ...[...PATIENCE, ...packages],
];

export const simulateCommand = (packages) => ["apt-get", "-s", "install", "--no-install-recommends", ...packages];

/** A command failed because another one holds a lock. `apt-get update` does not wait for that by itself. */
export const isLocked = (output) => /^E: (Could not get lock|Unable to (acquire|lock)) /m.test(output);

const UNKNOWN = /^E: Unable to locate package |has no installation candidate$/m;

/** The lines in which apt-get says why it cannot install. */
function complaintsIn(output) {
  const [, unmet = ""] = /have unmet dependencies:\n((?: .*\n)*)/.exec(output) ?? [];
  const errors = [...output.matchAll(/^E: (.*)$/gm)].map(([, line]) => line);
  return [...unmet.split("\n"), ...errors].map((line) => line.trim()).filter(Boolean);
}

/**
 * What a simulated installation came to. `clean`: it would only add. `unknown`: apt has no list with such a package
 * (yet). `blocked`: it would remove something, or does not resolve; then `why` says so.
 * @param {{ code: number, output: string }} simulated
 * @returns {{ state: "clean" | "unknown" | "blocked", why: string[] }}
 */
export function verdictOn({ code, output }) {
  const removed = [...output.matchAll(/^Remv (\S+)/gm)].map(([, name]) => name);
  if (removed.length > 0) return { state: "blocked", why: [`It would remove: ${removed.join(" ")}`] };
  if (code === 0) return { state: "clean", why: [] };
  if (UNKNOWN.test(output)) return { state: "unknown", why: complaintsIn(output) };
  return { state: "blocked", why: complaintsIn(output) };
}

/**
 * The road to Emscripten: its package, or its files unpacked beside what else the machine has.
 * @param {{ forced?: string, missing: { package: string }[], verdict: { state: string } | null }} seen along "packages"
 * @returns {"packages" | "unpacked"}
 */
export function chooseRoad({ forced, missing, verdict }) {
  if (forced === "unpacked") return "unpacked";
  const isWanted = missing.some((need) => need.package === "emscripten");
  return isWanted && verdict?.state === "blocked" ? "unpacked" : "packages";
}
