// Generates derived sources, then builds every package with one incremental TypeScript build.
import { runTool } from "./run.mjs";

await import("./generate.mjs");
if (!runTool("node_modules/typescript/bin/tsc", ["-b"])) process.exit(1);
