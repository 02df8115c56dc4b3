import { describe, expect, it } from "vitest";
import type { Uses } from "../border/parity.ts";
import { observeBoth } from "../border/parity.ts";
import type { Exports } from "../border/load-module.ts";
import { compileSource } from "../border/load-module.ts";

const source = `
export async function steps(log: (text: string) => void, name: string): Promise<void> {
  for (let i = 0; i < 4; i++) {
    log(name + i);
    await null;
  }
}
export async function tasks(list: (() => Promise<number>)[], log: (text: string) => void): Promise<number[]> {
  const results: number[] = [];
  await Promise.all(
    list.map(async (task, index) => {
      log("start " + index);
      results.push(await task());
      log("end " + index);
    }),
  );
  return results;
}
export function jobs(log: (text: string) => void): void {
  queueMicrotask(() => log("first"));
  void Promise.resolve()
    .then(() => log("then"))
    .then(() => log("then then"));
  queueMicrotask(() => log("second"));
}
export async function extend(list: string[], wait: () => Promise<void>): Promise<number> {
  list.push("before");
  await wait();
  list.push("after");
  return list.length;
}
export async function unknown(value: unknown): Promise<unknown> {
  return await value;
}
export function lose(): void {
  void Promise.reject(new TypeError("lost"));
}
export function handleLater(): void {
  const promise = Promise.reject(new Error("handled"));
  void Promise.resolve().then(() => promise.catch(() => 0));
}
`;

const turn = (): Promise<void> => Promise.resolve();
const soon = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

const uses: Uses<Exports> = {
  async "steps of both sides in turn"(m) {
    const log: string[] = [];
    const push = (text: string): void => void log.push(text);
    const mine = async (): Promise<void> => {
      for (let i = 0; i < 4; i++) {
        push(`mine${i}`);
        await turn();
      }
    };
    await Promise.all([mine(), m.steps(push, "a"), mine(), m.steps(push, "b")]);
    return log;
  },
  async "tasks of JavaScript that the module awaits"(m) {
    const log: string[] = [];
    const push = (text: string): void => void log.push(text);
    const slow = async (): Promise<number> => {
      push("slow");
      await turn();
      push("slow ends");
      return 1;
    };
    const result = m.tasks([slow, async () => 2], push);
    void Promise.resolve()
      .then(() => push("js1"))
      .then(() => push("js2"))
      .then(() => push("js3"));
    return [await result, log];
  },
  async "jobs between those of JavaScript"(m) {
    const log: string[] = [];
    const push = (text: string): void => void log.push(text);
    queueMicrotask(() => push("js first"));
    m.jobs(push);
    queueMicrotask(() => push("js second"));
    void Promise.resolve()
      .then(() => push("js then"))
      .then(() => push("js then then"));
    await soon();
    return log;
  },
  async "arguments changed before and after an await"(m) {
    const list: string[] = [];
    const result = m.extend(list, soon);
    const during = [...list];
    return [await result, during, list];
  },
  "promises as unknown values": async (m) => [
    await m.unknown(Promise.resolve(4)),
    await m.unknown("text"),
    await (m.unknown(Promise.reject(new RangeError("no"))) as Promise<unknown>).catch((error: Error) => error.message),
  ],
};

describe("jobs of a module and of JavaScript", { timeout: 60_000 }, () => {
  it("run in the order in which they do in JavaScript alone", async () => {
    const { compiled, native } = await observeBoth(source, uses);
    expect(compiled).toStrictEqual(native);
  });

  it("report rejections that nobody handles, and no others", async () => {
    const compiled = compileSource(source)();
    const reported: unknown[] = [];
    const listeners = process.listeners("unhandledRejection");
    process.removeAllListeners("unhandledRejection");
    process.on("unhandledRejection", (reason) => void reported.push(reason));
    compiled.lose();
    compiled.handleLater();
    await soon();
    process.removeAllListeners("unhandledRejection");
    for (const listener of listeners) process.on("unhandledRejection", listener);
    expect(reported.map((reason) => [(reason as Error).name, (reason as Error).message])).toEqual([
      ["TypeError", "lost"],
    ]);
  });
});
