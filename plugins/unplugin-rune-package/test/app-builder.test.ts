import { mkdtempSync, mkdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compileSource } from "@rune/compiler/engines";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAppBuilder, type CompileModule } from "../src/core/app-builder.ts";
import { resolveOptions } from "../src/core/options.ts";
import { reportProgress } from "../src/core/progress.ts";

const page = `<output data-bind="text"></output>\n`;
const controller = (text: string): string => `export const text = "${text}";\n`;

describe("a build whose sources change meanwhile", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "rune-builder-"));
    mkdirSync(join(root, "app/pages/home"), { recursive: true });
    writeFileSync(join(root, "app/pages/home/index.html"), page);
  });
  afterEach(() => rmSync(root, { recursive: true }));
  const write = (text: string): void => writeFileSync(join(root, "app/pages/home/controller.ts"), controller(text));

  /** A builder whose compiler never ends with the first text; `begun` tells when it has begun with that. */
  function createStuck(): { builder: ReturnType<typeof createAppBuilder>; begun: Promise<void> } {
    let begin = (): void => {};
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const compileModule: CompileModule = (input, options) => {
      if (!input.source.includes("old")) return compileSource(input, options);
      begin();
      return new Promise(() => {});
    };
    const options = resolveOptions({ id: "stuck" });
    return { builder: createAppBuilder({ ...options, root, release: false, compileModule }), begun };
  }

  it("ends at once, and who waits for it gets what the sources are now", async () => {
    write("old");
    const { builder, begun } = createStuck();
    const first = builder.build();
    await begun;
    write("new");
    builder.invalidate();
    const built = await first;
    expect(built.sealed).toBeDefined();
    expect(await builder.build()).toBe(built);
  });

  it("is tried again where a file could not be read, also where nobody has heard of a change", async () => {
    const builder = createAppBuilder({ ...resolveOptions({ id: "unreadable" }), root, release: false });
    const huge = join(root, "app/huge.bin");
    writeFileSync(huge, "");
    truncateSync(huge, 2 ** 31 + 1);
    const { diagnostics, sealed } = await builder.build();
    expect(diagnostics.map(({ code }) => code)).toContain("app_file_unreadable");
    expect(sealed).toBeUndefined();
    writeFileSync(huge, "");
    writeFileSync(join(root, "app/pages/home/index.html"), "<h1>Home</h1>");
    expect((await builder.build()).sealed).toBeDefined();
  });

  it("does not keep a preview waiting", async () => {
    write("old");
    const { builder, begun } = createStuck();
    const first = builder.build();
    await begun;
    write("new");
    const preview = await builder.preview();
    expect(preview.sealed?.root).toBe((await first).sealed?.root);
  });

  it("is none for a preview while a view is empty, because it is about to be written", async () => {
    write("new");
    writeFileSync(join(root, "app/pages/home/index.html"), "");
    const { builder } = createStuck();
    await expect(builder.preview()).rejects.toThrow("A view is about to be written");
    expect((await builder.build()).sealed).toBeDefined();
    writeFileSync(join(root, "app/pages/home/index.html"), page);
    expect((await builder.preview()).sealed).toBeDefined();
  });

  it("is over for a preview, too", async () => {
    write("old");
    const { builder, begun } = createStuck();
    const preview = builder.preview();
    await begun;
    write("new");
    builder.invalidate();
    await expect(preview).rejects.toThrow("The sources have changed");
    expect((await builder.build()).sealed).toBeDefined();
  });
});

it("tells at times what a long build is at", async () => {
  const told: string[] = [];
  const finishes: (() => void)[] = [];
  let time = 0;
  const compile = reportProgress(
    () => new Promise((resolve) => finishes.push(() => resolve({ diagnostics: [] }))),
    (text) => told.push(text),
    () => time,
  );
  const compileAll = async (count: number, release: true | "check"): Promise<void> => {
    const input = { file: "a.ts", source: "", readFile: () => undefined };
    for (const compiled of Array.from({ length: count }, () => compile(input, { release }))) {
      time += 1000;
      finishes.shift()?.();
      await compiled;
    }
  };
  await compileAll(7, "check");
  await compileAll(4, true);
  expect(told).toEqual([
    "rune: 3 of 7 modules checked",
    "rune: 6 of 7 modules checked",
    "rune: 2 of 4 modules compiled",
  ]);
});
