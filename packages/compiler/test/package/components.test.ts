import { compileSource } from "@rune/compiler/engines";
import { describe, expect, it } from "vitest";
import { compile, decoder, listProblems } from "./compile-files.ts";

const page = "<h1>Page</h1>";

describe("components", () => {
  const card = `<h2 data-bind="title"></h2><slot></slot><slot name="foot">-</slot><style>h2 { color: red }</style>`;

  it("are views of the package, from files and from templates, with their styles and what they refer to", async () => {
    const { output, diagnostics } = await compile({
      "pages/home/index.html": `<div data-use="card" data-prop-title="'a'">x</div><p data-use="own"></p><template data-component="own"><b>1</b></template>`,
      "components/card.html": `${card}<img src="./a.png" alt="">`,
      "components/a.png": "png",
    });
    expect(diagnostics).toEqual([]);
    expect(output?.draft.views).toEqual([
      { name: "home", file: "views/home.view.json" },
      { name: "components/card", file: "views/components/card.view.json" },
      { name: "components/home/own", file: "views/components/home/own.view.json" },
    ]);
    expect([...(output?.files.keys() ?? [])].sort()).toEqual([
      "assets/components/a.png",
      "assets/components/card.inline.css",
      "views/components/card.view.json",
      "views/components/home/own.view.json",
      "views/home.view.json",
    ]);
    const view = JSON.parse(decoder.decode(output?.files.get("views/components/card.view.json")));
    expect(view.styles).toEqual(["assets/components/card.inline.css"]);
    expect(view.templates[0].nodes.at(-1)).toEqual(["img", { src: "asset:assets/components/a.png", alt: "" }]);
  });

  it("are checked against their uses, and these against them", async () => {
    const home = `<div data-use="car"></div>
<div data-use="card" data-prop-titel="1"><i slot="fot"></i></div>
<div data-use="plain">x</div>
<div data-use="unused-here" data-prop-a="1"></div>
<template data-component="unused-here"><p data-bind="a"></p></template>`;
    const problems = await listProblems({
      "pages/home/index.html": home,
      "components/card.html": card,
      "components/plain.html": `<p data-bind="nowhere"></p>`,
      "components/unused.html": `<p data-bind="anything"></p>`,
      "components/a b.html": "",
    });
    expect(problems).toEqual([
      "app/components/a b.html: error: `a b` is no name that `data-use` could have [app_component_name] | rename the file: letters, digits, `-` and `_`, such as `user-card.html`",
      "app/components/plain.html:1:15: error: `nowhere` is nothing that a use of this component gives it [app_component_name_unknown] | write `data-prop-nowhere` where the component is used",
      "app/pages/home/index.html:1:16: error: there is no component `car` [app_component_unknown] | did you mean `card`?",
      "app/pages/home/index.html:2:22: error: the component `card` does nothing with `titel` [app_component_prop_unknown] | did you mean `title`?",
      "app/pages/home/index.html:2:51: error: the component `card` has no slot `fot` [app_component_slot_unknown] | did you mean `foot`?",
      "app/pages/home/index.html:3:23: error: the component `plain` has no <slot> for what is inside, so it would never show [app_component_slot_unknown] | put a <slot></slot> into the component",
    ]);
  });

  it("hold themselves only where that can end", async () => {
    const problems = await listProblems({
      "pages/home/index.html": `<div data-use="tree" data-prop-node="null"></div><div data-use="a"></div>`,
      "components/tree.html": `<div data-if="node" data-use="tree" data-prop-node="node.left"></div>`,
      "components/a.html": `<div data-use="b"></div>`,
      "components/b.html": `<p><b data-use="a"></b></p>`,
    });
    expect(problems).toEqual([
      "app/components/b.html:1:17: error: this component would hold itself without end: `a` → `b` → `a` [app_component_endless] | put `data-if` or `data-for` around what makes the circle",
    ]);
  });

  it("have controllers, in one module with those of the pages that show them", async () => {
    const { output, diagnostics } = await compile(
      {
        "pages/home/index.html": `<p data-use="card" data-prop-title="'a'"></p><template data-component="own" data-controller="./own.ts"><b data-bind="n"></b></template><p data-use="own"></p>`,
        "pages/home/controller.ts": "export let m = 0;",
        "pages/home/own.ts": "export let n = 0;",
        "pages/other/index.html": `<p></p>`,
        "pages/other/controller.ts": "export let o = 0;",
        "components/card.html": `<b data-bind="title"></b><i data-use="part" data-prop-of="title"></i>`,
        "components/part.html": `<b data-bind="of" data-onclick="go"></b>`,
        "components/part.ts": `export let of = ""; export function go(): void { rune.emit("gone", of); }`,
      },
      { compileModule: compileSource },
    );
    expect(diagnostics).toEqual([]);
    const home = { controller: "logic/home.wasm" };
    expect(output?.draft.views).toEqual([
      { name: "home", file: "views/home.view.json" },
      { name: "other", file: "views/other.view.json" },
      { name: "components/card", file: "views/components/card.view.json" },
      { name: "components/part", file: "views/components/part.view.json", ...home, factory: "app/components/part" },
      {
        name: "components/home/own",
        file: "views/components/home/own.view.json",
        ...home,
        factory: "app/pages/home/own",
      },
    ]);
    expect(output?.draft.modules.map(({ file, controllers }) => [file, controllers?.map(({ name }) => name)])).toEqual([
      ["logic/home.wasm", ["app/pages/home/controller", "app/pages/home/own", "app/components/part"]],
      ["logic/other.wasm", undefined],
    ]);
    expect(output?.draft.capabilities).toEqual([]);
  });

  it("are told of mistakes about their controllers", async () => {
    const problems = await listProblems(
      {
        "pages/home/index.html": `<p data-use="card" data-prop-fixed="1" data-prop-titel="2" data-on-savd="go" data-on-any="go"></p>
<template data-component="a" data-controller="./missin.ts"><b data-bind="x"></b></template><p data-use="a"></p>
<template data-component="b" data-controller="./controller.ts"></template>
<template data-component="c" data-controller="./old.as.ts"></template>
<p data-use="plain" data-on-saved="go"></p>`,
        "pages/home/controller.ts": "export function go(): void {}",
        "pages/home/missing.ts": "export let x = 0;",
        "pages/home/old.as.ts": "export let x = 0;",
        "components/card.html": `<b data-bind="title" data-onclick="sav"></b><i data-bind="fixd"></i>`,
        "components/card.ts": `export const fixed = 1; export let title = ""; export function save(): void { rune.emit("saved"); }`,
        "components/plain.html": "",
        "components/old.html": "",
        "components/old.as.ts": "",
      },
      { compileModule: compileSource },
    );
    const engine =
      "the controller of a component must be of ordinary TypeScript: there is one for each time that the component shows [app_component_engine] | name the file without `.as`, or do this in the controller of the page";
    expect(problems).toEqual([
      "app/components/card.html:1:36: error: unknown handler `sav`; card.ts exports `save` [view_unknown_handler] | did you mean `save`?",
      "app/components/card.html:1:59: error: `fixd` is nothing that a use of this component gives it [app_component_name_unknown] | did you mean `fixed`?",
      `app/components/old.as.ts: error: ${engine}`,
      "app/pages/home/index.html:1:20: error: `fixed` is a constant of the controller of `card`, so it cannot be given [app_component_prop_constant] | write `export let fixed` in the controller",
      "app/pages/home/index.html:1:40: error: the component `card` does nothing with `titel` [app_component_prop_unknown] | did you mean `title`?",
      "app/pages/home/index.html:1:60: warning: the component `card` never emits `savd` [app_component_event_unknown] | did you mean `saved`?",
      "app/pages/home/index.html:1:78: warning: the component `card` never emits `any` [app_component_event_unknown] | events that it emits: `saved`",
      "app/pages/home/index.html:2:47: error: there is no file `./missin.ts` that could be the component's controller [app_controller_missing] | did you mean `pages/home/missing.ts`?",
      "app/pages/home/index.html:3:47: error: `pages/home/controller.ts` is the controller of a page, which there is one of [app_controller_taken] | give the component a file of its own; both can import what they share",
      `app/pages/home/index.html:4:47: error: ${engine}`,
      'app/pages/home/index.html:5:21: warning: the component `plain` never emits `saved` [app_component_event_unknown] | its controller emits it by `rune.emit("saved")`',
    ]);
  });

  it("are not blamed, nor their uses, for a controller that does not compile or is not there", async () => {
    const files = {
      "pages/home/index.html": `<div data-use="field" data-prop-value="total" data-on-saved="save($event.detail)"></div>
<div data-use="inner" data-prop-start="total"></div>
<template data-component="inner" data-controller="./inner.ts"><p data-bind="start"></p></template>`,
      "pages/home/controller.ts": `export let total = 1; export function save(next: number): void { total = next; }`,
      "pages/home/inner.ts": `export let start = 0;`,
      "components/field.html": `<input data-model="value"><button data-onclick="send">ok</button>`,
      "components/field.ts": `export let value = 0; export function send(): void { rune.emit("saved", value); }`,
    };
    for (const path of ["pages/home/controller.ts", "pages/home/inner.ts", "components/field.ts"] as const) {
      const wrong = `const broken: string = 1; ${files[path]}`;
      expect(await listProblems({ ...files, [path]: wrong })).toEqual([expect.stringContaining(`app/${path}:1:7`)]);
    }
    const { "pages/home/inner.ts": _inner, ...rest } = files;
    expect(await listProblems(rest)).toEqual([expect.stringContaining("app_controller_missing")]);
  });

  it("have names that no page has", async () => {
    expect(
      await listProblems({
        "pages/home/index.html": page,
        "pages/components/x/index.html": page,
        "components/x.html": "",
      }),
    ).toEqual([
      "app/pages/components/x/index.html: error: a page and a component have the same view `components/x` [app_component_taken] | rename the page's folder",
    ]);
  });

  it("have links that lead somewhere and assets that exist", async () => {
    const problems = await listProblems({
      "pages/home/index.html": `<div data-use="nav"></div>`,
      "components/nav.html": `<a data-link="/setings">S</a><img src="./no.png" alt="">`,
      "pages/settings/index.html": page,
    });
    expect(problems.map((problem) => /\[(\w+)\]/.exec(problem)?.[1])).toEqual([
      "app_link_unknown",
      "app_asset_missing",
    ]);
  });
});
