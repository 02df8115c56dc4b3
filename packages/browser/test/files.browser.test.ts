import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { createTestSite, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const csv = { name: "Ünits.csv", mimeType: "text/csv", buffer: Buffer.from("\uFEFFname;größe\nÉ 😀;1") };
const binary = {
  name: "a.bin",
  mimeType: "",
  buffer: Buffer.from(Uint8Array.from({ length: 100_000 }, (_, i) => i % 251)),
};

const choose = (page: Page, files: readonly (typeof csv)[]): Promise<void> =>
  page.locator("input").setInputFiles([...files]);

test("a controller reads what is in the files that the user has chosen", async () => {
  const handle = await site.open(
    await compileTestApp({
      "pages/home/index.html": `<input type="file" multiple data-model="files" data-onchange="read"><pre data-bind="text"></pre><output data-bind="sum"></output><i data-bind="times"></i>`,
      "pages/home/controller.ts": `
        export let files: RuneFile[] = [];
        export let text = ""; export let sum = 0; export let times = "";
        export async function read(): Promise<void> {
          const [first, second] = files;
          times = files.map((each) => each.lastModified > 1e12).join();
          if (first) text = await rune.file_text(first);
          if (second) sum = (await rune.file_bytes({ name: second.name, size: second.size })).reduce((all, byte) => all + byte, 0);
        }`,
    }),
  );
  const { page } = handle;
  await choose(page, [csv, binary]);
  await expect
    .poll(() => page.locator("output").textContent())
    .toBe(String(binary.buffer.reduce((all, byte) => all + byte, 0)));
  expect(await page.locator("pre").textContent()).toBe("name;größe\nÉ 😀;1");
  expect(await page.locator("i").textContent()).toBe("true,true");
  await choose(page, [{ ...csv, buffer: Buffer.from("new") }]);
  await expect.poll(() => page.locator("pre").textContent()).toBe("new");
  expect(await handle.codes()).toEqual([]);
});

test("a file is read by what an event tells of it, and by nothing else", async () => {
  const handle = await site.open(
    await compileTestApp({
      "pages/home/index.html": `<input type="file" data-onchange="take($event.target.files)"><button data-onclick="guess">guess</button><button data-onclick="again">again</button><p data-bind="said"></p>`,
      "pages/home/controller.ts": `
        export let said = ""; let last: RuneFile | undefined;
        async function tell(file: { name: string; size: number; lastModified?: number }): Promise<void> {
          try { said = await rune.file_text(file); } catch (error) { said = (error as Error).message; }
        }
        export function take(files: RuneFile[]) { if (files.length > 0) void tell(last = files[0]!); }
        export function again() { if (last) void tell(last); }
        export function guess() { void tell({ name: "passwords.txt", size: 3 }); }`,
    }),
  );
  const { page } = handle;
  const said = (): Promise<string | null> => page.locator("p").textContent();
  // Neither what the page around the app holds, nor what the field does not hold any more.
  await page.evaluate(() => {
    const outside = document.body.appendChild(
      Object.assign(document.createElement("input"), { type: "file", id: "outside" }),
    );
    const data = new DataTransfer();
    data.items.add(new File(["abc"], "passwords.txt"));
    outside.files = data.files;
  });
  await page
    .locator("input")
    .first()
    .setInputFiles([{ ...csv, buffer: Buffer.from("mine") }]);
  await expect.poll(said).toBe("mine");
  await page.getByText("guess").click();
  await expect.poll(said).toContain('No field of the app holds the file "passwords.txt"');
  await page.locator("input").first().setInputFiles([]);
  await page.getByText("again").click();
  await expect.poll(said).toContain('No field of the app holds the file "Ünits.csv"');
});

test("a module with linear memory waits for a file", async () => {
  const handle = await site.open(
    await compileTestApp({
      "pages/home/index.html": `<input type="file" data-onchange="take($event.target.files[0].name, $event.target.files[0].size)"><p id="said" data-ref="said"></p>`,
      "pages/home/controller.as.ts": `
        export function take(name: string, size: f64): void { rune.replace_text("said", rune.file_text(name, size)); }`,
    }),
  );
  const { page } = handle;
  await choose(page, [{ ...csv, buffer: Buffer.from("\uFEFFgröße") }]);
  await expect.poll(() => page.locator("p").textContent()).toBe("größe");
});
