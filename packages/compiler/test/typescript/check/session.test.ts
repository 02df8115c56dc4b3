import { describe, expect, test } from "vitest";
import { createCheckSession } from "../../../src/typescript/check/index.ts";
import type { Files } from "./check-files.ts";
import { checkFiles, listErrors } from "./check-files.ts";

const app: Files = {
  "app/main.ts": 'import { add } from "./add";\nexport const three: number = add(1, 2);\n',
  "app/add.ts": "export const add = (a: number, b: number): number => a + b;\n",
};

describe("a session", () => {
  test("finds in an edited module what is there now", () => {
    const session = createCheckSession();
    const check = (files: Files): string[] => listErrors(checkFiles(files, {}, session));
    expect(check(app)).toEqual([]);
    const edited = { ...app, "app/main.ts": `${app["app/main.ts"]}export const four: string = three;\n` };
    expect(check(edited)).toEqual([
      "app/main.ts:3:14 typescript_error Type 'number' is not assignable to type 'string' (TS2322)",
    ]);
    expect(check({ ...app, "app/main.ts": `\n${edited["app/main.ts"]}` })).toEqual([
      expect.stringContaining("app/main.ts:4:14 "),
    ]);
    expect(check(app)).toEqual([]);
  });
  test("does not parse again what has not changed", () => {
    const session = createCheckSession();
    const first = checkFiles(app, {}, session);
    const second = checkFiles({ ...app, "app/main.ts": `${app["app/main.ts"]}\n` }, {}, session);
    expect(second.files[0]).toBe(first.files[0]);
    expect(second.entry).not.toBe(first.entry);
    expect(second.entry.text).toBe(`${app["app/main.ts"]}\n`);
  });
  test("sees edits of imported modules", () => {
    const session = createCheckSession();
    expect(listErrors(checkFiles(app, {}, session))).toEqual([]);
    const edited = { ...app, "app/add.ts": 'export const add = (a: number, b: number): string => "" + a + b;' };
    expect(listErrors(checkFiles(edited, {}, session))).toEqual([
      expect.stringMatching(/^app\/main\.ts:2:14 .*TS2322/),
    ]);
  });
  test("notices that an imported module is gone, moved or back", () => {
    const session = createCheckSession();
    const { "app/add.ts": add = "", ...rest } = app;
    expect(listErrors(checkFiles(app, {}, session))).toEqual([]);
    expect(listErrors(checkFiles(rest, {}, session))).toEqual([
      "app/main.ts:1:21 typescript_import_missing there is no module `./add`",
    ]);
    const moved = checkFiles({ ...rest, "app/add/index.ts": add }, {}, session);
    expect(listErrors(moved)).toEqual([]);
    expect(moved.dependencies).toEqual(["app/add/index.ts"]);
    expect(checkFiles({ ...app, "app/add/index.ts": add }, {}, session).dependencies).toEqual(["app/add.ts"]);
  });
  test("keeps what one module declares for all from the others", () => {
    const session = createCheckSession();
    const source = "[1].mine();\nmine;\n";
    const declares = `declare global { interface Array<T> { mine(): T } const mine: number }\n${source}export {};`;
    expect(listErrors(checkFiles({ "a.ts": declares }, {}, session))).toEqual([]);
    expect(listErrors(checkFiles({ "b.ts": source }, {}, session))).toHaveLength(2);
    expect(listErrors(checkFiles({ "b.ts": source }))).toHaveLength(2);
  });
  test("takes other options for the same text", () => {
    const session = createCheckSession();
    const files = { "a.ts": "export function f(x) { return x; while (true); }" };
    const strict = (): string[] => listErrors(checkFiles(files, {}, session));
    const loose = (): string[] =>
      listErrors(checkFiles(files, { compilerOptions: { strict: false, allowUnreachableCode: false } }, session));
    expect(strict()).toEqual([expect.stringContaining("TS7006")]);
    expect(loose()).toEqual([expect.stringContaining("TS7027")]);
    expect(strict()).toEqual([expect.stringContaining("TS7006")]);
  });
  test("gives the same as a check alone", () => {
    const session = createCheckSession();
    const broken = { ...app, "app/main.ts": 'import { add } from "./add";\nadd("", eval(""));\n' };
    const sequence = [app, broken, app, broken].map((files) => checkFiles(files, {}, session).diagnostics);
    expect(sequence).toEqual([app, broken, app, broken].map((files) => checkFiles(files).diagnostics));
  });
});
