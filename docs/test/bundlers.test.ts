import { realpathSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runNode } from "../../fixtures/harness/build-app.ts";
import { launchBrowser } from "../../fixtures/harness/launch-browser.ts";
import { openApp } from "../../fixtures/harness/open-app.ts";
import { repoPath } from "../../fixtures/harness/repo.ts";
import { createScratchProject } from "../../fixtures/harness/scratch-project.ts";
import { readCommands, readSamples } from "./read-samples.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it.each(["vite", "rollup", "rolldown", "esbuild", "webpack", "rspack"])(
  "the page of %s gives an app that works, by pasting",
  async (name) => {
    const page = `docs/guide/bundlers/${name}.md`;
    const project = createScratchProject(`docs/bundlers/${name}/tea`, readSamples(page));
    const [, command = ""] = readCommands(page);
    const [runner, tool = "", ...args] = command.split(" ");
    const script = runner === "npx" ? realpathSync(repoPath("node_modules/.bin", tool)) : join(project, tool);
    const { status, output } = await runNode([script, ...args], project);
    expect(status, output).toBe(0);
    const app = await openApp(browser, project);
    await app.page.getByRole("button", { name: "Pour" }).click();
    expect(await app.page.locator("b").textContent()).toBe("1");
    expect(app.complaints).toEqual({ errors: [], violations: [] });
    await app.close();
  },
);
