import type { Binding, Expression } from "@rune/schema";
import { elements, others, urls } from "./nodes.ts";
import { events, styles } from "./texts.ts";
import type { Vector } from "./vector.ts";
import { script, url, foreign, markup, element, bound, at, click, named, shapes, parsed } from "./vector.ts";

/** Expressions that look for a way out of the data. */
const paths: readonly Expression[] = [
  ["event", "view"],
  ["event", "target", "ownerDocument", "defaultView"],
  ["event", "currentTarget"],
  ["event", "target"],
  ["event", "target", "form"],
  ["event", "target", "value", "constructor"],
  ["event", "detail", "__proto__"],
  ["event", "detail", "constructor", "constructor"],
  ["event", "preventDefault"],
  ["get", ["event"], "constructor"],
  ["get", ["event", "target"], "__proto__"],
  ["at", ["event"], "prototype"],
  ["data", "__proto__"],
  ["data", "constructor"],
  ["call", "constructor", script],
  ["get", "text", "constructor"],
  ["get", ["get", "text", "length"], "__proto__"],
];

/** Bindings whose names say what they are after. */
const refusedBindings: readonly [tag: string, binding: object][] = [
  ...[
    "innerHTML",
    "outerHTML",
    "srcdoc",
    "onclick",
    "ONCLICK",
    "on",
    "x:onload",
    "is",
    "nonce",
    "form",
    "a b",
    "a>",
    "",
  ].map((name): [string, object] => ["b", { type: "attribute", name, value: markup }]),
  ["svg:set", { type: "attribute", name: "href", value: ["data", "x"] }],
  ["svg:animate", { type: "attribute", name: "xlink:href", value: ["data", "x"] }],
  ["a", { type: "attribute", name: "href", value: url }],
  ["meta", { type: "attribute", name: "http-equiv", value: "refresh" }],
  ["img", { type: "attribute", name: "name", value: "cookie" }],
  ["b", { type: "property", name: "innerHTML", value: markup }],
  ["b", { type: "property", name: "textContent", value: markup }],
  ["b", { type: "property", name: "__proto__", value: null }],
  ["b", { type: "html", value: markup }],
  ["b", { type: "constructor", value: markup }],
  ["b", { type: "style", name: "background;x", value: "x" }],
  ["b", { type: "style", name: "", value: "x" }],
  ["b", { type: "class", name: "a b", value: true }],
  ["b", { type: "ref", name: "__proto__" }],
  ["b", { type: "event", event: "", handler: "log", arguments: [] }],
  ["b", { type: "event", event: "click", handler: "__proto__", arguments: [] }],
  ["b", { type: "event", event: "click", handler: "constructor", arguments: [] }],
  ["input", { type: "model", place: ["get", ["data", "x"], "__proto__"] }],
  ["input", { type: "model", place: ["event", "target"] }],
  ["a", { type: "link", to: url }],
  ["a", { type: "link", to: foreign }],
];

/** What is refused before any of it shows. */
export const refused: readonly Vector[] = [
  ...shapes([...elements, ...urls, ...others]),
  ...named(events, (name) => ({ nodes: [element("b", { [`on${name}`]: script })] }), "event"),
  ...named(
    events,
    (name) => bound(element("b"), { type: "attribute", at, name: `on${name}`, value: ["data", "x"] }),
    "bound",
  ),
  ...named(styles, (style) => ({ nodes: [element("b", { style }, "x")] }), "style"),
  ...paths.map((path) => ({ name: `path ${JSON.stringify(path)}`, page: bound(element("b"), click(path)) })),
  ...refusedBindings.map(([tag, binding]) => ({
    name: `${tag} with ${JSON.stringify(binding)}`,
    page: bound(element(tag), { at, ...binding } as Binding),
  })),
  ...[`@import "${foreign}";`, `p{background:url(${foreign})}`, `@font-face{font-family:x;src:url(${foreign})}`].map(
    (css) => ({
      name: `sheet ${css}`,
      page: { nodes: ["x"], styles: ["assets/x.css"] },
      files: { "assets/x.css": css },
    }),
  ),
  { name: "a language", page: { nodes: ["x"], head: { lang: 'de" onload="x' } } },
  { name: "head path", page: { nodes: ["x"], head: { bindings: [{ type: "title", value: ["data", "__proto__"] }] } } },
  {
    name: "data that names prototypes",
    page: { nodes: ["x"], data: parsed(`{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}`) },
  },
];
