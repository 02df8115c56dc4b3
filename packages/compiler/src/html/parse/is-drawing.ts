/** Elements that HTML does not have, and that parts of drawings begin with; in lower case. */
const drawn: ReadonlySet<string> = new Set(
  (
    "animate animatemotion animatetransform circle clippath defs desc ellipse filter foreignobject g image line lineargradient marker mask path " +
    "pattern polygon polyline radialgradient rect set stop switch symbol text textpath tspan use view"
  ).split(" "),
);

/** Whether only SVG has an element, by its tag in lower case: browsers would take it for an unknown one of HTML. */
export function isDrawn(tag: string): boolean {
  return drawn.has(tag);
}

/** Whether a text begins with an element that only SVG has. */
export function isDrawing(text: string): boolean {
  const [, tag = ""] = /^(?:\s|<!--[^]*?-->)*<([a-z]+)[\s/>]/i.exec(text) ?? [];
  return isDrawn(tag.toLowerCase());
}
