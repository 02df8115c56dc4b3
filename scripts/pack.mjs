// Packs every package as a tarball, as npm would publish it.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root, runTool } from "./run.mjs";
import { listPackages } from "./source-aliases.mjs";

const target = join(root, "test-output/packages");

if (!process.argv.includes("--no-build") && !runTool("scripts/build.mjs")) process.exit(1);
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const workspaces = listPackages().flatMap(({ manifest }) => ["--workspace", manifest.name]);
execFileSync("npm", ["pack", "--silent", "--pack-destination", target, ...workspaces], {
  cwd: root,
  stdio: ["ignore", "inherit", "inherit"],
});
