import type { Attributes, Binding, Expression, ViewNode } from "@rune/schema";
import type { TestPage } from "../../harness/test-app.ts";

/*
 * What the published lists of cross-site scripting have (OWASP's filter evasion cheat sheet, PortSwigger's cheat sheet, html5sec), as views that no
 * compiler has made: tags, attributes and values as a parser of HTML would have given them to the page.
 */

/** A page that tries something. */
export interface Vector {
  /** What it is. */
  name: string;
  page: TestPage;
  /** Style sheets and other files of the package. */
  files?: Readonly<Record<string, string>>;
  /** What the page's controller asks for once it shows. */
  mutations?: readonly object[];
}

/** What runs if anything does. */
export const script = "globalThis.pwned=1";
/** An address that runs. */
export const url = `javascript:${script}`;
/** An address of somebody else. */
export const foreign = "//evil.example/";
/** Markup that runs when it is parsed. */
export const markup = `<img src=x onerror=${script}><svg onload=${script}><script>${script}</script>`;
/** A document that runs. */
export const base64 = "data:text/html;base64,PHNjcmlwdD5nbG9iYWxUaGlzLnB3bmVkPTE8L3NjcmlwdD4=";
/** A drawing that runs. */
export const drawing = `data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><image href='1' onerror='${script}'/></svg>#x`;

/** An element of a view. */
export const element = (tag: string, attributes: Attributes = {}, ...children: ViewNode[]): ViewNode => [
  tag,
  attributes,
  ...children,
];
/** An element of SVG with what it needs around it. */
export const svg = (...children: ViewNode[]): ViewNode => element("svg:svg", {}, ...children);
/** The same of MathML. */
export const math = (...children: ViewNode[]): ViewNode => element("math:math", {}, ...children);
/** Keys that an object literal would take for something else. */
export const parsed = (text: string): never => JSON.parse(text) as never;
/** A page of one node that is bound. */
export const bound = (node: ViewNode, ...bindings: Binding[]): TestPage => ({ nodes: [node], bindings });
/** Where that node is. */
export const at = [0];

/** What hands a value to the controller on a click. */
export const click = (value: Expression, handler = "log"): Binding => ({
  type: "event",
  at,
  event: "click",
  handler,
  arguments: [value],
});

/** A vector for each of some texts. */
export const named = (names: readonly string[], make: (text: string) => Vector["page"], kind: string): Vector[] =>
  names.map((text) => ({ name: `${kind} ${text}`, page: make(text) }));
/** A vector for each of some nodes. */
export const shapes = (nodes: readonly ViewNode[]): Vector[] =>
  nodes.map((node) => ({ name: JSON.stringify(node), page: { nodes: [node] } }));
