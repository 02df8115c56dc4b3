import os from "node:os";
import type { CompileTimes } from "./compile-time.ts";
import type { Measurement } from "./measure.ts";
import { geometricMean, type Quartiles, quartilesOf, ratioOf } from "./statistics.ts";

/** Times of a program. */
export interface ProgramResult {
  name: string;
  size: number;
  bytes: number;
  assemblyScriptBytes?: number;
  results: Measurement[];
}

/** Everything that is measured. */
export interface Results {
  programs: ProgramResult[];
  /** Programs that could not be measured, with the reason. */
  failures: string[];
  hello: { rune: number; assemblyScript: number };
  compileTime: CompileTimes;
  memory: { calls: number; heap: number; process: number };
}

/** One program as a row of the table. */
export function formatRow({ name, bytes, assemblyScriptBytes, results }: ProgramResult): string {
  const cells = [
    name,
    quartilesOf(timesOf(results, "V8")).median.toFixed(1),
    formatRatio(compare(results, "Rune", "V8")),
    formatRatio(compare(results, "Rune with fuel", "Rune")),
    assemblyScriptBytes === undefined ? "" : formatRatio(compare(results, "AssemblyScript", "V8")),
    String(bytes),
    String(assemblyScriptBytes ?? ""),
  ];
  return `| ${cells.join(" | ")} |`;
}

function compare(results: readonly Measurement[], name: string, base: string): Quartiles {
  return ratioOf(timesOf(results, name), timesOf(results, base));
}

function timesOf(results: readonly Measurement[], name: string): readonly number[] {
  return results.find((each) => each.name === name)?.times ?? [];
}

function formatRatio({ median, low, high }: Quartiles): string {
  return `${median.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}

/** The page of results. */
export function formatReport({ programs, failures, hello, compileTime, memory }: Results): string {
  const ratios = programs.map(({ results }) => compare(results, "Rune", "V8").median);
  const fuel = quartilesOf(programs.map(({ results }) => compare(results, "Rune with fuel", "Rune").median));
  const slow = programs.filter((_, index) => (ratios[index] ?? 0) > 2).map(({ name }) => name);
  return [
    "# Compiled TypeScript",
    "",
    "Each program of the suite in one process: V8 runs the source, Rune what it compiles from it for release, AssemblyScript a version in its own",
    "language where it can express it. Outputs are compared. Times in milliseconds; ratios are those of times of the same round, median and quartiles of",
    "11 rounds. Bytes are those of the whole module of the suite, whose other exports check the program. Made by `npm run bench:typescript`.",
    "",
    `Machine: ${os.cpus()[0]?.model.trim()}, ${os.cpus().length} cores, ${os.platform()} ${os.arch()}, Node ${process.version}.`,
    "",
    "| program | V8, ms | Rune ÷ V8 | fuel on ÷ off | AssemblyScript ÷ V8 | Rune, bytes | AssemblyScript, bytes |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...programs.map(formatRow),
    "",
    `Geometric mean of Rune ÷ V8: **${geometricMean(ratios).toFixed(2)}**. Slower than twice V8's time: ${slow.join(", ") || "none"}.`,
    `Fuel on ÷ off, median and quartiles of the programs: ${formatRatio(fuel)}.`,
    ...(failures.length > 0 ? ["", "Not measured:", "", ...failures.map((failure) => `- ${failure}`)] : []),
    "",
    "## Other figures",
    "",
    "| what | Rune | AssemblyScript | ratio |",
    "| --- | ---: | ---: | ---: |",
    `| \`hello(name)\`, bytes of WASM | ${hello.rune} | ${hello.assemblyScript} | ${(hello.rune / hello.assemblyScript).toFixed(2)} |`,
    `| Compiling an edited file of some 300 lines again, ms | ${compileTime.rune.median.toFixed(0)} | ${compileTime.assemblyScript.median.toFixed(0)} | ${formatRatio(compileTime.ratio)} |`,
    `| What ${memory.calls.toExponential(0)} calls that allocate leave behind, MB of objects | ${memory.heap.toFixed(2)} | | |`,
    "",
  ].join("\n");
}
