import { describe, expect, test } from "vitest";
import type { CompileTypeScriptOptions } from "../../../src/typescript/compile.ts";
import { compileTypeScript } from "../../../src/typescript/compile.ts";
import type { CompileSession } from "../../../src/typescript/rebuild/session.ts";
import { createCompileSession } from "../../../src/typescript/rebuild/session.ts";

type Files = Readonly<Record<string, string>>;

const program = `
import { double } from "./double.ts";

interface Point { x: number; y: number }
export let total = 0;
let rounds = 0;
const scale = 3;

function early(): number { return late; }

function add(n: number): number {
  total += n * scale;
  return total;
}

namespace Inner {
  const origin: Point = { x: 0, y: 0 };
  export function shift(point: Point): number {
    const moved = [point.x, point.y].map((value) => value + 1);
    return moved.length + origin.x;
  }
}

class Counter {
  #steps = 0;
  next: Counter | null = null;
  count(by: number): number {
    this.#steps += by;
    return this.#steps;
  }
  static last(from: Counter): Counter {
    let at = from;
    while (at.next) at = at.next;
    return at;
  }
}

export function run(text: string | undefined): number {
  if (text === undefined) return early();
  for (rounds = 0; rounds < text.length; rounds++) add(text.charCodeAt(rounds));
  return double(Inner.shift({ x: rounds, y: 1 })) + Counter.last(new Counter()).count(2);
}

const counter = new Counter();
const late = 7;

export function fail(reason: string): never { throw new Error(reason); } export const last = [1, 2, 3];
`;

const files: Files = {
  "main.ts": program,
  "double.ts": "export function double(value: number): number {\n  return value * 2;\n}\nexport const unused = 1;\n",
};

interface Compiled {
  /** All of the module that can be compared: `exports` refers to the program itself. */
  module: unknown;
  diagnostics: unknown;
}

function compile(session: CompileSession, all: Files, options: CompileTypeScriptOptions = {}): Compiled {
  const input = { file: "main.ts", source: all["main.ts"]!, readFile: (path: string) => all[path] };
  const { module, diagnostics } = compileTypeScript(input, { sourceMap: true, ...options }, session);
  return { module: module && { ...module, exports: module.exports.map(({ name }) => name) }, diagnostics };
}

function compileCold(all: Files, options?: CompileTypeScriptOptions): Compiled {
  return compile(createCompileSession(), all, options);
}

/** Compiles files and then others, and says whether the second time only one function was lowered. */
function rebuild(
  before: Files,
  after: Files,
  options?: CompileTypeScriptOptions,
): { result: Compiled; alone: boolean } {
  const session = createCompileSession();
  const compilerOptions = { strict: options?.strict ?? true };
  const remembered = (): unknown => session.recall("main.ts", { compilerOptions }).program?.lowered.program;
  compile(session, before, options);
  const first = remembered();
  const result = compile(session, after, options);
  return { result, alone: first !== undefined && first === remembered() };
}

function edit(from: string, to: string, file = "main.ts"): Files {
  const text = files[file]!;
  expect(text.split(from)).toHaveLength(2);
  return { ...files, [file]: text.replace(from, () => to) };
}

