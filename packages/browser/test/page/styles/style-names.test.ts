import { expect, test } from "vitest";
import { collectStyleNames, createStyleNames, prefixStyleNames } from "../../../src/page/styles/style-names.ts";

/** The last of these sheets of one app, with prefixes. */
function prefix(...sheets: string[]): string {
  const names = createStyleNames("id");
  for (const sheet of sheets) collectStyleNames(sheet, names);
  return prefixStyleNames(sheets.at(-1) ?? "", names);
}

test("animations and font families that the app defines get the prefix", () => {
  expect(prefix("@keyframes spin { to { left: 0 } } p { animation: 1s spin, spin 2s ease }")).toBe(
    "@keyframes id-spin { to { left: 0 } } p { animation: 1s id-spin, id-spin 2s ease }",
  );
  expect(prefix("@-webkit-keyframes 'a b' {} p { animation-name: \"spin\" }", "p{animation-name:spin}")).toBe(
    "p{animation-name:spin}",
  );
  expect(prefix("@font-face { src: x; font-family: 'Own Sans' } p { font: 1px/2 \"Own Sans\", Arial }")).toBe(
    "@font-face { src: x; font-family: 'id-Own Sans' } p { font: 1px/2 \"id-Own Sans\", Arial }",
  );
});

test("families of several words are one name", () => {
  expect(prefix("@font-face{font-family:Open Sans} p{font-family:Open Sans, Open;font:2rem Open Sans}")).toBe(
    "@font-face{font-family:id-Open Sans} p{font-family:id-Open Sans, Open;font:2rem id-Open Sans}",
  );
});

test("names are found in other sheets of the app, and by way of custom properties", () => {
  const definitions = "@keyframes spin {} p { animation: var(--move) }";
  expect(prefix(definitions, ":root { --move: var(--way); --way: spin 1s; --other: spin }")).toBe(
    ":root { --move: var(--way); --way: id-spin 1s; --other: spin }",
  );
});

test("layers get the prefix, those without a name have none", () => {
  expect(prefix("@layer a, b.c; @layer a { } @layer { } @LAYER x{}").replace(/\s+/g, " ")).toBe(
    "@layer id-a, id-b.c; @layer id-a { } @layer { } @layer id-x{}",
  );
});

test("what is registered begins with its value in the app's first layer", () => {
  expect(
    prefix('@property --a { syntax: "*"; inherits: false; initial-value: "}" } @property --b{inherits:true}'),
  ).toBe(
    '@layer id-properties{*,::before,::after,::backdrop{--a:initial; syntax: "*"; inherits: false; --a: "}" }} ' +
      "@layer id-properties{:scope{--b:initial;inherits:true}}",
  );
  expect(prefix('@property --a{syntax:"<length>";initial-value:0;inherits:false}')).toContain("--a:0px;");
});

test("everything else stays as it is", () => {
  for (const rest of [
    "/* animation: spin; @layer x; */",
    'p { content: "animation: spin; @layer x;" }',
    "p { background: url(animation:spin;@layer) }",
    ".spin #spin spin { color: red }",
    "font:hover, .font:hover { color: spin }",
    "p { --animation: spin; transition: spin; animation-duration: spin }",
    "p { animation: spinning --spin }",
  ])
    expect(prefix("@keyframes spin {}", rest)).toBe(rest);
});

test("hostile sheets are read in time that grows with their length", () => {
  const started = performance.now();
  for (const css of [
    "font:",
    "@font-face{",
    "font-family:",
    "--a:",
    "--a",
    "@layer ",
    "@layer,",
    "@property --a{",
    "@property --a{a",
    "@property --a{a'",
    "@property ",
    "@scope [",
    '@scope ("',
    "animation:'",
    "/*",
    "url(",
    "@keyframes a",
    '\\"',
    "(",
    "font {",
    " ",
  ])
    expect(prefix("@keyframes a {}", css.repeat(50_000)).length).toBeGreaterThan(0);
  expect(performance.now() - started).toBeLessThan(5000);
});
