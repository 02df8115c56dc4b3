import type { CapabilityRequest } from "@rune/schema";
import { compileSource } from "@rune/compiler/engines";
import { describe, expect, it } from "vitest";
import { compile, decoder, listProblems, listWarnings } from "./compile-files.ts";

const page = "<h1>Page</h1>";

describe("the files of a package", () => {
  it("has a view a page, its data, and routes from folders and attributes", async () => {
    const { output, diagnostics } = await compile({
      "pages/home/index.html": "<title>Home</title><p data-bind='n'></p>",
      "pages/home/data.json": `\uFEFF{ "n": 1 }`,
      "pages/settings/profile/index.html": `<main lang="de" data-route="/me/:tab?">Ich</main>`,
    });
    expect(diagnostics).toEqual([]);
    expect([...(output?.files.keys() ?? [])].sort()).toEqual([
      "data/home.data.json",
      "views/home.view.json",
      "views/settings/profile.view.json",
    ]);
    expect(output?.draft.routes).toEqual([
      { pattern: "/", view: "home", data: "data/home.data.json" },
      { pattern: "/me/:tab?", view: "settings/profile" },
    ]);
    expect(output?.draft.entry).toBe("/");
    expect(output?.pages[0]).toMatchObject({ name: "home", pattern: "/", title: "Home" });
    expect(decoder.decode(output?.files.get("data/home.data.json"))).toBe(`{"n":1}`);
  });

  it("compiles controllers and records what they import and need", async () => {
    const { output, diagnostics } = await compile({
      "pages/home/index.html": `<p data-bind="n"></p><button data-onclick="inc(2)">+</button>`,
      "pages/home/controller.as.ts": `let n: i32 = 0; export function inc(by: i32): void { n += by; rune.update_data("home", { n }); }`,
    });
    expect(diagnostics).toEqual([]);
    expect(output?.draft.modules).toMatchObject([
      {
        file: "logic/home.wasm",
        kind: "controller",
        abi: "linear",
        exports: [{ name: "inc", parameters: [{ name: "by", type: "i32" }] }],
        capabilities: ["ui"],
      },
    ]);
    expect(output?.draft.capabilities).toEqual([{ name: "ui" }]);
    expect(WebAssembly.validate(output?.files.get("logic/home.wasm") as BufferSource)).toBe(true);
  });

  it("binds the assets folder, what views refer to, and style sheets with what they refer to", async () => {
    const { output, diagnostics } = await compile({
      "assets/img/logo.svg": "<svg/>",
      "pages/home/index.html": `<link rel="stylesheet" href="./style.css"><style>p { color: red }</style><img src="./me.png" alt=""><img src="../../assets/img/logo.svg" alt=""><img src="assets/img/logo.svg" alt="">`,
      "pages/home/style.css": `/* url(nope.png) */ p { background: url(./bg.png?v=1#x) } q { content: "url(no.png)"; mask: url("../../assets/img/logo.svg") }`,
      "pages/home/bg.png": "bg",
      "pages/home/me.png": "me",
      "pages/home/unused.png": "unused",
    });
    expect(diagnostics).toEqual([]);
    expect(output?.draft.assets).toEqual([
      { file: "assets/img/logo.svg", type: "image/svg+xml" },
      { file: "assets/pages/home/bg.png", type: "image/png" },
      { file: "assets/pages/home/inline.css", type: "text/css" },
      { file: "assets/pages/home/me.png", type: "image/png" },
      { file: "assets/pages/home/style.css", type: "text/css" },
    ]);
    const view = decoder.decode(output?.files.get("views/home.view.json"));
    expect(view).toContain(`"asset:assets/pages/home/me.png"`);
    expect(view.match(/"asset:assets\/img\/logo\.svg"/g)).toHaveLength(2);
    expect(JSON.parse(view).styles).toEqual(["assets/pages/home/style.css", "assets/pages/home/inline.css"]);
    expect(decoder.decode(output?.files.get("assets/pages/home/style.css"))).toBe(
      `/* url(nope.png) */ p { background: url("bg.png?v=1#x") } q { content: "url(no.png)"; mask: url("../../img/logo.svg") }`,
    );
  });

  it("is the same for the same files in another order", async () => {
    const files = { "pages/b/index.html": page, "pages/a/index.html": page, "assets/z.txt": "z", "assets/a.txt": "a" };
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    const [a, b] = await Promise.all([compile(files), compile(reversed)]);
    expect(JSON.stringify(a.output?.draft)).toBe(JSON.stringify(b.output?.draft));
  });
});

