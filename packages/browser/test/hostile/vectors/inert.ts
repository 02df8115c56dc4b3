import type { Expression } from "@rune/schema";
import type { TestPage } from "../../harness/test-app.ts";
import { events, harmlessStyles, styles, texts } from "./texts.ts";
import type { Vector } from "./vector.ts";
import {
  script,
  url,
  foreign,
  markup,
  base64,
  drawing,
  element,
  svg,
  math,
  bound,
  at,
  click,
  named,
  parsed,
} from "./vector.ts";

/** Those that a schema lets pass, and that lead to nothing. */
const deadEnds: readonly Expression[] = [
  ["get", ["event"], "view"],
  ["get", ["get", ["event"], "target"], "ownerDocument"],
  ["at", ["event"], ["text", "con", "structor"]],
  ["at", ["at", ["event"], ["text", "con", "structor"]], ["text", "con", "structor"]],
  ["at", ["event"], ["text", "__pro", "to__"]],
  ["at", "text", ["text", "con", "structor"]],
  ["at", ["data", "list"], ["text", "con", "structor"]],
  ["get", ["data", "list"], "push"],
  ["get", "text", "replace"],
  ["data", "window"],
  ["data", "globalThis"],
  ["data", "toString"],
  ["call", "eval", script],
  ["call", "fetch", "https://evil.example/"],
  ["call", "valueOf"],
];

const everywhere = (text: string): TestPage => {
  const value: Expression = ["data", "x"];
  return {
    nodes: [
      element("p", { title: text, class: text, "data-x": text, id: text }, text),
      element("textarea", {}, text),
      element("select", {}, element("option", {}, text)),
      element("title", {}, text),
      svg(element("svg:title", {}, text), element("svg:text", {}, text)),
      math(element("math:mtext", {}, text)),
      element("p", {}, ""),
      element("a", {}, "x"),
      element("input", { type: "text" }),
      element("p", {}, ""),
      element("a", {}, "x"),
      null,
    ],
    bindings: [
      { type: "text", at: [6], value },
      { type: "attribute", at: [6], name: "class", value },
      { type: "attribute", at: [6], name: "style", value },
      { type: "attribute", at: [6], name: "title", value },
      { type: "style", at: [6], name: "background", value },
      { type: "style", at: [6], name: "--x", value },
      { type: "attribute", at: [7], name: "href", value },
      { type: "attribute", at: [7], name: "target", value },
      { type: "property", at: [8], name: "value", value },
      { type: "model", at: [8], place: ["data", "x"] },
      { type: "text", at: [9], value: ["text", "<b>", value, "</b>"] },
      { type: "link", at: [10], to: value },
      { type: "for", at: [11], item: "i", each: ["data", "list"], template: 1 },
    ],
    templates: [
      {
        nodes: [element("p", {}, "")],
        bindings: [{ type: "text", at, value: ["item", 0] }],
      },
    ],
    data: { x: text, list: [text, text] },
    head: {
      title: text,
      meta: [
        { name: text, content: text },
        { name: "refresh", content: `0;url=${foreign}` },
        { name: "referrer", content: "unsafe-url" },
      ],
      bindings: [
        { type: "title", value },
        { type: "meta", name: "description", value },
        { type: "lang", value },
      ],
    },
  };
};

const plain: TestPage = {
  nodes: [element("p", { id: "p" }, "x"), element("a", { id: "a", href: "#" }, "x"), element("form", { id: "f" })],
};

/** What shows, and does nothing. */
export const inert: readonly Vector[] = [
  ...named([...texts, ...styles, ...harmlessStyles, url, foreign, base64, drawing], everywhere, "everywhere"),
  ...named(harmlessStyles, (style) => ({ nodes: [element("b", { style, title: foreign }, "x")] }), "style"),
  ...deadEnds.map((path) => ({
    name: `path ${JSON.stringify(path)}`,
    page: bound(element("b"), click(["text", path])),
  })),
  ...["eval", "fetch", "alert", "toString", "valueOf", "hasOwnProperty", "Function", "setTimeout"].map((name) => ({
    name: `handler ${name}`,
    page: bound(element("b"), click(script, name)),
  })),
  ...named(events, () => plain, "mutation").map((vector, i) => ({
    ...vector,
    mutations: [{ type: "UpdateView", node_id: "p", props: { [`on${events[i]}`]: script } }],
  })),
  ...[
    ["a", { href: url }],
    ["a", { href: foreign }],
    ["a", { ping: foreign }],
    ["a", { target: "_top" }],
    ["f", { action: url }],
    ["p", { innerHTML: markup }],
    ["p", { outerHTML: markup }],
    ["p", { srcdoc: markup }],
    ["p", { style: `background:url(${foreign})` }],
    ["p", { style: { background: `url(${foreign})`, "--x": `"${foreign}"` } }],
    ["p", { class: markup }],
    ["p", { title: markup }],
    ["p", parsed(`{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}`)],
  ].map(([id, props]) => ({
    name: `mutation ${JSON.stringify(props)}`,
    page: plain,
    mutations: [{ type: "UpdateView", node_id: id, props }],
  })),
  ...texts.map((text) => ({
    name: `mutation to ${text}`,
    page: plain,
    mutations: [
      { type: "ReplaceText", target: "p", text },
      { type: "UpdateData", node_id: "home", updates: { x: text } },
      { type: "Navigate", view_id: text },
      { type: "ShowOverlay", overlay_id: text },
      { type: text },
    ],
  })),
  ...[url, foreign, "\\\\evil.example", "/\t/evil.example", base64].map((to) => ({
    name: `mutation to navigate to ${to}`,
    page: plain,
    mutations: [{ type: "Navigate", view_id: to }],
  })),
  {
    name: "keys of prototypes",
    page: {
      nodes: [element("p", parsed(`{"__proto__":"x","constructor":"x","prototype":"x"}`), "x")],
    },
    mutations: [
      parsed(
        `{"type":"UpdateData","node_id":"home","updates":{"__proto__":{"polluted":1},"constructor":{"polluted":1}}}`,
      ),
      parsed(`{"__proto__":{"type":"RemoveNode","node_id":"host"}}`),
      parsed(`{"type":"Navigate","view_id":"home","params":{"__proto__":{"polluted":1}}}`),
    ],
  },
];
