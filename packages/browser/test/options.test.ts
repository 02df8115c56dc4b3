import { expect, test } from "vitest";
import { resolveMountOptions, type MountOptions } from "../src/options.ts";

const resolve = (options: object, page = "http://localhost/deep/page/"): ReturnType<typeof resolveMountOptions> =>
  resolveMountOptions(options as MountOptions, page);

test("fills in the defaults", () => {
  const resolved = resolve({ root: undefined, base: undefined });
  expect(resolved).toMatchObject({ root: undefined, storage: "local", verify: "all", base: "/" });
  expect([...resolved.grants]).toEqual(["log", "time", "random", "state", "ui", "navigation", "timers", "messaging"]);
});

test("takes the base relative to the page", () => {
  expect(resolve({ base: "../" }).base).toBe("/deep/");
  expect(resolve({ base: "./" }).base).toBe("/deep/page/");
  expect(resolve({ base: "/app" }).base).toBe("/app/");
});

test("names what is wrong", () => {
  expect(() => resolve({ grant: [] })).toThrow(/`grant` .*root, grants, storage/);
  expect(() => resolve({ grants: "clipboard" })).toThrow(/`grants`/);
  expect(() => resolve({ storage: "disk" })).toThrow(/`local` or `session`/);
  expect(() => resolve({ stateId: "a:b" })).toThrow(/`stateId` .*letters/);
  expect(() => resolve({ verify: "none" })).toThrow(/`all` or `used`/);
  expect(() => resolve({ onError: 1 })).toThrow(/`onError`/);
  expect(() => resolve({ onMessage: 1 })).toThrow(/`onMessage`/);
  expect(() => resolve({ fuel: 0 })).toThrow(/`fuel` .*number/);
  expect(() => resolve({ fuel: "much" })).toThrow(/`fuel` .*number/);
  expect(() => resolve({ providers: { clock: {} } })).toThrow(/`providers.clock` .*log, time, timers/);
  expect(() => resolve({ base: "http://" })).toThrow(/`base`/);
});
