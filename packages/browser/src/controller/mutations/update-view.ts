import type { Json, MarkupRefusal, PropertyName, UpdateViewMutation } from "@rune/schema";
import { mutationRefused } from "../messages.ts";
import { listClasses } from "../../renderer/bindings/class-list.ts";
import type { CssDeclarations } from "../../renderer/css-declarations.ts";
import { tagOf, writeAttribute } from "../../renderer/element-tag.ts";
import { attributeText, resolveAssets } from "../../renderer/set-attribute.ts";
import { setProperty } from "../../renderer/set-property.ts";
import { findTarget } from "./find-target.ts";
import type { MutationTarget } from "../../page/mutation-target.ts";

const propertyNames: ReadonlySet<string> = new Set<PropertyName>([
  "value",
  "checked",
  "selected",
  "indeterminate",
  "muted",
]);

/** `UpdateView`: sets class, style, properties and attributes of a node, each by its name; `null` removes. */
export function prepareUpdateView(mutation: UpdateViewMutation, target: MutationTarget): () => void {
  const element = findTarget(mutation.type, mutation.node_id, target);
  const tag = tagOf(element);
  const steps = Object.entries(mutation.props).map(([name, value]) =>
    prepareProp(element, tag, name, value, mutation, target),
  );
  return () => {
    for (const step of steps) step();
  };
}

function prepareProp(
  element: Element,
  tag: string,
  name: string,
  value: Json,
  { type, node_id: id }: UpdateViewMutation,
  target: MutationTarget,
): () => void {
  const refuse = (refusal: MarkupRefusal | undefined): void => {
    if (refusal) throw mutationRefused(type, id, target.rules.describeRefusal(refusal));
  };
  if (name === "class") {
    return () => writeAttribute(element, name, value === null ? undefined : listClasses(value).join(" "));
  }
  if (name === "style") {
    const declarations = target.rules.listDeclarations(tag, value, target, refuse);
    return () => setStyle(element as HTMLElement, value, declarations);
  }
  if (propertyNames.has(name)) {
    const sets = (): void => setProperty(element, tag, name as PropertyName, value);
    if (name !== "value" || value === null || value === "") return sets;
    if (isFile(element)) throw mutationRefused(type, id, "only the user chooses files");
    // Another mutation of the batch may have made it such a field.
    return () => isFile(element) || sets();
  }
  const text = attributeText(name, value);
  refuse(target.rules.checkAttribute(tag, name, text ?? "", target.policy));
  if (!/^[^\s"'<>/=\0]+$/.test(name) || !isAccepted(name, target.document))
    throw mutationRefused(type, id, `\`${name}\` is no name of an attribute`);
  return () => {
    const value = text === undefined ? undefined : resolveAssets(name, text, target);
    writeAttribute(element, name, value && target.rules.groupValue(target.container, element, name, value));
  };
}

function isFile(element: Element): boolean {
  return (element as HTMLInputElement).type === "file";
}

/** Whether the browser takes a name for an attribute; engines differ. */
function isAccepted(name: string, document: Document): boolean {
  try {
    writeAttribute(document.createElement("i"), name, "");
    return true;
  } catch {
    return false;
  }
}

/** A text replaces the whole style, an object changes its properties, `null` removes everything. */
function setStyle({ style }: HTMLElement, value: Json, declarations: CssDeclarations): void {
  if (typeof value !== "object" || value === null) style.cssText = "";
  else for (const name of Object.keys(value)) style.removeProperty(name);
  for (const [name, declaration] of declarations) style.setProperty(name, ...declaration);
}
