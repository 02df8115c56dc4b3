// Builds the project in the current folder, as `vite build` does, and prints what that took: { ms, cpu, rss }, in milliseconds, from the start of the process,
// and megabytes.
import { build } from "vite";

await build({ logLevel: "error" });
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
console.log(JSON.stringify({ ms: performance.now(), cpu: (userCPUTime + systemCPUTime) / 1000, rss: maxRSS / 1024 }));
process.exit(0);
