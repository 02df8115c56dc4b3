import type { Choose } from "../random/choose.ts";

/** Kinds of functions whose bodies are made. */
export type CodeKind = "generator" | "async" | "asyncGenerator";

interface Variable {
  name: string;
  assignable: boolean;
}

interface LabelName {
  name: string;
  loop: boolean;
}

/**
 * Makes bodies of functions that stop in all sorts of places. They use the functions of `support.ts`, write what they do to `log`, and may use
 * their parameters `p0` and `p1`.
 */
export class RandomCode {
  readonly #kind: CodeKind;
  readonly #choose: Choose;
  readonly #variables: Variable[] = [
    { name: "p0", assignable: true },
    { name: "p1", assignable: false },
  ];
  readonly #functions: string[] = [];
  readonly #labels: LabelName[] = [];
  #names = 0;
  #budget = 28;

  constructor(kind: CodeKind, choose: Choose) {
    this.#kind = kind;
    this.#choose = choose;
  }

  body(): string {
    return this.#statements(3 + this.#choose(4), 0);
  }

  #name(start: string): string {
    return `${start}${this.#names++}`;
  }

  #pick<T>(values: readonly T[]): T {
    return values[this.#choose(values.length)]!;
  }

  #stop(): string {
    const value = this.#expression(1);
    const ticks = this.#choose(3);
    const awaits = [`await ${value}`, `await later(${value}, ${ticks})`, `await failing(log, ${value})`];
    switch (this.#kind) {
      case "generator":
        return `(${this.#pick([`yield ${value}`, `yield ${value}`, `yield* upTo(${value})`, `yield* guarded(log, ${value})`])})`;
      case "async":
        return `(${this.#pick([...awaits, `await thenable(${value})`, `await Promise.resolve(${value})`])})`;
      case "asyncGenerator":
        return `(${this.#pick([...awaits, `yield ${value}`, `yield later(${value}, 1)`, `yield* asyncGuarded(log, ${value})`])})`;
    }
  }

  #expression(depth: number): string {
    const inner = (): string => this.#expression(depth + 1);
    switch (this.#choose(depth > 2 ? 4 : 13)) {
      case 0:
        return String(this.#choose(5));
      case 1:
      case 2:
        return this.#pick(this.#variables).name;
      case 3:
        return this.#functions.length > 0 ? `${this.#pick(this.#functions)}()` : "7";
      case 4:
      case 5:
        return this.#stop();
      case 6:
        return `(${inner()} + ${inner()})`;
      case 7:
        return `(${inner()} > 3 ? ${inner()} : ${inner()})`;
      case 8:
        return `sum(${inner()}, ${inner()})`;
      case 9:
        return `({ a: ${inner()}, b: [${inner()}, 1] }).b[0]!`;
      case 10:
        return `\`\${${inner()}}-\${${inner()}}\`.length`;
      case 11:
        return this.#assignment(inner);
      default:
        return `((${inner()} % 2 === 0 ${this.#pick(["&&", "||"])} ${inner()} > 2) ? 1 : 0)`;
    }
  }

  #assignment(inner: () => string): string {
    const { name } = this.#pick(this.#variables.filter(({ assignable }) => assignable));
    return this.#pick([() => `(${name} = ${inner()})`, () => `(${name} += ${inner()})`, () => `${name}++`])();
  }

  /** Statements with a scope of their own. */
  #statements(count: number, depth: number): string {
    const [variables, functions] = [this.#variables.length, this.#functions.length];
    const texts = Array.from({ length: count }, () => this.#statement(depth));
    this.#variables.length = variables;
    this.#functions.length = functions;
    return texts.join("\n");
  }

  #block(depth: number, variable?: Variable, label?: LabelName): string {
    if (variable) this.#variables.push(variable);
    if (label) this.#labels.push(label);
    const text = `{\n${this.#statements(1 + this.#choose(3), depth + 1)}\n}`;
    if (variable) this.#variables.pop();
    if (label) this.#labels.pop();
    return text;
  }

  #statement(depth: number): string {
    if (--this.#budget < 0) return `log.push("end");`;
    const simple = [
      () => `log.push("${this.#name("")}:" + ${this.#expression(0)});`,
      () => this.#declaration(),
      () => `log.push("stop" + ${this.#stop()});`,
      () => this.#closure(),
      () => this.#jump(),
    ];
    const nested = [
      () => this.#if(depth),
      () => this.#for(depth),
      () => this.#forOf(depth),
      () => this.#while(depth),
      () => this.#switch(depth),
      () => this.#try(depth),
      () => this.#try(depth),
      () => this.#try(depth),
    ];
    return this.#pick(depth > 3 ? simple : [...simple, ...nested])();
  }

  #declaration(): string {
    const assignable = this.#choose(2) === 0;
    const name = this.#name("v");
    const value = this.#expression(0);
    this.#variables.push({ name, assignable });
    return `${assignable ? "let" : "const"} ${name}: number = ${value};`;
  }

  #closure(): string {
    const { name } = this.#pick(this.#variables.filter(({ assignable }) => assignable));
    const made = this.#name("f");
    this.#functions.push(made);
    return `const ${made} = (): number => ${this.#pick([`${name}++`, `${name} * 2`, name])};`;
  }

  #jump(): string {
    const test = `if (${this.#expression(1)} > ${2 + this.#choose(5)})`;
    const choice = this.#choose(4);
    if (choice === 0) return `${test} return ${this.#expression(1)};`;
    if (choice === 1) return `${test} throw new Error("${this.#name("thrown")}");`;
    if (this.#labels.length === 0) return `log.push("none");`;
    const { name, loop } = this.#pick(this.#labels);
    return `${test} ${loop && this.#choose(2) === 0 ? "continue" : "break"} ${name};`;
  }

  #if(depth: number): string {
    const otherwise = this.#choose(2) === 0 ? ` else ${this.#block(depth)}` : "";
    return `if (${this.#expression(0)} > ${this.#choose(5)}) ${this.#block(depth)}${otherwise}`;
  }

  #for(depth: number): string {
    const [name, label] = [this.#name("i"), this.#name("L")];
    const body = this.#block(depth, { name, assignable: false }, { name: label, loop: true });
    return `${label}: for (let ${name} = 0; ${name} < ${1 + this.#choose(3)}; ${name}++) ${body}`;
  }

  #forOf(depth: number): string {
    const [name, label] = [this.#name("x"), this.#name("L")];
    const sources = [`[${this.#expression(1)}, 7]`, "upTo(3)", "new Set([1, 2])", "own(log, 3)", "guarded(log, 2)"];
    const isAwait = this.#kind !== "generator" && this.#choose(2) === 0;
    const source = this.#pick(isAwait ? [`[${this.#expression(1)}, later(7, 1)]`, "asyncGuarded(log, 2)"] : sources);
    const body = this.#block(depth, { name, assignable: false }, { name: label, loop: true });
    return `${label}: for ${isAwait ? "await " : ""}(const ${name} of ${source}) ${body}`;
  }

  #while(depth: number): string {
    const [name, label] = [this.#name("w"), this.#name("L")];
    const body = this.#block(depth, { name, assignable: false }, { name: label, loop: false });
    const atEnd = this.#choose(2) === 0;
    const test = `${name}++ < 2 && ${this.#expression(1)} < 6`;
    return `let ${name} = 0;\n${label}: ${atEnd ? `do ${body} while (${test});` : `while (${test}) ${body}`}`;
  }

  #switch(depth: number): string {
    const label = this.#name("S");
    this.#labels.push({ name: label, loop: false });
    const clauses = ["case 0", "case 2", "default", "case 3"].map((head) => {
      const leaves = this.#choose(2) === 0 ? "\nbreak;" : "";
      return `${head}: {\n${this.#statements(1, depth + 1)}${leaves}\n}`;
    });
    this.#labels.pop();
    return `${label}: switch (sum(0, ${this.#expression(0)})) {\n${clauses.join("\n")}\n}`;
  }

  #try(depth: number): string {
    const choice = this.#choose(3);
    const body = `try ${this.#block(depth)}`;
    const handler = ` catch (error) {\nlog.push("caught " + message(error));\n${this.#statements(1, depth + 1)}\n}`;
    const finalizer = ` finally {\nlog.push("${this.#name("finally")}");\n${this.#statements(this.#choose(2), depth + 1)}\n}`;
    return `${body}${choice === 0 ? "" : handler}${choice === 1 ? "" : finalizer}`;
  }
}
