import { spawnSync } from "node:child_process";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..");

/** The Node that npm was started with. npm's scripts themselves run under the repository's own, which may be newer. */
export const machineNode = process.env.npm_node_execpath ?? process.execPath;

/**
 * Runs one of the workspace's tools, with this Node if no other is named, shows its output, and returns whether it
 * succeeded.
 */
export function runTool(script, args = [], { node = process.execPath, ...options } = {}) {
  const { status } = spawnSync(node, [join(root, script), ...args], { cwd: root, stdio: "inherit", ...options });
  return status === 0;
}