describe("what is wrong with an app", () => {
  it("says how to begin when there is no page", async () => {
    expect(await listProblems({})).toEqual([
      "error: there is no page in `app/pages` [app_no_pages] | write `app/pages/home/index.html`, or point the option `app` at the folder of your app",
    ]);
  });

  it("reports pages without HTML, two controllers and errors of TypeScript", async () => {
    const problems = await listProblems({
      "pages/home/controller.as.ts": "",
      "pages/two/index.html": page,
      "pages/two/controller.as.ts": "",
      "pages/two/controller.ts": "",
      "pages/plain/index.html": page,
      "pages/plain/controller.ts": "export const start = missing;",
    });
    expect(problems).toEqual([
      expect.stringContaining("app/pages/home/controller.as.ts: error: the page `home` has no `index.html`"),
      "app/pages/plain/controller.ts:1:22: error: Cannot find name 'missing' (TS2304) [typescript_error]",
      expect.stringContaining("the page `two` has two controllers: `controller.as.ts` and `controller.ts`"),
    ]);
  });

  it("places errors of data", async () => {
    const broken = async (text: string): Promise<string | undefined> =>
      (await listProblems({ "pages/home/index.html": page, "pages/home/data.json": text }))[0];
    expect(await broken(`{ "a": 1,\n}`)).toMatch(
      /^app\/pages\/home\/data\.json:2:1: error: the data is not valid JSON/,
    );
    expect(await broken(`{ "a": [1, 2 }`)).toMatch(/data\.json:1:14: /);
    expect(await broken(`{ "a": 1`)).toMatch(/data\.json:1:9: /);
    expect(await broken(``)).toMatch(/data\.json:1:1: /);
    expect(await broken(`{ "a": 1 } x`)).toMatch(/data\.json:1:12: /);
    expect(await broken(`[1]`)).toContain("the data must be an object, not an array [app_data_not_object]");
    expect(await broken(`null`)).toContain("not null");
    const nest = (levels: number): string => `{ "a": ${"[".repeat(levels - 1)}${"]".repeat(levels - 1)} }`;
    const deepest = { "pages/home/index.html": page, "pages/home/data.json": nest(200) };
    expect((await compile(deepest)).diagnostics).toEqual([]);
    expect(await broken(nest(201))).toContain("nests deeper than 200 levels [app_data_too_deep]");
    expect(await broken(nest(100_000))).toContain("[app_data_too_deep]");
  });

  it("reports duplicate and ambiguous routes, and links that lead nowhere", async () => {
    const problems = await listProblems({
      "pages/home/index.html": `<a data-link="/abuot">About</a><a data-link="/about">About</a><a data-link="/user/7">7</a>`,
      "pages/about/index.html": page,
      "pages/info/index.html": `<main data-route="/about">Info</main>`,
      "pages/user/index.html": `<main data-route="/user/:id">User</main>`,
      "pages/user-name/index.html": `<main data-route="/user/:name">User</main>`,
    });
    expect(problems).toEqual([
      expect.stringMatching(
        /^app\/pages\/home\/index.html:1:15: .*no page has the route `\/abuot` .*did you mean `\/about`\?/,
      ),
      expect.stringMatching(
        /^app\/pages\/info\/index.html:1:19: .*`\/about` is also that of app\/pages\/about\/index.html/,
      ),
      expect.stringMatching(/\[app_route_ambiguous\]/),
    ]);
  });

  it("needs a route to open at", async () => {
    const only = (route: string) => compile({ "pages/user/index.html": `<main data-route="${route}">User</main>` });
    expect((await only("/user/:id")).diagnostics).toMatchObject([{ code: "app_no_entry" }]);
    expect((await only("/user/:id?")).output?.draft.entry).toBe("/user");
    expect((await only("/:id?")).output?.draft.entry).toBe("/");
    expect((await only("/files/*path")).output?.draft.entry).toBe("/files");
  });

  it("reports missing assets and what style sheets may not do", async () => {
    const problems = await listProblems({
      "pages/home/index.html": `<link rel="stylesheet" href="./stlye.css">\n<style>\n@import "x.css";\np { background: url(https://example.com/x.png) }\n</style>\n<img src="./lgoo.png" alt="">`,
      "pages/home/style.css": "",
      "pages/home/logo.png": "",
    });
    expect(problems).toEqual([
      expect.stringMatching(/index.html:1:\d+: .*`pages\/home\/stlye.css`.*did you mean `pages\/home\/style.css`\?/),
      expect.stringMatching(/index.html:3:1: .*`@import`/),
      expect.stringMatching(/index.html:4:17: .*`https:\/\/example.com\/x.png`/),
      expect.stringMatching(/index.html:6:\d+: .*did you mean `pages\/home\/logo.png`\?/),
    ]);
  });

  it("asks for capabilities that reach beyond the app", async () => {
    const files = {
      "pages/home/index.html": `<button data-onclick="copy">Copy</button>`,
      "pages/home/controller.as.ts": `export function copy(): void { rune.clipboard_write("x"); }`,
    };
    expect(await listProblems(files)).toEqual([
      expect.stringContaining("`rune.clipboard_write` needs the capability `clipboard`"),
    ]);
    const capabilities: CapabilityRequest[] = [{ name: "clipboard", reason: "Copies" }];
    const { output } = await compile(files, { capabilities });
    expect(output?.draft.capabilities).toEqual([{ name: "clipboard", reason: "Copies" }]);
  });

  it("asks for the capability of requests by the name that the author wrote", async () => {
    const problems = await listProblems({
      "pages/home/index.html": `<button data-onclick="ask">Ask</button>`,
      "pages/home/controller.ts": `export async function ask(): Promise<void> { await rune.fetch("https://a.example"); }`,
    });
    expect(problems).toEqual([expect.stringContaining("`rune.fetch` needs the capability `http`")]);
  });

  it("optimises nothing before all else is right", async () => {
    const asked: unknown[] = [];
    const compileModule: typeof compileSource = (input, options) => {
      asked.push(options?.release);
      return compileSource(input, options);
    };
    const files = {
      "pages/home/index.html": `<p data-bind="cuont"></p>`,
      "pages/home/controller.ts": `export let count = 0;`,
    };
    const problems = await listProblems(files, { release: true, compileModule });
    expect(problems).toEqual([expect.stringContaining("did you mean `count`?")]);
    expect(asked).toEqual(["check"]);
    const right = { ...files, "pages/home/index.html": `<p data-bind="count"></p>` };
    expect(await listWarnings(right, { release: true, compileModule })).toEqual([]);
    expect(asked).toEqual(["check", "check", true]);
  });

  it("does not blame a view for a controller that does not compile", async () => {
    const problems = await listProblems({
      "pages/home/index.html": `<button data-onclick="inc">+</button>`,
      "pages/home/controller.as.ts": `export function inc(): void { let x: i32 = "one"; }`,
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^app\/pages\/home\/controller.as.ts:1:44: /);
  });
});

describe("what is probably not meant", () => {
  it("is a resource with an absolute path, whether the app has the file or not", async () => {
    const warnings = await listWarnings({
      "assets/img/logo.svg": "<svg/>",
      "pages/home/index.html": `<img src="/assets/img/logo.svg?v" alt=""><img srcset="/img/logo.svg 2x" alt=""><img src="/pages/home/me.png" alt=""><img src="assets/img/logo.svg" alt="">`,
      "pages/home/me.png": "me",
    });
    expect(warnings).toEqual([
      expect.stringMatching(/html:1:11: warning: `\/assets\/img\/logo.svg` .* \| .*write `assets\/img\/logo.svg`$/),
      expect.stringMatching(/html:1:55: warning: `\/img\/logo.svg` .* \| .*write `assets\/img\/logo.svg`$/),
      expect.stringMatching(/html:1:90: .*\[app_asset_absolute\] \| name files of the app without the slash/),
    ]);
  });

  it("is a link by `href` to a page of the app, not to other paths of the site", async () => {
    const files = {
      "pages/home/index.html": `<a href="/cart?x">1</a><a href="/users/7#a">2</a><a href="/other">3</a><a href="/files/a/b">4</a><a href="/">5</a><a href="/cart" target="_blank">6</a>`,
      "pages/cart/index.html": page,
      "pages/user/index.html": `<main data-route="/users/:id">User</main>`,
      "pages/files/index.html": `<main data-route="/files/*path">Files</main>`,
      "pages/any/index.html": `<main data-route="/:any">Any</main>`,
    };
    const found = [
      expect.stringMatching(
        /html:1:10: warning: `\/cart` is a page .*\[app_link_reload\] \| write `data-link="\/cart"`/,
      ),
      expect.stringMatching(/html:1:33: warning: `\/users\/7` is a page/),
    ];
    expect(await listWarnings(files, { routing: "hash" })).toEqual(found);
    expect(await listWarnings(files)).toEqual([...found, expect.stringMatching(/html:1:107: warning: `\/` is a page/)]);
  });

  it("is a timer that calls nothing", async () => {
    const files = (more: string): Record<string, string> => ({
      "pages/home/index.html": page,
      "pages/home/controller.as.ts": `export function start(): void { rune.set_timeout("a", 10); }${more}`,
    });
    expect(await listProblems(files(""))).toEqual([
      expect.stringMatching(
        /controller.as.ts:1:38: error: `rune.set_timeout` .*\[app_timer_unhandled\] \| .*on_timer\(id: string\): void/,
      ),
    ]);
    expect(await listWarnings(files("export function on_timer(id: string): void {}"))).toEqual([]);
  });

  it("is a name that no node of the page has", async () => {
    const html = `<dialog id="question"></dialog><input data-ref="field"><p data-if="n"><b id="deep" data-bind="n"></b></p>`;
    const controller = `export function act(): void {
  rune.update_data("home", { n: 1 });
  rune.update_data("hoem", { n: 1 });
  rune.update_data("counter", { n: 1 });
  rune.show_overlay("question");
  rune.show_overlay("qestion");
  rune.replace_text("deep", "x");
  rune.focus("field");
  rune.focus("feild");
  rune.remove_node("home");
  rune.replace_text("row-1", "x");
}`;
    const files = { "pages/home/index.html": html, "pages/home/controller.as.ts": controller };
    expect(await listWarnings(files)).toEqual([
      expect.stringMatching(
        /ts:3:20: warning: `rune.update_data` names the node `hoem`.*\[app_node_unknown\] \| did you mean `home`/,
      ),
      expect.stringMatching(
        /ts:4:20: .*`counter`.* \| a page's own data is named by the page: `rune.update_data\("home", …\)`/,
      ),
      expect.stringMatching(/ts:6:21: .*`qestion`.* \| did you mean `question`/),
      expect.stringMatching(/ts:9:14: .*`feild`.* \| did you mean `field`/),
      expect.stringMatching(/ts:10:20: .*`rune.remove_node` names the node `home`.* \| give the element/),
      expect.stringMatching(/ts:11:21: .*`row-1`/),
    ]);
    const open = { ...files, "pages/home/index.html": `${html}<i data-for="k in 3" data-bind-id="\`row-\${k}\`"></i>` };
    expect(await listWarnings(open)).toEqual([]);
  });

  it("is no name of another page in a file that pages share", async () => {
    const shared = `export function show(n: i32): void { if (n > 0) rune.update_data("home", { n }); else rune.update_data("two", { n }); rune.focus("first"); rune.focus("fist"); }`;
    const warnings = await listWarnings({
      "shared.as.ts": shared,
      "pages/home/index.html": `<input data-ref="first">`,
      "pages/two/index.html": page,
      "pages/two/controller.as.ts": `import { show } from "../../shared.as.ts"; export function start(): void { show(1); }`,
    });
    expect(warnings).toEqual([expect.stringMatching(/^app\/pages\/two\/controller.as.ts: warning: .*`fist`/)]);
  });
});

it("refuses sheets that load from elsewhere, however that is written", async () => {
  for (const css of ['a{b:image-set("https://evil.example/x" 1x)}', "a{b:u\\72l(https://evil.example)}"]) {
    const [problem] = await listProblems({ "pages/home/index.html": `${page}<style>${css}</style>` });
    expect(problem).toContain("a style sheet may not load `https://evil.example` from elsewhere");
  }
});
