// What a page says of itself for its scripts, its window and others is not the app's to say.
import type { ViewHead } from "@rune/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestSite, type TestSite } from "../harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const own = [
  "csrf-token",
  "viewport",
  "api-base",
  "Referrer",
  "referrer",
  "robots",
  "color-scheme",
  "description\n",
  " author",
];

/** What is in the head of a page whose app says this, while it shows and when it has gone. */
async function listMeta(head: ViewHead, isWhole: boolean): Promise<[during: string[], after: string[]]> {
  const { page } = await site.open({ pages: { home: { nodes: ["x"], head } } }, { isMounted: false });
  return page.evaluate(
    async ([names, whole]) => {
      const list = (): string[] =>
        [...document.querySelectorAll("meta")].map(({ name, content }) => `${name}=${content}`);
      document.head.replaceChildren(
        ...names.map((name) => Object.assign(document.createElement("meta"), { name, content: "theirs" })),
      );
      if (whole) document.querySelector("#app")?.setAttribute("data-rune-page", "");
      await testbed.mount();
      const during = list();
      testbed.app?.unmount();
      return [during, list()];
    },
    [own.slice(0, 3), isWhole] as const,
  );
}

test("an app that is a part of a page changes no metadata with a meaning for the page", async () => {
  const before = own.slice(0, 3).map((name) => `${name}=theirs`);
  const [during, after] = await listMeta(
    {
      meta: [...own, "description"].map((name) => ({ name, content: "mine" })),
      bindings: [{ type: "meta", name: "csrf-token", value: "bound" }],
    },
    false,
  );
  expect(during).toEqual([...before, "description=mine"]);
  expect(after).toEqual(before);
});

test("one that has the page says what it likes, but for what others hear of the user", async () => {
  const meta = ["viewport", "robots", "referrer"].map((name) => ({ name, content: "mine" }));
  const [during] = await listMeta({ meta }, true);
  expect(during).toEqual(["csrf-token=theirs", "viewport=mine", "api-base=theirs", "robots=mine"]);
});
