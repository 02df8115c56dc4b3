export interface Reminder {
  id: string;
  text: string;
  at: number;
  isDue: boolean;
}

/** How long a reminder waits; `data.json` says it. */
export let minutes = 1;
export let what = "";
export let searched = "";
export let fact = "";
export let reminders: Reminder[] = [];

export function start(): void {
  for (const line of (rune.get_local_state("reminders") ?? "").split("\n")) if (line !== "") remember(line);
}

export function add(): void {
  remember(what);
  what = "";
  rune.set_local_state("reminders", reminders.map((each) => each.text).join("\n"));
}

function remember(text: string): void {
  const reminder = { id: rune.uuid_v4(), text, at: Date.now() + minutes * 60_000, isDue: false };
  reminders.push(reminder);
  setTimeout(() => {
    reminder.isDue = true;
    rune.log_info(`due: ${reminder.text}`);
  }, minutes * 60_000);
}

export function drop(reminder: Reminder): void {
  reminders = reminders.filter((each) => each !== reminder);
  if (reminders.length === 0) rune.navigate("/note/0", {});
}

export function askToClear(): void {
  rune.show_overlay("question");
}

export function clear(): void {
  reminders = [];
  rune.hide_overlay("question");
}

export function search(text: string): void {
  searched = text;
}

export async function ask(): Promise<void> {
  const answer = await rune.fetch("https://facts.example.org/one");
  fact = await answer.text();
}

export function breakDown(): void {
  throw new Error("It broke");
}
