import type { JsonObject, Route } from "@rune/schema";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRouteTable, parsePath } from "../../src/router/route-table.ts";

const table = (...patterns: string[]): ReturnType<typeof createRouteTable> =>
  createRouteTable(patterns.map((pattern): Route => ({ pattern, view: `view ${pattern}` })));

function match(path: string, ...patterns: string[]): unknown {
  const found = table(...patterns).match(path);
  return found && [found.route.pattern, found.params];
}

describe("matching", () => {
  test("static, parameter, optional and rest", () => {
    expect(match("/", "/")).toEqual(["/", {}]);
    expect(match("/settings/", "/settings")).toEqual(["/settings", {}]);
    expect(match("/users/7", "/users/:id")).toEqual(["/users/:id", { id: "7" }]);
    expect(match("/users", "/users/:id")).toBeUndefined();
    expect(match("/", "/:filter?")).toEqual(["/:filter?", {}]);
    expect(match("/active", "/:filter?")).toEqual(["/:filter?", { filter: "active" }]);
    expect(match("/en/about", "/:lang?/about")).toEqual(["/:lang?/about", { lang: "en" }]);
    expect(match("/about", "/:lang?/about")).toEqual(["/:lang?/about", {}]);
    expect(match("/files/a/b", "/files/*path")).toEqual(["/files/*path", { path: "a/b" }]);
    expect(match("/files", "/files/*path")).toEqual(["/files/*path", { path: "" }]);
    expect(match("/other", "/", "/settings")).toBeUndefined();
  });

  test("prefers the more specific pattern, whatever the order", () => {
    const patterns = ["/*rest", "/:a?", "/:a", "/users/:id", "/users/new", "/"];
    for (const order of [patterns, [...patterns].reverse()]) {
      expect(match("/users/new", ...order)).toEqual(["/users/new", {}]);
      expect(match("/users/7", ...order)).toEqual(["/users/:id", { id: "7" }]);
      expect(match("/x", ...order)).toEqual(["/:a", { a: "x" }]);
      expect(match("/", ...order)).toEqual(["/", {}]);
      expect(match("/x/y/z", ...order)).toEqual(["/*rest", { rest: "x/y/z" }]);
    }
  });

  test("decodes parameters, and leaves alone what is no encoding", () => {
    expect(match("/users/a%20b%2Fc", "/users/:id")).toEqual(["/users/:id", { id: "a b/c" }]);
    expect(match("/users/%E0%A4%A", "/users/:id")).toEqual(["/users/:id", { id: "%E0%A4%A" }]);
    expect(match("/caf%C3%A9", "/café")).toEqual(["/café", {}]);
  });

  test("hands on the query, but a parameter of the route wins", () => {
    expect(match("/users/7?tab=posts&id=8", "/users/:id")).toEqual(["/users/:id", { id: "7", tab: "posts" }]);
  });

  test("keeps hostile names in the parameters' own properties", () => {
    const found = table("/a").match("/a?__proto__=1&constructor=2");
    expect(Object.getPrototypeOf(found?.params)).toBe(Object.prototype);
    expect(Object.keys(found?.params ?? {})).toEqual(["__proto__", "constructor"]);
  });
});

describe("building", () => {
  const resolve = (target: string, params: JsonObject, ...patterns: string[]): string =>
    table(...patterns).resolve(target, params);

  test("fills parameters; others go into the query", () => {
    expect(resolve("view /users/:id", { id: 7 }, "/users/:id")).toBe("/users/7");
    expect(resolve("view /users/:id", { id: "a/b", tab: "x y" }, "/users/:id")).toBe("/users/a%2Fb?tab=x+y");
    expect(resolve("view /:filter?", {}, "/:filter?")).toBe("/");
    expect(resolve("view /files/*path", { path: "a b/c" }, "/files/*path")).toBe("/files/a%20b/c");
    expect(resolve("/users/7#top", { tab: 1 }, "/users/:id")).toBe("/users/7?tab=1#top");
    expect(resolve("/users?a=1", {}, "/users")).toBe("/users?a=1");
    expect(resolve("view /a/:b", { b: "\ud800" }, "/a/:b")).toBe("/a/%EF%BF%BD");
  });

  test("says what is missing or wrong", () => {
    expect(() => resolve("view /users/:id", {}, "/users/:id")).toThrow(/needs the parameter `id`/);
    expect(() => resolve("//evil.example", {}, "/")).toThrow(/no path of this app/);
  });

  test("what was built is matched back", () => {
    const text = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 8 })
      .filter((each) => each !== "." && each !== "..");
    fc.assert(
      fc.property(text, text, fc.string(), (id, name, q) => {
        const routes = table("/a/:id/:name?", "/b/*rest");
        const path = routes.resolve("view /a/:id/:name?", { id, name, q });
        expect(routes.match(path)?.params).toEqual({ id, name, q });
      }),
    );
  });
});

test("paths that lead to another origin are no paths", () => {
  const hostile = [
    "//evil",
    "/\\evil",
    "/\t/evil",
    "/\n/evil",
    "https://evil",
    "javascript:alert(1)",
    "evil",
    "",
    "/\r\\evil",
  ];
  expect(hostile.filter((path) => parsePath(path))).toEqual([]);
  for (const path of ["/", "/a", "/a?b#c", "/a//b"]) expect(parsePath(path)).toBeDefined();
});

test("paths with parts that browsers read as another level are no paths", () => {
  const hostile = [
    "/item/.",
    "/item/..",
    "/item/../b",
    "/item/%2e%2E?q=1",
    "/item/.%2e#top",
    "/item\\..\\b",
    "/item/.\t./b",
    "/item/%2\te",
    "/item/.. ",
    "/..",
  ];
  expect(hostile.filter((path) => parsePath(path))).toEqual([]);
  for (const path of ["/...", "/a.b/.c/d.", "/%2e%2e%2e", "/a?b=/../c#/../d", "/a/.. /b"])
    expect(parsePath(path)).toBeDefined();
});

test.each([".", ".."])("a parameter that is `%s` makes no path", (id) => {
  const routes = createRouteTable([
    { pattern: "/a/:id", view: "a" },
    { pattern: "/b/*rest", view: "b" },
  ]);
  expect(parsePath(routes.resolve("a", { id }))).toBeUndefined();
  expect(parsePath(routes.resolve("b", { rest: `x/${id}/y` }))).toBeUndefined();
});
