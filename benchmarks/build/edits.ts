import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { createProject, type Candidate } from "./projects.ts";

/** An app on its development server, open in a page. */
export interface OpenApp {
  name: string;
  /** Edits the markup or the code of the page, and returns the milliseconds until that has been painted. */
  edit(kind: "markup" | "code"): Promise<number>;
  /** What the page shows but for what edits change. */
  readText(): Promise<string>;
  close(): Promise<void>;
}

const vite = fileURLToPath(new URL("../../node_modules/vite/bin/vite.js", import.meta.url));

/** Starts an app of so many pages. `name` tells apart what is measured twice. */
export async function openApp(browser: Browser, candidate: Candidate, pages: number, name: string): Promise<OpenApp> {
  const folder = createProject(candidate, pages, `${name.replaceAll(" ", "-")}-edited`);
  const { server, url } = await startServer(folder);
  const page = await browser.newPage();
  await page.goto(url);
  await page.locator("#version", { hasText: "v0" }).waitFor();
  // Both keep what is entered; a page that was loaded again would not.
  await page.locator("input").first().fill("1");
  await page.evaluate(() => Object.assign(window, { isSame: true }));
  let version = 0;

  async function edit(kind: "markup" | "code"): Promise<number> {
    const path = join(folder, candidate.edited[kind]);
    const text = readFileSync(path, "utf8");
    const mark = `v${++version}`;
    const edited =
      kind === "code"
        ? text.replace(/return "v\d+"/, `return "${mark}"`)
        : text.replace(/(<h1 id="marker">)[^<]*/, `$1${mark}`);
    const painted = waitForText(page, kind === "code" ? "#version" : "#marker", mark);
    await page.evaluate(() => {});
    const begin = performance.timeOrigin + performance.now();
    writeFileSync(path, edited);
    const end = await painted;
    if (!(await page.evaluate(() => "isSame" in window))) throw new Error(`${name} loaded the page again`);
    return end - begin;
  }

  return {
    name,
    edit,
    readText: async () => (await page.locator("main").innerText()).replace(/v\d+/g, "").replace(/\s+/g, " "),
    async close() {
      await page.close();
      const ended = new Promise((resolve) => server.once("close", resolve));
      server.kill();
      await ended;
    },
  };
}

/** When the page has painted a text, by the clock of the machine. */
function waitForText(page: Page, selector: string, text: string): Promise<number> {
  return page.evaluate(
    ([selector, text]) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          if (document.querySelector(selector)?.textContent !== text) return void requestAnimationFrame(look);
          // This frame has it; the task after it comes when it has been handed over.
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener("message", () => resolve(performance.timeOrigin + performance.now()));
          port1.start();
          port2.postMessage(undefined);
        };
        requestAnimationFrame(look);
      }),
    [selector, text] as const,
  );
}

async function startServer(folder: string): Promise<{ server: ChildProcess; url: string }> {
  const server = spawn(process.execPath, [vite, "--host", "127.0.0.1", "--port", "0"], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  const url = await new Promise<string>((resolve, reject) => {
    server.stdout?.on("data", (chunk: Buffer) => {
      output += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(output)?.[0];
      if (found) resolve(found);
    });
    server.once("close", () => reject(new Error(`the server ended:\n${output}`)));
  });
  return { server, url };
}
