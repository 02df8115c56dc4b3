import { beforeEach, expect, it } from "vitest";
import { createLifecycle, type CloseContext, type Lifecycle } from "../src/lifecycle.ts";

const once: CloseContext = { meta: { watchMode: false } };
const watching: CloseContext = { meta: { watchMode: true } };
const serving: CloseContext = { meta: { watchMode: true }, environment: { config: { command: "serve" } } };

let closed: number;
let lifecycle: Lifecycle["hooks"];
beforeEach(() => {
  closed = 0;
  lifecycle = createLifecycle(async () => void closed++).hooks;
});

it("ends with the last of the builds that run at once", async () => {
  lifecycle.buildStart();
  lifecycle.buildStart();
  await lifecycle.closeBundle.call(once);
  expect(closed).toBe(0);
  await lifecycle.closeBundle.call(once);
  expect(closed).toBe(1);
});

it("goes on between the builds of a watch, and ends with it", async () => {
  for (const build of [1, 2]) {
    lifecycle.buildStart();
    await lifecycle.closeBundle.call(watching);
    expect(closed, `after build ${build}`).toBe(0);
  }
  await lifecycle.closeWatcher();
  expect(closed).toBe(1);
});

it("ends with a server, which watches, too", async () => {
  lifecycle.buildStart();
  await lifecycle.closeBundle.call(serving);
  expect(closed).toBe(1);
});

it("ends where the bundler fails before it begins, and counts that build no more", async () => {
  await lifecycle.closeBundle.call(once);
  expect(closed).toBe(1);
  lifecycle.buildStart();
  lifecycle.buildStart();
  await lifecycle.closeBundle.call(once);
  expect(closed).toBe(1);
});
