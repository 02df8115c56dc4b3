// What another build brings to an app that runs.
import type { SealedPackage } from "@rune/archive";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { sealTestApp, type TestAppOptions } from "./harness/test-app.ts";
import { createTestSite, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite("embed-entry.ts");
});
afterAll(() => site.close());

/** The files of a package, as the server sends them. */
const encode = ({ files }: Pick<SealedPackage, "files">): Record<string, string> =>
  Object.fromEntries([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString("base64")]));

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
  const changed = encode(await sealTestApp(build("@keyframes grow {} .text { color: blue }")));
  const found = await page.evaluate(async (next) => {
    const hot = embed.createAppSwapper();
    const app = document.querySelector("#app") as HTMLElement;
    const { unmount } = await embed.mount("/test.rune/", app, { hot });
    const text = app.querySelector(".text") as Element;
    const before = [getComputedStyle(text).color, getComputedStyle(text).animationName];
    await hot.swap("/test.rune/", next);
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

test("an app goes on as it was where another build cannot come in its place", async () => {
  const build = (heading: string, code: string): Promise<SealedPackage> =>
    compileTestApp({
      "layout.html": `<h1>${heading}</h1><button data-onclick="visit" data-bind="visits"></button><main data-outlet></main>`,
      "layout.ts": "export let visits = 0; export function visit(): void { visits++; }",
      "pages/home/index.html": `<p data-bind="text"></p>`,
      "pages/home/controller.ts": `export let text = "home"; ${code}`,
    });
  const { page } = await site.open(await build("One", ""), { isMounted: false });
  const changed = encode(await build("Two", `throw new Error("not today");`));
  const found = await page.evaluate(async (next) => {
    const hot = embed.createAppSwapper();
    const app = document.querySelector("#app") as HTMLElement;
    await embed.mount("/test.rune/", app, { hot });
    const button = app.querySelector("button") as HTMLElement;
    button.click();
    const failure = await hot.swap("/test.rune/", next).catch((error: Error) => error.message);
    button.click();
    return [failure, app.querySelector("h1")?.textContent, button.textContent];
  }, changed);
  expect(found).toEqual([expect.stringContaining("`logic/home.wasm` threw"), "One", "2"]);
});
