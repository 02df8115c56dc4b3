/** Namespaces of foreign elements, by the prefix that they have in a view. */
const namespaces: Readonly<Record<string, string>> = {
  svg: "http://www.w3.org/2000/svg",
  math: "http://www.w3.org/1998/Math/MathML",
};

const attributeNamespaces: Readonly<Record<string, string>> = {
  xlink: "http://www.w3.org/1999/xlink",
  xml: "http://www.w3.org/XML/1998/namespace",
};

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

/** Sets an attribute, or removes it where the value is `undefined`; `xlink:` and `xml:` names keep their namespace. */
export function writeAttribute(element: Element, name: string, value: string | undefined): void {
  const [prefix, local] = splitName(name);
  const namespace = (local && attributeNamespaces[prefix]) || null;
  if (value === undefined) element.removeAttributeNS(namespace, namespace ? local : name);
  else if (namespace) element.setAttributeNS(namespace, name, value);
  else element.setAttribute(name, value);
}

function splitName(name: string): [prefix: string, local: string] {
  const colon = name.indexOf(":");
  return [name.slice(0, Math.max(0, colon)), name.slice(colon + 1)];
}
