import * as fc from "fast-check";
import { expect, it } from "vitest";
import { BuildError, createFrame, createPositions, formatDiagnostic, type Diagnostic } from "../src/index.ts";

it("counts lines and columns from 1", () => {
  const at = createPositions("ab\n\ncd");
  expect(at(0)).toEqual({ line: 1, column: 1, offset: 0 });
  expect(at(2)).toEqual({ line: 1, column: 3, offset: 2 });
  expect(at(3)).toEqual({ line: 2, column: 1, offset: 3 });
  expect(at(5)).toEqual({ line: 3, column: 2, offset: 5 });
  expect(createPositions("")(0)).toEqual({ line: 1, column: 1, offset: 0 });
});

it("agrees with counting the line ends before an offset", () => {
  const text = fc.array(fc.constantFrom("a", "\n", "\r\n", "é", "😀")).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, fc.nat(), (source, seed) => {
      const offset = seed % (source.length + 1);
      const before = source.slice(0, offset).split("\n");
      const expected = { line: before.length, column: (before.at(-1) ?? "").length + 1, offset };
      expect(createPositions(source)(offset)).toEqual(expected);
    }),
  );
});

it("draws two lines around the range and marks it", () => {
  const source = "one\ntwo\n\tthree four\nfive\nsix\nseven";
  const at = createPositions(source);
  const start = source.indexOf("four");
  expect(createFrame(source, { start: at(start), end: at(start + 4) })).toBe(
    [
      "  1 | one",
      "  2 | two",
      ">  3 |  three four".replace(">  3", "> 3"),
      "    |        ^^^^",
      "  4 | five",
      "  5 | six",
    ].join("\n"),
  );
});

it("marks a range over several lines to the end of its first, and an empty one with one mark", () => {
  const source = "abc\r\ndef";
  const at = createPositions(source);
  expect(createFrame(source, { start: at(1), end: at(6) })).toContain("> 1 | abc\n    |  ^^\n");
  expect(createFrame(source, { start: at(0), end: at(0) })).toContain("    | ^\n");
});

it("shows the stretch of a long line that the range is in", () => {
  const source = `${"a".repeat(50_000)}XY${"b".repeat(50_000)}\nnext`;
  const at = createPositions(source);
  const [line = "", marks = "", below = ""] = createFrame(source, { start: at(50_000), end: at(50_002) }).split("\n");
  expect(line.length).toBeLessThan(3100);
  expect(line.slice(marks.indexOf("^"), marks.lastIndexOf("^") + 1)).toBe("XY");
  expect(below).toBe("  2 |");
  expect(createFrame(source, { start: at(0), end: at(90_000) }).length).toBeLessThan(7000);
});

it("formats what is there", () => {
  const range = { start: { line: 2, column: 3, offset: 9 }, end: { line: 2, column: 4, offset: 10 } };
  expect(formatDiagnostic({ severity: "error", code: "x_y", message: "It is wrong", file: "a.html", range })).toBe(
    "a.html:2:3: error: It is wrong [x_y]",
  );
  expect(formatDiagnostic({ severity: "warning", code: "x", message: "m", frame: "F", hint: "h" })).toBe(
    "warning: m [x]\nF\nhint: h",
  );
});

it("prints nothing that would move a terminal's cursor or turn its text around", () => {
  const source = `<p title="\u001b[2J\u009b1A\u202e">\r\u0007</p>`;
  const at = createPositions(source);
  const range = { start: at(3), end: at(8) };
  const file = "a\u001b]0;title\u0007.html";
  const frame = createFrame(source, range);
  expect(frame).toBe('> 1 | <p title="�[2J�1A�">��</p>\n    |    ^^^^^');
  const diagnostic: Diagnostic = {
    severity: "error",
    code: "x",
    message: source,
    file,
    range,
    frame: source,
    hint: source,
  };
  const { message, id, loc, frame: shown } = new BuildError([diagnostic, diagnostic]);
  for (const text of [formatDiagnostic(diagnostic), message, id, loc?.file, shown])
    expect(text).not.toMatch(/[^\P{Cc}\n\t]|\u202e/u);
});
