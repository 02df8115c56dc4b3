import { inspect, inspectArgument } from "./inspect.ts";
import { JSON } from "./json.ts";

/** The arguments of `console.log` behind a first one that may say how to write them, such as `%s`. */
export function formatText(pattern: string, data: readonly unknown[]): string {
  let text = "";
  let next = 1;
  let from = 0;
  for (let i = 0; i + 1 < pattern.length; i++) {
    if ($charCodeAt(pattern, i) !== 37) continue;
    const letter = $charCodeAt(pattern, i + 1);
    if (letter === 37) text = $concat(text, $substring(pattern, from, i + 1));
    else if (next < data.length && isDirective(letter)) {
      text = $concat($concat(text, $substring(pattern, from, i)), formatOne(letter, $arrayGet(data, next)));
      next++;
    } else continue;
    i++;
    from = i + 1;
  }
  text = $concat(text, $substring(pattern, from, pattern.length));
  for (; next < data.length; next++) text = `${text} ${inspectArgument($arrayGet(data, next))}`;
  return text;
}

/** One of `%c`, `%d`, `%f`, `%i`, `%j`, `%O`, `%o` and `%s`. */
function isDirective(letter: $int): boolean {
  if (letter === 99 || letter === 100 || letter === 102 || letter === 105) return true;
  return letter === 106 || letter === 79 || letter === 111 || letter === 115;
}

function formatOne(letter: $int, value: unknown): string {
  if (letter === 99) return "";
  if (letter === 106) return `${JSON.stringify(value)}`;
  if (letter === 79 || letter === 111) return inspect(value, 0);
  if (letter === 115) return inspectArgument(value);
  if ($isBigint(value)) return inspect(value, 0);
  else if ($isSymbol(value)) return "NaN";
  else if ($isObject(value)) return "NaN";
  else if ($isFunction(value)) return "NaN";
  else if (letter === 105) return inspect($js_parseInt(`${value as string}`, 0), 0);
  else if (letter === 102) return inspect($js_parseFloat(`${value as string}`), 0);
  else return inspect(+(value as number), 0);
}
