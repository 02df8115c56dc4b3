import { drain } from "./drain.ts";

type PageWindow = Window & typeof globalThis;
type Task = () => void;

/** Tasks that pages have put off, until tests wait for them. */
const waiting = new WeakMap<PageWindow, Task[]>();

/** Has a window keep the tasks that its pages put off, such as the rest of long lists, for `settle`. */
export function keepTasks(window: PageWindow): void {
  if (waiting.has(window)) return;
  const tasks: Task[] = [];
  waiting.set(window, tasks);
  const scheduler = { postTask: async (task: Task) => void tasks.push(task) };
  Object.defineProperty(window, "scheduler", { configurable: true, value: scheduler });
}

/**
 * Lets everything run that waits for nothing but its turn, pages that were asked for come, and what pages have put off happen. `load` resolves to
 * the pages that are there.
 */
export async function settle(window: PageWindow, load: () => Promise<readonly unknown[]>): Promise<void> {
  await drain();
  let count = -1;
  // What cannot be loaded is told by the app; what has been may ask for more.
  for (let all = await load().catch(none); all.length > count; all = await load().catch(none)) {
    count = all.length;
    await drain();
  }
  const tasks = waiting.get(window) ?? [];
  for (let task = tasks.shift(); task; task = tasks.shift()) {
    task();
    await drain();
  }
}

function none(): readonly unknown[] {
  return [];
}
