import { describe, expect, it } from "vitest";
import { checkAttribute, checkAttributeName, describeRefusal, type MarkupPolicy } from "../src/index.ts";

const none: MarkupPolicy = { origins: [], frames: false };

describe("attributes that reach beyond their element", () => {
  it("refuses names by which a field takes the place of what its form is known by", () => {
    for (const tag of ["input", "BUTTON", "select", "textarea", "fieldset", "output", "star-rating", "img"]) {
      // An image has no name at all.
      const attributes = tag === "img" ? ["id"] : ["name", "id"];
      for (const attribute of attributes) {
        const refusal = checkAttribute(tag, attribute, "parentNode", none);
        expect(refusal).toEqual({ type: "member", tag, attribute, name: "parentNode" });
        expect(describeRefusal(refusal ?? { type: "element", tag })).toContain(`${attribute}="parentNode"`);
      }
      for (const name of ["name", "action", "remove", "style", "parentnode"])
        for (const attribute of attributes) expect(checkAttribute(tag, attribute, name, none)).toBeUndefined();
    }
    for (const tag of ["p", "a", "svg:path"]) expect(checkAttribute(tag, "id", "parentNode", none)).toBeUndefined();
  });

  it("refuses the address by which an animation reaches elements of the page around the app", () => {
    for (const tag of ["svg:set", "svg:animate", "svg:animateMotion", "svg:animateTransform", "svg:discard"]) {
      for (const name of ["href", "HREF", "xlink:href", "x:href"])
        expect(checkAttributeName(tag, name)).toEqual({ type: "attribute", tag, attribute: name });
    }
    expect(checkAttributeName("svg:mpath", "href")).toBeUndefined();
  });
});
