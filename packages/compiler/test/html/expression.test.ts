import { runInNewContext } from "node:vm";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Expression, JsonObject } from "@rune/schema";
import { compileView } from "@rune/compiler/html";
import { evaluate } from "./evaluate.ts";

const data: JsonObject = { a: 3, b: -0.5, c: "text", d: null, e: true, f: 0, g: "" };

/** Compiles an expression as an author writes it: with character references, in quotes. */
function compile(expression: string): { value: Expression | undefined; codes: string[] } {
  const encoded = expression.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const source = `<p data-bind="${encoded}"></p>`;
  const { view, diagnostics } = compileView({ file: "x.html", name: "x", source }, { data });
  const binding = view?.templates[0]?.bindings[0];
  return { value: binding?.type === "text" ? binding.value : undefined, codes: diagnostics.map(({ code }) => code) };
}

const leaf = fc.oneof(
  fc.constantFrom(...Object.keys(data)),
  fc.constantFrom("true", "false", "null", "undefined", "1e3", "0x1f", ".25", "0", "1."),
  fc.nat(1000).map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: 0 }).map(String),
  fc.string({ unit: "binary" }).map((text) => JSON.stringify(text)),
  fc.string().map((text) => `'${text.replace(/['\\]/g, "\\$&")}'`),
);

const { source: sources } = fc.letrec<{ source: string }>((tie) => {
  const part = tie("source");
  const group = part.map((text) => `(${text})`);
  const operators = ["+", "-", "*", "/", "%", "===", "!==", "<", "<=", ">", ">=", "&&", "||"];
  return {
    source: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      leaf,
      group,
      fc.tuple(fc.constantFrom("!", "-", "+"), group).map(([sign, operand]) => sign + operand),
      fc.tuple(part, fc.constantFrom(...operators), part).map(([left, sign, right]) => `${left} ${sign} ${right}`),
      fc
        .tuple(group, group)
        .map(([left, right]) => `${left}??${right}`)
        .map((text) => `(${text})`),
      fc.tuple(part, part, part).map(([condition, yes, no]) => `${condition} ? ${yes} : ${no}`),
      fc.tuple(fc.string({ unit: "grapheme-ascii" }), part).map(([text, value]) => {
        return `\`${text.replace(/[`\\$]/g, "\\$&")}\${ ${value} }\``;
      }),
    ),
  };
});

describe("expressions", () => {
  it("mean what they mean in JavaScript", () => {
    fc.assert(
      fc.property(sources, (source) => {
        const { value, codes } = compile(source);
        expect(codes).toEqual([]);
        expect(value).not.toBe(undefined);
        expect(evaluate(value ?? null, data)).toEqual(runInNewContext(source, { ...data }));
      }),
      { numRuns: 1000 },
    );
  });

  it("compare strictly with two signs as with three", () => {
    expect(compile("a == 3").value).toEqual(compile("a === 3").value);
    expect(compile("a != '3'").value).toEqual(compile("a !== '3'").value);
  });

  it.each([
    ["(".repeat(5000), "view_expression_too_deep"],
    ["!".repeat(5000) + "a", "view_expression_too_deep"],
    ["a ? ".repeat(5000), "view_expression_too_deep"],
    ["a" + "[a".repeat(5000), "view_expression_too_deep"],
    ["a" + ".b".repeat(5000), "view_expression_too_deep"],
    ["`${".repeat(5000), "view_expression_too_deep"],
    ["-".repeat(201) + "a", "view_expression_unsupported"],
    ["- ".repeat(201) + "a", "view_expression_too_deep"],
  ])("end in a diagnostic when they nest too deep (%#)", (source, code) => {
    expect(compile(source).codes).toEqual([code]);
  });

  it("either compile or are refused, whatever they are", () => {
    const pieces = fc.constantFrom(
      ..."a . [ ] ( ) ? : ?. ?? && || ! - + ` ${ } ' \\ 1 1e in new = => $event $index , ; / 😀".split(" "),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(pieces).map((all) => all.join(" ")),
        ),
        (source) => {
          const { value, codes } = compile(source);
          expect(codes.length === 0).toBe(value !== undefined);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each(["__proto__", "constructor", "prototype"])("never read %s", (name) => {
    const sources = [`a.${name}`, `a["${name}"]`, `a['${name}']`, name, `a?.${name}`, `a[ ("${name}") ]`];
    for (const source of sources) expect([source, ...compile(source).codes]).toEqual([source, "view_unsafe_property"]);
  });
});
