/**
 * Rune beside other ways to write the same app, in one browser: `npm run bench:render`.
 *
 *   --rounds=N   visits of each candidate, which take three samples of each operation (4)
 *   --only=a,b   these candidates; `vanilla` is always there
 *   --ops=a,b    only operations whose names begin like this; neither size, memory nor start
 *   --also=name:folder   a folder that was built before, such as an older `apps/rune/dist`
 *   --write      keep the results
 *   --slicing    only whether a list of 50,000 rows lets the page answer
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";
import { ensureBrowser } from "../../scripts/ensure-browser.mjs";
import { buildCandidate, candidates } from "./candidates.ts";
import type { Footprint } from "./footprint.ts";
import { measureBytes, measureFirstCells, measureHeap } from "./footprint.ts";
import { checkKeyed } from "./keyed.ts";
import type { Operation } from "./operations.ts";
import { appOperations, tableOperations } from "./operations.ts";
import type { CandidateResult } from "./report.ts";
import { formatReport } from "./report.ts";
import { serveCandidates } from "./serve.ts";
import { measureSlicing } from "./slicing.ts";
import type { Shown, Visit } from "./visit.ts";
import { visit } from "./visit.ts";

/** The first candidate once more: how far its two rows are apart is how far chance goes. */
const CONTROL = "vanilla again";
/** Times that each visit does all operations before they are measured, as the common comparison of these operations does. */
const WARM_UPS = 5;
/** Samples that a visit then takes of each. */
const SAMPLES = 3;
const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "4" },
    only: { type: "string" },
    ops: { type: "string" },
    also: { type: "string", multiple: true, default: [] },
    write: { type: "boolean", default: false },
    slicing: { type: "boolean", default: false },
  },
});
const rounds = Number(options.rounds);
const only = options.only?.split(",");
const chosen = candidates.filter(({ name }) => name === "vanilla" || !only || only.includes(name));

const starts = options.ops?.split(",") ?? [""];
const choose = (all: readonly Operation[]): readonly Operation[] =>
  all.filter(({ name }) => starts.some((start) => name.startsWith(start)));
const [table, app] = [choose(tableOperations), choose(appOperations)];
const operations = [...table, ...app];

const browser = await chromium.launch({
  executablePath: ensureBrowser(),
  args: [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--js-flags=--expose-gc",
  ],
});
try {
  if (options.slicing) console.log(await measureSlicing(browser, rounds));
  else await compare();
} finally {
  await browser.close();
}

async function compare(): Promise<void> {
  const folders = new Map<string, string>();
  for (const candidate of chosen) folders.set(candidate.name, await buildCandidate(candidate));
  for (const each of options.also) {
    const [name = "", folder = ""] = each.split(":");
    folders.set(name, folder);
  }
  const server = await serveCandidates(folders);
  try {
    const urls = new Map([...folders.keys()].map((name) => [name, server.origin(name)]));
    const text = formatReport(await measure(browser, urls), { table, app, samples: rounds * SAMPLES });
    console.log(text);
    if (options.write) writeFileSync(join(import.meta.dirname, "../results/render.md"), text);
  } finally {
    server.close();
  }
}

async function measure(launched: Browser, urls: ReadonlyMap<string, string>): Promise<CandidateResult[]> {
  const names = [...urls.keys()];
  const open = (name: string): Promise<Visit> => visit(launched, urls.get(name) ?? (urls.get("vanilla") as string));
  const results = new Map<string, CandidateResult>();
  for (const name of [...names, CONTROL]) {
    results.set(name, { name, script: new Map(), task: new Map(), footprint: undefined });
  }
  for (const name of names) {
    const page = await open(name);
    await checkKeyed(name, page);
    await page.close();
  }
  const expected = new Map<string, Shown>();
  for (let round = 0; round < rounds; round++) {
    for (const name of shuffle([...results.keys()])) {
      process.stderr.write(`round ${round + 1} of ${rounds}: ${name}\n`);
      const page = await open(name);
      for (let i = 0; i < WARM_UPS; i++) for (const operation of operations) await page.perform(operation);
      const result = results.get(name) as CandidateResult;
      for (let i = 0; i < SAMPLES; i++) {
        for (const operation of operations) {
          await sample(page, operation, result);
          compareShown(`${i + 1}: ${operation.name}`, name, await page.shown(), expected);
        }
      }
      await page.close();
    }
  }
  if (options.ops !== undefined) return [...results.values()];
  const firstCells = await measureFirstCells(launched, urls, rounds);
  for (const name of names) {
    const page = await open(name);
    const footprint: Footprint = {
      ...(await measureBytes(launched, urls.get(name) as string)),
      ...(await measureHeap(page)),
      firstCell: firstCells.get(name) ?? NaN,
    };
    (results.get(name) as CandidateResult).footprint = footprint;
    await page.close();
  }
  return [...results.values()];
}

async function sample(page: Visit, operation: Operation, { script, task }: CandidateResult): Promise<void> {
  const taken = await page.perform(operation);
  append(script, operation.name, taken.script);
  append(task, operation.name, taken.task);
}

/** After as much as others have done, a page shows what theirs do. */
function compareShown(when: string, name: string, shown: Shown, expected: Map<string, Shown>): void {
  const first = expected.get(when) ?? shown;
  expected.set(when, first);
  if (shown.elements === first.elements && shown.characters === first.characters) return;
  throw new Error(`after ${when}, ${name} shows ${JSON.stringify(shown)}, others ${JSON.stringify(first)}`);
}

function append(samples: Map<string, number[]>, name: string, value: number): void {
  const all = samples.get(name) ?? [];
  all.push(value);
  samples.set(name, all);
}

function shuffle<T>(values: readonly T[]): T[] {
  return values
    .map((value) => ({ value, at: Math.random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
