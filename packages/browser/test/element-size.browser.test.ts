import { afterAll, beforeAll, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { createTestSite, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const controller = `
  interface Measures { scrollTop: number; scrollHeight: number; clientWidth: number; clientHeight: number }
  export let top = -1;
  export let total = -1;
  export let ended = -1;
  export let sizes: string[] = [];
  export let height = 100;
  export function scrolled(measures: Measures): void { top = measures.scrollTop; total = measures.scrollHeight; }
  export function settled({ scrollTop }: Measures): void { ended = scrollTop; }
  export function resized(measures: Measures): void { sizes.push(measures.clientWidth + "x" + measures.clientHeight); }
  export function grow(): void { height = 150; }`;

test("a handler learns how large an element is and where it is scrolled to", async () => {
  const { page } = await site.open(
    await compileTestApp({
      "pages/home/index.html": `
        <div id="list" style="width: 200px; overflow-y: scroll; scrollbar-width: none" data-style-height="\`\${height}px\`"
          data-onscroll="scrolled($event.detail)" data-onscrollend="settled($event.detail)" data-onresize="resized($event.detail)">
          <p style="height: 1000px; margin: 0">long</p>
        </div>
        <button data-onclick="grow">grow</button>
        <output data-bind="\`\${top} of \${total}, \${ended}\`"></output><i data-for="size in sizes" data-bind="size"></i>`,
      "pages/home/controller.ts": controller,
    }),
  );
  const sizes = (): Promise<string[]> => page.locator("i").allTextContents();
  await expect.poll(sizes).toEqual(["200x100"]);
  await page.locator("#list").evaluate((list) => list.scrollTo(0, 320));
  await expect.poll(() => page.locator("output").textContent()).toBe("320 of 1000, 320");
  await page.getByRole("button").click();
  await expect.poll(sizes).toEqual(["200x100", "200x150"]);
});
