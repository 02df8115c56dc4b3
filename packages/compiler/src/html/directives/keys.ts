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
};

/** The names of the keys that a modifier can name. */
export const keyNames: readonly string[] = Object.keys(keys);

/** The key that a modifier names. */
export function findKey(name: string): string | undefined {
  return Object.hasOwn(keys, name) ? keys[name] : undefined;
}
