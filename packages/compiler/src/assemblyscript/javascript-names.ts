const TIMERS =
  "use `rune.set_timeout(id, ms)` or `rune.set_interval(id, ms)`; the host calls the export `on_timer(id: string)`";
const CLEAR_TIMER = "use `rune.clear_timer(id)`";
const NETWORK =
  "use `rune.http_fetch(request)`, for origins that the manifest names for the capability `http`; `rune.assets_fetch_text(path)` reads files of the package";
const PAGE =
  "a controller does not see the page: bind the view to data and change that with `rune.update_data(node, { … })`";
const STORAGE = "use `rune.get_local_state(key)` and `rune.set_local_state(key, text)`";
const PATTERNS =
  "there are no regular expressions: use `includes`, `indexOf`, `split`, `replaceAll` or a loop over `charCodeAt`";
const TIME = "use `rune.get_time_ms()`, the milliseconds since 1970";
const ANY = "write the type; `rune.Json` holds any data";
const ROUTES = "use `rune.navigate(view, { … })`, and read the parameters in `start(params: rune.Json)`";

/** What to do about asynchronous code. */
export const ASYNC =
  "there is no async/await and there are no promises: functions of `rune.*` give their result at once, and timers call `on_timer`";

/** What to do instead of JavaScript's globals. */
export const globalHints: ReadonlyMap<string, string> = new Map([
  ["JSON", "use `rune.parse(text)` to read JSON and `rune.json(value).to_string()` to write it"],
  ["setTimeout", TIMERS],
  ["setInterval", TIMERS],
  ["requestAnimationFrame", "export a function `tick(): void`, which the host calls once a frame"],
  ["clearTimeout", CLEAR_TIMER],
  ["clearInterval", CLEAR_TIMER],
  ["fetch", NETWORK],
  ["XMLHttpRequest", NETWORK],
  ["WebSocket", NETWORK],
  ["document", PAGE],
  ["window", PAGE],
  ["globalThis", PAGE],
  ["self", PAGE],
  ["HTMLElement", PAGE],
  ["Event", PAGE],
  ["alert", "show a text or a `<dialog>` of the view: `rune.show_overlay(id)`"],
  ["confirm", "show a `<dialog>` of the view: `rune.show_overlay(id)`"],
  ["prompt", "show a `<dialog>` of the view: `rune.show_overlay(id)`"],
  ["localStorage", STORAGE],
  ["sessionStorage", STORAGE],
  ["location", ROUTES],
  ["history", ROUTES],
  [
    "navigator",
    "`rune.clipboard_read()` and `rune.clipboard_write(text)` reach the clipboard; nothing else is within reach",
  ],
  ["Promise", ASYNC],
  ["queueMicrotask", ASYNC],
  ["RegExp", PATTERNS],
  ["Date", TIME],
  ["Intl", "numbers become texts with `rune.to_fixed(value, digits)`, texts of a language are the app's own"],
  ["structuredClone", "`rune.parse(value.to_string())` copies a `rune.Json`"],
  ["undefined", "use `null`, and the type `T | null`"],
  ["any", ANY],
  ["unknown", ANY],
  ["Record", "use `Map<string, T>`, a class, or `rune.Json`"],
  ["Partial", "declare a class, or use `rune.Json`"],
]);

/** What to do instead of JavaScript's conversions, which are types here. */
export const conversionHints: ReadonlyMap<string, string> = new Map([
  [
    "Number",
    "use `parseFloat(text)`, or `i32(parseInt(text))` for an integer; a number of another type becomes one by `f64(x)`",
  ],
  ["String", "use `x.toString()` or a template literal"],
  ["Boolean", "compare: `x != 0`, or `x.length > 0` for a text"],
  ["BigInt", "use `i64(x)`, or `i64.parse(text)`"],
  ["Array", "use `new Array<T>(length)` or a literal"],
  ["Object", "use a class, or `rune.object()`"],
]);

/** What to do instead of JavaScript's methods that AssemblyScript's classes do not have. */
export const memberHints: ReadonlyMap<string, string> = new Map([
  ["toFixed", "use `rune.to_fixed(value, digits)`"],
  ["toPrecision", "use `rune.to_fixed(value, digits)`"],
  ["toLocaleString", "use `rune.to_fixed(value, digits)`"],
  ["find", "use a loop, or `findIndex(…)`, which gives -1 where there is none"],
  ["findLast", "use a loop, or `findLastIndex(…)`, which gives -1 where there is none"],
  ["flatMap", "use a loop"],
  ["entries", "use a loop over an index, or over `keys()` of a map"],
  ["toSorted", "use `slice(0).sort(…)`"],
  ["toReversed", "use `slice(0).reverse()`"],
  ["localeCompare", "compare with `<`, `>` and `==`"],
  ["match", PATTERNS],
  ["matchAll", PATTERNS],
  ["search", PATTERNS],
  ["exec", PATTERNS],
]);
