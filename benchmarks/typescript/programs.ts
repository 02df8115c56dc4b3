import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compileWasm, instantiateBoth } from "../../fixtures/typescript/suite/instantiate.ts";
import { listSuiteModules, suiteFolder } from "../../fixtures/typescript/suite/list-suite-modules.ts";
import { transpileModule } from "../../fixtures/typescript/suite/transpile-module.ts";
import { FUEL_EXPORT } from "@rune/schema/fuel";
import { compileAssemblyScript, instantiateAssemblyScript } from "./compile-assemblyscript.ts";
import { compileRelease } from "./compile-release.ts";
import type { Candidate } from "./measure.ts";

/** A program to measure, compiled by all that can. */
export interface Program {
  name: string;
  /** JavaScript first, then Rune without fuel and with it, and AssemblyScript if the program is there in its language. */
  candidates: Candidate[];
  startSize: number;
  bytes: number;
  assemblyScriptBytes?: number;
}

/** As much as there can be: more than any sample needs. */
const FUEL = 0x7fff_ffff;

type Benchmark = (size: number) => unknown;

const target = join(suiteFolder, "../../test-output/benchmarks");

/** Names of the kernels and programs of the suite that have a benchmark. */
export function listPrograms(): string[] {
  return listSuiteModules()
    .filter(({ calls }) => calls.some((call) => call.export === "benchmark"))
    .map(({ name }) => name);
}

/** Compiles one of them. */
export async function loadProgram(name: string): Promise<Program> {
  const module = listSuiteModules().find((each) => each.name === name);
  if (!module) throw new Error(`there is no ${name}`);
  const native = (await import(pathToFileURL(transpileModule(module, target)).href)) as Record<string, unknown>;
  const source = readFileSync(join(suiteFolder, module.file), "utf8");
  const rune = await compileRune(source, module.file);
  const program: Program = {
    name,
    candidates: [{ name: "V8", run: native.benchmark as Benchmark }, ...rune.candidates],
    startSize: typeof native.size === "number" ? native.size : 1,
    bytes: rune.bytes,
  };
  const own = join(import.meta.dirname, "assemblyscript", `${name.replace(/.*\//, "")}.as.ts`);
  if (!existsSync(own)) return program;
  const assembled = await compileAssemblyScript(readFileSync(own, "utf8"));
  const run = instantiateAssemblyScript(assembled).benchmark as Benchmark;
  program.candidates.push({ name: "AssemblyScript", run });
  return { ...program, assemblyScriptBytes: assembled.length };
}

async function compileRune(source: string, file: string): Promise<{ candidates: Candidate[]; bytes: number }> {
  const free = await compileRelease(source, { file });
  const metered = await compileRelease(source, { file, fuel: true });
  const { exports } = instantiateBoth(compileWasm(free.bytes), free.interface);
  const other = instantiateBoth(compileWasm(metered.bytes), metered.interface);
  const counter = other.bare[FUEL_EXPORT] as WebAssembly.Global;
  const runMetered = (size: number): unknown => {
    counter.value = FUEL;
    return (other.exports.benchmark as Benchmark)(size);
  };
  return {
    candidates: [
      { name: "Rune", run: exports.benchmark as Benchmark },
      { name: "Rune with fuel", run: runMetered },
    ],
    bytes: free.bytes.length,
  };
}
