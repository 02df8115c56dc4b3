import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  checkAttribute,
  checkAttributeName,
  checkElement,
  checkStyleSheet,
  describeRefusal,
  isUrlAttribute,
  listUrls,
  type MarkupPolicy,
} from "../src/index.ts";
import { hostileUrls } from "./hostile-urls.ts";

const none: MarkupPolicy = { origins: [], frames: false };
const granted: MarkupPolicy = { origins: ["https://good.example", "http://good.example:8080"], frames: true };

describe("elements", () => {
  test.each([
    "script",
    "SCRIPT",
    "Script",
    "style",
    "link",
    "base",
    "object",
    "embed",
    "applet",
    "frame",
    "frameset",
    "portal",
    "fencedframe",
    "noscript",
    "noembed",
    "noframes",
    "plaintext",
    "xmp",
    "iframe",
    "svg:script",
    "SVG:SCRIPT",
    "svg:style",
    "math:annotation-xml",
    "svg:svg:script",
    "svg:x:script",
    "math:x:script",
    "",
    " script",
    "a b",
    "p onclick=x",
    "p>",
    "p/",
    "p\0",
    "svg:",
    "svg:a b",
    "1p",
    "lin\u212a",
  ])("refuses %j", (tag) => {
    expect(checkElement(tag, none)).toBeDefined();
  });

  test.each([
    "p",
    "h1",
    "my-element",
    "svg:path",
    "svg:linearGradient",
    "svg:foreignObject",
    "math:mi",
    "o:p",
    "img",
    "main",
    "meta",
    "font-face",
  ])("takes %j", (tag) => {
    expect(checkElement(tag, none)).toBeUndefined();
  });

  it("takes frames with the capability only", () => {
    expect(checkElement("iframe", none)).toEqual({ type: "frame", tag: "iframe" });
    expect(checkElement("IFRAME", granted)).toBeUndefined();
  });

  it("takes letters that only look like ASCII for what they are", () => {
    // `ſ` upper-cases to S, but no browser folds it in a tag name.
    expect(checkElement("s\u017fcript", none)).toBeUndefined();
  });
});

describe("attribute names", () => {
  test.each([
    "onclick",
    "ONCLICK",
    "onBeforeToggle",
    "on",
    "srcdoc",
    "innerHTML",
    "outerHTML",
    "http-equiv",
    "is",
    "nonce",
    "integrity",
    "form",
    "FORM",
    "attributeName",
    "x:onclick",
    "",
    "a b",
    "x\nonclick",
    "a\tb",
    'a"b',
    "a'b",
    "a>b",
    "a/b",
    "a=b",
    "a<b",
    "a\0",
  ])("refuses %j", (name) => {
    expect(checkAttributeName("p", name)).toEqual({ type: "attribute", tag: "p", attribute: name });
  });

  test.each([
    "id",
    "class",
    "style",
    "href",
    "aria-label",
    "data-on",
    "data-onclick",
    "viewBox",
    "xlink:href",
    "contenteditable",
  ])("takes %j", (name) => {
    expect(checkAttributeName("p", name)).toBeUndefined();
  });

  it("refuses names by which an element takes the place of a property of the document", () => {
    for (const tag of ["form", "img", "IMG", "iframe", "meta"]) {
      expect(checkAttributeName(tag, "name")).toEqual({ type: "attribute", tag, attribute: "name" });
      expect(checkAttributeName(tag, "NAME")).toBeDefined();
    }
    for (const tag of ["input", "button", "a", "slot"]) expect(checkAttributeName(tag, "name")).toBeUndefined();
  });

  it("takes the attribute that an animation names, but not every value", () => {
    expect(checkAttribute("svg:animate", "attributeName", "x", none)).toBeUndefined();
    for (const name of ["href", "HREF", " xlink:href ", "foo:href", "onclick", "x:onload", "src", "target", "rel"]) {
      expect(checkAttribute("svg:set", "attributeName", name, none)).toBeDefined();
    }
  });
});

