import os from "node:os";
import type { Footprint } from "./footprint.ts";
import type { Operation } from "./operations.ts";
import type { Ratio } from "./ratios.ts";
import { compareSamples, medianOf } from "./ratios.ts";

/** What was measured of a candidate: samples by operation, in milliseconds. */
export interface CandidateResult {
  name: string;
  script: Map<string, number[]>;
  task: Map<string, number[]>;
  /** Missing for a candidate that is measured twice. */
  footprint: Footprint | undefined;
}

interface Measured {
  table: readonly Operation[];
  app: readonly Operation[];
  samples: number;
}

/** The page of results; the first candidate is what others are compared with. */
export function formatReport(results: readonly CandidateResult[], { table, app, samples }: Measured): string {
  const [base] = results;
  if (!base) throw new Error("nothing was measured");
  const solid = results.find(({ name }) => name === "solid");
  const all = [...table, ...app].map(({ name }) => name);
  const nine = table.map(({ name }) => name);
  return [
    "# Rendering",
    "",
    "The same app by each candidate, in one browser: CPU time of the page's main thread as the browser's own trace has it, for operations that begin with a",
    "click or a key. Of scripts only the page's own count, with what they do after promises and without style and layout. Candidates take turns in random order;",
    "what they show is compared. Intervals are bootstrapped (95 %). Made by `npm run bench:render -- --write`.",
    "",
    `Machine: ${os.cpus()[0]?.model.trim()}, ${os.cpus().length} cores, ${os.platform()} ${os.arch()}; ${samples} samples of each operation.`,
    "",
    "## Scripts, milliseconds (median)",
    "",
    ...formatTable(
      ["operation", ...results.map(({ name }) => name)],
      all.map((name) => [name, ...results.map(({ script }) => medianOf(script.get(name) ?? []).toFixed(2))]),
    ),
    "",
    "## In all",
    "",
    ...formatTable(
      [
        "candidate",
        "scripts ÷ vanilla, nine table operations",
        "scripts ÷ Solid",
        "scripts and paint ÷ vanilla",
        "worst operation ÷ vanilla",
      ],
      results.map((each) => [
        each.name,
        formatRatio(compareSamples(each.script, base.script, nine)),
        solid ? formatRatio(compareSamples(each.script, solid.script, nine)) : "",
        formatRatio(compareSamples(each.task, base.task, nine)),
        formatWorst(each, base, nine),
      ]),
    ),
    "",
    "## Size, memory, start",
    "",
    ...formatTable(
      [
        "candidate",
        "bytes",
        "brotli",
        "heap with 1,000 rows, MB",
        "heap after 50 ÷ after 5 times creating and clearing",
        "first cell, ms",
      ],
      results.flatMap(({ name, footprint }) => (footprint ? [[name, ...formatFootprint(footprint)]] : [])),
    ),
    "",
  ].join("\n");
}

function formatWorst(of: CandidateResult, base: CandidateResult, operations: readonly string[]): string {
  const [worst] = operations
    .map((name) => ({ name, ratio: compareSamples(of.script, base.script, [name]) }))
    .toSorted((a, b) => b.ratio.value - a.ratio.value);
  return worst ? `${worst.ratio.value.toFixed(2)} (${worst.name})` : "";
}

function formatFootprint({ bytes, brotli, rows, growth, firstCell }: Footprint): string[] {
  return [String(bytes), String(brotli), (rows / 1e6).toFixed(2), growth.toFixed(3), firstCell.toFixed(0)];
}

function formatRatio({ value, low, high }: Ratio): string {
  return `${value.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}

function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? "---" : "---:"))), ...rows.map(line)];
}
