import { describe, expect, it } from "vitest";
import { compileSource } from "@rune/compiler/engines";
import { compileApp, type CompileAppResult } from "@rune/compiler/package";

const page = `<h1 data-bind="count"></h1><button data-onclick="add">add</button>`;

/** Compiles an app in a project with these options. */
function compile(files: Record<string, string>, configs: Record<string, object>): Promise<CompileAppResult> {
  const encoder = new TextEncoder();
  const source = {
    directory: "app",
    files: new Map(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)] as const)),
    readOutside: (path: string) => (configs[path] ? JSON.stringify(configs[path]) : undefined),
  };
  const options = {
    id: "test",
    name: "Test",
    version: "1.0.0",
    routing: "path",
    capabilities: [],
    release: false,
  } as const;
  return compileApp(source, { ...options, compileModule: compileSource });
}

const problems = ({ diagnostics }: CompileAppResult): string[] =>
  diagnostics.map(({ file, code, hint }) => `${file} ${code} ${hint}`);

describe("the project's tsconfig.json", () => {
  const paths = { "@/*": ["./app/*"] };
  const files = {
    "store.ts": "export const store = { count: 1 };",
    "pages/home/index.html": page,
    "pages/home/controller.ts": `import { store } from "@/store";\nexport let count = store.count;\nexport function add() { count = ++store.count; }`,
    "pages/other/index.html": page,
    "pages/other/controller.ts": `import { store } from "@/store.ts";\nexport let count = 0;\nexport function start() { count = store.count; }\nexport function add() { count++; }`,
  };

  it("says what imports mean, also in a file that it extends; what two controllers import is one", async () => {
    for (const configs of [
      { "tsconfig.json": { compilerOptions: { paths } } },
      {
        "tsconfig.json": { extends: "./config/base.json" },
        "config/base.json": { compilerOptions: { paths: { "@/*": ["../app/*"] } } },
      },
    ]) {
      const result = await compile(files, configs);
      expect(problems(result)).toEqual([]);
      expect(result.output?.draft.modules).toHaveLength(1);
    }
  });

  it("is told of where what it says leads to nothing", async () => {
    expect(problems(await compile(files, {}))).toEqual([
      expect.stringContaining("home/controller.ts typescript_import_package"),
      expect.stringContaining("other/controller.ts typescript_import_package"),
    ]);
    const configs = { "tsconfig.json": { compilerOptions: { paths: { "@/*": ["./lib/*"] } } } };
    expect(problems(await compile(files, configs))).toEqual([
      expect.stringMatching(/home\/controller.ts typescript_import_missing looked for `lib\/store.ts`/),
      expect.stringMatching(/other\/controller.ts typescript_import_missing looked for `lib\/store.ts`/),
    ]);
  });

  it("says how strict checks are; where it does not, they are", async () => {
    const loose = {
      ...files,
      "pages/home/controller.ts": `export let count = 0; let name: string = null;\nexport function add() { count += name ? 1 : 2; }`,
      "pages/other/controller.ts": "export let count = 0; export function add() {}",
    };
    const strict = [expect.stringContaining("home/controller.ts typescript_error")];
    expect(problems(await compile(loose, {}))).toEqual(strict);
    expect(problems(await compile(loose, { "tsconfig.json": { extends: "unplugin-rune/tsconfig.json" } }))).toEqual(
      strict,
    );
    expect(problems(await compile(loose, { "tsconfig.json": { compilerOptions: { strict: false } } }))).toEqual([]);
  });
});
