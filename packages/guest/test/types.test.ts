import { join } from "node:path";
import { hostFunctions } from "@rune/schema";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const folder = import.meta.dirname;

/** Type errors of a controller that an author checks with `tsc --noEmit`. */
function check(files: readonly string[], text?: string): string[] {
  const options: ts.CompilerOptions = {
    noEmit: true,
    strict: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: ["@rune/guest/assemblyscript"],
  };
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  const virtual = join(folder, "virtual.as.ts");
  host.fileExists = (file) => (text !== undefined && file === virtual) || ts.sys.fileExists(file);
  host.readFile = (file) => (text !== undefined && file === virtual ? text : readFile(file));
  const roots = text === undefined ? files : [virtual];
  const program = ts.createProgram(
    roots.map((file) => join(folder, file.replace(`${folder}/`, ""))),
    options,
    host,
  );
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

describe("types of the AssemblyScript dialect", () => {
  test("a controller is clean beside the standard library", () => {
    expect(check(["controller.as.ts"])).toEqual([]);
  });
  test("a class without `to_json` is no data", () => {
    const errors = check([], 'class T { a: i32 = 1 }\nrune.update_data("x", { t: new T() });\nexport {};\n');
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain("T");
  });
  test("every host function has its name in `rune`", () => {
    // AssemblyScript calls `abort` by itself; only components emit, and their controllers are ordinary TypeScript.
    const names = Object.keys(hostFunctions).filter((name) => name !== "abort" && name !== "emit");
    expect(check([], `${names.map((name) => `rune.${name};`).join("\n")}\nexport {};\n`)).toEqual([]);
  });
  test("an unknown guest function is an error", () => {
    expect(check([], "rune.fly();\nexport {};\n")[0]).toContain("fly");
  });
});
