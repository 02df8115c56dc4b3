import os from "node:os";
import { quartilesOf, ratioOf, type Quartiles } from "../typescript/statistics.ts";
import type { BuildCost } from "./builds.ts";

/** Milliseconds from writing a file until that is painted, by candidate. */
export type EditSamples = Record<"markup" | "code", Map<string, number[]>>;

export interface GrowthSample {
  pages: number;
  cold: BuildCost[];
  warm: BuildCost[];
}

export interface Measured {
  pages: number;
  edits: EditSamples | undefined;
  builds: Map<string, Record<"cold" | "warm", BuildCost[]>> | undefined;
  growth: GrowthSample[] | undefined;
}

/** What the others are compared with. */
const BASE = "svelte";

/** What the first candidate's times are to be at most, as multiples of those of {@link BASE}. */
const bars = { markup: 1, code: 1.5, cold: 1.5, warm: 0.5 };

/** A ratio, and for the first candidate whether it is as low as it is to be. */
function formatRatio(ratio: Quartiles, kind: keyof typeof bars, isFirst: boolean): string[] {
  const bar = `${bars[kind].toFixed(1)}, ${ratio.median <= bars[kind] ? "reached" : "missed"}`;
  return [formatQuartiles(ratio, 2), isFirst ? bar : ""];
}

export function formatReport({ pages, edits, builds, growth }: Measured): string {
  return [
    "# Building and developing",
    "",
    `The same app of ${pages} pages with Rune and with Vite + Svelte, pages of which have a list, a filter, a form and a component, written in TypeScript. Candidates take turns;`,
    "what they show is compared. Medians, with quartiles in brackets; ratios are those of each round. Made by `npm run bench:build -- --write`.",
    "",
    `Machine: ${os.cpus()[0]?.model.trim()}, ${os.cpus().length} cores, ${os.platform()} ${os.arch()}, Node ${process.versions.node}.`,
    "",
    ...(edits ? formatEdits(edits) : []),
    ...(builds ? formatBuilds(builds) : []),
    ...(growth ? formatGrowth(growth) : []),
  ].join("\n");
}

function formatEdits(edits: EditSamples): string[] {
  return [
    "## From an edit to the paint, milliseconds",
    "",
    "The development server runs, the page is open, and keeps its state. Of the code, a function is edited whose result shows. Edits are 0.7 s apart: what follows one, such",
    "as checking types, is over before the next.",
    "",
    ...formatTable(
      ["edit", "candidate", "time", `÷ ${BASE}`, "at most"],
      (["markup", "code"] as const).flatMap((kind) =>
        [...edits[kind]].map(([name, times], i) => [
          kind,
          name,
          formatQuartiles(quartilesOf(times), 0),
          ...formatRatio(ratioOf(times, edits[kind].get(BASE) ?? []), kind, i === 0),
        ]),
      ),
    ),
    "",
  ];
}

function formatBuilds(builds: NonNullable<Measured["builds"]>): string[] {
  return [
    "## A build, milliseconds",
    "",
    "A process of its own each, as `vite build` is. A warm build finds the cache of another, and has nothing else to do; Svelte has no cache.",
    "",
    ...formatTable(
      ["build", "candidate", "time", `÷ ${BASE}`, "at most", "processor time", "memory, MB"],
      (["cold", "warm"] as const).flatMap((kind) =>
        [...builds].map(([name, costs], i) => {
          const times = costs[kind].map(({ ms }) => ms);
          const base = builds.get(BASE)?.[kind].map(({ ms }) => ms) ?? [];
          return [
            kind,
            name,
            formatQuartiles(quartilesOf(times), 0),
            ...formatRatio(ratioOf(times, base), kind, i === 0),
            quartilesOf(costs[kind].map(({ cpu }) => cpu)).median.toFixed(0),
            quartilesOf(costs[kind].map(({ rss }) => rss)).median.toFixed(0),
          ];
        }),
      ),
    ),
    "",
  ];
}

function formatGrowth(growth: readonly GrowthSample[]): string[] {
  const medianOf = (costs: readonly BuildCost[], key: keyof BuildCost): number =>
    quartilesOf(costs.map((cost) => cost[key])).median;
  return [
    `## Growth, Rune alone, medians of ${growth[0]?.cold.length} builds`,
    "",
    ...formatTable(
      ["pages", "cold, ms", "ms a page", "processor time ÷ time", "memory, MB", "warm, ms", "memory, MB"],
      growth.map(({ pages, cold, warm }) => [
        String(pages),
        medianOf(cold, "ms").toFixed(0),
        (medianOf(cold, "ms") / pages).toFixed(0),
        (medianOf(cold, "cpu") / medianOf(cold, "ms")).toFixed(2),
        medianOf(cold, "rss").toFixed(0),
        medianOf(warm, "ms").toFixed(0),
        medianOf(warm, "rss").toFixed(0),
      ]),
    ),
    "",
  ];
}

function formatQuartiles({ median, low, high }: Quartiles, digits: number): string {
  return `${median.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`;
}

function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, i) => (i < 2 ? "---" : "---:"))), ...rows.map(line)];
}
