import type { Binding, ViewNode } from "@rune/schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestSite, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

/** Places where a value of the app's data, or of a mutation, becomes something that the browser acts on. */
const places: readonly [tag: string, attribute: string, more?: Record<string, string>][] = [
  ["a", "href"],
  ["a", "ping", { href: "#" }],
  ["a", "target", { href: "#" }],
  ["area", "href"],
  ["img", "src"],
  ["img", "srcset"],
  ["img", "longdesc"],
  ["form", "action"],
  ["form", "target"],
  ["button", "formaction"],
  ["input", "formaction", { type: "submit" }],
  ["input", "src", { type: "image" }],
  ["video", "poster"],
  ["video", "src"],
  ["audio", "src"],
  ["blockquote", "cite"],
  ["table", "background"],
  ["div", "style"],
  ["div", "class"],
  ["div", "id"],
  ["svg:a", "href"],
  ["svg:a", "xlink:href"],
  ["svg:image", "href"],
  ["svg:use", "href"],
  ["svg:use", "xlink:href"],
  ["svg:rect", "fill"],
  ["svg:rect", "filter"],
  ["svg:rect", "clip-path"],
];

const script = "globalThis.pwned=1";
/** What has been used to smuggle code, or a request, past filters. */
const values: readonly string[] = [
  `javascript:${script}`,
  `JaVaScRiPt:${script}`,
  ` \n javascript:${script}`,
  `java\tscript:${script}`,
  `java\r\nscript:${script}`,
  `\u0000javascript:${script}`,
  `\u0001\u001fjavascript:${script}`,
  `\u00a0javascript:${script}`,
  `\ufeffjavascript:${script}`,
  `javascript://x%0a${script}`,
  `javascript:/*--></title></style></textarea></script><svg/onload='+/"/+/onmouseover=1/+/[*/[]/+${script}//'>`,
  `javascript&colon;${script}`,
  `&#106;avascript:${script}`,
  `javascript\\:${script}`,
  `feed:javascript:${script}`,
  `view-source:javascript:${script}`,
  `vbscript:msgbox(1)`,
  `livescript:${script}`,
  `data:text/html,<script>${script}</script>`,
  `data:text/html;base64,PHNjcmlwdD5nbG9iYWxUaGlzLnB3bmVkPTE8L3NjcmlwdD4=`,
  `DATA:TEXT/HTML,<script>${script}</script>`,
  `data:;charset=utf-8,<script>${script}</script>`,
  `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="${script}"/>#x`,
  `data:application/xhtml+xml,<script xmlns="http://www.w3.org/1999/xhtml">${script}</script>`,
  `blob:https://evil.example/1`,
  `filesystem:https://evil.example/1`,
  `https://evil.example/`,
  `//evil.example/`,
  `\\\\evil.example\\`,
  `/\\evil.example/`,
  `/\t/evil.example/`,
  `https:evil.example`,
  `http:\\\\evil.example`,
  `ht\ntps://evil.example/`,
  `//evil。example/`,
  `https://user@evil.example/`,
  `/x 1x, //evil.example/ 2x`,
  `/x 1x,javascript:${script} 2x`,
  `_top`,
  `_parent`,
  `x" onclick="${script}`,
  `"><img src=x onerror="${script}">`,
  `'><script>${script}</script>`,
  `</style><script>${script}</script>`,
  `{{constructor.constructor('${script}')()}}`,
  `\${${script}}`,
  `background:url(//evil.example/)`,
  `background:url("javascript:${script}")`,
  `background-image:\\75rl(//evil.example/)`,
  `width:expression(${script})`,
  `-moz-binding:url(//evil.example/#x)`,
  `behavior:url(//evil.example/)`,
  `x:url(//evil.example/);background:image-set("//evil.example/" 1x)`,
  `list-style:url(//evil.example/)`,
  `--x:url(//evil.example/);background:var(--x)`,
  `url(//evil.example/#x)`,
  `url("data:image/svg+xml,<svg onload='${script}'/>#x")`,
  `https://evil.example/#x`,
  `__proto__`,
  `constructor`,
  `prototype`,
];

const nodes = places.map(([tag, , more], i): ViewNode => {
  const node: ViewNode = [tag, { ...more, "data-at": String(i) }, "x"];
  return tag.startsWith("svg:") ? ["svg:svg", {}, node] : node;
});

/** Opens a page where every place is bound to the same name, and where each has an id for mutations. */
async function open(isBound: boolean): Promise<TestPageHandle> {
  const at = (i: number): number[] => (places[i]?.[0].startsWith("svg:") ? [i + 1, 0] : [i + 1]);
  const bindings = places.map(([, name], i): Binding => ({
    type: "attribute",
    at: at(i),
    name,
    value: ["data", "evil"],
  }));
  const refs = places.map((_, i): Binding => ({ type: "ref", at: at(i), name: `r${i}` }));
  const text: Binding = { type: "text", at: [0], value: ["data", "evil"] };
  const handle = await site.open({
    pages: { home: { nodes: [["p", {}, ""], ...nodes], bindings: [text, ...(isBound ? bindings : []), ...refs] } },
  });
  await handle.page.evaluate(() => {
    addEventListener("click", (event) => event.target instanceof Element && event.preventDefault());
  });
  return handle;
}

