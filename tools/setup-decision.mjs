// What is missing → what to do. Pure: the machine comes in, words and commands go out.

const OLDEST_NODE = [20, 19];

function isOldNode(version) {
  const [major, minor] = version.split(".").map(Number);
  return major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
}

const stop = (...lines) => ({ action: "stop", exit: 1, lines, commands: [] });

function listOf(needs, key) {
  const width = Math.max(...needs.map((need) => need[key].length));
  return needs.map((need) => `  ${need[key].padEnd(width)}   ${need.purpose}`);
}

/** The size in words; `size` is { download, disk } in megabytes, or null while the package lists are not there. */
export function sizeLine(size) {
  return size
    ? `${size.download} MB to download, ${size.disk} MB on disk.`
    : "The size is known once the package lists are there (apt-get update).";
}

function aptCommands(needs, prefix) {
  return [
    [...prefix, "apt-get", "update"],
    [...prefix, "apt-get", "install", "-y", "--no-install-recommends", ...needs.map((need) => need.package)],
  ];
}

const asLine = (commands) => commands.map((words) => words.join(" ")).join(" && ");

/**
 * @param {object} machine
 * @param {string} machine.node version of Node, `20.19.0`
 * @param {{ package: string, purpose: string, elsewhere: string }[]} machine.missing
 * @param {{ download: number, disk: number } | null} machine.size in megabytes
 * @param {boolean} machine.apt apt-get is there
 * @param {boolean} machine.sudo sudo is there
 * @param {boolean} machine.root this process may install
 * @param {boolean} machine.under_sudo this process was itself started by sudo
 * @param {boolean} machine.ci CI=true
 * @param {boolean} machine.terminal a person can be asked
 * @returns {{ action: "ready" | "install" | "ask" | "stop", exit: 0 | 1, lines: string[], commands: string[][] }}
 */
export function decide(machine) {
  const { missing } = machine;
  if (isOldNode(machine.node)) {
    return stop(`Hosho needs Node ${OLDEST_NODE.join(".")} or newer. This is Node ${machine.node}.`);
  }
  if (machine.under_sudo && !machine.ci) {
    return stop(
      "Please run this without sudo: npm would leave files of root here. Where sudo is needed, you are asked.",
    );
  }
  if (missing.length === 0) return { action: "ready", exit: 0, lines: [], commands: [] };
  if (!machine.apt) {
    return stop("Missing on this machine, which has no apt-get. Please install:", ...listOf(missing, "elsewhere"));
  }

  const commands = aptCommands(missing, machine.root ? [] : machine.ci ? ["sudo", "-n"] : ["sudo"]);
  const lines = ["Missing on this machine:", ...listOf(missing, "package"), sizeLine(machine.size)];
  if (machine.root || (machine.ci && machine.sudo)) {
    return { action: "install", exit: 0, lines: [...lines, `  ${asLine(commands)}`], commands };
  }
  if (machine.sudo && machine.terminal) {
    return { action: "ask", exit: 0, lines: [...lines, `  ${asLine(commands)}`], commands };
  }
  const command = machine.sudo ? asLine(aptCommands(missing, ["sudo"])) : asLine(aptCommands(missing, []));
  return stop(...lines, `Please run${machine.sudo ? "" : " as root"}, then try again:`, `  ${command}`);
}
