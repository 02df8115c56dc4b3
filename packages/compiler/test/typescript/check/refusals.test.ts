import { describe, expect, test } from "vitest";
import { checkFiles, checkText, listCodes, listErrors } from "./check-files.ts";

/** Code and text of what is refused. */
function listRefused(text: string): string[] {
  return checkText(text).diagnostics.map(
    ({ code, range }) => `${code}: ${text.slice(range?.start.offset, range?.end.offset)}`,
  );
}

describe("what is not in the language is refused, once, where it stands", () => {
  test.each([
    ['eval("1");', "eval: eval"],
    ['globalThis.eval("1");', "eval: eval"],
    ['globalThis["eval"]("1");', 'eval: "eval"'],
    ["const run = eval; run('1');", "eval: eval"],
    ["const { eval: run } = globalThis; run('1');", "eval: eval"],
    ['Function("a", "return a");', "function_constructor: Function"],
    ['new Function("return 1")();', "function_constructor: Function"],
    ["const make = Function; make('1');", "function_constructor: make"],
    ["export class Made extends Function {}", "function_constructor: Function"],
    ["class A extends Array<number> {}", "base: Array"],
    ["new Intl.Segmenter('de').segment('a');", "intl: Segmenter"],
    ["new Intl.NumberFormat('de').formatToParts(1);", "intl: formatToParts"],
    ["new Proxy({}, {});", "proxy: Proxy"],
    ["export const made = { Proxy };", "proxy: Proxy"],
    ["Proxy.revocable({}, {});", "proxy: Proxy"],
    ["with ({ a: 1 }) { String(1); }", "with: with ({ a: 1 })"],
    ["export const load = () => import('./a.ts');", "dynamic_import: import('./a.ts')"],
    ["class A {}\n(A as any).prototype = {};", "prototype: (A as any).prototype"],
    ["class A { b() {} }\nA.prototype.b = () => {};", "prototype: A.prototype"],
    ["class A { b() {} }\nA.prototype['b'] = () => {};", "prototype: A.prototype"],
    ["class A { b?(): void; }\ndelete A.prototype.b;", "prototype: A.prototype"],
    ["function A() {}\nA.prototype.b = 1;", "prototype: A.prototype"],
    ["Array.prototype.at = () => undefined;", "prototype: Array.prototype"],
    ["class A {}\nObject.assign(A.prototype, { b: 1 });", "prototype: A.prototype"],
    ["class A {}\nObject.defineProperty(A.prototype, 'b', { value: 1 });", "prototype: A.prototype"],
    ["Object.setPrototypeOf({}, null);", "prototype: setPrototypeOf"],
    ["Reflect.setPrototypeOf({}, null);", "prototype: setPrototypeOf"],
    ["const set = Object.setPrototypeOf; set({}, null);", "prototype: setPrototypeOf"],
    ["const a: any = {}; a.__proto__ = null;", "prototype: __proto__"],
    ["const a: any = {}; a['__proto__'];", "prototype: '__proto__'"],
    ["export const a = { __proto__: null };", "prototype: __proto__"],
    ["export const a = { '__proto__': null };", "prototype: '__proto__'"],
  ])("%s", (text, expected) => {
    expect(listRefused(`${text}\nexport {};`)).toEqual([`typescript_unsupported_${expected}`]);
  });
  test("decorators of every kind", () => {
    const text = `
      function mark(...values: unknown[]): any { return values[0]; }
      @mark export class A {
        @mark b = 1;
        @mark c() {}
        @mark get d() { return 1; }
        @mark static accessor e = 1;
        f(@mark value: number) { return value; }
      }
    `;
    expect(listRefused(text)).toEqual(Array.from({ length: 6 }, () => "typescript_unsupported_decorator: @mark"));
  });
  test("in imported modules, too", () => {
    const found = checkFiles({
      "a.ts": 'import { b } from "./b.ts";\nb();',
      "b.ts": "export const b = () => eval('1');",
    });
    expect(listErrors(found)).toEqual([expect.stringMatching(/^b\.ts:1:24 typescript_unsupported_eval/)]);
  });
  test("each names an alternative", () => {
    for (const text of [
      "eval('')",
      "Function('')",
      "new Proxy({}, {})",
      "Intl.Segmenter",
      "import('./a.ts')",
      "Object.setPrototypeOf",
    ]) {
      expect(checkText(`export const a = ${text};`).diagnostics[0]?.hint).toMatch(/./);
    }
  });
});

describe("what only looks like it is allowed", () => {
  test.each([
    [
      "a name of the author's own",
      "function evaluate(eval_: number) { const Proxy = 1; const Intl = [eval_]; return Proxy + Intl.length; }\nevaluate(1);",
    ],
    [
      "a member of the author's own",
      "class A { eval() { return 1; } prototype = 1; Function = 2; }\nconst a = new A(); a.eval(); a.prototype = 3; a.Function = 4;",
    ],
    ["a property name", "export const a = { eval: 1, Proxy: 2, ['x']: 3 }; a.eval; a['Proxy'];"],
    ["a string", "export const a = ['eval', '__proto__', `Proxy`];"],
    ["types", "export type A = Function | Intl.NumberFormatOptions | ProxyHandler<object> | typeof eval;"],
    [
      "tests for functions",
      "export const a = (b: unknown) => b instanceof Function || [Map, Function].some((c) => (b as object).constructor === c);",
    ],
    [
      "methods of prototypes",
      "export const a = Object.prototype.hasOwnProperty.call({}, 'a') && Array.prototype.slice.call([1]);",
    ],
    ["`debugger`", "debugger;"],
    ["generators, labels and `arguments`", "export function* f() { a: for (;;) { yield arguments.length; break a; } }"],
    [
      "the prototype that the object has already",
      "export class A extends Error { constructor() { super(); Object.setPrototypeOf(this, new.target.prototype); } }\nexport class B extends A {}",
    ],
    [
      "the prototype of the class itself",
      "export class A extends Error { constructor() { super(); Object.setPrototypeOf(this, A.prototype); } }",
    ],
    [
      "the prototype of each class itself",
      `
      export class A extends Error { constructor() { super(); Object.setPrototypeOf(this, A.prototype); } }
      export class B extends A { constructor() { super(); Object.setPrototypeOf(this, B.prototype); } }
    `,
    ],
  ])("%s", (_, text) => {
    expect(listErrors(checkText(`${text}\nexport {};`))).toEqual([]);
  });
  test("unless the class would take its prototype from one that extends it", () => {
    const text = `
      export class A extends Error { constructor() { super(); Object.setPrototypeOf(this, A.prototype); } }
      export class B extends A { b = 1; }
    `;
    expect(listRefused(text)).toEqual(["typescript_unsupported_prototype: setPrototypeOf"]);
    const files = {
      "b.ts": 'import { A as Base } from "./a.ts";\nexport class B extends Base {}',
      "a.ts": text.split("\n")[1] ?? "",
    };
    expect(listErrors(checkFiles(files))).toEqual([expect.stringMatching(/^a\.ts:1:.*prototype/)]);
  });
  test("or the prototype is that of another class, or outside of a constructor", () => {
    const other = "class A {}\nexport class B { constructor() { Object.setPrototypeOf(this, A.prototype); } }";
    const method = "export class B { reset() { Object.setPrototypeOf(this, B.prototype); } }";
    const inner =
      "export class B { constructor() { (function (this: object) { Object.setPrototypeOf(this, B.prototype); }).call({}); } }";
    for (const text of [other, method, inner]) {
      expect(listCodes(checkText(text))).toEqual(["typescript_unsupported_prototype"]);
    }
  });
});
