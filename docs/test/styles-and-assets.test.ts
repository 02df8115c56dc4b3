import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildApp } from "../../fixtures/harness/build-app.ts";
import { launchBrowser } from "../../fixtures/harness/launch-browser.ts";
import { openApp, takeScreenshot } from "../../fixtures/harness/open-app.ts";
import { createScratchProject } from "../../fixtures/harness/scratch-project.ts";
import { readSamples } from "./read-samples.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it("the styles and files of the guide work when pasted", async () => {
  const project = createScratchProject("docs/tea-shop", {
    ...readSamples("docs/guide/styles-and-assets.md"),
    "public/robots.txt": "User-agent: *\n",
  });
  await buildApp(project);
  const { page, complaints, close } = await openApp(browser, project);
  const heading = page.getByRole("heading");
  expect(await heading.evaluate((each) => getComputedStyle(each).color)).toBe("oklch(0.65 0.12 150)");
  const button = page.getByRole("button", { name: "Pour" });
  expect(await button.evaluate((each) => getComputedStyle(each).backgroundImage)).toMatch(/steam-[0-9a-f]{10}\.svg/);
  expect(await button.evaluate((each) => getComputedStyle(each).paddingLeft)).toBe("16px");
  await button.click();
  const picture = page.getByAltText("1 cups");
  expect(await picture.getAttribute("src")).toMatch(/\/tea-shop\.rune\/assets\/img\/full-[0-9a-f]{10}\.svg$/);
  expect(
    await picture.evaluate((each: HTMLImageElement) => each.decode().then(() => each.naturalWidth)),
  ).toBeGreaterThan(0);
  expect((await page.request.get(new URL("/robots.txt", page.url()).href)).status()).toBe(200);
  await takeScreenshot(page, "docs-styles");
  expect(complaints).toEqual({ errors: [], violations: [] });
  await close();
});
