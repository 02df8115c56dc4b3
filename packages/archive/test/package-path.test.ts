import * as fc from "fast-check";
import { expect, it, test } from "vitest";
import { describePathProblem } from "../src/index.ts";
import { findPathCollision } from "../src/package-path.ts";

test.each([
  "a",
  "views/home.view.json",
  "views/user/profile.view.json",
  "assets/img/Logo (1).png",
  "assets/c#.png",
  "assets/100%.png",
  "assets/\u00e9.png",
  "assets/\u65e5\u672c\u8a9e.txt",
  "assets/\ud83d\ude00.png",
  "META-INF/BUILD.json",
  "assets/console.txt",
  "assets/a..b",
  "a/".repeat(100) + "b".repeat(40),
])("%j is a path", (path) => {
  expect(describePathProblem(path)).toBeUndefined();
});

it("takes nothing that leaves the folder it is resolved in", () => {
  const piece = fc.constantFrom("a", "..", ".", "/", "\\", "", ":", "C:", "\0", "%2e%2e", "//", " ", "\u202e", "~");
  const paths = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(paths, (path) => {
      if (describePathProblem(path) !== undefined) return;
      const encoded = path.split("/").map(encodeURIComponent).join("/");
      expect(new URL(encoded, "https://a.example/package/").pathname).toBe(`/package/${encoded}`);
      expect(path.split("/").every((segment) => segment !== "" && segment !== "." && segment !== "..")).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

it("answers for any text", () => {
  const units = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes));
  fc.assert(
    fc.property(units, (path) => {
      expect(["string", "undefined"]).toContain(typeof describePathProblem(path));
      expect(findPathCollision([path, path])).toBeDefined();
    }),
  );
});

test.each<[string[], boolean]>([
  [["a", "b", "c/d", "c/e"], false],
  [["a", "A"], true],
  [["a/b", "A/c"], true],
  [["a", "a/b"], true],
  [["a/b", "a"], true],
  [["a/b/c", "a/B"], true],
  [["\u00e9", "\u00c9"], true],
  [["ab", "a/b"], false],
])("%j collide: %s", (paths, collide) => {
  expect(findPathCollision(paths) !== undefined).toBe(collide);
});
