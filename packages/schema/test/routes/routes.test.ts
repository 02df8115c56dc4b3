import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareRoutes, findAmbiguity, matchRoute, parseRoutePattern } from "@rune/schema";

describe("parseRoutePattern", () => {
  it("reads fixed parts, parameters, optional parameters and a rest", () => {
    expect(parseRoutePattern("/").segments).toEqual([]);
    expect(parseRoutePattern("/users/:id/:tab?/*path").segments).toEqual([
      { type: "static", text: "users" },
      { type: "parameter", name: "id", isOptional: false },
      { type: "parameter", name: "tab", isOptional: true },
      { type: "rest", name: "path" },
    ]);
  });

  it("reads any text as a pattern or says where it is none", () => {
    const parts = fc.constantFrom("/", ":", "*", "?", "a", "id", " ", "..", "#");
    fc.assert(
      fc.property(
        fc.array(parts).map((all) => all.join("")),
        (pattern) => {
          const parsed = parseRoutePattern(pattern);
          if (parsed.segments) return;
          expect(parsed.start).toBeLessThanOrEqual(pattern.length);
          expect(parsed.end).toBeGreaterThanOrEqual(parsed.start);
        },
      ),
    );
  });
});

describe("findAmbiguity", () => {
  it.each([
    ["/users/:id", "/users/:name"],
    ["/users/:id?", "/users"],
    ["/:a/:b?", "/:c?/:d"],
    ["/*rest", "/*other"],
    ["/", "/:a?"],
    ["/a/:b?/c", "/a/c"],
  ])("%s and %s are ambiguous", (a, b) => {
    expect(findAmbiguity(a, b)).toBeDefined();
    expect(findAmbiguity(b, a)).toBeDefined();
  });

  it.each([
    ["/users/:id", "/users/new"],
    ["/users/:id", "/users/*rest"],
    ["/:a", "/:a/b"],
    ["/", "/*rest"],
    ["users", "users"],
  ])("%s and %s are not", (a, b) => {
    expect(findAmbiguity(a, b)).toBe(undefined);
    expect(findAmbiguity(b, a)).toBe(undefined);
  });
});

describe("matchRoute", () => {
  it.each([
    ["/", "/", true],
    ["/", "/a", false],
    ["/users/:id", "/users/7", true],
    ["/users/:id", "/users", false],
    ["/users/:id?", "/users", true],
    ["/a/:b?/c", "/a/c", true],
    ["/a/:b?/c", "/a/x/c", true],
    ["/a/:b?/c", "/a/x/y", false],
    ["/files/*path", "/files", true],
    ["/files/*path", "/files/a/b", true],
    ["/my page".replace(" ", "-"), "/my%2Dpage", true],
    ["/a", "/%E0%A4", false],
  ])("%s for %s: %s", (pattern, path, expected) => {
    expect(matchRoute(parseRoutePattern(pattern).segments ?? [], path) !== undefined).toBe(expected);
  });
});

describe("compareRoutes", () => {
  it("puts the more specific route first", () => {
    const patterns = ["/*rest", "/:a?", "/:a", "/:a/b", "/a", "/a/:b?", "/"];
    const routes = patterns.map((pattern) => ({ pattern, segments: parseRoutePattern(pattern).segments ?? [] }));
    const sorted = routes.toSorted((a, b) => compareRoutes(a.segments, b.segments));
    expect(sorted.map(({ pattern }) => pattern)).toEqual(["/a", "/a/:b?", "/:a/b", "/:a", "/", "/:a?", "/*rest"]);
  });
});
