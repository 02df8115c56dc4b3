import { confineSelector } from "./confine-selector.ts";
import { mapSelector } from "./map-selector.ts";
import type { StyleNames } from "./style-names.ts";
import { nameFirstLayer, prefixStyleNames } from "./style-names.ts";

/** Rules that hold others and act on nothing themselves. */
const groups = new Set(["CSSMediaRule", "CSSSupportsRule", "CSSContainerRule", "CSSScopeRule", "CSSStartingStyleRule"]);

/**
 * Puts the rules of a text into a sheet so that they hold for the app's element and what is in it. The browser itself keeps them there, by
 * `@scope`; in one that cannot, no rule is in force. What is left is judged as the browser has read it, not as it is written.
 */
export function fillSheet(sheet: CSSStyleSheet, css: string, names: StyleNames): void {
  const anchor = `[data-rune-scope="${names.id}"]`;
  const first = /@property/i.test(css) ? `@layer ${nameFirstLayer(names)};` : "";
  // An app in an element of this one has its own.
  sheet.replaceSync(`@scope (${anchor}) to (:scope [data-rune-scope]) {\n${first}${prefixStyleNames(css, names)}\n}`);
  // A brace too many ends the scope: nothing after it counts.
  const [scope] = sheet.cssRules;
  const isScoped = scope !== undefined && typeOf(scope) === "CSSScopeRule";
  for (let i = sheet.cssRules.length - 1; i >= (isScoped ? 1 : 0); i--) sheet.deleteRule(i);
  if (isScoped) confine(scope as CSSGroupingRule, ":scope", `${names.id}-`, anchor);
}

/** Maps the selectors in a rule, and takes out what acts beyond the scope. */
function confine(parent: CSSGroupingRule | CSSStyleRule, root: string, prefix: string, anchor: string): void {
  for (let i = parent.cssRules.length - 1; i >= 0; i--) {
    const rule = parent.cssRules[i] as CSSRule;
    if (!isConfined(rule, prefix) || !looksInside(rule, root)) parent.deleteRule(i);
    else if ("cssRules" in rule && typeOf(rule) !== "CSSKeyframesRule") {
      // In a scope that the sheet itself makes, `:scope` is another element.
      confine(rule as CSSGroupingRule, typeOf(rule) === "CSSScopeRule" ? anchor : root, prefix, anchor);
    }
  }
}

/** Has the selectors of a rule mean the app's elements only. Returns whether they do, as the browser has read them. */
function looksInside(rule: CSSRule, root: string): boolean {
  if ("selectorText" in rule) {
    const style = rule as CSSStyleRule;
    const confined = confineSelector(mapSelector(style.selectorText, root), root);
    if (confined !== style.selectorText) style.selectorText = confined;
    return confineSelector(style.selectorText, root) === style.selectorText;
  }
  if (typeOf(rule) !== "CSSScopeRule") return true;
  // In a rule with selectors browsers differ in what `:scope` is.
  for (let outer = rule.parentRule; outer; outer = outer.parentRule) if ("selectorText" in outer) return false;
  const { start, end } = rule as CSSScopeRule;
  return [start, end].every((each) => !each || confineSelector(each, ":scope") === each);
}

/** Whether a rule says nothing of what is outside, or only under a name of the app. */
function isConfined(rule: CSSRule, prefix: string): boolean {
  const type = typeOf(rule);
  const isOwn = (name: string): boolean => name.startsWith(prefix);
  switch (type) {
    case "CSSStyleRule":
    case "CSSNestedDeclarations":
      return true;
    case "CSSKeyframesRule":
      return isOwn((rule as CSSKeyframesRule).name);
    case "CSSFontFaceRule":
      return isOwn((rule as CSSFontFaceRule).style.getPropertyValue("font-family").replace(/^["']/, ""));
    case "CSSLayerBlockRule": {
      const { name } = rule as CSSLayerBlockRule;
      return name === "" || isOwn(name);
    }
    case "CSSLayerStatementRule":
      return (rule as CSSLayerStatementRule).nameList.every(isOwn);
    default:
      return groups.has(type);
  }
}

/** The name of the rule's class, which tests with the classes of one window would miss for another's. */
function typeOf(rule: CSSRule): string {
  return Object.prototype.toString.call(rule).slice(8, -1);
}