describe("URLs", () => {
  test.each(hostileUrls)("refuses <%s %s=%j>", (tag, attribute, value) => {
    for (const policy of [none, { origins: ["https://good.example"], frames: true }]) {
      const refusal = checkAttribute(tag, attribute, value, policy);
      expect(refusal?.type).toMatch(/^(url|origin)$/);
      expect(describeRefusal(refusal ?? { type: "element", tag })).toContain(attribute);
    }
  });

  test.each<[string, string, string]>([
    ["a", "href", "/path?x=javascript:1#y"],
    ["a", "href", "page.html"],
    ["a", "href", "#top"],
    ["a", "href", ""],
    ["a", "href", "./a:b"],
    ["a", "href", "mailto:a@b.example"],
    ["a", "href", "TEL:+4912345"],
    ["a", "href", "https://good.example/x"],
    ["a", "href", "HTTPS://GOOD.EXAMPLE/x"],
    ["a", "href", "//good.example"],
    // For browsers a backslash ends the host, and a comma between characters is part of the URL.
    ["a", "href", "https://good.example\\@evil.example"],
    ["img", "srcset", "a.png,https://evil.example/b.png"],
    ["a", "href", "http://good.example:8080/x"],
    ["img", "src", "asset:assets/a.png"],
    ["img", "src", "data:image/png;base64,iVBORw0KGgo="],
    ["img", "srcset", "asset:a.png 1x, asset:b.png 2x"],
    ["img", "srcset", "data:image/png;base64,//8A 1x, b.png 2x"],
    ["svg:image", "href", "data:image/jpeg;base64,/9j/"],
    ["svg:rect", "fill", "url(#gradient)"],
    ["svg:rect", "transform", "translate(1, 2)"],
    ["p", "style", "color: red; background: url(asset:assets/a.png)"],
    ["p", "style", "background: url(data:image/svg+xml;utf8,<svg/>)"],
    ["p", "style", "/* url(https://evil.example) */ color: red"],
    ["p", "title", "javascript:alert(1)"],
    ["p", "title", "url(https://evil.example)"],
  ])("takes <%s %s=%j>", (tag, attribute, value) => {
    expect(checkAttribute(tag, attribute, value, granted)).toBeUndefined();
  });

  it("agrees with the URL standard about what leaves the own origin", () => {
    const piece = fc.constantFrom(
      "https:",
      "http:",
      "javascript:",
      "data:",
      "//",
      "/",
      "\\",
      "\t",
      "\n",
      " ",
      "\0",
      "@",
      "?",
      "#",
      ":",
      "evil.example",
      "good.example",
      "x",
      ".",
      "..",
      "443",
      "%2f",
      "\u017f",
      "\u212a",
    );
    const texts = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(texts, (text) => {
        const policy: MarkupPolicy = { origins: ["https://good.example"], frames: false };
        if (checkAttribute("a", "href", text, policy)) return;
        let url: URL;
        try {
          url = new URL(text, "https://own.example/a/b");
        } catch {
          return;
        }
        expect(["https://own.example", "https://good.example", "null"]).toContain(url.origin);
        expect(["https:", "mailto:", "tel:", "sms:", "asset:"]).toContain(url.protocol);
      }),
      { numRuns: 20_000 },
    );
  });

  it("says which attributes hold URLs", () => {
    expect(["href", "SRC", "xlink:href", "x:href", "srcset", "ping"].every(isUrlAttribute)).toBe(true);
    expect(["id", "title", "target", "style"].some(isUrlAttribute)).toBe(false);
  });

  it("finds the candidates of srcset as browsers do", () => {
    expect(listUrls("srcset", "a.png")).toEqual(["a.png"]);
    expect(listUrls("srcset", " a.png 1x , b.png 2x")).toEqual(["a.png", "b.png"]);
    expect(listUrls("srcset", "a,b.png 1x,c.png")).toEqual(["a,b.png", "c.png"]);
    expect(listUrls("srcset", "a.png, b.png")).toEqual(["a.png", "b.png"]);
    expect(listUrls("srcset", "a.png (x,y) 2x, b.png")).toEqual(["a.png", "b.png"]);
    expect(listUrls("srcset", "a.png (x, b.png")).toEqual(["a.png"]);
    expect(listUrls("srcset", "")).toEqual([]);
  });
});

describe("what opens another window", () => {
  test.each(["opener", "OPENER", "nofollow\topener", " opener "])("gives it no way back: %j", (rel) => {
    for (const tag of ["a", "area", "form", "svg:a"])
      expect(checkAttribute(tag, "rel", rel, granted)).toEqual({ type: "opener", tag });
  });

  test.each(["noopener", "noreferrer external", "no-opener", ""])("takes %j", (rel) => {
    expect(checkAttribute("a", "rel", rel, none)).toBeUndefined();
  });
});

describe("targets", () => {
  test.each(["_top", "_TOP", " _parent ", "_unfencedTop", "frame", " _self"])("refuses %j", (target) => {
    expect(checkAttribute("a", "target", target, none)?.type).toBe("target");
    expect(checkAttribute("button", "formtarget", target, none)?.type).toBe("target");
  });

  test.each(["_blank", "_self", "_BLANK", ""])("takes %j", (target) => {
    expect(checkAttribute("a", "target", target, none)).toBeUndefined();
  });
});

it("describes every kind of refusal", () => {
  expect(describeRefusal({ type: "element", tag: "svg:script" })).toBe("<script> is not allowed in a view");
  expect(describeRefusal({ type: "frame", tag: "iframe" })).toContain("`frames`");
  expect(describeRefusal({ type: "attribute", tag: "p", attribute: "onclick" })).toContain("`onclick`");
  expect(describeRefusal({ type: "url", tag: "a", attribute: "href", scheme: "javascript" })).toContain(
    "`javascript:`",
  );
  expect(describeRefusal({ type: "origin", tag: "a", attribute: "href", origin: "https://x" })).toContain("`net`");
  expect(describeRefusal({ type: "opener", tag: "svg:a" })).toContain('`rel="opener"` is not allowed on <a>');
  expect(describeRefusal({ type: "target", tag: "a", target: "_top" })).toContain("_top");
});

it("reads long lists of images in time that grows with their length", () => {
  const started = performance.now();
  expect(checkAttribute("img", "srcset", `x${",".repeat(1_000_000)}x`, none)).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(5000);
});

describe("style sheets", () => {
  test.each([
    "a{b:url(https://evil.example/x)}",
    'a{b:url("//evil.example/x")}',
    'a{b:image-set("https://evil.example/x" 1x)}',
    "a{b:u\\72l(\\68ttps://evil.example)}",
    '@import "https://evil.example/x";',
    "@font-face{src:url(http://good.example/x)}",
    'a{b:"\n;c:url(https://evil.example)}',
  ])("refuses %j", (css) => {
    expect(checkStyleSheet(css, granted)?.type).toBe("origin");
    expect(checkStyleSheet(css, none)?.type).toBe("origin");
  });

  test.each([
    "a{b:url(x.png)}",
    "a{b:url(/x.png)}",
    "a{b:url(#x)}",
    "a{b:url(data:image/png;base64,AA)}",
    'a::before{content:"// a comment"}',
    'a::before{content:"Note: x"}',
    "a{b:url(https://good.example/x)}",
  ])("takes %j", (css) => {
    expect(checkStyleSheet(css, granted)).toBeUndefined();
  });
});
