// Measures compiled TypeScript beside V8 and AssemblyScript, and writes benchmarks/results/typescript.md and .json. Words of the command line
// choose programs by their names; then nothing is written.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { measureCompileTime } from "./compile-time.ts";
import { measureHello } from "./hello.ts";
import { measure } from "./measure.ts";
import { measureMemory } from "./memory.ts";
import { listPrograms, loadProgram } from "./programs.ts";
import { formatReport, formatRow, type ProgramResult, type Results } from "./report.ts";

const words = process.argv.slice(2);
const programs: ProgramResult[] = [];
const failures: string[] = [];
for (const name of listPrograms().filter((each) => words.length === 0 || words.some((word) => each.includes(word)))) {
  try {
    const { candidates, startSize, bytes, assemblyScriptBytes } = await loadProgram(name);
    const { size, results } = await measure(candidates, startSize);
    const result = { name, size, bytes, results, ...(assemblyScriptBytes && { assemblyScriptBytes }) };
    programs.push(result);
    console.log(formatRow(result));
  } catch (error) {
    failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    console.log(`${name}: ${String(error)}`);
  }
}
if (words.length === 0) {
  const results: Results = {
    programs,
    failures,
    hello: await measureHello(),
    compileTime: await measureCompileTime(),
    memory: await measureMemory(),
  };
  const folder = join(import.meta.dirname, "../results");
  writeFileSync(join(folder, "typescript.json"), `${JSON.stringify(results, undefined, 2)}\n`);
  writeFileSync(join(folder, "typescript.md"), formatReport(results));
}
