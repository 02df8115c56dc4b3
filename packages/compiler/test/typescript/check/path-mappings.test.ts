import { describe, expect, test } from "vitest";
import { mapImport } from "../../../src/typescript/check/path-mappings.ts";
import { checkFiles, listErrors } from "./check-files.ts";

function filesWith(specifier: string, config: object): Record<string, string> {
  return {
    "app/lib/a.ts": `import { one } from "${specifier}";\nexport const two = one + 1;\n`,
    "app/tsconfig.json": JSON.stringify(config),
    "app/shared/one.ts": "export const one = 1;\n",
    "app/shared/index.ts": 'export { one } from "./one";\n',
  };
}

describe("imports by names of a tsconfig.json", () => {
  test.each([
    ["@/shared/one", { paths: { "@/*": ["./*"] } }],
    ["@/shared/one.js", { paths: { "@/*": ["./*"] } }],
    ["@app/shared", { paths: { "@app/shared": ["shared"] } }],
    ["@app/one", { baseUrl: "./shared", paths: { "@app/*": ["*"] } }],
    ["one", { paths: { one: ["missing.ts", "shared/one.ts"] } }],
    ["shared/one", { baseUrl: "." }],
    ["~/one", { paths: { "*": ["lib/*"], "~/*": ["shared/*"] } }],
  ])("%s is found", (specifier, compilerOptions) => {
    expect(listErrors(checkFiles(filesWith(specifier, { compilerOptions })))).toEqual([]);
  });

  test("are found that an extended file says, from its own folder", () => {
    const files = {
      ...filesWith("@/one", { extends: "../config/base.json" }),
      "config/base.json": JSON.stringify({ compilerOptions: { paths: { "@/*": ["../app/shared/*"] } } }),
    };
    expect(listErrors(checkFiles(files))).toEqual([]);
  });

  test("that fit no pattern are packages", () => {
    const [error] = listErrors(checkFiles(filesWith("left-pad", { compilerOptions: { paths: { "@/*": ["./*"] } } })));
    expect(error).toContain("typescript_import_package");
  });

  test("mean what the pattern says that leaves least open", () => {
    const mappings = [
      { pattern: "@/*", targets: ["a/*"] },
      { pattern: "@/b/*", targets: ["b/$&/*"] },
      { pattern: "@/b/c", targets: ["c"] },
    ];
    expect(mapImport("@/x/y", mappings)).toEqual(["a/x/y"]);
    expect(mapImport("@/b/$1", mappings)).toEqual(["b/$&/$1"]);
    expect(mapImport("@/b/c", mappings)).toEqual(["c"]);
    expect(mapImport("c", mappings)).toEqual([]);
  });
});
