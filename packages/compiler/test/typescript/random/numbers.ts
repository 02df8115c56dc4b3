import type { Choose } from "./choose.ts";
import { pick } from "./choose.ts";

const support = `
// @ts-nocheck -- TypeScript knows the outcome of some comparisons.
const list = [3, 1, 4, 1, 5];
const bytes = new Int32Array([7, -7, 70, 2147483647]);
const at = (values: readonly number[], key: number): number => values[key] ?? -7;
`;

const CONSTANTS = [
  "0",
  "1",
  "2",
  "-1",
  "7",
  "-0",
  "0.5",
  "NaN",
  "31",
  "32",
  "65535",
  "2147483647",
  "2147483648",
  "-2147483648",
  "4294967295",
  "4294967296",
  "1125899906842624",
  "9007199254740991",
  "9007199254740992",
  "9223372036854775808",
  "Infinity",
];

const ARITHMETIC = ["+", "-", "*", "+", "-", "*", "/", "%", "**"];
const BITS = ["&", "|", "^", "<<", ">>", ">>>"];
const FUNCTIONS = ["floor", "ceil", "round", "trunc", "abs", "sqrt", "sign", "fround", "clz32"];

/** Random arithmetic on local variables, in counting loops, with keys of arrays. */
class RandomNumbers {
  readonly #choose: Choose;
  readonly #variables: string[] = [];
  readonly #counters: string[] = [];
  #names = 0;

  constructor(choose: Choose) {
    this.#choose = choose;
  }

  body(): string {
    const lines = Array.from({ length: 2 + this.#choose(2) }, () => this.#declare());
    for (let count = 3 + this.#choose(4); count > 0; count--) lines.push(this.#statement(2));
    return [...lines, `out.push(${this.#variables.join(", ")});`].join("\n");
  }

  #declare(): string {
    const name = `v${this.#names++}`;
    const text = `let ${name}: number = ${this.#expression(1)};`;
    this.#variables.push(name);
    return text;
  }

  #statement(depth: number): string {
    const choose = this.#choose;
    const variable = pick(choose, this.#variables);
    const inner = (): string => `{ ${this.#statement(depth - 1)} ${this.#statement(depth - 1)} }`;
    switch (choose(depth > 0 ? 8 : 5)) {
      case 0:
        return `out.push(${this.#expression(3)});`;
      case 1:
        return `${variable} = ${this.#expression(3)};`;
      case 2:
        return `${variable} ${pick(choose, ["+", "-", "*", "%", "|", ">>>"])}= ${this.#expression(2)};`;
      case 3:
        return `${variable}${pick(choose, ["++", "--"])};`;
      case 4:
        return this.#access();
      case 5:
        return `if (${this.#test()}) ${inner()} else ${inner()}`;
      default: {
        const counter = `i${this.#names++}`;
        const head = this.#loop(counter);
        this.#counters.push(counter);
        const text = `for (${head}) ${inner()}`;
        this.#counters.pop();
        return text;
      }
    }
  }

  /** A loop of a few rounds. */
  #loop(counter: string): string {
    const choose = this.#choose;
    const start = choose(5);
    const bound = start + choose(6);
    const step = pick(choose, ["++", " += 1", " += 2", " += 0.5"]);
    const limit = choose(3) === 0 ? `Math.min(${bound}, ${pick(choose, this.#variables)})` : String(bound);
    if (choose(2))
      return `let ${counter} = ${start}; ${counter} ${pick(choose, ["<", "<="])} ${limit}; ${counter}${step}`;
    const down = step.replace("+", "-").replace("+", "-");
    return `let ${counter} = ${bound}; ${counter} ${pick(choose, [">", ">="])} ${start}; ${counter}${down}`;
  }

  #access(): string {
    const choose = this.#choose;
    const key = this.#key(2);
    switch (choose(4)) {
      case 0:
        return `out.push(at(list, ${key}));`;
      case 1:
        return `bytes[${key}] = ${this.#expression(1)}; out.push(bytes[0]!, bytes[3]!);`;
      case 2:
        return `out.push(bytes[${key}] ?? -8);`;
      default:
        return `out.push(list[${key}] ?? -9);`;
    }
  }

  /** Sums and products, of which some are too large to be exact. */
  #key(depth: number): string {
    const choose = this.#choose;
    if (depth === 0 || choose(5) === 0) return choose(3) === 0 ? this.#whole() : this.#atom();
    return `(${this.#key(depth - 1)} ${pick(choose, ["+", "*", "-"])} ${this.#key(depth - 1)})`;
  }

  #whole(): string {
    const choose = this.#choose;
    const variable = pick(choose, [...this.#variables, "2147483647"]);
    return pick(choose, [`(${variable} >>> 0)`, `(${variable} | 0)`, `(${variable} & 7)`, `(${variable} & 65535)`]);
  }

  #expression(depth: number): string {
    const choose = this.#choose;
    if (depth === 0) return this.#atom();
    const part = (): string => this.#expression(depth - 1);
    switch (choose(10)) {
      case 0:
        return this.#atom();
      case 1:
      case 2:
      case 3:
      case 4: {
        const operator = pick(choose, ARITHMETIC);
        return `((${part()}) ${operator} (${operator === "**" ? pick(choose, ["2", "3", part()]) : part()}))`;
      }
      case 5:
      case 6:
        return this.#bits(part);
      case 7:
        return `Math.${pick(choose, FUNCTIONS)}(${part()})`;
      case 8:
        return `Math.${pick(choose, ["min", "max", "imul"])}(${part()}, ${part()})`;
      default:
        return pick(choose, [`(${this.#test()} ? ${part()} : ${part()})`, `-(${part()})`, `~(${part()})`]);
    }
  }

  /** What is behind `<` stays simple: TypeScript may take more for the arguments of a type. */
  #bits(part: () => string): string {
    const operator = pick(this.#choose, BITS);
    return `((${part()}) ${operator} (${operator === "<<" ? this.#atom() : part()}))`;
  }

  #test(): string {
    const operator = pick(this.#choose, ["<", "<=", ">", ">=", "===", "!=="]);
    return `(${this.#expression(1)}) ${operator} (${operator === "<" ? this.#atom() : this.#expression(1)})`;
  }

  #atom(): string {
    const choose = this.#choose;
    const names = [...this.#variables, ...this.#counters];
    if (names.length > 0 && choose(5) > 1) return pick(choose, names);
    return choose(6) === 0 ? pick(choose, ["list.length", "bytes[1]!", "list[2]!"]) : pick(choose, CONSTANTS);
  }
}

/** Arithmetic on numbers of all sizes. */
export const makeNumbers = { support, body: (choose: Choose): string => new RandomNumbers(choose).body() };
