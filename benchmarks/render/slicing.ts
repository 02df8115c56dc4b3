/**
 * How long a list of 50,000 rows keeps the page from answering: `npm run bench:render -- --slicing`. While it is made, and taken away, a
 * button is clicked again and again; what counts is how late the clicks arrive, and the longest task in between.
 */
import type { Browser } from "playwright-core";
import { buildCandidate, longList } from "./candidates.ts";
import { medianOf } from "./ratios.ts";
import { serveCandidates } from "./serve.ts";

const ROWS = 50_000;
/** A wait between clicks, in milliseconds, that falls together with nothing. */
const PAUSE = 7;

/** What came of one click that changes the list, in milliseconds. */
interface Stay {
  /** Until all rows were there. */
  total: number;
  clicks: number;
  /** The latest click. */
  latest: number;
  /** The longest task of the page. */
  task: number;
}

/** Measures and returns a table. */
export async function measureSlicing(browser: Browser, rounds: number): Promise<string> {
  const server = await serveCandidates(new Map([[longList.name, await buildCandidate(longList)]]));
  const stays = new Map<string, Stay[]>([
    ["making", []],
    ["taking away", []],
  ]);
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    await page.goto(server.origin(longList.name));
    await page.waitForSelector("#fill");
    await page.evaluate(() => {
      const seen = { late: [] as number[], tasks: [] as number[] };
      Object.assign(globalThis, { seen });
      const note = (event: Event): void => void seen.late.push(performance.now() - event.timeStamp);
      document.querySelector("#poke")?.addEventListener("click", note);
      new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
        type: "longtask",
      });
    });
    for (let round = 0; round < rounds; round++) {
      for (const [name, button, count] of [
        ["making", "#fill", ROWS],
        ["taking away", "#clear", 0],
      ] as const) {
        stays.get(name)?.push(await clickWhile(page, button, count));
      }
    }
  } finally {
    server.close();
  }
  return [
    `| ${ROWS.toLocaleString("en")} rows | until done, ms | clicks | latest click, ms | longest task, ms |`,
    "| --- | ---: | ---: | ---: | ---: |",
    ...[...stays].map(([name, all]) => {
      const of = (read: (stay: Stay) => number): string => medianOf(all.map(read)).toFixed(0);
      return `| ${name} | ${of(({ total }) => total)} | ${of(({ clicks }) => clicks)} | ${of(({ latest }) => latest)} | ${of(({ task }) => task)} |`;
    }),
    "",
  ].join("\n");
}

type Page = Awaited<ReturnType<Browser["newPage"]>>;

/** Clicks on `button`, and then on another until there are `count` rows. */
async function clickWhile(page: Page, button: string, count: number): Promise<Stay> {
  const session = await page.context().newCDPSession(page);
  const box = await page.locator("#poke").boundingBox();
  if (!box) throw new Error("the button that is clicked is not there");
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2, button: "left", clickCount: 1 } as const;
  await page.evaluate(`void (seen.late.length = seen.tasks.length = 0, gc())`);
  await page.waitForTimeout(200);
  const done = page.evaluate<number>(`new Promise((resolve) => {
    const start = performance.now();
    document.querySelector("${button}").click();
    const look = () =>
      document.querySelectorAll("li").length === ${count} ? resolve(performance.now() - start) : setTimeout(look, 20);
    look();
  })`);
  const state: { total?: number } = {};
  void done.then((total) => (state.total = total));
  while (state.total === undefined) {
    await session.send("Input.dispatchMouseEvent", { type: "mousePressed", ...place });
    await session.send("Input.dispatchMouseEvent", { type: "mouseReleased", ...place });
    await page.waitForTimeout(PAUSE);
  }
  await page.waitForTimeout(200);
  const seen = await page.evaluate<{ late: number[]; tasks: number[] }>("seen");
  await session.detach();
  return {
    total: state.total,
    clicks: seen.late.length,
    latest: Math.max(0, ...seen.late),
    task: Math.max(0, ...seen.tasks),
  };
}
