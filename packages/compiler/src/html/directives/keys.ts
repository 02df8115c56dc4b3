/** `KeyboardEvent.key` by the name of the modifier. */
const keys: Readonly<Record<string, string>> = {
  enter: "Enter",
  escape: "Escape",
  esc: "Escape",
  tab: "Tab",
  space: " ",
  up: "ArrowUp",
  down: "ArrowDown",
  left: "ArrowLeft",
  right: "ArrowRight",
  delete: "Delete",
  backspace: "Backspace",
  insert: "Insert",
  home: "Home",
  end: "End",
  "page-up": "PageUp",
  "page-down": "PageDown",
  // Signs that an attribute's name cannot have, or not after a dot, and those beside them.
  slash: "/",
  question: "?",
  plus: "+",
  minus: "-",
  equals: "=",
  period: ".",
  comma: ",",
  "bracket-left": "[",
  "bracket-right": "]",
};

/** The names of the keys that a modifier can name. */
export const keyNames: readonly string[] = Object.keys(keys);

/** The key that a modifier names: one of those, a single character, or a function key. */
export function findKey(name: string): string | undefined {
  if (Object.hasOwn(keys, name)) return keys[name];
  if (/^f([1-9]|1\d|2[0-4])$/.test(name)) return name.toUpperCase();
  return [...name].length === 1 ? name : undefined;
}
