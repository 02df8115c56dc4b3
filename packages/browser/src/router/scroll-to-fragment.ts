/** Brings the node that an address's fragment names into view. Returns whether the app has it. */
export function scrollToFragment(container: Element, hash: string): boolean {
  const node =
    hash !== "" && [...container.querySelectorAll("[id]")].find(({ id }) => id === decodeFragment(hash.slice(1)));
  if (!node) return false;
  node.scrollIntoView();
  return true;
}

function decodeFragment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
