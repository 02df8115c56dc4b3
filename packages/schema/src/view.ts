/**
 * The view format: what a page becomes when its HTML is compiled. A view names no bundler and no browser API, so any
 * host that knows elements, attributes and text can render it.
 *
 * A view is a list of templates. A template is a static tree plus the bindings that change it; a binding finds its node
 * by a path of child indexes, so a renderer builds the tree once, clones it and walks straight to every dynamic place.
 */

/** One page, layout or component. Stored as `views/<name>.view.json`. */
export interface View {
  /** What kind of file this is. */
  format: "rune.view";
  /** Major version of the format. A reader refuses a version it does not know. */
  version: 1;
  /**
   * A page's name is its folder path below `pages`, a layout's is `layouts` or `layouts/` and its folder path there, a component's is `components/<name>`; one that a view defines for itself is
   * `components/<name of that view>/<name>`.
   */
  name: string;
  /** What the page says about itself while it shows. */
  head?: ViewHead;
  /** Of a component: what variables of its controller begin with, as far as that is known before it runs. */
  initial?: InitialValues;
  /** Style sheets, as paths in the package, in the order of the author's HTML. */
  styles?: string[];
  /** Templates by index; the first is the view itself. */
  templates: Template[];
}

/** Plain data by name. */
export interface InitialValues {
  [name: string]: unknown;
}

/** What a page or layout says of the document while it shows. What is inside of a layout has the last word. */
export interface ViewHead {
  /** What depends on data; while a value is `null` or `undefined`, what follows holds. */
  bindings?: HeadBinding[];
  /** Text of `<title>`. */
  title?: string;
  /** Language of the page, a BCP 47 tag. */
  lang?: string;
  /** `<meta name content>` pairs, in source order. */
  meta?: MetaEntry[];
}

/** `<title data-bind>`, `<html data-bind-lang>` or `<meta name data-bind-content>`. */
export interface HeadBinding {
  type: "meta" | "title" | "lang";
  /** Of a `<meta>`. */
  name?: string;
  value: Expression;
}

/** One `<meta name content>`. */
export interface MetaEntry {
  name: string;
  content: string;
}

/** A static tree and the bindings that make parts of it dynamic. */
export interface Template {
  /** The static nodes, in document order. */
  nodes: ViewNode[];
  /**
   * Bindings, in the order in which a renderer applies them: document order, save that properties of an element follow
   * the bindings of its descendants (a `<select>` needs its options before its value).
   */
  bindings: Binding[];
}

/** A text, an element, or `null`: the place of a dynamic block. */
export type ViewNode = string | null | ElementNode;

/** Tag name (foreign elements carry a prefix: `svg:path`, `math:mi`), static attributes, children. */
export type ElementNode = [tag: string, attributes: Attributes, ...children: ViewNode[]];

/** Static attributes in source order. */
export interface Attributes {
  [name: string]: string;
}

/**
 * Child indexes from the template's root list down to a node.
 * @minItems 1
 */
export type NodePath = PathIndex[];

/**
 * @asType integer
 * @minimum 0
 */
export type PathIndex = number;

/**
 * Index of a template in the view.
 * @asType integer
 * @minimum 1
 */
export type TemplateIndex = number;

/** Everything that can make a place of a template dynamic. */
export type Binding =
  | TextBinding
  | AttributeBinding
  | PropertyBinding
  | ClassBinding
  | StyleBinding
  | ShowBinding
  | ModelBinding
  | ValidityBinding
  | EventBinding
  | LinkBinding
  | RefBinding
  | IfBinding
  | ForBinding
  | ComponentBinding
  | SlotBinding
  | OutletBinding;

/** `data-bind`: the element's text. */
export interface TextBinding {
  type: "text";
  at: NodePath;
  value: Expression;
}

/** `data-bind-<name>`: an attribute. `class` and `style` are merged with the static ones. */
export interface AttributeBinding {
  type: "attribute";
  at: NodePath;
  name: string;
  value: Expression;
}

/** `data-bind-value` and the other names that are set as properties. */
export interface PropertyBinding {
  type: "property";
  at: NodePath;
  name: PropertyName;
  value: Expression;
}

/** Names that are bound as properties of the element and not as attributes. */
export type PropertyName = "value" | "checked" | "selected" | "indeterminate" | "muted";

/** `data-class-<name>`: one class, on or off. */
export interface ClassBinding {
  type: "class";
  at: NodePath;
  name: string;
  value: Expression;
}

/** `data-style-<name>`: one style property. */
export interface StyleBinding {
  type: "style";
  at: NodePath;
  name: string;
  value: Expression;
}

/** `data-show`: hidden or not, always in the tree. */
export interface ShowBinding {
  type: "show";
  at: NodePath;
  value: Expression;
}

/** `data-model`: what the user enters and what the data says are kept the same. */
export interface ModelBinding {
  type: "model";
  at: NodePath;
  /** The place in the data. */
  place: DataOperation | MemberOperation | IndexOperation;
  modifiers?: ModelModifier[];
}

/** `lazy`: the data follows when the field is left, `trim`: without white space around the text, `number`: the text as a number. */
export type ModelModifier = "lazy" | "trim" | "number";

/** `data-validity`: what is wrong with what was entered, in the words that the browser shows. */
export interface ValidityBinding {
  type: "validity";
  at: NodePath;
  value: Expression;
}

