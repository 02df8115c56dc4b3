/** For nodes that are wanted, those that are there and can be them; both in their order. */
export function pairNodes(wanted: readonly Node[], there: readonly Node[]): Map<Node, Node> {
  const pairs = new Map<Node, Node>();
  // What is wanted and there already is nobody else's.
  const taken = new Set(wanted);
  const fits = (node: Node, other: Node): boolean => node === other || (!taken.has(other) && isAlike(node, other));
  let next = 0;
  wanted.forEach((node, i) => {
    const found = findFrom(there, next, (each) => fits(node, each));
    if (found < 0) return;
    const [skipped] = found > next ? [there[next] as Node] : [];
    const later = skipped ? findFrom(wanted, i + 1, (each) => fits(each, skipped)) : -1;
    // Leaving out this node keeps more of what is there.
    if (later >= 0 && later - i < found - next) return;
    pairs.set(node, there[found] as Node);
    next = found + 1;
  });
  return pairs;
}

function findFrom(nodes: readonly Node[], start: number, fits: (node: Node) => boolean): number {
  for (let i = start; i < nodes.length; i++) if (fits(nodes[i] as Node)) return i;
  return -1;
}

/** Whether a node can become another one by changes of its attributes and content. */
function isAlike(wanted: Node, there: Node): boolean {
  if (wanted.nodeType !== there.nodeType) return false;
  if (wanted.nodeType !== wanted.ELEMENT_NODE) return true;
  const [one, other] = [wanted as Element, there as Element];
  // An open dialog may be above the page; another node would not be.
  if (one.localName === "dialog" && one.hasAttribute("open")) return false;
  return (
    one.localName === other.localName &&
    one.namespaceURI === other.namespaceURI &&
    one.getAttribute("id") === other.getAttribute("id") &&
    one.getAttribute("type") === other.getAttribute("type")
  );
}
