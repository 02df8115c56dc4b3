// What another build brings to an app that runs.
import { afterAll, beforeAll, expect, test } from "vitest";
import { sealTestApp, type TestAppOptions } from "./harness/test-app.ts";
import { createTestSite, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite("embed-entry.ts");
});
afterAll(() => site.close());

test("sheets of another build come in the place of those that show, with the names that they define now", async () => {
  const build = (names: string): TestAppOptions => ({
    pages: {
      home: {
        nodes: [["p", { class: "text" }, "text"]],
        isStatic: true,
        styles: ["assets/names.css", "assets/page.css"],
      },
    },
    files: { "assets/names.css": names, "assets/page.css": ".text { animation: grow 1s }" },
  });
  const { page } = await site.open(build(".text { color: red }"), { isMounted: false });
  const { files } = await sealTestApp(build("@keyframes grow {} .text { color: blue }"));
  const changed = [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString("base64")] as const);
  const found = await page.evaluate(async (next) => {
    const hot = embed.createAppSwapper();
    const app = document.querySelector("#app") as HTMLElement;
    const { unmount } = await embed.mount("/test.rune/", app, { hot });
    const text = app.querySelector(".text") as Element;
    const before = [getComputedStyle(text).color, getComputedStyle(text).animationName];
    await hot.swap("/test.rune/", Object.fromEntries(next));
    const { color, animationName } = getComputedStyle(text);
    const isDefined = document.adoptedStyleSheets.some(({ cssRules: [scope] }) =>
      [...(scope as CSSScopeRule).cssRules].some((rule) => (rule as CSSKeyframesRule).name === animationName),
    );
    const sheets = document.adoptedStyleSheets.length;
    unmount();
    return { before, color, isDefined, isNamed: animationName, sheets, rest: document.adoptedStyleSheets.length };
  }, changed);
  expect(found).toEqual({
    before: ["rgb(255, 0, 0)", "grow"],
    color: "rgb(0, 0, 255)",
    isDefined: true,
    isNamed: expect.stringMatching(/^rune-\w+-grow$/),
    sheets: 2,
    rest: 0,
  });
});
