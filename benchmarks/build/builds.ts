import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What a build took: time and processor time in milliseconds, and most memory in megabytes, of the whole process. */
export interface BuildCost {
  ms: number;
  cpu: number;
  rss: number;
}

const script = fileURLToPath(new URL("build-once.mjs", import.meta.url));

/** Builds a project in a process of its own. A cold build finds nothing of another. */
export function buildProject(folder: string, isCold: boolean): BuildCost {
  const modules = join(folder, "node_modules");
  if (isCold) {
    rmSync(modules, { recursive: true, force: true });
    rmSync(join(folder, "dist"), { recursive: true, force: true });
  }
  // Caches are in the nearest such folder.
  mkdirSync(modules, { recursive: true });
  const { stdout, stderr, status } = spawnSync(process.execPath, [script], { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`the build of ${folder} failed:\n${stderr}`);
  return JSON.parse(stdout) as BuildCost;
}
