import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { checkDeclaration, checkStyleSheet, createCustomProperties, readStyle } from "../src/index.ts";
import type { MarkupPolicy } from "../src/index.ts";

const times = (count: number, make: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join("");
const chain = (count: number, from = 0): string => times(count, (i) => `--a${from + i + 1}:var(--a${from + i});`);
const check = (css: string, policy?: Partial<MarkupPolicy>): string | undefined =>
  checkStyleSheet(css, { origins: [], frames: false, ...policy })?.type;

describe("the custom properties that CSS declares by others", () => {
  test.each<[css: string, links: string]>([
    ["p { color: var(--a) }", ""],
    ["p { --a: red; --b: 1px }", ""],
    ["p { --b: var(--a); color: var(--c) } q { --d: x(y(var(--b), --c)) }", "--b:--a:1 --d:--b,--c:3"],
    [`p { --\\62 /**/ : va\\72(/**/-\\-a); }`, "--b:--a:1"],
    ["p { --b: { --c: var(--a) } }", "--b:--c,--a:2 --c:--a:1"],
    ["p { --b: ') ; }' (;) var(--a) } q { color: var(--c) }", "--b:--a:1"],
    [".--b:hover { color: var(--a) } .x--c:hover { color: var(--a) }", ""],
    ["@container style(--b: 1) { p { color: var(--a) } }", ""],
    ["p { --b: if(style(--a: 1): 2) }", "--b:--a:2"],
    ["--b: var(--a); --c: --b", "--b:--a:1 --c:--b:1"],
    ["p { --b: --c: var(--a) }", "--b:--c,--a:1"],
    ["p { --b: var(--a", "--b:--a:1"],
  ])("%j: %s", (css, links) => {
    const found = [...readStyle(css).links]
      .filter(([, { to }]) => to.size > 0)
      .map(([name, { to, depth }]) => `${name}:${[...to].join()}:${depth}`);
    expect(found.join(" ")).toBe(links);
  });

  it("of a single one", () => {
    expect(readStyle("var(--a)", "--b c").links).toEqual(new Map([["--b c", { to: new Set(["--a"]), depth: 1 }]]));
    expect(readStyle("var(--a)", "color").links.size).toBe(0);
  });
});

describe("chains", () => {
  it("are refused when they are too long", () => {
    expect(check(`p{${chain(256)}}`)).toBeUndefined();
    expect(check(`p{${chain(257)}}`)).toBe("chain");
    expect(check(times(257, (i) => `.a${i}{--a${i + 1}:var(--a${i})}`))).toBe("chain");
    expect(check(times(1000, (i) => `.a${i}{--a${257 - i}:var(--a${256 - i})}`))).toBe("chain");
    expect(check(`p{${times(5, (i) => `--a${i + 1}:${"x(".repeat(60)}--a${i}${")".repeat(60)};`)}}`)).toBe("chain");
    expect(check(`p{${chain(100_000)}}`)).toBe("chain");
  });

  it("may be many, and the same more than once", () => {
    expect(check(`p{${times(1000, (i) => `--b${i}:var(--a);--c${i}:var(--b${i},var(--d));`)}}`)).toBeUndefined();
    expect(check(`p{${chain(256)}}q{${chain(256)}}`)).toBeUndefined();
  });

  it("are refused with circles that could be long", () => {
    expect(check("p{--a:var(--b)}q{--b:var(--a)}")).toBeUndefined();
    expect(check(`p{${times(300, (i) => `--b${i}:var(--b${i});`)}}`)).toBeUndefined();
    expect(check(`p{${times(300, (i) => `--b${i}:var(--c);`)}--a:var(--b)}q{--b:var(--a)}`)).toBe("chain");
  });

  it("are those of all styles of an app", () => {
    const properties = createCustomProperties();
    const policy = { origins: [], frames: false, properties };
    expect(check(`p{${chain(128, 128)}}`, policy)).toBeUndefined();
    expect(check(`p{${chain(128)}}`, policy)).toBeUndefined();
    expect(checkDeclaration("p", "--a257", "var(--a256)", policy)?.type).toBe("chain");
    expect(checkDeclaration("p", "--a0", "var(--b)", policy)?.type).toBe("chain");
    // What was refused is not there.
    expect(checkDeclaration("p", "--c", "var(--a257)", policy)).toBeUndefined();
    expect(checkDeclaration("p", "--a1", "var(--a0)", policy)).toBeUndefined();
  });

  it("are found in whatever order their parts come", () => {
    const parts = Array.from({ length: 257 }, (_, i) => new Map([[`${i + 1}`, { to: new Set([`${i}`]), depth: 1 }]]));
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: 250 }), (some) => {
        const properties = createCustomProperties();
        const accepted = some.filter((each) => properties.declare(each));
        expect(accepted.length).toBe(Math.min(some.length, 256));
      }),
      { seed: 7, numRuns: 20 },
    );
  });

  it("cannot be so many that looking for them takes long", () => {
    const properties = createCustomProperties();
    const started = performance.now();
    const accepted = Array.from({ length: 5000 }, (_, i) =>
      properties.declare(new Map([[`--${i}`, { to: new Set(["--x"]), depth: 1 }]])),
    );
    expect(accepted.filter(Boolean).length).toBe(4000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

test("a selector or declaration is not endlessly long; a list may be", () => {
  expect(check(`p${":not(.x)".repeat(390)}{}`)).toBeUndefined();
  expect(check(`p${":not(.x)".repeat(400)}{}`)).toBe("length");
  expect(check(`p{${"&".repeat(2001)}{}}`)).toBe("length");
  expect(check(`p{filter:${"blur(1px) ".repeat(700)}}`)).toBe("length");
  expect(check(`p{box-shadow:${times(2000, () => "1px 1px red,")}}`)).toBeUndefined();
  expect(check(".x,".repeat(2000))).toBeUndefined();
  expect(check("a{b:c;d:e}".repeat(2000))).toBeUndefined();
});

test("values are not taken from attributes as CSS", () => {
  expect(check("p{color:attr(data-a type(*))}")).toBe("typed");
  expect(check(`p{color:attr(data-a TY\\50 E("*"))}`)).toBe("typed");
  expect(check("p{--t:type(<length>)}")).toBe("typed");
  expect(check(`p{background:image-set("a.avif" type( "image/avif"));width:attr(data-a px)}`)).toBeUndefined();
});

test("the text is read in time that grows with it", () => {
  const started = performance.now();
  for (const part of ["--a", "--a:", "--a/**/", "--a/* ", "{--a:", "--a:{", "(--a:", "--a:(", "--a:{;", "--a "])
    readStyle(part.repeat(30_000));
  expect(performance.now() - started).toBeLessThan(5000);
});
