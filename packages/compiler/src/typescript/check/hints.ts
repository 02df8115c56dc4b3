/** What to do about a message of TypeScript; `undefined` where it says enough. */
export function findHint(text: string): string | undefined {
  const name = /^Cannot find name '([^']+)'/.exec(text)?.[1];
  if (name !== undefined) return globalHints.get(name) ?? (/^(HTML|SVG)\w*Element$/.test(name) ? PAGE : undefined);
  const [, kind, untyped] = /^(Parameter|Binding element) '(\w+)' implicitly has an 'any' type/.exec(text) ?? [];
  if (untyped === undefined) return undefined;
  return kind === "Parameter"
    ? `write its type, such as \`${untyped}: string\`, or \`${untyped}: { id: string }\` for an object`
    : `write the type of the whole, such as \`{ ${untyped} }: { ${untyped}: string }\``;
}

/** TypeScript's text without its final point, and without advice that does not fit here, such as to install types of Node.js. */
export function shortenMessage(text: string): string {
  const [first = "", ...rest] = text.split("\n");
  const shortened = first.replace(/(?<=[.'\])]) ?Do you need to (?:install|change).*$/, "").replace(/\.$/, "");
  return [shortened, ...rest].join("\n");
}

const PAGE =
  "a module reaches nothing of the page. Return what should show; in an app, the view shows what the controller exports";
const EVENT =
  'a module hears of what happens in its view: write `data-onclick="save"` on the element there, and export `save`; the rest comes by functions of `rune.*`';
const NODE =
  "modules do not run in Node.js. `import` other files and pass in the rest; in an app, use the functions of `rune.*`";
const STATE = "use `rune.get_local_state` and `rune.set_local_state`";
const HTTP =
  "let the caller fetch and pass in the result; in an app, use `rune.fetch`, with the capability `http`; assets of the app are read by `rune.assets_fetch_text`";
const ROUTE = "use `rune.navigate` and `rune.navigate_back`; parameters of the route come to `start(params)`";
const DIALOG = "write a `<dialog>` in the view and open it with `rune.show_overlay`";
const FRAME = "use `setTimeout`; the page is drawn after each turn by itself";
const ADDRESS = "take the text apart with the methods of strings";
const NUMBER =
  "this is a type of AssemblyScript. Write `number`, or `bigint` for whole numbers above 2^53; a file in AssemblyScript is called `*.as.ts`";
const BYTES = "use `Uint8Array`, `TextEncoder` and `TextDecoder`";
const BLOB =
  "use `Uint8Array`. An app writes no files: give the text to the user by `rune.clipboard_write`, or to the page around the app by `rune.send_to_host`";
const FILE = "files that the user has chosen are a `RuneFile[]`, and `rune.file_text` and `rune.file_bytes` read them";
const RECORD =
  'handlers get what the view passes: write `data-oninput="rename($event.target.value)"` there and `text: string` here. The whole `$event` is plain data: name what you read of it, such as `event: { key: string }`';

/** What to write instead of the globals of pages, of Node.js and of AssemblyScript. */
const globalHints: ReadonlyMap<string, string> = new Map(
  (
    [
      [PAGE, "document window self Element Node"],
      [
        RECORD,
        "Event EventTarget CustomEvent UIEvent MouseEvent PointerEvent WheelEvent TouchEvent DragEvent KeyboardEvent",
      ],
      [RECORD, "InputEvent SubmitEvent FocusEvent ClipboardEvent ChangeEvent"],
      [PAGE, "customElements getComputedStyle MutationObserver IntersectionObserver ResizeObserver DOMParser Image"],
      [EVENT, "addEventListener removeEventListener dispatchEvent"],
      [NODE, "process require module exports global __dirname __filename"],
      [STATE, "localStorage sessionStorage indexedDB caches"],
      [HTTP, "fetch XMLHttpRequest WebSocket EventSource Request Response Headers FormData"],
      [ROUTE, "location history"],
      [DIALOG, "alert confirm prompt"],
      [NUMBER, "i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 isize usize"],
      ["write `boolean`", "bool"],
      [FRAME, "requestAnimationFrame cancelAnimationFrame requestIdleCallback setImmediate clearImmediate"],
      [ADDRESS, "URL URLSearchParams"],
      [BYTES, "Buffer"],
      [BLOB, "Blob"],
      [FILE, "File FileList FileReader"],
      [
        "use `rune.clipboard_read` and `rune.clipboard_write`; the language and size of the page are not known",
        "navigator",
      ],
      ["use `rune.get_random` and `rune.uuid_v4`", "crypto"],
      ["use `rune.get_time_ms`", "performance"],
      ["modules have one thread; split long work with `setTimeout`", "Worker SharedWorker MessageChannel postMessage"],
      ["modules are compiled ahead of time and cannot start others", "WebAssembly importScripts"],
    ] as const
  ).flatMap(([hint, names]) => names.split(" ").map((name) => [name, hint] as const)),
);
