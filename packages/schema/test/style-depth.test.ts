import { describe, expect, it, test } from "vitest";
import { checkAttribute, checkStyleSheet, describeRefusal, type MarkupPolicy } from "../src/index.ts";

const none: MarkupPolicy = { origins: [], frames: false };

describe("CSS that is nested too deep for browsers", () => {
  const nested = (times: number): string => `${"calc(".repeat(times)}1px${")".repeat(times)}`;

  test.each([
    ["p", "style"],
    ["img", "sizes"],
    ["source", "media"],
    ["svg:rect", "fill"],
  ])("is refused: <%s %s>", (tag, attribute) => {
    expect(checkAttribute(tag, attribute, nested(64), none)).toBeUndefined();
    expect(checkAttribute(tag, attribute, nested(65), none)).toEqual({ type: "depth", tag, attribute });
    expect(checkAttribute("p", "title", nested(65), none)).toBeUndefined();
  });

  it("is refused in style sheets", () => {
    const refusal = checkStyleSheet(`p { width: ${nested(64)} }`, none);
    expect(refusal && describeRefusal(refusal)).toBe("the CSS of <style> is nested more than 64 deep");
    expect(checkStyleSheet(`p { width: ${nested(63)} } `.repeat(100), none)).toBeUndefined();
    expect(describeRefusal({ type: "depth", tag: "img", attribute: "sizes" })).toContain("`sizes` on <img>");
  });
});