/** `data-on<event>`: calls an export of the controller. */
export interface EventBinding {
  type: "event";
  at: NodePath;
  /** DOM event name, such as `click`. */
  event: string;
  /** Name of the controller's export. */
  handler: string;
  /** Arguments, evaluated when the event arrives. */
  arguments: Expression[];
  modifiers?: EventModifier[];
  /** The handler runs only for these keys (`KeyboardEvent.key`); single letters are lower case and stand for both. */
  keys?: string[];
  /** The handler runs once no event has come for this time, for the last one. */
  debounce?: Milliseconds;
  /** The handler runs at once, and then no more than once in this time, for the last one. */
  throttle?: Milliseconds;
}

/** What a handler does to its event besides running, how it listens, and which keys must be held down. */
export type EventModifier = "prevent" | "stop" | "once" | "self" | "capture" | "passive" | HeldKey;

/** A key that changes what others mean. */
export type HeldKey = "ctrl" | "alt" | "shift" | "meta";

/**
 * @asType integer
 * @minimum 1
 * @maximum 3600000
 */
export type Milliseconds = number;

/** `data-link`: client-side navigation from a real link. */
export interface LinkBinding {
  type: "link";
  at: NodePath;
  /**
   * The route path, such as `/settings`. Data in a `text` is encoded, as one part of the path or one value of its query, unless the path begins
   * with it; so it is where an `if` chooses between such.
   */
  to: Expression;
  /** Class that the element has while the route is the current one. */
  active?: string;
}

/** `data-ref`: a name for the node. */
export interface RefBinding {
  type: "ref";
  at: NodePath;
  name: string;
}

/** `data-if` and the branches after it; the first branch whose condition holds shows. */
export interface IfBinding {
  type: "if";
  at: NodePath;
  /** @minItems 1 */
  branches: IfBranch[];
}

/** One branch. Without `when` it is the `else`. */
export interface IfBranch {
  when?: Expression;
  template: TemplateIndex;
}

/** `data-for` and `data-each`: one template a row. */
export interface ForBinding {
  type: "for";
  at: NodePath;
  /** The author's name of the row variable; for readers, expressions refer to rows by depth. */
  item: string;
  /** The author's name of the index variable. */
  index?: string;
  /** The list: an array, Map, Set or number (a range from 1). */
  each: Expression;
  /** Identity of a row; evaluated in the row's scope. */
  key?: Expression;
  /** Rows for which this is false do not show; evaluated in the row's scope. */
  filter?: Expression;
  template: TemplateIndex;
  /** Shows while there is no row. */
  empty?: TemplateIndex;
}

/** `data-use`: another view, whose names are its own. */
export interface ComponentBinding {
  type: "component";
  at: NodePath;
  /** Name of the component's view. */
  view: string;
  /** What the component's view knows by name. */
  props?: ComponentProp[];
  /** What is called when the component emits an event. */
  events?: ComponentEvent[];
  /** What shows in the component's slots. */
  slots?: ComponentSlot[];
}

/** A value that a component gets; evaluated where the component is used. */
export interface ComponentProp {
  name: string;
  value: Expression;
}

/** `data-on-<event>` of a component: calls an export of the controller that belongs to the view which uses the component. */
export interface ComponentEvent {
  event: string;
  handler: string;
  /** Arguments, evaluated when the event arrives. */
  arguments: Expression[];
}

/** Content for a slot: a template of the view that uses the component, which sees what is around the component. */
export interface ComponentSlot {
  name: string;
  template: TemplateIndex;
}

/** `<slot>`: where a component shows what it was given. */
export interface SlotBinding {
  type: "slot";
  at: NodePath;
  /** The slot without a name is `default`. */
  name: string;
  /** Shows where the component was given nothing for the slot. */
  fallback?: TemplateIndex;
}

/** `data-outlet`: the element of a layout that takes what shows inside of the layout. It is part of the view's first template, once. */
export interface OutletBinding {
  type: "outlet";
  at: NodePath;
}

/** A literal, or an operation whose first element names it. */
export type Expression = null | boolean | number | string | Operation;

/** An operation on expressions, as a small array. */
export type Operation =
  | UndefinedOperation
  | DataOperation
  | RowOperation
  | EventOperation
  | MemberOperation
  | IndexOperation
  | UnaryOperation
  | BinaryOperation
  | ConditionalOperation
  | TextOperation
  | CallOperation;

/** The value `undefined`. */
export type UndefinedOperation = ["undefined"];
/** A name of the page's data. */
export type DataOperation = ["data", string];
/** The row variable or row index, counted outwards from the innermost row (0). */
export type RowOperation = ["item" | "index", PathIndex];
/** A path in the event record; handlers only. */
export type EventOperation = ["event", ...string[]];
/** An own property by a fixed name. */
export type MemberOperation = ["get", Expression, string];
/** An own property or element by a computed key. */
export type IndexOperation = ["at", Expression, Expression];
/** `!a`, `-a`, `+a`. */
export type UnaryOperation = ["not" | "negate" | "number", Expression];
/** `==` and `!=` compare as `===` and `!==` do. */
export type BinaryOperation = [BinaryOperator, Expression, Expression];
export type BinaryOperator = "+" | "-" | "*" | "/" | "%" | "==" | "!=" | "<" | "<=" | ">" | ">=" | "&&" | "||" | "??";
/** `condition ? a : b`. */
export type ConditionalOperation = ["if", Expression, Expression, Expression];
/** A template literal: the parts, joined as text. */
export type TextOperation = ["text", ...Expression[]];
/** A call of an exported function that has no effects. */
export type CallOperation = ["call", string, ...Expression[]];
