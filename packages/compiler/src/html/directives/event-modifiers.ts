import type { EventBinding, EventModifier, HeldKey } from "@rune/schema";
import { heldKeyModifier, keyModifier, modifierConflict, modifierTime, unknownModifier } from "./messages.ts";
import { suggestName } from "../names/suggest.ts";
import type { Reporter } from "../reporter.ts";
import { findKey, keyNames } from "./keys.ts";
import type { WrittenModifier } from "./split-modifiers.ts";

type ReadModifiers = { modifiers: EventModifier[]; keys: string[] } & Pick<EventBinding, "debounce" | "throttle">;

const heldKeys: readonly HeldKey[] = ["ctrl", "alt", "shift", "meta"];
const others: readonly EventModifier[] = ["prevent", "stop", "once", "self", "capture", "passive"];
const modifierNames: readonly string[] = [...others, "debounce-200", "throttle-200", ...heldKeys];

/** What modifiers are called elsewhere, in lower case as attributes have it. */
const otherNames: Readonly<Record<string, string>> = {
  preventdefault: "prevent",
  stoppropagation: "stop",
  arrowup: "up",
  arrowdown: "down",
  arrowleft: "left",
  arrowright: "right",
  return: "enter",
  del: "delete",
  control: "ctrl",
  cmd: "meta",
  dot: "period",
  dash: "minus",
  hyphen: "minus",
  equal: "equals",
  questionmark: "question",
  "question-mark": "question",
  "left-bracket": "bracket-left",
  "right-bracket": "bracket-right",
};

/** What is probably meant where nothing stands after a dot. */
const signNames = "key names such as `enter`; the key `/` is `.slash`, and `.` is `.period`";

const keyboardEvents: ReadonlySet<string> = new Set(["keydown", "keyup", "keypress"]);
/** Events that know which keys are held down. */
const heldKeyEvents = /^(key|(dbl|aux)?click|contextmenu|mouse|pointer|drag|drop|touch|wheel)/;
const MOST_MILLISECONDS = 3_600_000;

/** What the modifiers of an event say. Reports those that say nothing, or too much. */
export function readEventModifiers(
  reporter: Reporter,
  event: string,
  written: readonly WrittenModifier[],
): ReadModifiers {
  const found: ReadModifiers = { modifiers: [], keys: [] };
  for (const modifier of written) readModifier(reporter, event, modifier, found);
  const last = written.at(-1)?.span;
  if (last && found.modifiers.includes("prevent") && found.modifiers.includes("passive")) {
    reporter.report(modifierConflict("passive", "prevent", "a passive listener cannot prevent anything"), last);
  }
  if (last && found.debounce !== undefined && found.throttle !== undefined) {
    reporter.report(modifierConflict("debounce", "throttle", "both say when the handler runs"), last);
  }
  return { ...found, modifiers: [...new Set(found.modifiers)], keys: [...new Set(found.keys)] };
}

function readModifier(
  reporter: Reporter,
  event: string,
  { written, name, span }: WrittenModifier,
  found: ReadModifiers,
): void {
  const held = heldKeys.find((each) => each === name);
  const modifier = others.find((each) => each === name) ?? held;
  const [, pace, time] = /^(debounce|throttle)(?:-(.*))?$/.exec(name) ?? [];
  const key = findKey(name);
  if (held && !heldKeyEvents.test(event)) reporter.report(heldKeyModifier(held, event), span);
  else if (modifier) found.modifiers.push(modifier);
  else if (pace) {
    const milliseconds = Number(time);
    if (/^\d+$/.test(time ?? "") && milliseconds > 0 && milliseconds <= MOST_MILLISECONDS) {
      found[pace as "debounce" | "throttle"] = milliseconds;
    } else reporter.report(modifierTime(pace, MOST_MILLISECONDS), span);
  } else if (key === undefined) {
    const suggestion = otherNames[name] ?? suggestName(name, [...modifierNames, ...keyNames]);
    const known = keyboardEvents.has(event) && written === "" ? signNames : undefined;
    reporter.report(unknownModifier(written, suggestion && `.${suggestion}`, modifierNames, known), span);
  } else if (keyboardEvents.has(event)) found.keys.push(key);
  else reporter.report(keyModifier(name, event), span);
}
