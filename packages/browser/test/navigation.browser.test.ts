import type { Binding } from "@rune/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestAppOptions, TestPage } from "./harness/test-app.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const link = (at: number[], to: string): Binding => ({ type: "link", at, to, active: "on" });

function page(name: string, pattern: string, more: Partial<TestPage> = {}): TestPage {
  return {
    pattern,
    nodes: [
      ["a", { id: "to-home" }, "home"],
      ["a", { id: "to-user" }, "user"],
      ["main", {}, ["h1", {}, name]],
    ],
    bindings: [link([0], "/"), link([1], "/users/7")],
    ...more,
  };
}

const app: TestAppOptions = { pages: { home: page("home", "/"), user: page("user", "/users/:id") } };

const heading = ({ page: browserPage }: TestPageHandle): Promise<string | null> => browserPage.textContent("#app h1");
const location = ({ page: browserPage }: TestPageHandle): string => {
  const url = new URL(browserPage.url());
  return url.pathname + url.search + url.hash;
};
const shows = (handle: TestPageHandle, name: string): Promise<void> =>
  handle.page.locator("#app h1", { hasText: name }).waitFor();

test("the mark of a link follows the parameters of the page that stays", async () => {
  for (const isStatic of [true, false]) {
    const handle = await site.open({
      pages: {
        home: {
          pattern: "/:tab?",
          nodes: [
            ["a", { id: "one" }, "one"],
            ["a", { id: "two" }, "two"],
          ],
          bindings: [link([0], "/one"), link([1], "/two")],
          isStatic,
        },
      },
    });
    for (const id of ["one", "two", "one"]) {
      await handle.page.click(`#${id}`);
      await expect
        .poll(() =>
          handle.page.locator("[aria-current]").evaluateAll((all) => all.map((each) => each.id + each.className)),
        )
        .toEqual([`${id}on`]);
    }
  }
});

/** Opens the app so that reading the page `user` takes until `release`, and then fails where it is told to. */
async function openSlow(fails = false): Promise<{ handle: TestPageHandle; release: () => Promise<void> }> {
  const handle = await site.open(app, { verify: "used" });
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  await handle.page.route("**/views/user.view.json", async (route) => {
    await opened;
    await (fails ? route.abort() : route.continue());
  });
  const asked = handle.page.waitForRequest("**/views/user.view.json");
  await handle.page.click("#to-user");
  await asked;
  return {
    handle,
    async release() {
      const done = fails ? handle.page.waitForEvent("requestfailed") : handle.page.waitForEvent("requestfinished");
      open();
      await done;
      // Longer than a page waits for its controller.
      await handle.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
    },
  };
}

test("an app that is unmounted while a page loads leaves the element and the address alone", async () => {
  for (const fails of [true, false]) {
    const { handle, release } = await openSlow(fails);
    await handle.page.evaluate(() => testbed.app?.unmount());
    await release();
    expect(await handle.html()).toBe("");
    expect(location(handle)).toBe("/");
    expect(await handle.codes()).toEqual([]);
  }
});

test("going to the page that shows abandons the one on its way", async () => {
  for (const fails of [true, false]) {
    const { handle, release } = await openSlow(fails);
    await handle.page.click("#to-home");
    await release();
    expect(await heading(handle)).toBe("home");
    expect(location(handle)).toBe("/");
    expect(await handle.codes()).toEqual([]);
    expect(handle.log).toEqual(["{}"]);
  }
});

test("links lead to fragments, else to the top", async () => {
  const tall = (name: string): Partial<TestPage> => ({
    nodes: [
      ["main", {}, ["h1", {}, name]],
      ["a", { id: "same" }, "same"],
      ["div", { style: "height: 5000px" }],
      ["h2", { id: "low" }, "low"],
      ["a", { id: "other" }, "other"],
      ["a", { id: "other-low" }, "other low"],
      ["div", { style: "height: 5000px" }],
    ],
    bindings: [link([1], "/#low"), link([4], "/other"), link([5], "/other#low")],
  });
  const handle = await site.open(
    { pages: { home: page("home", "/", tall("home")), other: page("other", "/other", tall("other")) } },
    { path: "/#low" },
  );
  const top = (): Promise<number> =>
    handle.page.evaluate(() => Math.abs(Math.round(document.querySelector("#low")?.getBoundingClientRect().top ?? -1)));
  const scroll = (): Promise<number> => handle.page.evaluate(() => scrollY);
  await expect.poll(top).toBe(0);
  await handle.page.click("#other");
  await shows(handle, "other");
  await expect.poll(scroll).toBe(0);
  await handle.page.goBack();
  await shows(handle, "home");
  await handle.page.click("#other-low");
  await shows(handle, "other");
  await expect.poll(top).toBe(0);
  expect(location(handle)).toBe("/other#low");
  await handle.page.click("#same");
  await shows(handle, "home");
  await expect.poll(top).toBe(0);
  await handle.page.evaluate(() => scrollTo(0, 0));
  await handle.page.click("#same");
  await expect.poll(top).toBe(0);
  expect(location(handle)).toBe("/#low");
  expect(handle.log.filter((line) => line === "{}").length).toBe(5);
});

test("mounting where an app runs ends that one first", async () => {
  const handle = await site.open(app);
  await handle.page.evaluate(() => {
    const first = testbed.app;
    return testbed.mount().then(() => first?.unmount());
  });
  expect(await heading(handle)).toBe("home");
  expect(handle.log).toEqual(["{}", "stop", "{}"]);
  await handle.page.click("#to-user");
  await shows(handle, "user");
  await handle.page.goBack();
  await shows(handle, "home");
  expect(handle.log).toEqual(["{}", "stop", "{}", "stop", '{"id":"7"}', "stop", "{}"]);
});

test.each(["path", "hash"] as const)(
  "a page can take the place of another in the history, with routing by %s",
  async (routing) => {
    const handle = await site.open({ ...app, routing });
    await handle.page.click("#to-user");
    await shows(handle, "user");
    const length = await handle.page.evaluate(() => history.length);
    await handle.dispatch({ type: "Navigate", view_id: "user", params: { id: "8" }, replace: true });
    await expect.poll(() => location(handle)).toMatch(/\/users\/8$/);
    expect(await handle.page.evaluate(() => history.length)).toBe(length);
    await handle.page.goBack();
    await shows(handle, "home");
    expect(await handle.codes()).toEqual([]);
  },
);
