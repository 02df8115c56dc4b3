import { checkStyle, LONGEST_STYLE } from "./check-style.ts";
import { LONGEST_CHAIN, type CustomProperties } from "./custom-properties.ts";
import { MAX_STYLE_DEPTH, readStyle } from "./style-urls.ts";

/**
 * What markup may not contain. The compiler refuses it in the author's HTML, the loader refuses it in a view that another
 * tool may have made, and the renderer refuses it when a binding or mutation supplies the value. One table, three readers.
 */

/** What the app was allowed, as far as markup is concerned. */
export interface MarkupPolicy {
  /** Origins of the capability `net`. */
  origins: readonly string[];
  /** The capability `frames` is granted. */
  frames: boolean;
  /** Its custom properties that are known so far. @default each style is for itself */
  properties?: CustomProperties;
}

/** Why a piece of markup is refused. */
export type MarkupRefusal =
  | { type: "element"; tag: string }
  | { type: "frame"; tag: string }
  | { type: "attribute"; tag: string; attribute: string }
  | { type: "url"; tag: string; attribute: string; scheme: string }
  | { type: "origin"; tag: string; attribute: string; origin: string }
  | { type: "target"; tag: string; target: string }
  | { type: "opener"; tag: string }
  | { type: "depth" | "length" | "chain" | "typed"; tag: string; attribute: string }
  | { type: "member"; tag: string; attribute: string; name: string };

const refusedElements: ReadonlySet<string> = new Set([
  "script",
  "style",
  "link",
  "base",
  "object",
  "embed",
  "applet",
  "frame",
  "frameset",
  "portal",
  "fencedframe",
  "noscript",
  "noembed",
  "noframes",
  "plaintext",
  "xmp",
  "svg:script",
  "svg:style",
  "math:annotation-xml",
]);

const refusedAttributes: ReadonlySet<string> = new Set([
  "srcdoc",
  "innerhtml",
  "outerhtml",
  "http-equiv",
  "attributename",
  "is",
  "nonce",
  "integrity",
  // Takes a field or button into a form of the page around the app: it adds to what that form sends, or sends it elsewhere.
  "form",
  // Shows an element of any id without a click.
  "interestfor",
]);

/** Elements whose `name` becomes a property of the document (`document.cookie`), or, of `<meta>`, a setting of it. */
const namedInDocument: ReadonlySet<string> = new Set(["form", "img", "iframe", "meta"]);

/** Elements that a form has as a property by their `name` and `id`; those with a hyphen where the page has defined them so. */
const listed = /^(button|fieldset|img|input|output|select|textarea|.*-.*)$/i;

/** What every node has, so that a form is no longer known for one, or for where it is, that has something else there. */
const members =
  /^((add|remove)EventListener|dispatchEvent|(append|remove|first|last|replace)Child|replaceChildren|child(Nodes|ElementCount)|(get|set|has|remove)Attribute(NS)?|querySelector(All)?|parent(Node|Element)|node(Type|Value)|insertBefore|moveBefore|cloneNode|nextSibling|isConnected|localName|namespaceURI|ownerDocument|getRootNode|classList|textContent|(ELEMENT|TEXT|DOCUMENT_FRAGMENT)_NODE)$/;

const urlAttributes: ReadonlySet<string> = new Set([
  "href",
  "xlink:href",
  "src",
  "srcset",
  "imagesrcset",
  "action",
  "formaction",
  "poster",
  "data",
  "cite",
  "background",
  "longdesc",
  "manifest",
  "ping",
  "icon",
  "profile",
  "usemap",
  "lowsrc",
  "dynsrc",
  "codebase",
  "classid",
  "archive",
  "attributionsrc",
]);

/** Beside `style`, what browsers read as CSS. */
const conditionAttributes: ReadonlySet<string> = new Set(["sizes", "imagesizes", "media"]);

/** Change the element that they are in. With an address they would change, or take away, one of the page around the app. */
const animation = /^svg:(animate\w*|set|discard)$/i;
/** Others are windows and frames of the page around the app: a frame in a view has no name. */
const targets: ReadonlySet<string> = new Set(["", "_self", "_blank"]);
const safeSchemes: ReadonlySet<string> = new Set(["http", "https", "mailto", "tel", "sms", "asset"]);
const imageElements: ReadonlySet<string> = new Set(["img", "source", "svg:image", "input", "video"]);
const imageAttributes: ReadonlySet<string> = new Set(["src", "srcset", "poster", "href", "xlink:href"]);
const imageData = /^data:image\/(png|gif|jpeg|webp|avif|bmp|x-icon|vnd\.microsoft\.icon)[;,]/;

