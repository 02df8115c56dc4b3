// What browsers do with forms, with fields that are bound.
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

async function open(html: string, controller: string, more: Record<string, string> = {}): Promise<TestPageHandle> {
  return site.open(
    await compileTestApp({ "pages/home/index.html": html, "pages/home/controller.ts": controller, ...more }),
  );
}

const output = (handle: TestPageHandle): ReturnType<TestPageHandle["page"]["locator"]> => handle.page.locator("output");

test("a form that is reset puts what its fields hold then into the data", async () => {
  const handle = await open(
    `<form>
       <input id="name" value="nobody" data-model="user.name"><input id="age" type="number" data-model="user.age">
       <textarea data-model="user.about">Nothing.</textarea>
       <input id="agreed" type="checkbox" checked data-model="agreed">
       <input id="red" type="checkbox" value="red" data-model="colours"><input id="blue" type="checkbox" value="blue" checked data-model="colours">
       <label><input type="radio" name="size" value="s" data-model="size">s</label><label><input type="radio" name="size" value="m" data-model="size">m</label>
       <select data-model="country"><option>NO</option><option selected>SE</option></select>
       <input type="file" data-model="files">
       <ul><li data-for="row in rows"><input class="row" data-model="row.title"></li></ul>
       <div data-use="part"></div>
       <button type="reset">reset</button>
     </form>
     <input id="outside" data-model="user.city">
     <output data-bind="all()"></output>`,
    `export const user = { name: "Ada", age: 36 as number | null, about: "maths", city: "London" };
     export let agreed = false; export let colours = ["red"]; export let size = "m"; export let country = "NO";
     export let files: { name: string; size: number; type: string }[] = [];
     class Row { constructor(public title: string) {} }
     export const rows = [new Row("one"), new Row("two")];
     export function all(): string {
       return [user.name, user.age, user.about, user.city, agreed, colours.join("+"), size, country, files.length, rows.map((row) => row.title).join("+")].join();
     }`,
    {
      "components/part.html": `<input class="part" value="own" data-model="text"><b data-bind="text"></b>`,
      "components/part.ts": `export let text = "part";`,
    },
  );
  const { page } = handle;
  await page.locator("#name").fill("Grace");
  await page
    .locator("[type=file]")
    .setInputFiles([{ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("a") }]);
  expect(await output(handle).textContent()).toBe("Grace,36,maths,London,false,red,m,NO,1,one+two");
  await page.getByRole("button", { name: "reset" }).click();
  await expect.poll(() => output(handle).textContent()).toBe("nobody,,Nothing.,London,true,blue,m,SE,0,+");
  expect(await page.locator("b").textContent()).toBe("own");
  // No button was chosen in the HTML, and the data has no word for that.
  expect(await page.getByLabel("m").isChecked()).toBe(true);
  expect(await page.locator("#name").inputValue()).toBe("nobody");
  expect(await page.locator("#outside").inputValue()).toBe("London");
  expect(await handle.codes()).toEqual([]);
});

test("a reset that a handler prevents leaves the data to it", async () => {
  const handle = await open(
    `<form data-onreset.prevent="restore"><input data-model="name"><button type="reset">reset</button></form><output data-bind="name"></output>`,
    `export let name = "Ada"; let count = 0; export function restore() { name = \`first \${++count}\`; }`,
  );
  const { page } = handle;
  const reset = page.getByRole("button", { name: "reset" });
  await page.locator("input").fill("typed");
  await reset.click();
  expect(await output(handle).textContent()).toBe("first 1");
  await reset.click();
  expect(await output(handle).textContent()).toBe("first 2");
  expect(await page.locator("input").inputValue()).toBe("first 2");
});
