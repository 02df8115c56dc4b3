import { cpSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApp, runNode } from "../../fixtures/harness/build-app.ts";
import { launchBrowser } from "../../fixtures/harness/launch-browser.ts";
import { openApp, takeScreenshot } from "../../fixtures/harness/open-app.ts";
import { repoPath } from "../../fixtures/harness/repo.ts";
import { serveFolder, strictPolicy } from "../../fixtures/harness/serve-folder.ts";
import { runWorker } from "../../fixtures/harness/run-worker.ts";
import { createScratchProject, writeFiles } from "../../fixtures/harness/scratch-project.ts";
import { watchPage } from "../../fixtures/harness/watch-page.ts";
import { readSamples } from "./read-samples.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Makes a project of nothing but what a page of the documentation shows. */
function createProject(page: string, name: string): string {
  const project = createScratchProject(`docs/${name}`);
  writeFiles(project, readSamples(page));
  return project;
}

describe("what the documentation shows works when pasted", () => {
  it("the first app of the README", async () => {
    const project = createProject("README.md", "readme");
    await buildApp(project);
    const app = await openApp(browser, project);
    await app.page.getByLabel("Your name").fill("Ada");
    expect(await app.page.locator("h1").textContent()).toBe("Hello Ada");
    expect(await app.page.locator("p").textContent()).toBe("Your name has 3 letters.");
    await takeScreenshot(app.page, "docs-readme");
    expect(app.complaints).toEqual({ errors: [], violations: [] });
    await app.close();
  });

  it("the app of the guide, also for TypeScript", async () => {
    const project = createProject("docs/guide/first-app.md", "first-app");
    await buildApp(project);
    const { page, complaints, close } = await openApp(browser, project);
    expect(await page.locator("li").textContent()).toBe("Nothing to buy.");
    await page.getByLabel("What to buy").fill("Bread");
    await page.getByLabel("What to buy").press("Enter");
    await page.getByLabel("What to buy").fill("Milk");
    await page.getByRole("button", { name: "Add" }).click();
    expect(await page.locator("li span").allTextContents()).toEqual(["Bread", "Milk"]);
    await page.getByLabel("Milk").check();
    expect(await page.locator("li.bought span").allTextContents()).toEqual(["Milk"]);
    expect(await page.locator("p b").textContent()).toBe("1");
    await takeScreenshot(page, "docs-first-app");
    expect(complaints).toEqual({ errors: [], violations: [] });
    await close();
    const types = await runNode(
      [repoPath("node_modules/typescript/bin/tsc"), "-p", join(project, "tsconfig.json")],
      project,
    );
    expect(types.output).toBe("");
  });

  it("the app of pages and state", async () => {
    const project = createProject("docs/guide/pages-and-state.md", "pages-and-state");
    await buildApp(project);
    const { page, complaints, close } = await openApp(browser, project);
    await page.getByText("Mint").click();
    await page.waitForURL("**/tea/mint");
    await expect.poll(() => page.locator("h1").textContent()).toBe("mint");
    await page.getByRole("button", { name: "Brew" }).click();
    expect(await page.getByRole("button", { name: "Brew" }).isDisabled()).toBe(true);
    await expect.poll(() => page.locator("p span").textContent(), { timeout: 10_000 }).toBe("1");
    await page.getByRole("button", { name: "Forget" }).click();
    await page.getByRole("dialog").waitFor();
    await takeScreenshot(page, "docs-pages-and-state");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    expect(await page.locator("p span").textContent()).toBe("1");
    await page.getByRole("link", { name: "All teas" }).click();
    await page.getByText("Mint").click();
    await expect.poll(() => page.locator("p span").textContent()).toBe("1");
    expect(complaints).toEqual({ errors: [], violations: [] });
    await close();
  });

  it("the recipes of the guide", async () => {
    const project = createProject("docs/guide/recipes.md", "recipes");
    writeFiles(project, { "vite.config.js": readSamples("docs/guide/first-app.md")["vite.config.js"] ?? "" });
    await buildApp(project);
    const { page, complaints, close } = await openApp(browser, project);
    const rows = (): Promise<string[]> => page.locator("li span").allTextContents();
    const spent = page.locator("header output");
    // The layout has started before the page has.
    expect(await rows()).toEqual(["Bread: 4", "Train: 31", "Tea: 6"]);
    expect(await spent.textContent()).toBe("41");

    await page.keyboard.press("/");
    await page.keyboard.type("ea/");
    expect(await page.getByLabel("Find").inputValue()).toBe("ea/");
    await page.keyboard.press("Backspace");
    expect(await rows()).toEqual(["Bread: 4", "Tea: 6"]);
    await page.getByRole("button", { name: "Edit" }).nth(1).click();
    await page.getByLabel("New amount").fill("7");
    await takeScreenshot(page, "docs-recipes");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    expect(await rows()).toEqual(["Bread: 4", "Tea: 6"]);
    await page.getByRole("button", { name: "Edit" }).nth(1).click();
    await page.getByLabel("New amount").fill("8");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    expect(await rows()).toEqual(["Bread: 4", "Tea: 8"]);
    expect(await spent.textContent()).toBe("43");
    await page.getByLabel("Find").press("Escape");
    expect(await rows()).toHaveLength(3);

    await page.keyboard.press("Alt+n");
    await page.keyboard.type("Book");
    await page.getByRole("button", { name: "Clear" }).click();
    expect(await page.getByLabel("What").inputValue()).toBe("");
    await page.locator("h1").click();
    await page.keyboard.press("/");
    expect(await page.getByLabel("Find").evaluate((field) => field === document.activeElement)).toBe(true);
    await page.getByLabel("What").fill("Book");
    await page.getByLabel("Amount", { exact: true }).fill("9");
    await page.getByRole("button", { name: "Add" }).click();
    expect((await rows()).at(-1)).toBe("Book: 9");
    expect(await page.getByLabel("What").inputValue()).toBe("");
    expect(await page.getByLabel("Amount", { exact: true }).inputValue()).toBe("");
    expect(await spent.textContent()).toBe("52");
    expect(complaints).toEqual({ errors: [], violations: [] });
    await close();
  });

  it("the components of the guide", async () => {
    const project = createProject("docs/guide/components.md", "components");
    writeFiles(project, { "vite.config.js": readSamples("docs/guide/first-app.md")["vite.config.js"] ?? "" });
    await buildApp(project);
    const { page, complaints, close } = await openApp(browser, project);
    expect(await page.locator("h2").allTextContents()).toEqual(["Books", "Topics"]);
    expect(await page.locator("h3").allTextContents()).toEqual(["Emma", "Walden"]);
    expect(await page.locator("b").allTextContents()).toEqual(["Novels", "English", "19th century", "Nature"]);
    await page.getByRole("button", { name: "Lend" }).click();
    expect(await page.locator("li.lent em").count()).toBe(2);
    expect(await page.getByRole("button", { name: "Returned" }).count()).toBe(2);
    const stars = page.locator("li.lent [data-use], li.lent span:has(> button.on)");
    expect(await page.locator("button.on").count()).toBe(4);
    await page.getByRole("button", { name: "2 of 5" }).first().click();
    await page.locator("h2").first().hover();
    expect(await page.locator("button.on").count()).toBe(6);
    expect(await stars.count()).toBe(2);
    await takeScreenshot(page, "docs-components");
    expect(complaints).toEqual({ errors: [], violations: [] });
    await close();
  });

  it("the import of the guide, also for TypeScript", async () => {
    const project = createProject("docs/guide/import-wasm.md", "import-wasm");
    const main = readSamples("docs/guide/import-wasm.md")["src/main.ts"] ?? "";
    const later = `import { plan } from "./later";\nplan().then((name) => (document.title = name));\n`;
    writeFiles(project, { "src/main.ts": `${main}${later}` });
    await buildApp(project);
    const server = await serveFolder(join(project, "dist"), { policy: strictPolicy });
    const page = await browser.newPage();
    await page.goto(server.url);
    await expect.poll(() => page.locator("output").textContent(), { timeout: 20_000 }).toBe("Home → Near → Far");
    await expect.poll(() => page.title(), { timeout: 20_000 }).toBe("Home");
    await page.close();
    await server.close();
    const args = [repoPath("node_modules/vitest/vitest.mjs"), "run", "--root", project];
    const tested = await runNode(args, project, { VITEST: undefined });
    expect(tested.output).toContain("2 passed");
    await buildApp(join(project, "worker"));
    const stops = [
      { x: 0, y: 0 },
      { x: 9, y: 9 },
      { x: 1, y: 2 },
    ].map((each, i) => ({ name: `${i}`, ...each }));
    const answer = await runWorker(join(project, "worker/dist/worker.js"), JSON.stringify(stops));
    expect(JSON.parse(answer)).toEqual([stops[0], stops[2], stops[1]]);
    const types = await runNode([repoPath("node_modules/typescript/bin/tsc"), "-p", project], project);
    expect(types.output).toBe("");
  });

  it("the values of the reference of imports", async () => {
    const project = createProject("docs/reference/wasm-imports.md", "wasm-imports");
    const guide = readSamples("docs/guide/import-wasm.md");
    for (const file of ["vite.config.js", "tsconfig.json"]) writeFiles(project, { [file]: guide[file] ?? "" });
    const args = [repoPath("node_modules/vitest/vitest.mjs"), "run", "--root", project];
    const { status, output } = await runNode(args, project, { VITEST: undefined });
    expect(output).toContain("5 passed");
    expect(status).toBe(0);
    const types = await runNode([repoPath("node_modules/typescript/bin/tsc"), "-p", project], project);
    expect(types.output).toBe("");
  });

  it("the apps in a page of the guide, also for TypeScript", async () => {
    const project = createProject("docs/guide/embedding.md", "embedding");
    const shop = join(project, "shop");
    writeFiles(shop, {
      "src/main.ts": `${readSamples("docs/guide/embedding.md")["shop/src/main.ts"] ?? ""}
import { showReview } from "./careful";
Object.assign(globalThis, { showReview });\n`,
    });
    await buildApp(join(project, "review"));
    await buildApp(shop);
    cpSync(join(project, "review/dist/review.rune"), join(shop, "dist/review.rune"), { recursive: true });
    const icon = (path: string): { body: string } | undefined => (path === "/favicon.ico" ? { body: "" } : undefined);
    const server = await serveFolder(join(shop, "dist"), { policy: strictPolicy, intercept: icon });
    const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
    const page = await context.newPage();
    const complaints = await watchPage(page);
    await page.goto(server.url);
    const titles = page.locator("h2");
    await expect.poll(() => titles.allTextContents()).toEqual(["Mint", "Sencha", "Oolong"]);
    const status = page.getByRole("status");
    for (const [i, name] of ["Mint", "Sencha", "Oolong"].entries()) {
      await page
        .getByLabel("Stars")
        .nth(i)
        .fill(String(i + 2));
      await page.getByRole("button", { name: "Send" }).nth(i).click();
      await expect.poll(() => status.textContent()).toBe(`${name} has ${i + 2} stars`);
    }
    expect(await page.getByLabel("Stars").first().inputValue()).toBe("2");
    for (const i of [1, 2]) {
      await page.getByRole("button", { name: "Copy" }).nth(i).click();
      const copied = ["Sencha: 3 stars", "Oolong: 4 stars"][i - 1];
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(copied);
    }
    await takeScreenshot(page, "docs-embedding");
    await page.getByRole("button", { name: "Close" }).click();
    expect(await page.locator("section").evaluateAll((all) => all.map((each) => each.outerHTML))).toEqual([
      '<section id="mint"></section>',
      '<section id="sencha"></section>',
    ]);
    expect(await titles.allTextContents()).toEqual(["Oolong"]);
    expect(complaints).toEqual({ errors: [], violations: [] });
    for (const [source, code] of [
      ["/nowhere.rune/", "manifest_missing"],
      ["/review.rune/", "module_capability_denied"],
    ]) {
      await page.evaluate(
        (from) =>
          (globalThis as unknown as { showReview(source: string, place: Element): Promise<void> }).showReview(
            from ?? "",
            document.querySelector("#mint") as Element,
          ),
        source,
      );
      expect(await status.textContent()).toBe(code);
    }
    await context.close();
    await server.close();
    const types = await runNode([repoPath("node_modules/typescript/bin/tsc"), "-p", shop], project);
    expect(types.output).toBe("");
  });

  it("the layout and the form of the reference of views", async () => {
    const project = createProject("docs/reference/view-language.md", "view-language");
    writeFiles(project, {
      "app/pages/home/index.html": `<h1>Teas</h1>\n`,
      "app/pages/settings/index.html": `<h1>Settings</h1>\n`,
    });
    await buildApp(project);
    const { page, complaints, close } = await openApp(browser, project);
    expect(await page.title()).toBe("Tea");
    expect(await page.locator("main h1").textContent()).toBe("Teas");
    await expect.poll(() => page.locator("header output").textContent()).toBe("0");
    const header = await page.locator("header").elementHandle();
    await page.getByRole("link", { name: "Settings" }).click();
    await expect.poll(() => page.locator("main h1").textContent()).toBe("Settings");
    expect(await page.locator("header .here").allTextContents()).toEqual(["Settings"]);
    expect(await header?.evaluate((element) => element.isConnected)).toBe(true);
    await page.goto(`${new URL(page.url()).origin}/join`);
    await page.locator("[data-rune-state=ready]").waitFor();
    await page.getByLabel("Name").fill("ada");
    expect(await page.getByLabel("Name").evaluate((field: HTMLInputElement) => field.validationMessage)).toBe(
      "ada is taken",
    );
    await page.getByRole("button", { name: "Join" }).click();
    expect(await page.locator("main p").textContent()).toBe("");
    await page.getByLabel("Name").fill("grace");
    await page.getByRole("button", { name: "Join" }).click();
    expect(await page.locator("main p").textContent()).toBe("Welcome, grace");
    expect(complaints).toEqual({ errors: [], violations: [] });
    await close();
  });

  it("the tests of the guide", async () => {
    const project = createProject("docs/guide/first-app.md", "testing");
    writeFiles(project, readSamples("docs/guide/testing.md"));
    const args = [repoPath("node_modules/vitest/vitest.mjs"), "run", "--root", project];
    const { status, output } = await runNode(args, project, { VITEST: undefined });
    expect(output).toContain("3 passed");
    expect(status).toBe(0);
  });

  it("the capabilities of the explanation", async () => {
    const project = createProject("docs/explanations/capabilities.md", "capabilities");
    writeFiles(project, {
      "app/pages/home/index.html": `<a href="https://example.com/help">Help</a>\n<button data-onclick="copy">Copy</button>\n`,
      "app/pages/home/controller.as.ts": `export function copy(): void {\n  rune.clipboard_write("https://example.com");\n}\n`,
    });
    expect(await buildApp(project)).toContain("RUNE.MANIFEST.json");
  });
});
