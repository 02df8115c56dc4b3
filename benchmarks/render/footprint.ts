import { brotliCompressSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { medianOf } from "./ratios.ts";
import type { Visit } from "./visit.ts";

/** What a candidate takes besides time. */
export interface Footprint {
  /** Bytes that the browser loads to show the table. */
  bytes: number;
  /** The same, each file compressed with brotli. */
  brotli: number;
  /** Heap with 1,000 rows, in bytes, WASM objects among them: engines keep those on the same heap. */
  rows: number;
  /** Heap after 50 times creating and clearing 1,000 rows, divided by that after five times. */
  growth: number;
  /** From the start of a navigation until the first cell of the grid is in a frame, in milliseconds. */
  firstCell: number;
}

/** The memory part: with 1,000 rows, and what creating and clearing leaves behind. */
export async function measureHeap({ click, heap }: Visit): Promise<Pick<Footprint, "rows" | "growth">> {
  const cycle = async (times: number): Promise<number> => {
    for (let i = 0; i < times; i++) {
      await click("#run");
      await click("#clear");
    }
    return heap();
  };
  await click("#to-table");
  await click("#run");
  const rows = await heap();
  const early = await cycle(5);
  const late = await cycle(45);
  return { rows, growth: late / early };
}

/** Bytes of everything that a first visit loads. */
export async function measureBytes(browser: Browser, url: string): Promise<Pick<Footprint, "bytes" | "brotli">> {
  const page = await browser.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (response) => void (response.ok() && bodies.push(response.body())));
  await page.goto(url, { waitUntil: "networkidle" });
  const loaded = await Promise.all(bodies);
  await page.close();
  const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
  return {
    bytes: sum(loaded.map(({ length }) => length)),
    brotli: sum(loaded.map((bytes) => brotliCompressSync(bytes).length)),
  };
}

/** Time until the first cell of the grid shows; of some visits with an empty cache each, which take turns with other candidates'. */
export async function measureFirstCell(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector("#cells span")) return;
      observer.disconnect();
      requestAnimationFrame((time) => Object.assign(window, { firstCell: time }));
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${url}/grid`);
  const time = await page.waitForFunction(() => (window as { firstCell?: number }).firstCell);
  const value = (await time.jsonValue()) ?? NaN;
  await context.close();
  return value;
}

/** The first-cell times of candidates, interleaved; their medians. */
export async function measureFirstCells(
  browser: Browser,
  urls: ReadonlyMap<string, string>,
  visits: number,
): Promise<Map<string, number>> {
  const times = new Map([...urls.keys()].map((name) => [name, [] as number[]]));
  for (let i = 0; i < visits; i++) {
    for (const [name, url] of urls) times.get(name)?.push(await measureFirstCell(browser, url));
  }
  return new Map([...times].map(([name, all]) => [name, medianOf(all)]));
}