describe("an edit of one function's body gives what compiling anew gives, and only that function is lowered", () => {
  const edits: Readonly<Record<string, Files>> = {
    "another number": edit("total += n * scale", "total += 2 * n * scale"),
    "more lines": edit("return total;", "let more = 1;\n\n  more++;\n  return total + more;"),
    "fewer lines": edit("total += n * scale;\n  return", "return total += n * scale,"),
    "a function on a line with other code": edit("throw new Error(reason)", "\nthrow new Error(`${reason}!`)"),
    "a function of a namespace": edit("value + 1", "value * 5"),
    "a method": edit("this.#steps += by;", "this.#steps += by * 2;\n"),
    "a static method that tells `null` apart": edit("let at = from;", "let at = from.next ? from.next : from;"),
    "a variable that is used before its declaration": edit("return late;", "return 1 + late;"),
    "a function of an imported module": edit("value * 2", "value + value", "double.ts"),
    "arrow functions": edit("return total;", "return total + [1, 2].map((each) => each + 1).length;"),
    "no edit of what is run": edit("return total;", "// The sum.\n  return total;"),
  };
  test.each(Object.entries(edits))("%s", (_name, after) => {
    const { result, alone } = rebuild(files, after);
    expect(result).toEqual(compileCold(after));
    expect(result.module).toBeDefined();
    expect(alone).toBe(true);
  });
  test("one edit after the other, and back", () => {
    const steps = Object.values(edits);
    const session = createCompileSession();
    const warm = steps.flatMap((after) => [compile(session, files), compile(session, after)]);
    const cold = steps.flatMap((after) => [compileCold(files), compileCold(after)]);
    expect(warm).toEqual(cold);
  });
  test("where checks are not strict", () => {
    const after = edit("return total;", "const more = 1;\n  return total + more;");
    const { result, alone } = rebuild(files, after, { strict: false });
    expect(result).toEqual(compileCold(after, { strict: false }));
    expect(alone).toBe(true);
  });
  test("variables that JavaScript assigns", () => {
    const after = edit("total += n * scale", "total += n * scale * 2");
    const options = { assigns: ["total"] };
    const { result, alone } = rebuild(files, after, options);
    expect(result).toEqual(compileCold(after, options));
    expect(alone).toBe(true);
  });
});

describe("an edit that other code may notice makes all of the program be looked at", () => {
  test.each<[string, Files]>([
    ["another variable is assigned", edit("return total;", "rounds = 1;\n  return total;")],
    ["a variable is no longer assigned", edit("total += n * scale", "scale")],
    ["an object is made", edit("return total;", "const point: Point = { x: 1, y: 2 };\n  return total + point.x;")],
    ["a function is declared", edit("return total;", "function inner(): number { return 1; }\n  return inner();")],
    ["another property is assigned", edit("while (at.next) at", "while (at.next) at.next = at")],
    [
      "a parameter may be absent",
      edit("throw new Error(reason)", 'if (!reason) return fail("?"); throw new Error(reason)'),
    ],
    ["properties are assigned by name", edit("return total;", "Object.assign(counter, counter);\n  return total;")],
    [
      "a property is assigned whose name is not known",
      edit("return total;", "(counter as any)[String(n)] = n; return total;"),
    ],
    ["a timer is set", edit("return total;", "globalThis.setTimeout(() => {}, 1);\n  return total;")],
    ["a signature", edit("function add(n: number)", "function add(n: number, _more = 1)")],
    ["another function within the braces", edit("return late;", "return 1; } function another(): number { return 2;")],
    ["an end further on", edit("return late; }", "return 1; /* } */ } /* */")],
    ["a constant", edit("const scale = 3", "const scale = 4")],
  ])("%s", (_name, after) => {
    const { result, alone } = rebuild(files, after);
    expect(result).toEqual(compileCold(after));
    expect(alone).toBe(false);
  });
});

test("errors are found in an edited body, and gone when they are mended", () => {
  const wrong = edit("return total;", 'return "total";');
  const unsupported = edit("return total;", 'eval("1");\n  return total;');
  const session = createCompileSession();
  compile(session, files);
  for (const each of [wrong, files, unsupported, files]) {
    expect(compile(session, each)).toEqual(compileCold(each));
  }
  expect(compile(session, wrong).diagnostics).toEqual([expect.objectContaining({ code: "typescript_error" })]);
});

test("an import that leads to another file is noticed along with an edit", () => {
  const after = {
    ...edit("return total;", "return total + 1;"),
    "double.ts": "export const double = (n: number): number => n;",
  };
  const { result, alone } = rebuild(files, after);
  expect(result).toEqual(compileCold(after));
  expect(alone).toBe(false);
});
