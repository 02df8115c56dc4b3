import { describe, expect, test } from "vitest";
import type { CheckOptions } from "../../../src/typescript/check/index.ts";
import { checkProgram, findAuthorOptions } from "../../../src/typescript/check/index.ts";
import { listErrors } from "./check-files.ts";

const MODULE = "app/lib/a.ts";

function find(files: Readonly<Record<string, string | object>>): CheckOptions["compilerOptions"] {
  return findAuthorOptions({
    file: MODULE,
    source: "",
    readFile(path) {
      const file = files[path];
      return typeof file === "object" ? JSON.stringify(file) : file;
    },
  });
}

describe("the author's options", () => {
  test("are those of the nearest tsconfig.json", () => {
    const outer = { compilerOptions: { strict: true } };
    expect(find({})).toBeUndefined();
    expect(find({ "tsconfig.json": outer })).toEqual({ strict: true });
    expect(find({ "tsconfig.json": outer, "app/tsconfig.json": { compilerOptions: { noImplicitAny: true } } })).toEqual(
      {
        strict: false,
        noImplicitAny: true,
      },
    );
  });
  test("are as strict as asked for where they do not say", () => {
    const input = {
      file: MODULE,
      source: "",
      readFile: (path: string) => (path === "tsconfig.json" ? "{}" : undefined),
    };
    expect(findAuthorOptions(input, true)).toEqual({ strict: true });
  });
  test("are no checks that a strict program need not pass", () => {
    const compilerOptions = { strict: true, noUncheckedIndexedAccess: true, noUnusedLocals: true, target: "es5" };
    expect(find({ "tsconfig.json": { compilerOptions } })).toEqual({ strict: true });
  });
  test("may have comments, and mistakes", () => {
    expect(find({ "tsconfig.json": '{ // loose\n "compilerOptions": { "strict": true, }, }' })).toEqual({
      strict: true,
    });
    expect(find({ "tsconfig.json": "no JSON" })).toEqual({ strict: false });
    expect(find({ "tsconfig.json": { compilerOptions: { strict: "yes" } } })).toEqual({ strict: false });
  });
  test("extend those of other files, in packages and above the root", () => {
    const base = { compilerOptions: { strict: true, strictNullChecks: false } };
    const expected = { strict: true, strictNullChecks: false };
    expect(find({ "app/tsconfig.json": { extends: "../base" }, "base.json": base })).toEqual(expected);
    expect(find({ "tsconfig.json": { extends: "../base.json" }, "../base.json": base })).toEqual(expected);
    expect(find({ "app/tsconfig.json": { extends: "@x/y" }, "node_modules/@x/y/tsconfig.json": base })).toEqual(
      expected,
    );
    const both = { extends: ["./a.json", "./b.json"] };
    const other = { compilerOptions: { strictNullChecks: true } };
    expect(find({ "tsconfig.json": both, "a.json": base, "b.json": other })).toEqual({
      strict: true,
      strictNullChecks: true,
    });
    expect(find({ "tsconfig.json": { extends: "./tsconfig.json" } })).toEqual({ strict: false });
  });
  test("are those of the first project of a file that only names projects", () => {
    const files = {
      "tsconfig.json": { files: [], references: [{ path: "./tsconfig.app.json" }, { path: "./tsconfig.node.json" }] },
      "tsconfig.app.json": { compilerOptions: { strict: true } },
    };
    expect(find(files)).toEqual({ strict: true });
  });
});

describe("a program that is checked loosely", () => {
  const source = `interface Item { next: Item }
export let last: Item = null;
export function count(list) {
  let n = 0;
  for (let at: Item = list; at !== null; at = at.next) n++;
  return n;
}
`;
  const input = { file: MODULE, source, readFile: () => undefined };
  test("has no errors that only strict checks find", () => {
    expect(listErrors(checkProgram(input))).toHaveLength(2);
    expect(listErrors(checkProgram(input, { compilerOptions: { strict: false } }))).toEqual([]);
  });
  test("has the other errors", () => {
    const wrong = { ...input, source: `${source}export const text: string = 1;\n` };
    expect(listErrors(checkProgram(wrong, { compilerOptions: { strict: false } }))).toEqual([
      "app/lib/a.ts:8:14 typescript_error Type 'number' is not assignable to type 'string' (TS2322)",
    ]);
  });
  test("has the types of strict checks", () => {
    const { entry, checker } = checkProgram(
      { ...input, source: "export const found: string | null = null;\nlet none: string = null;\n" },
      { compilerOptions: { strict: false } },
    );
    const [found] = checker.getExportsOfModule(checker.getSymbolAtLocation(entry)!);
    expect(checker.typeToString(checker.getTypeOfSymbol(found!))).toBe("string | null");
  });
});
