// Elements that are no plain HTML, and the white space between those that are: as the author's HTML has them.
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileTestPage } from "./harness/compile-test-app.ts";
import { createTestSite, type OpenOptions, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

async function open(html: string, controller: string, options: OpenOptions = {}): Promise<TestPageHandle> {
  return site.open(await compileTestPage(html, controller), options);
}

test("rows and branches within SVG are SVG, with names and attributes as they are written", async () => {
  const app = await open(
    `<svg viewBox="0 0 100 20" preserveAspectRatio="none">
       <linearGradient id="fill" gradientUnits="userSpaceOnUse"></linearGradient>
       <g data-for="bar in bars" data-key="bar.id" data-bind-transform="\`translate(\${bar.id * 10})\`">
         <rect width="8" data-bind-height="bar.size" data-onclick="grow(bar)"></rect>
         <text data-if="bar.size > 2" data-bind="bar.size"></text>
       </g>
     </svg>`,
    `interface Bar { id: number; size: number }
     export let bars: Bar[] = [{ id: 0, size: 1 }, { id: 1, size: 3 }];
     export function grow(bar: Bar): void { bar.size += 2; if (bars.length < 3) bars.push({ id: 2, size: 9 }); }`,
  );
  await app.page.locator("rect").first().dispatchEvent("click");
  const seen = await app.page.evaluate(() => {
    const root = document.querySelector("#app svg") as SVGSVGElement;
    return {
      namespaces: [...new Set([...root.querySelectorAll("*")].map(({ namespaceURI }) => namespaceURI))],
      names: [...root.children].map(({ localName }) => localName),
      view: [root.viewBox.baseVal.width, root.getAttribute("preserveAspectRatio")],
      units: root.querySelector("linearGradient")?.getAttribute("gradientUnits"),
      sizes: [...root.querySelectorAll("rect")].map((rect) => rect.height.baseVal.value),
      moved: [...root.querySelectorAll("g")].map((group) => group.transform.baseVal.getItem(0).matrix.e),
      texts: [...root.querySelectorAll("text")].map((node) => node.textContent),
    };
  });
  expect(seen).toEqual({
    namespaces: ["http://www.w3.org/2000/svg"],
    names: ["linearGradient", "g", "g", "g"],
    view: [100, "none"],
    units: "userSpaceOnUse",
    sizes: [3, 3, 9],
    moved: [0, 10, 20],
    texts: ["3", "3", "9"],
  });
  expect(await app.codes()).toEqual([]);
});

test("HTML within SVG is HTML, with bindings of its own", async () => {
  const app = await open(
    `<svg viewBox="0 0 9 9"><foreignObject width="9" height="9">
       <p data-bind="said" data-onclick="say">…</p><ul><li data-for="n in 2" data-bind="n"></li></ul>
     </foreignObject></svg>`,
    `export let said = "one"; export function say(): void { said = "two"; }`,
  );
  await app.page.locator("#app p").click();
  const seen = await app.page.evaluate(() => {
    const inner = document.querySelector("#app foreignObject");
    return [inner?.namespaceURI, ...[...(inner?.querySelectorAll("*") ?? [])].map((each) => each.namespaceURI)];
  });
  const html = "http://www.w3.org/1999/xhtml";
  expect(seen).toEqual(["http://www.w3.org/2000/svg", html, html, html, html]);
  expect(await app.page.locator("#app p").innerText()).toBe("two");
  expect(await app.page.locator("#app li").allInnerTexts()).toEqual(["1", "2"]);
  expect(await app.codes()).toEqual([]);
});

test("a form whose fields have names of its own members comes, changes and goes", async () => {
  const fields = [
    "remove",
    "style",
    "append",
    "attributes",
    "contains",
    "focus",
    "matches",
    "name",
    "action",
    "id",
    "children",
  ]
    .map((name) => `<input name="${name}">`)
    .join("");
  const app = await open(
    `<form data-for="form in forms" data-key="form" data-bind-title="form">${fields}<b data-bind="form"></b></form>
     <form data-if="forms.length > 0" data-bind-class="forms[0]">${fields}</form>
     <button data-onclick="change">change</button><button data-onclick="clear">clear</button>`,
    `export let forms: string[] = ["a", "b", "c"];
     export function change(): void { forms = ["c", "d", "a"]; }
     export function clear(): void { forms = []; }`,
  );
  const titles = (): Promise<(string | null)[]> =>
    app.page.evaluate(() => [...document.querySelectorAll("#app form")].map((form) => form.getAttribute("title")));
  expect(await titles()).toEqual(["a", "b", "c", null]);
  await app.page.getByRole("button", { name: "change" }).click();
  expect(await titles()).toEqual(["c", "d", "a", null]);
  await app.page.getByRole("button", { name: "clear" }).click();
  expect(await titles()).toEqual([]);
  expect(await app.codes()).toEqual([]);
});

test("elements that the page has defined are upgraded, given attributes and listened to", async () => {
  const app = await open(
    `<star-rating data-for="film in films" data-key="film.name" data-bind-value="film.stars" data-on-rate="rate(film)">
       <b data-bind="film.name"></b>
     </star-rating><p data-bind="last"></p>`,
    `interface Film { name: string; stars: number }
     export const films: Film[] = [{ name: "A", stars: 1 }, { name: "B", stars: 2 }];
     export let last = "";
     export function rate(film: Film): void { film.stars = 5; last = film.name; }`,
    {
      prepare: () => {
        customElements.define(
          "star-rating",
          class extends HTMLElement {
            static observedAttributes = ["value"];
            seen: string | null = null;
            attributeChangedCallback(_name: string, _old: string | null, value: string | null): void {
              this.seen = value;
            }
          },
        );
      },
    },
  );
  await app.page.locator("star-rating").nth(1).dispatchEvent("rate", { bubbles: true });
  expect(
    await app.page.evaluate(() =>
      [...document.querySelectorAll("star-rating")].map((each) => (each as Element & { seen?: string }).seen),
    ),
  ).toEqual(["1", "5"]);
  expect(await app.page.locator("#app p").textContent()).toBe("B");
  expect(await app.codes()).toEqual([]);
});

test("white space is what the author wrote, where it shows", async () => {
  const app = await open(
    `<p><b>one</b> <i>two</i>
       <u data-bind="word"></u> end</p>
     <pre data-if="word">  a
   b</pre>
     <p><span data-for="n in 3"><em data-bind="n"></em> </span></p>
     <textarea rows="3">
 kept
</textarea>`,
    `export const word = "w";`,
  );
  expect(
    await app.page.evaluate(() => {
      const [first, second] = [...document.querySelectorAll<HTMLElement>("#app p")];
      return [
        first?.innerText,
        document.querySelector("pre")?.textContent,
        second?.innerText,
        document.querySelector("textarea")?.value,
      ];
    }),
  ).toEqual(["one two w end", "  a\n   b", "1 2 3", " kept\n"]);
  expect(await app.codes()).toEqual([]);
});
