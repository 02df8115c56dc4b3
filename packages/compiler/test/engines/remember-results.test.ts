import { createSourceCompiler } from "@rune/compiler/engines";
import { describe, expect, it } from "vitest";

const source = `import { step } from "./step.ts";
export let count = 0;
export function add(): void { count += step; }
`;

function createInput(files: Record<string, string>) {
  return {
    file: "app/controller.ts",
    source: files["app/controller.ts"] ?? source,
    readFile: (path: string) => files[path],
  };
}

describe("a compiler that is asked again", () => {
  it("gives what it gave as long as nothing has changed that it read", async () => {
    const compile = createSourceCompiler();
    const files: Record<string, string> = { "app/step.ts": "export const step = 1;" };
    const first = await compile(createInput(files), { release: false });
    expect(first.module).toBeDefined();
    expect(await compile(createInput({ ...files, "app/other.ts": "" }), { release: false })).toBe(first);
    const looser = await compile(createInput({ ...files, "app/tsconfig.json": "{}" }), { release: false });
    expect(looser).not.toBe(first);
    const edited = await compile(createInput({ "app/step.ts": "export const step = 20;" }), { release: false });
    expect(edited.module?.bytes).not.toEqual(first.module?.bytes);
    expect(await compile(createInput(files), { release: false, fuel: true })).not.toBe(first);
    const renamed = { ...files, "app/controller.ts": source.replaceAll("add", "more") };
    const other = await compile(createInput(renamed), { release: false });
    expect(other.module?.exports.map(({ name }) => name)).toEqual(["more"]);
  });

  it("does not remember what went wrong", async () => {
    const compile = createSourceCompiler();
    const wrong = await compile(createInput({}), { release: false });
    expect(wrong.diagnostics.map(({ code }) => code)).toContain("typescript_import_missing");
    expect(await compile(createInput({}), { release: false })).not.toBe(wrong);
    const right = await compile(createInput({ "app/step.ts": "export const step = 1;" }), { release: false });
    expect(right.diagnostics).toEqual([]);
    const unreadable = createInput({ "app/step.ts": "export const step = 1;" });
    const failed = await compile(
      {
        ...unreadable,
        readFile: () => {
          throw new Error("locked");
        },
      },
      { release: false },
    );
    expect(failed.module).toBeUndefined();
  });
});
