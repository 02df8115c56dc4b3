import { DEEPEST_OUTLET, MOST_LAYOUTS } from "@rune/schema";
import { describe, expect, it } from "vitest";
import { compile, listProblems } from "./compile-files.ts";

describe("layouts", () => {
  const layout = "<main data-outlet></main>";
  /** The app's layout and one in each of these folders, each in the one before. */
  function nestLayouts(count: number): Record<string, string> {
    const folders = Array.from({ length: count - 1 }, (_, i) => `f${i + 1}`);
    const files: Record<string, string> = { "layout.html": layout, "pages/home/index.html": "<h1>Home</h1>" };
    folders.forEach((_, i) => (files[`pages/${folders.slice(0, i + 1).join("/")}/layout.html`] = layout));
    return { ...files, [`pages/${folders.join("/")}/deep/index.html`]: "<h1>Deep</h1>" };
  }

  it("are as many around a page as a package may name, and no more", async () => {
    const { output, diagnostics } = await compile(nestLayouts(MOST_LAYOUTS));
    expect(diagnostics).toEqual([]);
    expect(output?.draft.routes.map(({ layouts }) => layouts?.length)).toContain(MOST_LAYOUTS);
    for (const count of [MOST_LAYOUTS + 1, MOST_LAYOUTS + 3]) {
      expect(await listProblems(nestLayouts(count))).toEqual([
        expect.stringMatching(
          /^app\/pages\/f1\/f2\/f3\/f4\/f5\/f6\/f7\/f8\/layout.html:1:1: error: .* 8 layouts .*\[app_layout_too_deep\]/,
        ),
      ]);
    }
    const { diagnostics: found } = await compile(nestLayouts(MOST_LAYOUTS + 1));
    expect(found[0]?.frame).toContain(layout);
  });

  it("have their outlet as deep as a package may, and no deeper", async () => {
    const wrap = (depth: number): Record<string, string> => ({
      "layout.html": `<p>Top</p>\n${"<div>".repeat(depth - 1)}${layout}${"</div>".repeat(depth - 1)}`,
      "pages/home/index.html": "<h1>Home</h1>",
    });
    const { output, diagnostics } = await compile(wrap(DEEPEST_OUTLET));
    expect(diagnostics).toEqual([]);
    const view = JSON.parse(new TextDecoder().decode(output?.files.get("views/layouts.view.json")));
    expect(view.templates[0].bindings[0].at).toHaveLength(DEEPEST_OUTLET);
    expect(await listProblems(wrap(DEEPEST_OUTLET + 1))).toEqual([
      expect.stringMatching(/^app\/layout.html:2:167: error: .* 32 elements deep \[view_outlet_too_deep\]/),
    ]);
  });
});
