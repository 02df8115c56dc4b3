import { spawnSync } from "node:child_process";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..");

/** Runs one of the workspace's tools with this Node, shows its output, and returns whether it succeeded. */
export function runTool(script, args = [], options = {}) {
  const { status } = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    stdio: "inherit",
    ...options,
  });
  return status === 0;
}
