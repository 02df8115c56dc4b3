// Measures what a call of a compiled module costs, by what it is given: beside the same function as JavaScript and, where values need no
// conversion, beside the bare export of the WASM instance. Prints a table; `--write` keeps it in benchmarks/results/call-cost.md.
import { cpus } from "node:os";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileWasm, instantiateBoth } from "../../fixtures/typescript/suite/instantiate.ts";
import { compileRelease } from "./compile-release.ts";
import { measureUnits, type Candidate } from "./measure.ts";
import { quartilesOf } from "./statistics.ts";

type Operation = (...values: unknown[]) => unknown;
type Exports = Readonly<Record<string, Operation>>;

interface CallCase {
  /** Export of the source that is called. */
  name: string;
  title: string;
  /** Calls it `size` times; what it gives shows that every candidate does the same. */
  run: (call: Operation, size: number) => number;
  /** What is passed is the same on both sides. */
  bare: boolean;
}

const source = `
export function add(a: number, b: number): number { return a + b; }
export function mark(text: string): string { return text + "!"; }
export function sum(values: number[]): number { let total = 0; for (const value of values) total += value; return total; }
export interface Point { x: number; y: number; label: string }
export function area(point: Point): number { return point.x * point.y; }
export function shift(point: Point): Point { return { x: point.x + 1, y: point.y, label: point.label }; }
export function apply(change: (value: number) => number, value: number): number { return change(value); }
`;

const thousand = Array.from({ length: 1000 }, (_, i) => i / 3);
const twice = (value: number): number => value * 2;

const cases: readonly CallCase[] = [
  {
    name: "add",
    title: "two numbers → number",
    bare: true,
    run: (call, n) => repeat(n, (i) => call(i, 0.5) as number),
  },
  {
    name: "mark",
    title: "string → string",
    bare: true,
    run: (call, n) => repeat(n, (i) => (call(i % 2 ? "odd" : "even") as string).length),
  },
  {
    name: "sum",
    title: "array of 1,000 numbers, the same each time",
    bare: false,
    run: (call, n) => repeat(n, () => call(thousand) as number),
  },
  {
    name: "sum",
    title: "array of 1,000 numbers, another each time",
    bare: false,
    run: (call, n) => repeat(n, () => call([...thousand]) as number),
  },
  {
    name: "area",
    title: "object with three properties, another each time",
    bare: false,
    run: (call, n) => repeat(n, (i) => call({ x: i, y: 2, label: "a" }) as number),
  },
  {
    name: "shift",
    title: "object → object",
    bare: false,
    run: (call, n) => repeat(n, (i) => (call({ x: i, y: 2, label: "a" }) as { x: number }).x),
  },
  {
    name: "apply",
    title: "callback, called once",
    bare: false,
    run: (call, n) => repeat(n, (i) => call(twice, i) as number),
  },
];

function repeat(size: number, act: (index: number) => number): number {
  let total = 0;
  for (let index = 0; index < size; index++) total += act(index);
  return total;
}

/** Each candidate gets a copy of the loop: a shared one would be optimised for none. */
function withOwnLoop({ run }: CallCase): CallCase["run"] {
  const text = `${repeat.toString()}; const thousand = ${JSON.stringify(thousand)}; const twice = ${twice.toString()}; return ${run.toString()};`;
  // oxlint-disable-next-line no-new-func -- the text is this file's own
  return new Function(text)() as CallCase["run"];
}

const native = (await import(`data:text/javascript,${encodeURIComponent(await transpile(source))}`)) as Exports;
const { bytes, interface: description } = await compileRelease(source);
const { exports, bare } = instantiateBoth(compileWasm(bytes), description);

const rows: string[] = [];
for (const each of cases) {
  const described = description.exports.find(({ name }) => name === each.name);
  const call = described?.kind === "function" ? described.call.name : "";
  const candidates: Candidate[] = [
    candidate("JavaScript", each, native[each.name]),
    candidate("Rune", each, exports[each.name] as Operation),
    ...(each.bare ? [candidate("bare export", each, bare[call] as Operation)] : []),
  ];
  const results = await measureUnits(candidates, 1_000);
  const ns = results.map(({ times }) => quartilesOf(times).median * 1e6);
  const [script = NaN, rune = NaN, raw] = ns;
  const cells = [each.title, script, rune, raw, raw === undefined ? undefined : rune / raw, rune / script];
  const row = `| ${cells.map((cell) => (typeof cell === "number" ? cell.toFixed(cell < 10 ? 2 : 0) : (cell ?? ""))).join(" | ")} |`;
  console.log(row);
  rows.push(row);
}

function candidate(name: string, each: CallCase, call: Operation | undefined): Candidate {
  if (!call) throw new Error(`there is no ${each.name}`);
  const run = withOwnLoop(each);
  return { name, run: (size) => run(call, size) };
}

async function transpile(text: string): Promise<string> {
  const { default: ts } = await import("typescript");
  return ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
  }).outputText;
}

if (process.argv.includes("--write")) {
  const text = `# What a call costs

Nanoseconds a call, medians of candidates that take turns in one process: \`npm run bench:calls -- --write\`. The bare export is that of the WASM
instance, without what makes it a function of JavaScript. Node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}.

| given → result | JavaScript | Rune | bare export | Rune ÷ bare | Rune ÷ JavaScript |
| --- | ---: | ---: | ---: | ---: | ---: |
${rows.join("\n")}
`;
  writeFileSync(join(import.meta.dirname, "../results/call-cost.md"), text);
}
