import type { Choose } from "./choose.ts";
import { pick } from "./choose.ts";

const support = `
// @ts-nocheck -- TypeScript knows what some lists hold.
type Value = number | string | boolean | undefined | null;
function second(list: Value[]): Value { return list[1]; }
function replace(list: Value[], value: Value): Value[] { list[0] = value; return list; }
function grow(list: Value[], value: Value): void { list.push(value); }
const index = { one: 1, two: 2 };
`;

const VALUES = ["1", "2.5", '"a"', '"text"', "true", "undefined", "null", "-0", "4294967296"];

/** Random lists of a few elements each, read and changed at places that are known and at places that are not. */
class RandomTuples {
  readonly #choose: Choose;
  readonly #lists: string[] = [];

  constructor(choose: Choose) {
    this.#choose = choose;
  }

  body(): string {
    const choose = this.#choose;
    const lines = Array.from({ length: 2 + choose(3) }, () => {
      const name = `t${this.#lists.length}`;
      const line = `let ${name}: Value[] = ${this.#list()};`;
      this.#lists.push(name);
      return line;
    });
    for (let count = 3 + choose(8); count > 0; count--) lines.push(this.#statement(1));
    for (const name of this.#lists)
      lines.push(`out.push(${name}.length, ${name}[0], ${name}[1], ${name}[2], ${name}[5]);`);
    return lines.join("\n");
  }

  #list(): string {
    const choose = this.#choose;
    const elements = Array.from({ length: 1 + choose(4) }, () => this.#value());
    if (this.#lists.length > 0 && choose(6) === 0) elements[choose(elements.length)] = `...${this.#name()}`;
    return `[${elements.join(", ")}]`;
  }

  #statement(depth: number): string {
    const choose = this.#choose;
    const name = this.#name();
    switch (choose(depth > 0 ? 13 : 11)) {
      case 0:
      case 1:
        return `out.push(${name}[${choose(5)}]);`;
      case 2:
        return `${name}[${choose(2)}] = ${this.#value()};`;
      case 3:
        return `${name}[index.${pick(choose, ["one", "two"])} % ${name}.length] = ${this.#value()};`;
      case 4:
        return `${name} = ${pick(choose, [this.#list(), this.#name()])};`;
      case 5:
        return `out.push(second(${name}));`;
      case 6:
        return `${pick(choose, [`grow(${name}, ${this.#value()})`, `${name}.pop()`, `${name}.reverse()`, `${name}.shift()`, `${name}.unshift(${this.#value()})`, `${name}.length = 1`, `${name}.splice(0, 1, ${this.#value()})`])};`;
      case 7:
        return `${name} = replace(${this.#name()}, ${this.#value()});`;
      case 8:
        return `{ const [first, other = ${this.#value()}, ...rest]: Value[] = ${name}; out.push(first, other, rest.length, rest[0]); }`;
      case 9:
        return `for (const each of ${name}) out.push(each);`;
      case 10:
        return `[${name}[0], ${name}[1]] = [${name}[1], ${name}[0]];`;
      case 11:
        return `if (${name}[${choose(3)}] === ${this.#value()}) { ${this.#statement(0)} } else { ${this.#statement(0)} }`;
      default:
        return `for (let i = 0; i < 3; i++) { out.push(${name}[i]); ${this.#statement(0)} }`;
    }
  }

  #value(): string {
    const choose = this.#choose;
    if (this.#lists.length > 0 && choose(4) === 0) return `${this.#name()}[${choose(3)}]`;
    return pick(choose, VALUES);
  }

  #name(): string {
    return pick(this.#choose, this.#lists);
  }
}

/** Lists of few elements, whose places are looked at one by one as long as that is possible. */
export const makeTuples = { support, body: (choose: Choose): string => new RandomTuples(choose).body() };
