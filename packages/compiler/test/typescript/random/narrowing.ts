import type { Choose } from "./choose.ts";
import { pick } from "./choose.ts";

const support = `
// @ts-nocheck -- what the tests leave is at times said to be nothing.
class Box { kind = "box" as const; constructor(public held: number) {} }
class Crate extends Box { extra = "e"; }
interface Circle { kind: "circle"; radius: number }
interface Square { kind: "square"; side: string }
type Value = number | string | boolean | null | undefined | Circle | Square | Box | number[];
function show(value: unknown): string {
  if (value === null || typeof value !== "object") return typeof value + " " + String(value);
  if (value instanceof Crate) return "crate " + value.held + value.extra;
  if (value instanceof Box) return "box " + value.held;
  return JSON.stringify(value);
}
function same<T>(value: T): T { return value; }
function first<T>(...values: T[]): T { return values[0]!; }
function isText(value: unknown): value is string { return typeof value === "string"; }
function isRound(value: Value): value is Circle { return typeof value === "object" && value !== null && "radius" in value; }
function fail(reason: string): never { throw new Error(reason); }
function assertThere(value: unknown): asserts value { if (!value) throw new Error("nothing"); }
`;

const VALUES = [
  "1",
  "0",
  "NaN",
  '"a"',
  '""',
  "true",
  "false",
  "null",
  "undefined",
  '{ kind: "circle", radius: 2 }',
  '{ kind: "square", side: "s" }',
  "new Box(3)",
  "new Crate(4)",
  "[5, 6]",
];

/** Random functions with variables that can hold values of many types, tests of what they hold, and assignments between. */
class RandomNarrowing {
  readonly #choose: Choose;
  readonly #names = ["a", "b", "c", "holder.field"];
  #loops = 0;
  #labels = 0;

  constructor(choose: Choose) {
    this.#choose = choose;
  }

  body(): string {
    const choose = this.#choose;
    const lines = [
      ...["a", "b", "c"].map((name) => `let ${name}: Value = ${this.#value()} as Value;`),
      `const holder: { field: Value } = { field: ${this.#value()} };`,
      `const change = (): void => { ${pick(choose, this.#names)} = ${this.#value()}; };`,
      `const read = (): Value => ${pick(choose, this.#names)};`,
    ];
    for (let count = 3 + choose(4); count > 0; count--)
      lines.push(`try { ${this.#block(3)} } catch (e) { out.push(show(e instanceof Error ? e.message : e)); }`);
    return [...lines, "out.push(show(read()));", this.#look()].join("\n");
  }

  #block(depth: number): string {
    return Array.from({ length: 1 + this.#choose(3) }, () => this.#statement(depth)).join(" ");
  }

  #statement(depth: number): string {
    const choose = this.#choose;
    const inner = (): string => `{ ${this.#block(depth - 1)} }`;
    switch (choose(depth > 0 ? 13 : 5)) {
      case 0:
      case 1:
        return this.#look();
      case 2:
        return `${this.#name()} = ${this.#expression()};`;
      case 3:
        return choose(2) ? "change();" : this.#look();
      case 4:
        return this.#loops > 0 && choose(2)
          ? `if (${this.#test()}) ${pick(choose, ["break", "continue"])};`
          : this.#look();
      case 5:
      case 6:
      case 7:
        return `if (${this.#test()}) ${inner()}${choose(2) ? ` else ${inner()}` : ""}`;
      case 8:
        return `if (${this.#test()}) { ${this.#block(depth - 1)} ${pick(choose, ['fail("left");', 'throw new Error("thrown");', "return out;"])} }`;
      case 9: {
        const name = this.#name();
        const at = `${name}.kind`;
        return `if (typeof ${name} === "object" && ${name} && "kind" in ${name}) switch (${at}) { case "circle": ${this.#block(depth - 1)} ${choose(2) ? "break;" : ""} case "square": ${this.#block(depth - 1)} break; default: ${this.#block(depth - 1)} }`;
      }
      case 10: {
        const label = `l${this.#labels++}`;
        this.#loops++;
        const text = `for (let ${label} = 0; ${label} < 3; ${label}++) ${inner()}`;
        this.#loops--;
        return text;
      }
      case 11:
        return `try ${inner()} catch { ${this.#look()} }${choose(2) ? ` finally ${inner()}` : ""}`;
      default:
        return `switch (typeof ${this.#name()}) { case "number": ${this.#block(depth - 1)} break; case "object": ${this.#block(depth - 1)} ${choose(2) ? "break;" : ""} default: ${this.#block(depth - 1)} }`;
    }
  }

  #look(): string {
    const name = this.#name();
    return pick(this.#choose, [
      `out.push(show(${name}));`,
      `out.push(show(same(${name})));`,
      `out.push(show(first(${name}, ${this.#name()})));`,
      `out.push(show([${name}][0]));`,
      `{ const held = ${name}; out.push(typeof held, show({ held }.held)); }`,
      `out.push(show(${name} ?? ${this.#name()}), \`\${show(${name} || 1)}\`);`,
    ]);
  }

  #test(depth = 1): string {
    const choose = this.#choose;
    if (depth > 0 && choose(3) === 0) {
      return `(${this.#test(depth - 1)}) ${pick(choose, ["&&", "||"])} (${this.#test(depth - 1)})`;
    }
    const name = this.#name();
    const test = pick(choose, [
      `typeof ${name} === "${pick(choose, ["number", "string", "boolean", "undefined", "object"])}"`,
      `${name} === ${pick(choose, ["null", "undefined", "1", '"a"', "true", this.#name()])}`,
      `${name} == null`,
      name,
      `${name} instanceof Box`,
      `${name} instanceof Crate`,
      `Array.isArray(${name})`,
      `isText(${name})`,
      `isRound(${name})`,
      `(${name} = ${this.#value()})`,
      `typeof (${name} = ${this.#name()}) === "number"`,
    ]);
    return choose(3) === 0 ? `!(${test})` : test;
  }

  #expression(): string {
    const choose = this.#choose;
    return pick(choose, [
      this.#value(),
      this.#value(),
      this.#name(),
      "read()",
      `(${this.#test(0)} ? ${this.#name()} : ${this.#value()})`,
      `(${this.#name()} ?? ${this.#value()})`,
    ]);
  }

  #value(): string {
    return pick(this.#choose, VALUES);
  }

  #name(): string {
    return pick(this.#choose, this.#names);
  }
}

/** Values of several types, with tests of what they are. */
export const makeNarrowing = { support, body: (choose: Choose): string => new RandomNarrowing(choose).body() };
