import { expect, test } from "vitest";
import { findImpure } from "./find-impure.ts";

/** More uses of one function of the library than are analysed apart. */
const MANY = Array.from({ length: 80 }, (_, index) => index);

const state = `
  interface Row { n: number; tags: string[] }
  export let rows: Row[] = [{ n: 1, tags: [] }];
  export let count = 0;
  class Log { lines: string[] = []; add(line: string): void { this.lines.push(line); } }
  export const log = new Log();
`;

/** Methods of lists with a function that changes something, and with one that changes nothing. */
const uses = [
  ["rows.forEach((row) => { row.n++; });", "let sum = 0; rows.forEach((row) => { sum += row.n; });"],
  ["rows.filter((row) => { count++; return row.n > 1; });", "rows.filter((row) => row.n > 1);"],
  ["rows.some((row) => { log.add(''); return row.n > 1; });", "rows.some((row) => row.n > log.lines.length);"],
  ["rows.find((row) => row.tags.push('x') > 1);", "rows.find((row) => row.tags.length > 1);"],
] as const;

test.each(uses)(
  "what one use of a library's function changes is not blamed on others: %s",
  { timeout: 60_000 },
  (changing, quiet) => {
    const others = MANY.map((index) => `export function impure${index}(): void { ${changing} }`).join("\n");
    const text = `${state} ${others} export function pure1(): void { ${quiet} } export function last(): void { ${changing} }`;
    expect(findImpure(text)).toEqual([...MANY.map((index) => `impure${index}`), "last"].sort());
  },
);

test("functions that compare are told apart from the first use on", () => {
  const text = `${state}
    export function pure1(): Row[] { return [...rows].sort((a, b) => a.n - b.n); }
    export function impure1(): Row[] { return [...rows].sort((a, b) => (a.n = b.n)); }
    export function pure2(): Row[] { return rows.toSorted((a, b) => b.n - a.n); }`;
  expect(findImpure(text)).toEqual(["impure1"]);
});

/** Ways to have a function called, each used with one that changes nothing too. */
const ways = `
  type Act = (n: number) => number;
  const bad: Act = (n) => { count += n; return count; };
  const good: Act = (n) => n + 1;
  function each(list: Row[], act: (row: Row) => void): void { for (const row of list) act(row); }
  const run = (act: Act): number => act(1);
  const maybe = (act?: Act): number => act?.(1) ?? 0;
  const orBad = (act: Act = bad): number => act(1);
  function reassigned(act: Act): number { act = bad; return act(1); }
  function replaced(act: Act): number { const swap = (): void => { act = bad; }; swap(); return act(1); }
  const first = (...acts: Act[]): number => acts[0]!(1);
  function walk(n: number, act: Act): number { return n > 0 ? walk(n - 1, act) : act(n); }
  function turns(n: number, act: Act, other: Act): number { return n > 0 ? turns(n - 1, other, act) : act(n); }
  const inside = (act: Act): number => [1].map((n) => act(n))[0]!;
  const later = (act: Act) => (): number => act(1);
  const picked = ({ act }: { act: Act }): number => act(1);
  const member = (by: { act: Act }): number => by.act(1);
  function* steps(act: Act): Generator<number> { yield act(1); }
  class Base { run(act: Act): number { return act(1); } static do(act: Act): number { return act(1); } }
  class Derived extends Base { override run(act: Act): number { return super.run(act); } }
  class Ran { n: number; constructor(act: Act) { this.n = act(1); } }
  class Holds { constructor(private act: Act) {} get value(): number { return this.act(1); } }
  class Bus { #acts: Act[] = []; on(act: Act): this { this.#acts.push(act); return this; } fire(): number { let n = 0; for (const act of this.#acts) n = act(n); return n; } }
  const bus = new Bus().on(bad);
  const acts: Record<string, Act> = { bad };
  const byName = new Map<string, Act>([["bad", bad]]);
  const held: { act: Act } = { act: bad };
  const caught = (act: Act): number => { try { return act(1); } finally { count; } };
  const choose = (yes: boolean): Act => (yes ? bad : good);
  const twice = (act: Act): Act => (n) => act(act(n));
`;

