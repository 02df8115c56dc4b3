/**
 * Building and developing with Rune beside Vite + Svelte, on the same app: `npm run bench:build`.
 *
 *   --rounds=N   times that each build is measured (5); edits, ten times as many
 *   --only=a,b   of `edits`, `builds` and `growth`
 *   --write      keep the results
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { ensureBrowser } from "../../scripts/ensure-browser.mjs";
import { buildProject, type BuildCost } from "./builds.ts";
import { openApp } from "./edits.ts";
import { candidates, createProject } from "./projects.ts";
import { formatReport, type EditSamples, type GrowthSample, type Measured } from "./report.ts";

/** Pages of the app whose builds are compared, and how it grows. */
const PAGES = 30;
const GROWTH = [1, 10, 30, 60, 100];
/** Edits before any is measured: engines compile what runs often. */
const WARM_UPS = 10;

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    only: { type: "string", default: "edits,builds,growth" },
    write: { type: "boolean", default: false },
  },
});
const rounds = Number(options.rounds);
const wanted = options.only.split(",");
const [rune, svelte] = candidates;
/** The one that is compared with once more: how far the two are apart is how far chance goes. */
const rows = [
  { name: rune.name, candidate: rune },
  { name: svelte.name, candidate: svelte },
  { name: `${svelte.name} again`, candidate: svelte },
];

async function measureEdits(): Promise<EditSamples> {
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
  });
  const apps = [];
  for (const { name, candidate } of rows) apps.push(await openApp(browser, candidate, PAGES, name));
  const texts = new Set(await Promise.all(apps.map((app) => app.readText())));
  if (texts.size > 1) throw new Error(`the apps show different things:\n${[...texts].join("\n")}`);
  const samples: EditSamples = { markup: new Map(), code: new Map() };
  for (const kind of ["markup", "code"] as const) {
    for (let round = -WARM_UPS; round < rounds * 10; round++) {
      for (const app of apps) {
        const ms = await app.edit(kind);
        if (round >= 0) samples[kind].set(app.name, [...(samples[kind].get(app.name) ?? []), ms]);
        // What follows an edit, such as checking types, is over before the next one.
        await new Promise((resolve) => setTimeout(resolve, 700));
      }
    }
  }
  for (const app of apps) await app.close();
  await browser.close();
  return samples;
}

function measureBuilds(): Measured["builds"] {
  const results = new Map(rows.map(({ name }) => [name, { cold: [] as BuildCost[], warm: [] as BuildCost[] }]));
  const folders = rows.map(({ name, candidate }) => ({
    name,
    folder: createProject(candidate, PAGES, name.replaceAll(" ", "-")),
  }));
  for (let round = 0; round < rounds; round++) {
    for (const kind of ["cold", "warm"] as const) {
      for (const { name, folder } of folders) results.get(name)?.[kind].push(buildProject(folder, kind === "cold"));
    }
  }
  return results;
}

function measureGrowth(): GrowthSample[] {
  const samples = GROWTH.map((pages): GrowthSample => ({ pages, cold: [], warm: [] }));
  for (let round = 0; round < rounds; round++) {
    for (const { pages, cold, warm } of samples) {
      const folder = createProject(rune, pages, "growth");
      cold.push(buildProject(folder, true));
      warm.push(buildProject(folder, false));
    }
  }
  return samples;
}

const measured: Measured = {
  pages: PAGES,
  edits: wanted.includes("edits") ? await measureEdits() : undefined,
  builds: wanted.includes("builds") ? measureBuilds() : undefined,
  growth: wanted.includes("growth") ? measureGrowth() : undefined,
};
const report = formatReport(measured);
console.log(report);
if (options.write) writeFileSync(new URL("../results/build.md", import.meta.url), report);
