// Generates derived sources, then builds every package with one incremental TypeScript build.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
await import("./generate.mjs");
const { status } = spawnSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-b"], {
  cwd: root,
  stdio: "inherit",
});
process.exit(status ?? 1);
