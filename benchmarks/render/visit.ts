import type { Browser, CDPSession, Page } from "playwright-core";
import type { Operation } from "./operations.ts";
import { CATEGORIES, sumScriptTime } from "./script-time.ts";

/** What the page's main thread did for an operation, in milliseconds of CPU. */
export interface Sample {
  /** In scripts. */
  script: number;
  /** In all: scripts, style, layout and paint. */
  task: number;
}

/** What the page shows, to compare candidates by. */
export interface Shown {
  elements: number;
  /** Without white space, which some remove. */
  characters: number;
}

/** A candidate's page in the browser. */
export interface Visit {
  /** Brings the page to where the operation starts, does it as a user would, and says what it cost. */
  perform(operation: Operation): Promise<Sample>;
  shown(): Promise<Shown>;
  /** Bytes of JavaScript's heap and of WASM memory after a garbage collection. */
  heap(): Promise<number>;
  click(selector: string): Promise<void>;
  evaluate<T>(expression: string): Promise<T>;
  close(): Promise<void>;
}

/** Two frames and what they left to do, until nothing is. */
const SETTLE = `new Promise((done) => {
  const frame = (then) => requestAnimationFrame(() => setTimeout(then));
  frame(() => frame(() => requestIdleCallback(() => done())));
})`;

/**
 * Opens a candidate's page and waits until it can be used.
 *
 * Clicks and keys are real input of the browser: what scripts do after an event of its own is what a user waits for.
 *
 * @throws Error where the page reports one
 */
export async function visit(browser: Browser, url: string): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  const failures: string[] = [];
  page.on("pageerror", (error) => failures.push(error.message));
  // What shows may be a first frame: an app that has loaded all that it wants can be used.
  await page.goto(url, { waitUntil: "networkidle" });
  await page.waitForSelector("#run");
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await session.send("HeapProfiler.enable");

  async function evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    if (failures.length > 0) throw new Error(`${url}: ${failures.join("; ")}`);
    return result.value as T;
  }

  async function click(selector: string): Promise<void> {
    await evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`);
    await evaluate(SETTLE);
  }

  async function perform({ name, page: wanted, before, act, rows, brings }: Operation): Promise<Sample> {
    // Who is there already comes back, so that each time starts alike.
    await click(wanted === "grid" ? "#to-table" : "#to-grid");
    await click(`#to-${wanted}`);
    for (const each of before) await click(each);
    const place = await locate(page, "click" in act ? act.click : act.into);
    if ("type" in act) await evaluate(`document.querySelector(${JSON.stringify(act.into)}).focus()`);
    else await session.send("Input.dispatchMouseEvent", { type: "mouseMoved", ...place });
    await evaluate("gc()");
    await evaluate(SETTLE);
    await browser.startTracing(page, { categories: CATEGORIES });
    const start = await readTaskTime(session);
    if ("type" in act) await session.send("Input.insertText", { text: act.type });
    else await press(session, place);
    await evaluate(SETTLE);
    const task = (await readTaskTime(session)) - start;
    const script = sumScriptTime(await browser.stopTracing());
    const found = await evaluate<number>(`document.querySelectorAll("tbody tr").length`);
    if (rows !== undefined && found !== rows) throw new Error(`${url}: ${name} left ${found} rows, not ${rows}`);
    if (brings !== undefined && (await page.$(brings)) === null)
      throw new Error(`${url}: ${name} did not bring ${brings}`);
    return { script, task };
  }

  return {
    perform,
    click,
    evaluate,
    shown: () =>
      evaluate<Shown>(`({
        elements: document.querySelectorAll("main *").length,
        characters: document.querySelector("main").textContent.replace(/\\s+/g, "").length,
      })`),
    async heap() {
      await session.send("HeapProfiler.collectGarbage");
      const { metrics } = await session.send("Performance.getMetrics");
      return metrics.find((each) => each.name === "JSHeapUsedSize")?.value ?? NaN;
    },
    close: () => page.close(),
  };
}

async function locate(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${page.url()}: ${selector} is not there`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function press(session: CDPSession, place: { x: number; y: number }): Promise<void> {
  const button = { ...place, button: "left", clickCount: 1 } as const;
  await session.send("Input.dispatchMouseEvent", { type: "mousePressed", ...button });
  await session.send("Input.dispatchMouseEvent", { type: "mouseReleased", ...button });
}

/** Milliseconds of CPU that the page's main thread has taken. */
async function readTaskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? NaN) * 1000;
}