/** A second colon in a foreign name would be a namespace prefix: `svg:x:script` makes a real `<script>`. */
const elementName = /^((svg|math):[a-z][\w.-]*|(?!(svg|math):)[a-z][^\s/>"'<=\0]*)$/;
/** What no attribute name has; such a name would end it and begin another where markup is written as text. */
// oxlint-disable-next-line no-control-regex -- NUL ends a name too
const attributeDelimiter = /[\s/>"'<=\0]|^$/;

/** What can be the language of a page: letters, digits and hyphens of a BCP 47 tag. */
export const LANGUAGE_TAG: RegExp = /^[A-Za-z0-9-]{0,64}$/;

/** Whether an element may be in a view at all. */
export function checkElement(tag: string, policy: MarkupPolicy): MarkupRefusal | undefined {
  const name = tag.toLowerCase();
  if (refusedElements.has(name) || !elementName.test(name)) return { type: "element", tag };
  if (name === "iframe" && !policy.frames) return { type: "frame", tag };
  return undefined;
}

/** Whether an attribute of this name may be bound to data, whatever its value will be. */
export function checkAttributeName(tag: string, attribute: string): MarkupRefusal | undefined {
  const name = attribute.toLowerCase();
  const isAnimation = animation.test(tag);
  const refused =
    attributeDelimiter.test(name) ||
    dropPrefix(name).startsWith("on") ||
    (name === "name" && namedInDocument.has(tag.toLowerCase())) ||
    (isAnimation && dropPrefix(name) === "href") ||
    (refusedAttributes.has(name) && !(name === "attributename" && isAnimation));
  return refused ? { type: "attribute", tag, attribute } : undefined;
}

/** Whether an attribute may have this value. Callers check the name first, or use `checkAttribute`. */
export function checkAttributeValue(
  tag: string,
  attribute: string,
  value: string,
  policy: MarkupPolicy,
): MarkupRefusal | undefined {
  const name = attribute.toLowerCase();
  if (isUrlAttribute(name)) {
    for (const url of listUrls(name, value)) {
      const refusal = checkUrl(tag, attribute, url, policy);
      if (refusal) return refusal;
    }
  }
  // In SVG the style properties are attributes too: `fill="url(…)"`.
  const isStyle = name === "style" || (tag.toLowerCase().startsWith("svg:") && value.includes("("));
  if (isStyle || conditionAttributes.has(name)) {
    const refusal = checkStyleText(tag, attribute, value, policy, { hasUrls: isStyle });
    if (refusal) return refusal;
  }
  if (name === "target" || name === "formtarget") {
    if (!targets.has(value.toLowerCase())) return { type: "target", tag, target: value };
  }
  // What it opens could lead the page around the app elsewhere.
  if (name === "rel" && /(^|\s)opener(\s|$)/i.test(value)) return { type: "opener", tag };
  if ((name === "name" || name === "id") && listed.test(tag) && members.test(value))
    return { type: "member", tag, attribute, name: value };
  if (animation.test(tag) && name === "attributename") {
    const animated = value.trim().toLowerCase();
    if (
      isUrlAttribute(animated) ||
      animated === "target" ||
      animated === "rel" ||
      dropPrefix(animated).startsWith("on")
    )
      return { type: "attribute", tag, attribute };
  }
  return undefined;
}

/** Whether a property of an element's style may have this value. */
export function checkDeclaration(
  tag: string,
  property: string,
  value: string,
  policy: MarkupPolicy,
): MarkupRefusal | undefined {
  return checkStyleText(tag, "style", value, policy, { hasUrls: true, property });
}

function checkStyleText(
  tag: string,
  attribute: string,
  text: string,
  policy: MarkupPolicy,
  { hasUrls, property }: { hasUrls: boolean; property?: string },
): MarkupRefusal | undefined {
  const content = readStyle(text, property);
  for (const url of hasUrls ? content.urls : []) {
    const refusal = checkUrl(tag, attribute, url, policy);
    if (refusal) return refusal;
  }
  return checkStyle(tag, attribute, content, policy);
}

/** Whether an attribute may be set to this value on this element. */
export function checkAttribute(
  tag: string,
  attribute: string,
  value: string,
  policy: MarkupPolicy,
): MarkupRefusal | undefined {
  return checkAttributeName(tag, attribute) ?? checkAttributeValue(tag, attribute, value, policy);
}

const styleRefusals = {
  depth: `is nested more than ${MAX_STYLE_DEPTH} deep`,
  length: `has more than ${LONGEST_STYLE} words in a selector or declaration`,
  chain: `has a circle, or a chain of more than ${LONGEST_CHAIN}, of custom properties`,
  typed: "reads attributes with `type()`",
} as const;

/** Says a refusal in one sentence. */
export function describeRefusal(refusal: MarkupRefusal): string {
  const element = `<${refusal.tag.replace(/^(svg|math):/, "")}>`;
  switch (refusal.type) {
    case "element":
      return `${element} is not allowed in a view`;
    case "frame":
      return `${element} needs the capability \`frames\``;
    case "attribute":
      return `the attribute \`${refusal.attribute}\` is not allowed on ${element}`;
    case "url":
      return `\`${refusal.attribute}\` of ${element} may not be a \`${refusal.scheme}:\` URL`;
    case "origin":
      return `\`${refusal.attribute}\` of ${element} points to ${refusal.origin}, which needs the capability \`net\` with that origin`;
    case "target":
      return `\`target="${refusal.target}"\` is not allowed on ${element}: an app may not navigate the page around it`;
    case "opener":
      return `\`rel="opener"\` is not allowed on ${element}: what it opens could navigate the page around the app`;
    case "depth":
    case "length":
    case "chain":
    case "typed": {
      const place = refusal.attribute === "" ? element : `\`${refusal.attribute}\` on ${element}`;
      return `the CSS of ${place} ${styleRefusals[refusal.type]}`;
    }
    case "member":
      return `\`${refusal.attribute}="${refusal.name}"\` is not allowed on ${element}: it would take the place of what its form has by that name`;
  }
}

/** Whether the value of an attribute is one URL or a list of them. */
export function isUrlAttribute(attribute: string): boolean {
  return urlAttributes.has(dropPrefix(attribute.toLowerCase()));
}

/** The URLs in the value of a URL attribute, as browsers find them: one, or those of a list. */
export function listUrls(attribute: string, value: string): string[] {
  const name = attribute.toLowerCase();
  if (name === "ping" || name === "attributionsrc") return value.split(/[\t\n\f\r ]+/);
  return name === "srcset" || name === "imagesrcset" ? listCandidates(value) : [value];
}

/**
 * The image candidates of `srcset` as the HTML standard parses them: a URL ends at white space, or at commas before it;
 * descriptors go on to the next comma that is not in parentheses.
 */
function listCandidates(value: string): string[] {
  const urls: string[] = [];
  const candidate = /[\t\n\f\r ,]*([^\t\n\f\r ]+)/y;
  const descriptors = /(?:[^,(]|\([^)]*(?:\)|$))*/y;
  for (let match = candidate.exec(value); match; match = candidate.exec(value)) {
    const url = match[1] ?? "";
    let end = url.length;
    while (url[end - 1] === ",") end--;
    urls.push(url.slice(0, end));
    if (url.endsWith(",")) continue;
    descriptors.lastIndex = candidate.lastIndex;
    descriptors.exec(value);
    candidate.lastIndex = descriptors.lastIndex;
  }
  return urls;
}

/** A prefix may stand for any namespace: `x:href` can be XLink's. */
function dropPrefix(name: string): string {
  return name.slice(name.lastIndexOf(":") + 1);
}

/** The URL as browsers read it: tabs and line ends vanish everywhere, control characters and blanks in front. */
export function stripUrl(value: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the characters that the URL standard strips
  return value.replace(/[\t\n\r]/g, "").replace(/^[\u0000-\u0020]+/, "");
}

function checkUrl(tag: string, attribute: string, value: string, policy: MarkupPolicy): MarkupRefusal | undefined {
  const url = stripUrl(value);
  const scheme = findScheme(url);
  const showsImage = imageElements.has(tag.toLowerCase()) && imageAttributes.has(attribute.toLowerCase());
  if (scheme === "data" && showsImage && imageData.test(url.toLowerCase())) return undefined;
  // A style shows even an SVG as a still image, where nothing in it can run.
  if (scheme === "data" && attribute.toLowerCase() === "style" && /^data:(image|font)\//i.test(url)) return undefined;
  if (scheme !== undefined && !safeSchemes.has(scheme)) return { type: "url", tag, attribute, scheme };
  const origin = findOrigin(url, scheme);
  if (origin !== undefined && !policy.origins.includes(origin)) return { type: "origin", tag, attribute, origin };
  return undefined;
}

/** The scheme of a URL that `stripUrl` has given. */
export function findScheme(url: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
}

/** The origin that a URL names, or `undefined` for one that stays on its own. A URL without a scheme counts as https. */
export function findOrigin(url: string, scheme: string | undefined): string | undefined {
  if (scheme !== undefined && scheme !== "http" && scheme !== "https") return undefined;
  const rest = scheme === undefined ? url : url.slice(scheme.length + 1);
  const slashes = /^[/\\]*/.exec(rest)?.[0].length ?? 0;
  if (scheme === undefined && slashes < 2) return undefined;
  const authority = /^[^/\\?#]*/.exec(rest.slice(slashes))?.[0] ?? "";
  const host = authority.slice(authority.lastIndexOf("@") + 1).toLowerCase();
  return `${scheme ?? "https"}://${host}`;
}
