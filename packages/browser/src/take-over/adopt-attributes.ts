/** Gives an element the attributes of another, but for those that are the same: setting these again could load a file again. */
export function adoptAttributes(wanted: Element, own: Element): void {
  for (const { name, localName, namespaceURI, value } of attributesOf(wanted)) {
    if (name === "style") adoptStyle(wanted as HTMLElement, own as HTMLElement);
    else {
      const before = own.getAttributeNS(namespaceURI, localName);
      if (before !== value && !(before !== null && isSameFile(name, before, value)))
        own.setAttributeNS(namespaceURI, name, value);
    }
  }
  for (const { name, localName, namespaceURI } of Array.from(attributesOf(own))) {
    // What the user has opened stays open.
    const isUsers = name === "open" && own.localName === "details";
    if (!isUsers && !wanted.hasAttributeNS(namespaceURI, localName)) own.removeAttributeNS(namespaceURI, localName);
  }
}

/** A form may have a field that is called `attributes`. */
function attributesOf(element: Element): NamedNodeMap {
  return Reflect.get(Element.prototype, "attributes", element);
}

/** The policy of a page forbids the attribute, but not what CSSOM sets. */
function adoptStyle({ style: wanted }: HTMLElement, { style: own }: HTMLElement): void {
  if (own.cssText !== wanted.cssText) own.cssText = wanted.cssText;
}

/** The app has whole addresses where its page has short ones. */
function isSameFile(name: string, before: string, value: string): boolean {
  if (name !== "src" && name !== "poster") return false;
  const { baseURI } = document;
  return URL.canParse(before, baseURI) && new URL(before, baseURI).href === new URL(value, baseURI).href;
}
