import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CompileSession } from "@rune/compiler/typescript";
import { compileTypeScript, createCompileSession } from "@rune/compiler/typescript";
import { suiteFolder } from "../../fixtures/typescript/suite/list-suite-modules.ts";
import { compileAssemblyScript } from "./compile-assemblyscript.ts";
import { type Quartiles, quartilesOf, ratioOf } from "./statistics.ts";

/** Of which the first warm the process up. */
const ROUNDS = 30;
const WARM_UP_ROUNDS = 10;
const LINES = 300;

/** Milliseconds to compile a file of three hundred lines again after an edit. */
export interface CompileTimes {
  rune: Quartiles;
  assemblyScript: Quartiles;
  ratio: Quartiles;
}

/** Compiles, edits and compiles again, in one process that has done so before; AssemblyScript a file of its own language, of as many lines. */
export async function measureCompileTime(): Promise<CompileTimes> {
  const own = joinFiles(join(suiteFolder, "kernels"), [
    "object-list",
    "tagged-union",
    "levenshtein",
    "linked-list",
    "word-count",
  ]);
  const other = joinFiles(join(import.meta.dirname, "assemblyscript"), [
    "tagged-union.as",
    "binary-tree.as",
    "linked-list.as",
    "word-count.as",
  ]);
  const session = createCompileSession();
  const rune: number[] = [];
  const assemblyScript: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rune.push(await time(() => compileRune(edit(own, round), session)));
    assemblyScript.push(await time(() => compileAssemblyScript(edit(other, round), { flags: ["-O1"] })));
  }
  const [ours, theirs] = [rune.slice(WARM_UP_ROUNDS), assemblyScript.slice(WARM_UP_ROUNDS)];
  return { rune: quartilesOf(ours), assemblyScript: quartilesOf(theirs), ratio: ratioOf(ours, theirs) };
}

function compileRune(source: string, session: CompileSession): void {
  const input = { file: "main.ts", source, readFile: () => undefined };
  const { module, diagnostics } = compileTypeScript(input, {}, session);
  if (!module) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
}

/** One file out of several: each in a namespace, so that names do not collide. */
function joinFiles(folder: string, names: readonly string[]): string {
  const parts = names.map((name, index) => {
    const text = readFileSync(join(folder, `${name}.ts`), "utf8").replaceAll(/^export const size.*$/gm, "");
    return `namespace N${index} {\n${text}}\nexport function benchmark${index}(size: number): number { return N${index}.benchmark(${name.endsWith(".as") ? "<i32>" : ""}size); }`;
  });
  return parts
    .join("\n")
    .split("\n")
    .slice(0, LINES * 2)
    .join("\n");
}

/** The same program with one number changed. */
function edit(source: string, round: number): string {
  return `${source}\nexport function edited(): number {\n  return ${round};\n}\n`;
}

async function time(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
