import { WHOLE_PAGE } from "../load-styles.ts";
import { isRadioType } from "./separate-groups.ts";

/** Where a document counts the apps in it, whichever copies of this library they are from. */
const COUNT: unique symbol = Symbol.for("rune.groups");

const prefixes = new WeakMap<Element, string>();
const PREFIX = /^rune-group-\d+-/;

/** What the names of an app's groups begin with: nothing where the page is the app's own. */
export function groupPrefix(container: Element): string {
  if (container.hasAttribute(WHOLE_PAGE)) return "";
  const known = prefixes.get(container);
  if (known !== undefined) return known;
  const document = container.ownerDocument as Document & { [COUNT]?: number };
  document[COUNT] = (document[COUNT] ?? 0) + 1;
  const prefix = `rune-group-${document[COUNT]}-`;
  prefixes.set(container, prefix);
  return prefix;
}

/** A name as the app knows it. */
export function ownName(name: string): string {
  return name.replace(PREFIX, "");
}

/** What an attribute of an element gets that an app sets by hand: of groups, what is the app's own. */
export function groupValue(container: Element, element: Element, name: string, value: string): string {
  const { localName } = element;
  const prefix = groupPrefix(container);
  const attribute = name.toLowerCase();
  const isRadio = localName === "input" && isRadioType((element as HTMLInputElement).type);
  if (attribute === "name" && value !== "" && (isRadio || localName === "details")) return prefix + value;
  const before = element.getAttribute("name");
  if (attribute === "type" && localName === "input" && isRadioType(value) && before && !isRadio)
    element.setAttribute("name", prefix + ownName(before));
  return value;
}

/** Gives what a form sends the names that the app knows. */
export function restoreNames({ formData }: FormDataEvent): void {
  const entries = [...formData];
  if (!entries.some(([name]) => PREFIX.test(name))) return;
  for (const [name] of entries) formData.delete(name);
  for (const [name, value] of entries) formData.append(ownName(name), value);
}
