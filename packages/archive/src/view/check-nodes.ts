import {
  ASSET_SCHEME,
  checkAttribute,
  checkElement,
  describeRefusal,
  isUrlAttribute,
  listUrls,
  type ViewNode,
} from "@rune/schema";
import { viewFileUnlisted, viewMarkupRefused } from "../messages.ts";
import type { Place, ViewContext } from "./view-context.ts";

/** Checks static nodes against the markup rules. Recursion is bounded by the depth that the schema check allows. */
export function checkNodes(context: ViewContext, nodes: readonly ViewNode[], place: Place): void {
  nodes.forEach((node, i) => {
    if (!Array.isArray(node)) return;
    const [tag, attributes, ...children] = node;
    const path: Place = () => `${place()}/${i}`;
    const refusal = checkElement(tag, context.policy);
    if (refusal) throw viewMarkupRefused(context.file, path(), describeRefusal(refusal));
    for (const [name, value] of Object.entries(attributes)) checkStaticAttribute(context, tag, name, value, path);
    checkNodes(context, children, path);
  });
}

/** Checks one attribute whose value is known. */
export function checkStaticAttribute(
  context: ViewContext,
  tag: string,
  name: string,
  value: string,
  place: Place,
): void {
  const refusal = checkAttribute(tag, name, value, context.policy);
  if (refusal) throw viewMarkupRefused(context.file, place(), describeRefusal(refusal));
  if (!isUrlAttribute(name)) return;
  for (const url of listUrls(name, value)) {
    if (!url.toLowerCase().startsWith(ASSET_SCHEME)) continue;
    const asset = url.slice(ASSET_SCHEME.length).replace(/[?#].*$/s, "");
    const isExact = url.startsWith(ASSET_SCHEME);
    if (!isExact || !context.assets.has(asset)) throw viewFileUnlisted(context.file, place(), asset);
  }
}
