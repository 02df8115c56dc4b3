import { expect, test } from "vitest";
import { resolveUrls } from "../../src/page/load-styles.ts";

const base = "http://host/app.rune/assets/css/a.css";

test("relative addresses become absolute", () => {
  const resolved = 'url("http://host/app.rune/assets/x.png?q#f")';
  for (const url of ["url(../x.png?q#f)", "url( '../x.png?q#f' )", 'URL("../x.png?q#f")']) {
    expect(resolveUrls(`a { b: ${url} }`, base)).toBe(`a { b: ${resolved} }`);
  }
});

test("everything else stays as it is", () => {
  for (const css of [
    "url(#gradient)",
    "url(/root.png)",
    "url(https://other/x.png)",
    "url(data:image/png;base64,AA)",
    "url()",
    'content: "url(x.png)"',
    "content: 'a\\' url(x.png)'",
    "/* url(x.png) */",
    "/* url(x.png)",
    // A string that its line cuts off; an address written into it would end it.
    "a{b:\"url('x;c:url(//evil.example/)')\n}",
  ]) {
    expect(resolveUrls(css, base)).toBe(css);
  }
});

test("an address cannot end its own url()", () => {
  expect(resolveUrls("url('a\") } b { c: d')", base)).toBe(
    'url("http://host/app.rune/assets/css/a%22)%20%7D%20b%20%7B%20c:%20d")',
  );
});

test("hostile sheets are read in time that grows with their length", () => {
  const started = performance.now();
  for (const css of [
    `url(${" ".repeat(200_000)}x y`,
    "url(".repeat(100_000),
    '\\"'.repeat(100_000),
    "\\'".repeat(100_000),
  ])
    expect(resolveUrls(css, base)).toBe(css);
  expect(performance.now() - started).toBeLessThan(3000);
});
