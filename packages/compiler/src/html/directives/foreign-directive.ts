import { eventNames } from "./event-names.ts";

/** Attributes of other frameworks are recognised so that a message can say how a view has the same. */

const twoWay = write("data-model");
/** What stands for raw HTML. */
export const NO_RAW_HTML = "a view has no raw HTML: `data-bind` shows text, `data-if` and `data-for` show elements";
const classes = "write `data-class-<name>` for one class, `data-bind-class` for several";
const styles = "write `data-style-<property>` for one property, `data-bind-style` for several";
const dataOfPage = "a page shows what its `controller.ts` exports and what stands in its `data.json`";
const noCounterpart = "a view has nothing like it; leave it out";

/** Directives by their word, after `v-`, `x-`, `ng-` or `*ng`. */
const words: Readonly<Record<string, string>> = {
  if: write("data-if"),
  "else-if": write("data-else-if"),
  else: write("data-else"),
  for: write("data-for"),
  repeat: write("data-for"),
  show: write("data-show"),
  hide: "write `data-show` with the opposite condition",
  text: write("data-bind"),
  html: NO_RAW_HTML,
  "bind-html": NO_RAW_HTML,
  bind: "write `data-bind` for text, `data-bind-<attribute>` for an attribute",
  model: twoWay,
  key: write("data-key"),
  ref: write("data-ref"),
  class: classes,
  style: styles,
  on: "write `data-on<event>`",
  data: dataOfPage,
  init: dataOfPage,
  app: dataOfPage,
  controller: dataOfPage,
  cloak: noCounterpart,
  effect: noCounterpart,
  ignore: noCounterpart,
  teleport: noCounterpart,
  transition: noCounterpart,
};

function write(directive: string): string {
  return `write \`${directive}\``;
}

/** Forms that carry a name, each with what stands for it. The first that matches counts. */
const forms: readonly [pattern: RegExp, translate: (name: string) => string | undefined][] = [
  [/^(?:@|v-on:|x-on:|on:)(.*)$/, translateEvent],
  [/^\((.*)\)$/, translateEvent],
  [/^(?:\[\(.*\)\]|bind:value|bind:checked)()$/, () => twoWay],
  [/^(?::|v-bind:|x-bind:|bind:)(.*)$/, translateBinding],
  [/^\[(.*)\]$/, translateBinding],
  [/^data-attr-(.+)$/, translateBinding],
  [/^class:(.+)$/, (name) => write(`data-class-${name}`)],
  [/^style:(.+)$/, (name) => write(`data-style-${name}`)],
  [/^hx-(.+)$/, () => "a view sends no requests: handle the event with `data-on<event>`, and let the controller act"],
  [/^v-(.+)$/, (name) => findWord(name) ?? noCounterpart],
  [/^x-(.+)$/, findWord],
  [/^ng-(.+)$/, (name) => findWord(name) ?? (eventNames.has(name) ? translateEvent(name) : translateBinding(name))],
  [/^(key)$/, findWord],
  [/^classname$/, () => write("class")],
  [/^htmlfor$/, () => write("for")],
  [/^\*ng(.+)$/, (name) => findWord(name) ?? noCounterpart],
];

/** How a view writes an attribute of another framework; `undefined` for any other attribute. */
export function translateForeign(written: string): string | undefined {
  for (const [pattern, translate] of forms) {
    const found = pattern.exec(written) ?? pattern.exec(written.toLowerCase());
    if (found) return translate(found[1] ?? "");
  }
  return undefined;
}

function findWord(name: string): string | undefined {
  // `v-slot:header`, `x-transition.opacity`
  const word = name.toLowerCase().split(/[.:]/)[0] ?? "";
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

function translateEvent(name: string): string {
  const event = (name.split(".")[0] ?? "").toLowerCase();
  if (event === "") return write("data-onclick");
  return write(`data-on${eventNames.has(event) ? "" : "-"}${name}`);
}

function translateBinding(name: string): string {
  const word = name.toLowerCase();
  if (word === "class" || word === "style" || word === "key") return words[word] ?? "";
  if (word === "innerhtml") return NO_RAW_HTML;
  if (word === "textcontent" || word === "innertext") return write("data-bind");
  return write(`data-bind-${name || "title"}`);
}
