export let drawn = "";
export let pasted = "";
export let text = "";
export let heard = "";
export let answer = "";

export function draw(): void {
  drawn = String(Math.random());
}

export async function paste(): Promise<void> {
  const before = await rune.clipboard_read();
  await rune.clipboard_write(`${before}!`);
  pasted = before ?? "";
}

export async function read(): Promise<void> {
  text = await rune.file_text({ name: "list.txt", size: 3 });
}

/** Sets timers in another order than that in which they are due. */
export function wait(): void {
  setTimeout(() => rune.log_info(`late at ${Date.now()}`), 20);
  const called = setTimeout(() => rune.log_info("called off"), 15);
  setTimeout(async () => {
    rune.log_info(`early at ${Date.now()}`);
    clearTimeout(called);
    await undefined;
    rune.log_info(`awaited at ${Date.now()}`);
  }, 10);
}

export function fail(): void {
  setTimeout(() => {
    throw new RangeError("too late");
  }, 5);
}

export function tell(): void {
  rune.send_to_host({ text: "hello" });
}

export function on_host_message(message: string): void {
  heard = message;
}

export async function ask(): Promise<void> {
  answer = await rune.server_rpc<string>("greet", "Ada");
}
