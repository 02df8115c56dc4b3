import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileTestApp } from "./harness/compile-test-app.ts";
import { createTestSite, type OpenOptions, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const links = ["/", "/admin", "/admin?tab=users", "/late", "/ring", "/broken", "/wrong", "/away", "/deny"]
  .map((path) => `<a data-link="${path}">${path}</a> `)
  .join("");
const page = (title: string, more = ""): string => `<title>${title}</title>${links}<h1>${title}</h1>${more}`;

/** Pages that let nobody in unless the session, which they share, says so. */
const files = {
  "session.ts": `export const session = { user: "", wanted: "" };`,
  "pages/home/index.html": page("home"),
  "pages/login/index.html": page("login", `<button data-onclick="enter">enter</button>`),
  "pages/login/controller.ts": `
    import { session } from "../../session.ts";
    export function enter(): void {
      session.user = "Ada";
      rune.navigate(session.wanted);
    }`,
  "pages/admin/index.html": page("admin", `<p data-bind="seen"></p>`),
  "pages/admin/controller.ts": `
    import { session } from "../../session.ts";
    export let seen = "";
    export function guard(route: { path: string; params: Record<string, string> }): string | undefined {
      rune.log_info("guard " + route.path + " " + JSON.stringify(route.params));
      if (session.user !== "") return undefined;
      session.wanted = route.path;
      return "/login";
    }
    export function start(): void {
      rune.log_info("start");
      seen = session.user;
    }`,
  "pages/late/index.html": page("late"),
  "pages/late/controller.ts": `
    import { session } from "../../session.ts";
    export async function guard(route: { path: string }): Promise<string | null> {
      await new Promise<void>((resolve) => setTimeout(resolve, 150));
      return session.user === "" ? "/login#name" : route.path;
    }`,
  "pages/ring/index.html": page("ring"),
  "pages/ring/controller.ts": `export function guard(): string { return "/ring/second"; }`,
  "pages/ring/second/index.html": page("second"),
  "pages/ring/second/controller.ts": `export function guard(): string { return "/ring"; }`,
  "pages/broken/index.html": page("broken"),
  "pages/broken/controller.ts": `export function guard(): string {
      throw new RangeError("the door sticks");
    }
    export function start(): void { rune.log_info("never"); }`,
  "pages/wrong/index.html": page("wrong"),
  "pages/wrong/controller.ts": `export function guard(): string { return "https://evil.example/"; }`,
  "pages/away/index.html": page("away"),
  "pages/away/controller.ts": `export function guard(): string { return "/"; }`,
  "pages/deny/index.html": page("deny"),
  "pages/deny/controller.ts": `export function guard(): boolean { return false; }`,
};

async function open(options: OpenOptions = {}): Promise<TestPageHandle> {
  return site.open(await compileTestApp(files), options);
}

const shows = (handle: TestPageHandle, name: string): Promise<void> =>
  handle.page.locator("#app h1", { hasText: name }).waitFor();
const click = (handle: TestPageHandle, path: string): Promise<void> =>
  handle.page.getByRole("link", { name: path, exact: true }).click();
const location = ({ page: shown }: TestPageHandle): string => new URL(shown.url()).href.slice(site.origin.length);
const alert = (handle: TestPageHandle): Promise<string | null> => handle.page.textContent("[role=alert] p");

describe("a guard", () => {
  test("sends those away who may not enter, and lets the others pass, before the page starts", async () => {
    const handle = await open();
    await click(handle, "/admin?tab=users");
    await shows(handle, "login");
    expect(location(handle)).toBe("/login");
    expect(handle.log).toEqual(['guard /admin?tab=users {"tab":"users"}']);
    await handle.page.getByRole("button", { name: "enter" }).click();
    await shows(handle, "admin");
    expect(location(handle)).toBe("/admin?tab=users");
    expect(await handle.page.textContent("p")).toBe("Ada");
    expect(handle.log.slice(1)).toEqual(['guard /admin?tab=users {"tab":"users"}', "start"]);
    await handle.page.goBack();
    await shows(handle, "login");
    await handle.page.goBack();
    await shows(handle, "home");
    expect(await handle.codes()).toEqual([]);
  });

  test("is asked for the address that the app is opened with", async () => {
    const handle = await open({ path: "/admin" });
    await shows(handle, "login");
    expect(location(handle)).toBe("/login");
    expect(await handle.page.evaluate(() => history.length)).toBe(2);
  });

  test("may take its time, and is called off by another link", async () => {
    const handle = await open();
    await click(handle, "/late");
    await shows(handle, "login");
    expect(location(handle)).toBe("/login#name");
    await click(handle, "/");
    await shows(handle, "home");
    await click(handle, "/late");
    await click(handle, "/wrong");
    await handle.page.locator("[role=alert]").waitFor();
    await handle.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
    expect(await alert(handle)).toContain("/wrong");
  });

  test("is asked once where its link is clicked again while it takes its time, and the page starts once", async () => {
    const handle = await site.open(
      await compileTestApp({
        "pages/home/index.html": `<h1>home</h1><a data-link="/slow">slow</a>`,
        "pages/slow/index.html": `<h1>slow</h1>`,
        "pages/slow/controller.ts": `
          export async function guard(): Promise<void> {
            rune.log_info("guard");
            await new Promise<void>((resolve) => setTimeout(resolve, 300));
          }
          export function start(): void { rune.log_info("start"); }`,
      }),
    );
    await click(handle, "slow");
    await expect.poll(() => handle.log).toEqual(["guard"]);
    await click(handle, "slow");
    await shows(handle, "slow");
    expect(handle.log).toEqual(["guard", "start"]);
    expect(await handle.page.evaluate(() => history.length)).toBe(3);
    expect(await handle.codes()).toEqual([]);
  });

  test("that sends to the page that shows changes nothing", async () => {
    const handle = await open();
    await handle.page.evaluate(() => document.querySelector("#app h1")?.setAttribute("data-mark", "1"));
    await click(handle, "/away");
    await handle.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect(await handle.page.getAttribute("#app h1", "data-mark")).toBe("1");
    expect(location(handle)).toBe("/");
    expect(await handle.page.evaluate(() => history.length)).toBe(2);
  });

  test("of a layout stands before all pages inside of it, and before their own", async () => {
    const handle = await site.open(
      await compileTestApp({
        "session.ts": files["session.ts"],
        "pages/home/index.html": `<h1>home</h1><a data-link="/club/list">list</a>`,
        "pages/login/index.html": `<h1>login</h1><button data-onclick="enter">enter</button>`,
        "pages/login/controller.ts": files["pages/login/controller.ts"],
        "pages/club/layout.html": `<h2>club</h2><main data-outlet></main>`,
        "pages/club/layout.ts": `
          import { session } from "../../session.ts";
          export function guard(route: { path: string }): string | undefined {
            rune.log_info("layout " + route.path);
            if (session.user !== "") return undefined;
            session.wanted = route.path;
            return "/login";
          }`,
        "pages/club/index.html": `<h1>inside</h1>`,
        "pages/club/list/index.html": `<h1>list</h1><a data-link="/club">club</a>`,
        "pages/club/list/controller.ts": `export function guard(): void { rune.log_info("page"); }`,
      }),
    );
    await handle.page.getByRole("link", { name: "list" }).click();
    await shows(handle, "login");
    expect(handle.log).toEqual(["layout /club/list"]);
    await handle.page.getByRole("button", { name: "enter" }).click();
    await shows(handle, "list");
    expect(handle.log.slice(1)).toEqual(["layout /club/list", "page"]);
    await handle.page.getByRole("link", { name: "club" }).click();
    await shows(handle, "inside");
    expect(handle.log.slice(3)).toEqual(["layout /club"]);
    expect(await handle.codes()).toEqual([]);
  });

  test("in a ring with another is stopped, and the ring is named", async () => {
    const handle = await open();
    await click(handle, "/ring");
    await handle.page.locator("[role=alert]").waitFor();
    expect(await alert(handle)).toContain("/ring → /ring/second → /ring");
    expect(await handle.codes()).toEqual(["page_failed"]);
    await handle.page.goBack();
    await shows(handle, "home");
  });

  test("in a ring that the app is opened with is an error of mount", async () => {
    const handle = await open({ path: "/ring", fails: true });
    expect(await handle.page.evaluate(() => testbed.failure?.code)).toBe("route_guard_ring");
  });

  test("that sends on and on is stopped at the twentieth time, and not before; its own path lets pass", async () => {
    const guard = `export function guard({ path, params }: { path: string; params: Record<string, string> }): string {
      const [n, last] = [Number(params.n), Number(params.last)];
      return n < last ? "/step/" + (n + 1) + "/" + last : path;
    }`;
    const handle = await site.open(
      await compileTestApp({
        "pages/home/index.html": `<h1>home</h1><a data-link="/step/0/19">near</a><a data-link="/step/0/21">far</a>`,
        "pages/step/index.html": `<h1 data-route="/step/:n/:last">there</h1>`,
        "pages/step/controller.ts": guard,
      }),
    );
    await click(handle, "near");
    await shows(handle, "there");
    expect(location(handle)).toBe("/step/19/19");
    expect(await handle.page.evaluate(() => history.length)).toBe(3);
    await handle.page.goBack();
    await shows(handle, "home");
    await click(handle, "far");
    await handle.page.locator("[role=alert]").waitFor();
    expect(await alert(handle)).toContain("Guards send each other in a ring: /step/0/21 → /step/1/21 → ");
    expect(await alert(handle)).toContain(" → /step/20/21.");
  });

  test("that throws lets nobody pass, and is reported at its place", async () => {
    const handle = await open();
    await click(handle, "/broken");
    await handle.page.locator("[role=alert]").waitFor();
    expect(await alert(handle)).toContain("the door sticks");
    expect(handle.log).toEqual([]);
    const [report] = await handle.page.evaluate(() => testbed.reports);
    expect(report).toMatchObject({
      code: "page_failed",
      location: { file: "app/pages/broken/controller.ts", line: 2 },
      function: "guard",
    });
  });

  test.each([
    ["/wrong", "https://evil.example/"],
    ["/deny", "boolean"],
  ])("with an answer that is none lets nobody pass: %s", async (path, said) => {
    const handle = await open();
    await click(handle, path);
    await handle.page.locator("[role=alert]").waitFor();
    expect(await alert(handle)).toContain(said);
    expect(new URL(handle.page.url()).origin).toBe(site.origin);
  });
});
