import { ASSET_SCHEME } from "@rune/schema";
import { assetUnknown } from "../messages.ts";
import type { MarkupScope } from "./bindings/binding-scope.ts";
import { writeAttribute } from "./element-tag.ts";
import type { MarkupContext } from "./render-context.ts";
import { hold, toText } from "./to-text.ts";

/** Attributes that are there or not; a text is kept for those few that take one (`hidden="until-found"`). */
const booleanAttributes: ReadonlySet<string> = new Set(
  (
    "allowfullscreen async autofocus autoplay checked controls default defer disabled download formnovalidate hidden " +
    "inert ismap itemscope loop multiple muted nomodule novalidate open playsinline readonly required reversed selected"
  ).split(" "),
);

/** What finding the files of a package needs to know. */
export type AssetContext = Pick<MarkupContext, "resolveAsset" | "report"> & {
  readonly rules: Pick<MarkupContext["rules"], "isUrlAttribute">;
};

/** The text that an attribute gets for a value, or `undefined` where it goes away. */
export function attributeText(name: string, value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (booleanAttributes.has(name)) return value ? (typeof value === "string" ? value : "") : undefined;
  return toText(value);
}

/**
 * Sets an attribute to what data says, if the markup rules allow the value. A refused one is reported, and the attribute
 * goes away, because its old value is no longer meant.
 */
export function setAttribute(element: Element, name: string, value: unknown, scope: MarkupScope): void {
  const { context, tag } = scope;
  let text = attributeText(name, value);
  if (text !== undefined) {
    const { policy, rules } = context;
    const refusal = rules.checkAttribute(tag, name, hold(text, context), policy);
    if (refusal) context.report(rules.attributeRefused(refusal, element, scope));
    text = refusal ? undefined : resolveAssets(name, text, context);
  }
  writeAttribute(element, name, text);
  if (name === "autofocus" && text !== undefined) context.requestFocus(element);
}

/**
 * Replaces package paths (`asset:…`, also in a `srcset`) by the addresses of the files. An attribute that names a file
 * which the package does not have gets no value.
 */
export function resolveAssets(name: string, text: string, context: AssetContext): string | undefined {
  if (!text.includes(ASSET_SCHEME) || !context.rules.isUrlAttribute(name)) return text;
  let resolved: string | undefined = "";
  for (const part of name.endsWith("srcset") ? text.split(/(,?\s+)/) : [text]) {
    const isAsset = part.startsWith(ASSET_SCHEME);
    const url: string | undefined = isAsset ? context.resolveAsset(part.slice(ASSET_SCHEME.length)) : part;
    if (url === undefined) context.report(assetUnknown(part.slice(ASSET_SCHEME.length)));
    resolved = resolved === undefined || url === undefined ? undefined : resolved + url;
  }
  return resolved;
}
