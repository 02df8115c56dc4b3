import { describe, expect, it } from "vitest";
import { compile } from "./compile-files.ts";

const controller = `
export let items: { id: number; title: string }[] = [];
export let byName: Record<string, number> = {};
export function add(): void { items = []; }
export function pick(n: number): void { items = [{ id: n, title: "" }]; }
`;

/** What the messages about a page say to do, each after its code. */
async function advise(html: string, source: string = controller): Promise<string[]> {
  const { diagnostics } = await compile({ "pages/home/index.html": html, "pages/home/controller.ts": source });
  return diagnostics.map(({ code, hint }) => `${code}: ${hint}`);
}

describe("a hint says what to write", () => {
  it("for what identifies a row, and for other names of it", async () => {
    const rows = (attributes: string): Promise<string[]> =>
      advise(`<ul><li data-for="item in items" ${attributes}></li></ul>`);
    expect(await rows(`data-key="id"`)).toEqual(["view_unknown_name: write `item.id`"]);
    expect(await rows(`data-key="itm.id"`)).toEqual(["view_unknown_name: did you mean `item`?"]);
    expect(await rows(`data-bind="title"`)).toEqual([
      "view_unknown_name: of the row it is `item.title`; for the page, export it from controller.ts: `export let title = …`",
    ]);
    expect(await rows(`data-bind="user.name"`)).toEqual([
      "view_unknown_name: export it from controller.ts: `export let user = …`",
    ]);
  });

  it("for rows that are taken apart", async () => {
    const rows = (list: string): Promise<string[]> => advise(`<ul><li data-for="${list}">x</li></ul>`);
    for (const list of ["[k, v] in byName", "[k, v] of Object.entries(byName)", "const [k, v] of byName"]) {
      expect(await rows(list)).toEqual([expect.stringMatching(/`entry\[0\]` and `entry\[1\]`.*`Object.entries\(…\)`/)]);
    }
    expect(await rows("{ id } in items")).toEqual([expect.stringContaining("`item in items`, then `item.name`")]);
    expect(await rows("item, i in items")).toEqual([expect.stringContaining("`(item, i) in …`")]);
    expect(await rows("entry in byName")).toEqual([
      expect.stringMatching(/^view_not_a_list: .*`Object.entries\(…\)`.*`entry\[0\]`/),
    ]);
  });

  it("for functions that TypeScript has and views have not", async () => {
    expect(await advise('<a data-link="/${encodeURIComponent(items[0].title)}">x</a>')).toEqual([
      "view_unknown_function: export a function from controller.ts that calls it; parts of a `data-link` are encoded by themselves",
    ]);
  });

  it("for HTML that is in no place of a view", async () => {
    const html = "<p>x</p>";
    const { diagnostics } = await compile({
      "pages/home/index.html": html,
      "pages/index.html": html,
      "pages/about.html": html,
      "pages/home/help.html": html,
      "layouts/main.html": html,
      "components/forms/field.html": html,
      "partials/footer.html": html,
      "assets/terms.html": html,
    });
    expect(diagnostics.map(({ severity, code, file, hint }) => [severity, code, file, hint])).toEqual(
      [
        ["components/forms/field.html", "write it as `components/field.html`"],
        ["layouts/main.html", "write it as `layout.html`"],
        ["pages/about.html", "write it as `pages/about/index.html`"],
        ["pages/home/help.html", "write it as `pages/home/help/index.html`"],
        ["pages/index.html", "write it as `pages/home/index.html`"],
        ["partials/footer.html", expect.stringContaining("`components/<name>.html`")],
      ].map(([file, hint]) => ["warning", "app_html_unused", `app/${file}`, hint]),
    );
  });

  it("for the only HTML of a page, under another name", async () => {
    const { diagnostics } = await compile({
      "pages/home/home.html": "<p>x</p>",
      "pages/home/controller.ts": controller,
    });
    expect(diagnostics.map(({ code, hint }) => `${code}: ${hint}`)).toEqual([
      expect.stringMatching(/^app_page_without_html/),
      "app_html_unused: write it as `pages/home/index.html`",
    ]);
  });

  it("for files that nearly have the name of one that is read", async () => {
    const view = `<p data-use="card"></p>`;
    const { diagnostics } = await compile({
      "pages/home/index.html": view,
      "pages/home/controller.tsx": "",
      "pages/about/index.html": view,
      "pages/about/Controller.ts": "",
      "pages/about/controller.test.ts": "",
      "pages/help/index.htm": view,
      "pages/more/index.html": view,
      "pages/more/controller.ts": "",
      "pages/more/controller.js": "",
      "layout.html": `<main data-outlet></main>`,
      "layout.js": "",
      "components/card.html": "<b>x</b>",
      "components/card.jsx": "",
      "lib/controller.js": "",
      "assets/layout.js": "",
    });
    expect(diagnostics.map(({ severity, code, file, hint }) => [severity, code, file, hint])).toEqual(
      [
        ["components/card.jsx", "components/card.ts"],
        ["layout.js", "layout.ts"],
        ["pages/about/Controller.ts", "pages/about/controller.ts"],
        ["pages/help/index.htm", "pages/help/index.html"],
        ["pages/home/controller.tsx", "pages/home/controller.ts"],
      ].map(([file, name]) => ["warning", "app_file_misnamed", `app/${file}`, `name it \`${name}\``]),
    );
  });

  it("for an address in a sheet that begins with a slash", async () => {
    const { diagnostics } = await compile({
      "pages/home/index.html": `<link rel="stylesheet" href="assets/css/app.css">`,
      "assets/css/app.css": `h1 { background: url(/img/a.png) } h2 { background: url("/assets/img/a.png") } h3 { background: url(/b.png) }`,
      "assets/img/a.png": "a",
    });
    const write = "addresses count from the sheet: write `../img/a.png`";
    expect(diagnostics.map(({ hint }) => hint)).toEqual([write, write, expect.stringContaining("copy the file into")]);
  });

  it("for an import of a package in a sheet, which PostCSS would take in", async () => {
    const importing = async (sheet: string): Promise<(string | undefined)[]> => {
      const { diagnostics } = await compile({ "pages/home/index.html": `<style>@import ${sheet};</style>` });
      return diagnostics.map(({ hint }) => hint);
    };
    for (const sheet of [`"tailwindcss"`, `'tailwindcss' source("..")`, `url(@scope/theme)`]) {
      expect(await importing(sheet)).toContainEqual(expect.stringContaining("`postcss.config.js`"));
    }
    for (const sheet of [`"./other.css"`, `"other.css"`, `"https://example.org/theme"`]) {
      expect(await importing(sheet)).toContainEqual(expect.stringContaining("link the other sheet"));
    }
  });

  it("for a handler of which the last letter is missing", async () => {
    expect(await advise(`<button data-onclick="ad">+</button>`)).toEqual(["view_unknown_handler: did you mean `add`?"]);
  });

  it("in the words of the language that the controller is written in", async () => {
    const { diagnostics } = await compile({
      "pages/home/index.html": `<button data-onclick="pick(1, 2)">1</button>`,
      "pages/home/controller.ts": controller,
    });
    expect(diagnostics.map(({ message }) => message)).toEqual(["`pick(n: number)` takes 1 argument, here it gets 2"]);
  });

  it("for links to other sites, and files from them", async () => {
    const asked = '`rune({ capabilities: { net: { origins: ["https://example.org"], reason: "…" } } })`';
    expect(await advise(`<a href="https://example.org/x">x</a><img src="https://example.org/x.png" alt="">`)).toEqual([
      `view_refused_markup: links lead to pages of the app, and to origins that it asks for: ${asked}`,
      `view_refused_markup: put the file into the app's assets, or ask for the origin: ${asked}`,
    ]);
  });

  it("for imports of what is no TypeScript", async () => {
    for (const [file, words] of [
      ["./style.css", '`<link rel="stylesheet" href="./style.css">`'],
      ["./style.scss", "are CSS, which can nest rules"],
      ["./data.json", "`data.json`"],
      ["./logo.png", '`<img src="./logo.png" alt="…">`'],
    ] as const) {
      expect(await advise("<p>x</p>", `import "${file}"; export let a = 1;`)).toEqual([
        expect.stringMatching(/^typescript_import_foreign: /),
      ]);
      expect((await advise("<p>x</p>", `import "${file}"; export let a = 1;`))[0]).toContain(words);
    }
  });

  it("for keys whose sign no attribute's name can have", async () => {
    expect(await advise(`<input data-onkeydown.="add">`)).toEqual([
      expect.stringContaining("the key `/` is `.slash`, and `.` is `.period`"),
    ]);
    expect(await advise(`<input data-onkeydown.dot="add"><input data-onkeydown.slsh="add">`)).toEqual([
      "view_unknown_modifier: did you mean `.period`?",
      "view_unknown_modifier: did you mean `.slash`?",
    ]);
  });
});
