// What an app says of the document, and what is left of that.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { createTestSite, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const head = (page: Page): Promise<unknown> =>
  page.evaluate(() => [
    document.title,
    document.documentElement.getAttribute("lang"),
    document.querySelector<HTMLMetaElement>("meta[name=description]")?.content,
  ]);

test("a document that said nothing says nothing again, and what the page around has changed stays", async () => {
  const app = await compileTestApp({
    "pages/home/index.html": `<html lang="fr"><head><title>Home</title><meta name="description" content="The app"></head><body><p>home</p></body></html>`,
  });
  const { page } = await site.open(app, { prepare: () => document.documentElement.removeAttribute("lang") });
  expect(await head(page)).toEqual(["Home", "fr", "The app"]);
  await page.evaluate(() => {
    document.title = "(2) Mail";
    testbed.app?.unmount();
  });
  expect(await head(page)).toEqual(["(2) Mail", null, undefined]);
});

test("the language is the app's own where no page says another, and what has no value says nothing", async () => {
  const files = {
    "pages/home/index.html": `<html data-bind-lang="language"><head><title data-bind="title">Default</title></head><body><button data-onclick="turn">turn</button></body></html>`,
    "pages/home/controller.ts": `export let language: string | null = null; export let title: string | null = null;
      export function turn(): void { language = language === null ? "it" : null; title = title === null ? "Told" : null; }`,
  };
  const { page } = await site.open(await compileTestApp(files, [], "sv"));
  const before = await head(page);
  expect(before).toEqual(["Default", "sv", undefined]);
  await page.getByRole("button").click();
  expect(await head(page)).toEqual(["Told", "it", undefined]);
  await page.getByRole("button").click();
  expect(await head(page)).toEqual(before);
});
