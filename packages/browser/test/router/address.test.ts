import { expect, test } from "vitest";
import { createAddress } from "../../src/router/address.ts";

const at = (url: string): Location => new URL(url, "http://localhost") as unknown as Location;

test("path mode puts routes under the base", () => {
  const address = createAddress("path", "/shop/");
  expect(address.href("/")).toBe("/shop/");
  expect(address.href("/cart?x=1#y")).toBe("/shop/cart?x=1#y");
  expect(address.href("//evil")).toBeUndefined();
  expect(address.read(at("/shop/cart?x=1"))).toBe("/cart?x=1");
  expect(address.read(at("/shop"))).toBe("/");
  expect(address.read(at("/shop/index.html"))).toBe("/");
  expect(address.read(at("/shop/cart/index.html"))).toBe("/cart/");
  expect(address.read(at("/other"))).toBeUndefined();
  expect(address.read(at("/shopping"))).toBeUndefined();
});

test("no path becomes the address of another host", () => {
  for (const base of ["/", "/shop/"]) {
    const address = createAddress("path", base);
    for (const path of [
      "/.//evil.example",
      "/..//evil.example",
      "/a/..//evil.example",
      "/%2e//evil.example",
      "/./\\evil.example",
    ]) {
      const href = address.href(path);
      expect(href === undefined || new URL(href, "https://host.example").host === "host.example").toBe(true);
    }
  }
});

test("hash mode keeps routes in the fragment", () => {
  const address = createAddress("hash", "/");
  expect(address.href("/active")).toBe("#/active");
  expect(address.href("\\evil")).toBeUndefined();
  expect(address.read(at("/x#/active?y=1"))).toBe("/active?y=1");
  expect(address.read(at("/x#section"))).toBeUndefined();
  expect(address.read(at("/x"))).toBe("");
});
