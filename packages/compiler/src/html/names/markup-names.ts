/** Whether a renderer can make an element of this name. */
export function isTagName(tag: string): boolean {
  return /^(?:(?:svg|math):)?[A-Za-z][\p{L}\p{N}._-]*$/u.test(tag);
}

/** Whether a renderer can set an attribute of this name: XML names, less those that other frameworks begin with `:`. */
export function isAttributeName(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_:.-]*$/u.test(name);
}

/** Whether a value is one word. */
export function isWord(value: string): boolean {
  return /^\S+$/.test(value);
}

/** Whether an attribute is more than markup: a directive, or the target of mutations. */
export function isMeaningful(name: string): boolean {
  return name === "id" || name.startsWith("data-");
}
