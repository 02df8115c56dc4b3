import { text } from "./checks.ts";
import { uncurry } from "./uncurry.ts";

const split = uncurry<string, [separator: string], string[]>(
  String.prototype.split as (this: string, separator: string) => string[],
);
const indexOf = uncurry<string, [search: string], number>(String.prototype.indexOf);
const slice = uncurry<string, [start: number, end?: number], string>(String.prototype.slice);

/** Locales as the guest writes them: tags with commas between them; nothing for the host's own. */
export function readLocales(name: string, value: unknown): string[] | undefined {
  const source = text(name, value);
  return source === "" ? undefined : split(source, ",");
}

/** Options as the guest writes them: a line `name=value` each; nothing for none. The object has no prototype. */
export function readOptions<Options extends object>(name: string, value: unknown): Options | undefined {
  const source = text(name, value);
  if (source === "") return undefined;
  const options: Record<string, string | boolean> = { __proto__: null } as never;
  for (const line of split(source, "\n")) {
    const at = indexOf(line, "=");
    if (at < 0) continue;
    const option = slice(line, at + 1);
    options[slice(line, 0, at)] = option === "true" || (option !== "false" && option);
  }
  return options as Options;
}