/** What the page would do of itself, or when it is used, that a page of this app may not. */
function listEscapes(handle: TestPageHandle): Promise<string[]> {
  return handle.page.evaluate(() => {
    const escapes: string[] = [];
    if ("pwned" in globalThis) escapes.push("script ran");
    for (const element of document.querySelectorAll("#app *")) {
      const where = `${element.localName} ${element.getAttribute("data-at")}`;
      if (["script", "iframe", "object", "embed", "base", "meta", "link"].includes(element.localName))
        escapes.push(where);
      for (const { name, value } of element.attributes) {
        const said = `${where} ${name}=${value}`;
        if (name.startsWith("on") || name === "srcdoc") escapes.push(said);
        if (name === "target" && /^_(top|parent)$/i.test(value)) escapes.push(said);
        if (name === "style" && /evil\.example|evil。example|javascript:/i.test(value)) escapes.push(said);
        if (!/^(href|xlink:href|src|action|formaction|poster|ping|cite|longdesc|background)$/.test(name)) continue;
        // A ping goes to each of several addresses.
        for (const part of name === "ping" ? value.split(/[\t\n\f\r ]+/) : [value]) {
          const url = URL.canParse(part, document.baseURI) ? new URL(part, document.baseURI) : undefined;
          if (url && url.origin !== location.origin && !/^data:image\/(?!svg)/i.test(part)) escapes.push(said);
        }
      }
    }
    return escapes;
  });
}

async function expectNoEscape(
  handle: TestPageHandle,
  address: string,
  requests: string[],
  value: string,
): Promise<void> {
  expect(await listEscapes(handle), value).toEqual([]);
  expect([handle.page.url(), requests, handle.complaints.violations], value).toEqual([address, [], []]);
}

describe("no value escapes", () => {
  test.each([
    ["a binding", true],
    ["a mutation of the view", false],
  ])("through %s", { timeout: 120_000 }, async (_name, isBound) => {
    const handle = await open(isBound);
    const address = handle.page.url();
    const foreign: string[] = [];
    handle.page.on("request", (request) => {
      if (/evil/.test(new URL(request.url()).host)) foreign.push(request.url());
    });
    handle.page.on("dialog", (dialog) => {
      foreign.push(dialog.message());
      void dialog.dismiss();
    });
    for (const value of values) {
      if (isBound) await handle.set({ evil: value });
      else {
        for (const [i, [, name]] of places.entries()) {
          await handle.dispatch({ type: "UpdateView", node_id: `r${i}`, props: { [name]: value } });
        }
      }
      await expectNoEscape(handle, address, foreign, value);
    }
    expect(await handle.page.textContent("#app p")).toBe(isBound ? values.at(-1) : "");
    expect((await handle.codes()).every((code) => ["attribute_refused", "mutation_refused"].includes(code))).toBe(true);
    expect(await handle.codes()).toContain(isBound ? "attribute_refused" : "mutation_refused");
  });

  test("through names of properties and attributes that a mutation gives", async () => {
    const handle = await open(false);
    const address = handle.page.url();
    const names = (
      "onclick onerror onload ONCLICK onanimationstart innerHTML outerHTML innerText textContent insertAdjacentHTML srcdoc nonce is " +
      "__proto__ constructor prototype ownerDocument parentNode attributes shadowRoot xmlns xml:base xlink:href xmlns:xlink " +
      "formaction http-equiv content integrity attributeName from to by values begin onbegin on\u0000click on\tclick"
    ).split(" ");
    for (const name of names) {
      for (const i of [0, 4, 22]) {
        await handle.dispatch({
          type: "UpdateView",
          node_id: `r${i}`,
          props: { [name]: `javascript:${script}` },
        });
      }
      await handle.page.evaluate(() => {
        for (const each of document.querySelectorAll<HTMLElement>("#app [data-at]"))
          each.dispatchEvent(new Event("click"));
      });
      await expectNoEscape(handle, address, [], name);
    }
    expect(new Set(await handle.codes())).toEqual(new Set(["mutation_refused"]));
  });

  test("through a mutation that is made of texts", async () => {
    const handle = await open(false);
    const markup = `<img src=x onerror="${script}"><script>${script}</script>`;
    await handle.dispatch({ type: "ReplaceText", target: "r17", text: markup });
    expect(await handle.page.textContent('[data-at="17"]')).toBe(markup);
    for (const mutation of [
      {
        type: "UpdateData",
        node_id: "home",
        updates: JSON.parse('{"__proto__":{"evil":"x"},"constructor":1}') as object,
      },
      { type: "Navigate", view_id: `javascript:${script}` },
      { type: "Navigate", view_id: "//evil.example/" },
      { type: "Navigate", view_id: "home", params: JSON.parse('{"__proto__":"x"}') as object },
      { type: "ShowOverlay", overlay_id: `x"],script,[x="` },
      { type: "RemoveNode", node_id: "html" },
      { type: "RemoveNode", node_id: "app" },
      { type: "ReplaceText", target: "body", text: "" },
      { type: "Evaluate", code: script },
      { type: "__proto__" },
      { type: "Batch", mutations: [{ type: "constructor" }] },
    ]) {
      await handle.dispatch(mutation);
      await expectNoEscape(handle, handle.page.url(), [], JSON.stringify(mutation));
    }
    expect(await handle.page.evaluate(() => ["evil" in {}, document.querySelectorAll("#app").length])).toEqual([
      false,
      1,
    ]);
    expect(new URL(handle.page.url()).origin).toBe(site.origin);
  });
});
