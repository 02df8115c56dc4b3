/** Namespaces of foreign elements, by the prefix that they have in a view. */
const namespaces: Readonly<Record<string, string>> = {
  svg: "http://www.w3.org/2000/svg",
  math: "http://www.w3.org/1998/Math/MathML",
};

const attributeNamespaces: Readonly<Record<string, string>> = {
  xlink: "http://www.w3.org/1999/xlink",
  xml: "http://www.w3.org/XML/1998/namespace",
  xmlns: "http://www.w3.org/2000/xmlns/",
};

/** Names that have a namespace on foreign elements; HTML gives it to no others, whatever their prefix. */
const foreignNames = /^(xlink:(actuate|arcrole|href|role|show|title|type)|xml:(lang|space)|xmlns(:xlink)?)$/;

/** Makes an element from its tag in a view, such as `div` or `svg:path`. */
export function createElement(document: Document, tag: string): Element {
  const [prefix, name] = splitName(tag);
  const namespace = namespaces[prefix];
  return namespace && name ? document.createElementNS(namespace, name) : document.createElement(tag);
}

/** The tag that a view would have for an element. */
export function tagOf(element: Element): string {
  for (const [prefix, namespace] of Object.entries(namespaces)) {
    if (element.namespaceURI === namespace) return `${prefix}:${element.localName}`;
  }
  return element.localName;
}

/** Sets an attribute, or removes it where the value is `undefined`, in the namespace that a parser of HTML gives it. */
export function writeAttribute(element: Element, name: string, value: string | undefined): void {
  const isForeign = foreignNames.test(name) && Object.values(namespaces).includes(element.namespaceURI ?? "");
  const namespace = (isForeign && attributeNamespaces[name.replace(/:.*/, "")]) || null;
  if (value === undefined) element.removeAttributeNS(namespace, namespace ? name.replace(/.*:/, "") : name);
  else if (namespace) element.setAttributeNS(namespace, name, value);
  else element.setAttribute(name, value);
}

function splitName(name: string): [prefix: string, local: string] {
  const colon = name.indexOf(":");
  return [name.slice(0, Math.max(0, colon)), name.slice(colon + 1)];
}