const impure = [
  "each(rows, (row) => { row.n++; })",
  "each(rows, () => { count++; })",
  "run(bad)",
  "run(choose(true))",
  "maybe(bad)",
  "orBad()",
  "orBad(undefined)",
  "reassigned(good)",
  "replaced(good)",
  "first(bad)",
  "run(...([bad] as [Act]))",
  "walk(3, bad)",
  "turns(3, good, bad)",
  "inside(bad)",
  "later(bad)()",
  "picked({ act: bad })",
  "member({ act: bad })",
  "[...steps(bad)]",
  "new Derived().run(bad)",
  "Base.do(bad)",
  "new Ran(bad)",
  "new Holds(bad).value",
  "new Bus().on(bad).fire()",
  "bus.fire()",
  "run(acts['bad']!)",
  "run(byName.get('bad')!)",
  "run(held.act)",
  "held.act(1)",
  "caught(bad)",
  "run(twice(bad))",
  "run.call(undefined, bad)",
  "run.apply(undefined, [bad])",
  "run.bind(undefined, bad)()",
  "const alias = run; alias(bad)",
  "const local: Act = (n) => bad(n); run(local)",
  "function named(n: number): number { return bad(n); } run(named)",
  "[1].forEach(choose(true))",
  "rows.map((row) => run(row.n > 1 ? bad : good))",
  "rows.forEach(function (this: Act, row) { this(row.n); }, bad)",
  "Array.from([1], bad)",
  "Array.from({ length: 3 }, bad)",
  "new Map([[1, 2]]).forEach(bad)",
  "new Set([1]).forEach(bad)",
  "[3, 1].sort((a, b) => bad(a - b))",
  "[3, 1].toSorted((a, b) => bad(a - b))",
  "'abc'.replace(/b/, () => String(bad(1)))",
  "'abc'.replaceAll('b', () => String(bad(1)))",
  "JSON.parse('[1]', (key, value) => { bad(1); return value; })",
  "JSON.stringify({ toJSON: () => bad(1) })",
  "JSON.stringify([1], (key, value) => { bad(1); return value; })",
  "`${{ toString: () => String(bad(1)) }}`",
  "[...{ *[Symbol.iterator]() { yield bad(1); } }]",
  "Map.groupBy([1], bad)",
  "Object.groupBy([1], (n) => String(bad(n)))",
  "[1].reduce((a, b) => bad(a + b), 0)",
  "[1].reduceRight((a, b) => bad(a + b), 0)",
  "[1].flatMap((n) => [bad(n)])",
  "[1, 2].findLast((n) => bad(n) > 1)",
  "new Int32Array([1]).map(bad)",
  "({ get value() { return bad(1); } }).value",
  "({ set value(n: number) { bad(n); } }).value = 3",
];

const pure = [
  "each(rows, (row) => { row.n.toFixed(); })",
  "run(good)",
  "maybe(good)",
  "maybe()",
  "walk(3, good)",
  "turns(3, good, (n) => n * 2)",
  "new Derived().run(good)",
  "Base.do(good)",
  "caught(good)",
  "const alias = run; alias(good)",
  "let sum = 0; each(rows, (row) => { sum += row.n; }); sum",
  "Array.from([1], good)",
  "new Map([[1, 2]]).forEach(good)",
  "[1].reduce((a, b) => good(a + b), 0)",
];

test.each([
  ["impure", impure, ""],
  ["pure", pure, impure.map((body, index) => `export function impure${index}(): void { ${body}; }`).join("\n")],
] as const)("each call answers for the functions that it gives: %s", { timeout: 60_000 }, (name, bodies, others) => {
  const functions = bodies.map((body, index) => `export function ${name}${index}(): void { ${body}; }`);
  const found = new Set(findImpure([state, ways, others, ...functions].join("\n")));
  const isImpure = bodies.map((body, index) => [body, found.has(`${name}${index}`)]);
  expect(isImpure).toEqual(bodies.map((body) => [body, name === "impure"]));
});
