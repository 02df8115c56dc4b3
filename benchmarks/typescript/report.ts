import os from "node:os";
import type { CompileTimes } from "./compile-time.ts";
import type { Measurement } from "./measure.ts";
import { geometricMean } from "./statistics.ts";

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
  const [v8, rune, other] = results;
  const cells = [
    name,
    v8 ? v8.time.median.toFixed(1) : "",
    formatRatio(rune),
    formatRatio(other),
    String(bytes),
    assemblyScriptBytes === undefined ? "" : String(assemblyScriptBytes),
  ];
  return `| ${cells.join(" | ")} |`;
}

function formatRatio(measurement: Measurement | undefined): string {
  if (!measurement) return "";
  const { median, low, high } = measurement.ratio;
  return `${median.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}

/** The page of results. */
export function formatReport({ programs, failures, hello, compileTime, memory }: Results): string {
  const ratios = programs.map(({ results }) => results[1]?.ratio.median ?? NaN);
  const slow = programs.filter((_, index) => (ratios[index] ?? 0) > 2).map(({ name }) => name);
  return [
    "# Compiled TypeScript",
    "",
    "Each program of the suite in one process: V8 runs the source, Rune what it compiles from it, AssemblyScript a version in its own language where it",
    "can express it. Outputs are compared. Times in milliseconds; ratios to V8's time in the same round, median and quartiles of 15 rounds. Made by",
    "`npm run bench:typescript`.",
    "",
    `Machine: ${os.cpus()[0]?.model.trim()}, ${os.cpus().length} cores, ${os.platform()} ${os.arch()}, Node ${process.version}.`,
    "",
    "| program | V8, ms | Rune ÷ V8 | AssemblyScript ÷ V8 | Rune, bytes | AssemblyScript, bytes |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
    ...programs.map(formatRow),
    "",
    `Geometric mean of Rune ÷ V8: **${geometricMean(ratios).toFixed(2)}**. Slower than twice V8's time: ${slow.join(", ") || "none"}.`,
    ...(failures.length > 0 ? ["", "Not measured:", "", ...failures.map((failure) => `- ${failure}`)] : []),
    "",
    "## Other figures",
    "",
    "| what | Rune | AssemblyScript |",
    "| --- | ---: | ---: |",
    `| \`hello(name)\`, bytes of WASM | ${hello.rune} | ${hello.assemblyScript} |`,
    `| Compiling an edited file of some 300 lines again, ms | ${compileTime.rune.median.toFixed(0)} | ${compileTime.assemblyScript.median.toFixed(0)} |`,
    `| What ${memory.calls.toExponential(0)} calls that allocate leave behind, MB of objects | ${memory.heap.toFixed(2)} | |`,
    "",
  ].join("\n");
}
