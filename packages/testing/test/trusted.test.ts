import { join } from "node:path";
import { loadController, mountApp } from "@rune/testing";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "patterns");
type Home = typeof import("./patterns/app/pages/home/controller.ts");

test("an app may use regular expressions, as in the pages that a build writes", async () => {
  using app = await mountApp({ root });
  expect(app.element.querySelector("h1")?.textContent).toBe("one");
  using home = await loadController<Home>("home", { root });
  expect(home.exports.firstWord).toBe("one");
});

test("an app that is not trusted is refused with them, as a page that does not trust it does", async () => {
  const refused = { code: "module_import_refused" };
  await expect(mountApp({ root, trusted: false })).rejects.toMatchObject(refused);
  await expect(loadController("home", { root, trusted: false })).rejects.toMatchObject(refused);
});
