import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compileWasm, instantiate } from "../../fixtures/typescript/suite/instantiate.ts";
import { listSuiteModules, suiteFolder } from "../../fixtures/typescript/suite/list-suite-modules.ts";
import { transpileModule } from "../../fixtures/typescript/suite/transpile-module.ts";
import { compileAssemblyScript, instantiateAssemblyScript } from "./compile-assemblyscript.ts";
import { compileRelease } from "./compile-release.ts";
import type { Candidate } from "./measure.ts";

/** A program to measure, compiled by all that can. */
export interface Program {
  name: string;
  /** JavaScript first. */
  candidates: Candidate[];
  startSize: number;
  bytes: number;
  assemblyScriptBytes?: number;
}

type Benchmark = (size: number) => unknown;

const target = join(suiteFolder, "../../test-output/benchmarks");

/** Names of the kernels and programs of the suite that have a benchmark. */
export function listPrograms(): string[] {
  return listSuiteModules()
    .filter(({ calls }) => calls.some((call) => call.export === "benchmark"))
    .map(({ name }) => name);
}

function isAsynchronous(benchmark: unknown): boolean {
  return typeof benchmark === "function" && benchmark.constructor.name === "AsyncFunction";
}

/** Compiles one of them. */
export async function loadProgram(name: string): Promise<Program> {
  const module = listSuiteModules().find((each) => each.name === name);
  if (!module) throw new Error(`there is no ${name}`);
  const native = (await import(pathToFileURL(transpileModule(module, target)).href)) as Record<string, unknown>;
  const source = readFileSync(join(suiteFolder, module.file), "utf8");
  const { bytes, interface: description } = await compileRelease(source, module.file);
  const rune = instantiate(compileWasm(bytes), description);
  const candidates = [
    { name: "V8", run: native.benchmark as Benchmark },
    { name: "Rune", run: rune.benchmark as Benchmark },
  ];
  const startSize = typeof native.size === "number" ? native.size : 1;
  if (isAsynchronous(native.benchmark)) throw new Error("its benchmark is asynchronous, which is not measured");
  const own = join(import.meta.dirname, "assemblyscript", `${name.replace(/.*\//, "")}.as.ts`);
  if (!existsSync(own)) return { name, candidates, startSize, bytes: bytes.length };
  const assembled = await compileAssemblyScript(readFileSync(own, "utf8"));
  const run = instantiateAssemblyScript(assembled).benchmark as Benchmark;
  return {
    name,
    candidates: [...candidates, { name: "AssemblyScript", run }],
    startSize,
    bytes: bytes.length,
    assemblyScriptBytes: assembled.length,
  };
}
