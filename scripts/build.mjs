// Generates derived sources, then builds every package with one incremental TypeScript build; what the built compiler makes of its own
// library comes then, and bundles of what is loaded at once last.
import { runTool } from "./run.mjs";

await import("./generate.mjs");
const build = (...packages) => {
  if (!runTool("node_modules/typescript/bin/tsc", ["-b", ...packages])) process.exit(1);
};
build();
await import("./lower-library.mjs");
build("packages/compiler");
await import("./bundle-compiler.mjs");
await import("./bundle-host-page.mjs");
