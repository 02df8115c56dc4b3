// What browsers do with forms, with fields that are bound.
import type { ViewNode } from "@rune/schema";
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
    // Forms of apps that are a part of a page are not sent to its site.
    { prepare: () => document.querySelector("#app")?.setAttribute("data-rune-page", "") },
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

test("a colour that is reset, or has no value, is black, and the browser has nothing to complain of", async () => {
  const handle = await open(
    `<form><input type="color" data-model="colour"><button type="reset">reset</button></form><button data-onclick="clear">clear</button><output data-bind="colour"></output>`,
    `export let colour = "#ff0000"; export function clear(): void { colour = ""; }`,
  );
  const { page } = handle;
  const lines: string[] = [];
  page.on("console", (message) => lines.push(message.text()));
  expect(await page.locator("input").inputValue()).toBe("#ff0000");
  await page.getByRole("button", { name: "reset" }).click();
  await expect.poll(() => output(handle).textContent()).toBe("#000000");
  await page.getByRole("button", { name: "clear" }).click();
  expect(await output(handle).textContent()).toBe("");
  expect(await page.locator("input").inputValue()).toBe("#000000");
  expect(lines).toEqual([]);
});

test("a form with twenty thousand fields is reset while one waits", async () => {
  const numbers = Array.from({ length: 20_000 }, (_, i) => i);
  const { page, codes } = await site.open({
    pages: {
      home: {
        nodes: [["form", {}, ...numbers.map((): ViewNode => ["input", { value: "html" }])]],
        bindings: numbers.map((i) => ({ type: "model", at: [0, i], place: ["data", "text"] })),
        data: { text: "data" },
      },
    },
  });
  const times = await page.evaluate(async () => {
    const measured: number[] = [];
    for (let i = 0; i < 3; i++) {
      const begun = performance.now();
      document.forms[0]?.reset();
      // The app has set its timer before this one.
      await new Promise((resolve) => setTimeout(resolve));
      measured.push(performance.now() - begun);
    }
    return measured;
  });
  // Looking through all fields for each of them takes twice as long.
  expect(Math.min(...times)).toBeLessThan(1200);
  expect(await codes()).toEqual([]);
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

test("a field is wrong while the data says so, in its words, and no form with it is sent", async () => {
  const handle = await open(
    `<form data-onsubmit.prevent="send"><input id="name" required data-model="name" data-validity="isTaken(name) ? \`\${name} is taken\` : null">
       <select data-model="size" data-validity="size == 'xl' && 'There is no such size'"><option>m</option><option>xl</option></select>
       <ul><li data-for="guest in guests"><input class="guest" type="email" data-model="guest.mail" data-validity="guest.mail == 'x@example.org' ? 'Not this one' : ''"></li></ul>
       <button>send</button></form><output data-bind="sent"></output>`,
    `export let name = ""; export let size = "m"; export let sent = 0;
     class Guest { constructor(public mail: string) {} }
     export const guests = [new Guest("")];
     export function isTaken(name: string): boolean { return name === "Ada"; }
     export function send() { sent++; }`,
  );
  const { page } = handle;
  const send = (): Promise<void> => page.getByRole("button", { name: "send" }).click();
  const problems = (): Promise<string[]> =>
    page.locator("input, select").evaluateAll((all: HTMLInputElement[]) => all.map((each) => each.validationMessage));
  await send();
  const [required = "", ...others] = await problems();
  expect(required).not.toBe("");
  expect(others).toEqual(["", ""]);
  await page.locator("#name").fill("Ada");
  await page.locator("select").selectOption("xl");
  await page.locator(".guest").fill("x@example.org");
  expect(await problems()).toEqual(["Ada is taken", "There is no such size", "Not this one"]);
  expect(await page.locator("#name").evaluate((each) => each.matches(":invalid"))).toBe(true);
  await send();
  expect(await output(handle).textContent()).toBe("0");
  await page.locator("#name").fill("Grace");
  await page.locator("select").selectOption("m");
  await page.locator(".guest").fill("no address");
  const [, , address = ""] = await problems();
  expect(address).toContain("@");
  await page.locator(".guest").fill("");
  await send();
  expect(await output(handle).textContent()).toBe("1");
  expect(await handle.codes()).toEqual([]);
});

test("a form without a handler is the browser's: fields and files reach the address that it names", async () => {
  const handle = await open(
    `<form method="post" action="/upload?of=letters" enctype="multipart/form-data"><input name="title" data-model="title"><input type="checkbox" name="kind" value="draft" data-model="isDraft">
       <input type="file" name="letter" required data-model="files"><button name="go" value="now">send</button></form><output data-bind="files.length"></output>`,
    `export let title = "Dear"; export let isDraft = true; export let files: { name: string; size: number; type: string }[] = [];`,
  );
  const { page } = handle;
  let body = "";
  await page.route("**/upload?of=letters", (route) => {
    body = route.request().postDataBuffer()?.toString() ?? "";
    return route.fulfill({ contentType: "text/html", body: "<h1>Received</h1>" });
  });
  await page.getByRole("button", { name: "send" }).click();
  await page.locator("[name=title]").fill("Dear Ada");
  await page
    .locator("[type=file]")
    .setInputFiles([{ name: "letter.txt", mimeType: "text/plain", buffer: Buffer.from("What is in it") }]);
  expect(await output(handle).textContent()).toBe("1");
  expect(body).toBe("");
  await page.getByRole("button", { name: "send" }).click();
  await page.getByRole("heading", { name: "Received" }).waitFor();
  for (const part of ["Dear Ada", "draft", 'filename="letter.txt"', "What is in it", "now"])
    expect(body).toContain(part);
});
