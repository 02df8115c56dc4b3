import { describeRefusal } from "@rune/schema";
import type { MarkupRefusal } from "@rune/schema";
import { didYouMean, error, warning } from "./message.ts";
import type { Message } from "./message.ts";
import type { Placeholder } from "./placeholders/find-placeholders.ts";

/** `view_invalid_html` */
export function invalidHtml(what: string, hint: string): Message {
  return error("view_invalid_html", `invalid HTML: ${what}`, hint);
}

/** `view_invalid_html` */
export function mendedHtml(what: string, hint: string): Message {
  return { ...invalidHtml(what, hint), severity: "warning" };
}

/** `view_self_closing_tag` */
export function selfClosingTag(): Message {
  const hint = "write an end tag; until then everything that follows is inside the element";
  return warning("view_self_closing_tag", "`/>` does not close an HTML element", hint);
}

/** `view_dropped_tag` */
export function droppedTag(tag: string, isMeaningful: boolean): Message {
  const hint = "table parts need their table, and a form has no form inside";
  const text = `<${tag}> may not be here; browsers drop the tag`;
  return (isMeaningful ? error : warning)("view_dropped_tag", text, hint);
}

/** `view_misnested_tag` */
export function misnestedTag(tag: string): Message {
  const text = `<${tag}> is closed out of order, so browsers make several elements of it, each with its attributes`;
  return error("view_misnested_tag", text, "close the inner elements first");
}

/** `view_misnested_tag` */
export function misnestedEnd(tag: string, line: number): Message {
  const text = `</${tag}> comes too late: the element ended on line ${line}, with what is around it`;
  return warning("view_misnested_tag", text, "close the inner elements first");
}

/** `view_unclosed_tag` */
export function unclosedTag(tag: string, line: number): Message {
  return warning("view_unclosed_tag", `<${tag}> is not closed; browsers end it on line ${line}`, `add \`</${tag}>\``);
}

/** `view_stray_end_tag` */
export function strayEndTag(tag: string): Message {
  const hint =
    tag === "p"
      ? "a <p> ends where a list, a table or another block begins, and browsers make an empty <p> of this tag; use a <div> around them"
      : "remove it, or look for the start tag";
  return warning("view_stray_end_tag", `</${tag}> closes nothing`, hint);
}

/** `view_too_deep` */
export function tooDeepElements(limit: number): Message {
  return error("view_too_deep", `elements nest deeper than ${limit} levels`, "look for missing end tags");
}

/** `view_invalid_tag_name` */
export function invalidTagName(tag: string): Message {
  const text = `\`${tag}\` is not a name that an element can have`;
  return error(
    "view_invalid_tag_name",
    text,
    "use letters, digits, `-`, `_` and `.`; write `&lt;` for the character `<`",
  );
}

/** `view_invalid_attribute_name` */
export function invalidAttributeName(name: string, translation?: string): Message {
  const isCut = /["'<=]/.test(name);
  const legal = isCut ? "look for a missing quote or `>` before it" : "use letters, digits, `-`, `_`, `.` and `:`";
  const hint = translation ?? legal;
  return error("view_invalid_attribute_name", `\`${name}\` is not a name that an attribute can have`, hint);
}

/** `view_refused_markup` */
export function refusedMarkup(refusal: MarkupRefusal): Message {
  return error("view_refused_markup", describeRefusal(refusal), adviseOn(refusal));
}

function adviseOn(refusal: MarkupRefusal): string {
  if (refusal.type === "frame") return "ask for the capability with the option `capabilities`";
  if (refusal.type === "origin") {
    const asked = `\`rune({ capabilities: { net: { origins: ["${refusal.origin}"], reason: "…" } } })\``;
    return refusal.tag === "a"
      ? `links lead to pages of the app, and to origins that it asks for: ${asked}`
      : `put the file into the app's assets, or ask for the origin: ${asked}`;
  }
  if (refusal.type === "url") return "use a path, or a `http:`, `https:`, `mailto:`, `tel:` or `sms:` URL";
  if (refusal.type === "member") return "choose another name";
  if (refusal.type === "opener") return "leave `opener` out";
  if (refusal.type === "target") return "use `_blank`, or remove the attribute";
  if (refusal.type === "attribute") {
    const name = refusal.attribute.toLowerCase();
    if (name.startsWith("on")) return `handle the event with \`data-${name}\``;
    return name.endsWith("html") ? "set text with `data-bind`" : "remove it";
  }
  return refusal.tag === "script" ? "put the code into the page's controller" : "remove it";
}

/** `view_drawn_in_html` */
export function drawnInHtml(tag: string): Message {
  const text = `<${tag}> is an element of SVG, and of HTML nothing that shows`;
  const hint = "write it inside of an <svg>; a component of parts of drawings begins with one";
  return warning("view_drawn_in_html", text, hint);
}

/** `view_misplaced_head_element` */
export function misplacedHeadElement(tag: string, isComponent: boolean): Message {
  const text = `<${tag}> belongs to the head, and this is not the head`;
  const hint = isComponent
    ? "a component has none; write it in the page that uses the component"
    : "move it to the top level of the page, or into its <head>";
  return error("view_misplaced_head_element", text, hint);
}

/** `view_misplaced_head_element` */
export function elementInHead(tag: string): Message {
  const text = `<${tag}> is in the head, where nothing shows`;
  return error("view_misplaced_head_element", text, "move it into the <body>");
}

/** `view_duplicate_title` */
export function duplicateTitle(): Message {
  return error("view_duplicate_title", "the page has two titles", "keep one <title>");
}

/** `view_ignored_markup` */
export function ignoredAttribute(name: string, tag: string, isDirective: boolean): Message {
  const text = `\`${name}\` of <${tag}> is not part of the view`;
  return (isDirective ? error : warning)("view_ignored_markup", text, "put it on an element inside the body");
}

/** `view_ignored_markup` */
export function ignoredMeta(): Message {
  const hint = "only <meta name content> is kept; the host page sets character set and the rest";
  return warning("view_ignored_markup", "this <meta> is not part of the view", hint);
}

/** A part of a text for a message: on one line, cut when it is long. */
function quote(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return `\`${line.length > 40 ? `${line.slice(0, 39)}…` : line}\``;
}

/** `view_text_not_evaluated` */
export function textNotEvaluated({ text, expression, isBlock }: Placeholder, tag: string): Message {
  const written = `${quote(text)} is text and shows as it is written`;
  return warning("view_text_not_evaluated", written, adviseOnText(expression, isBlock, tag));
}

function adviseOnText(expression: string, isBlock: boolean, tag: string): string {
  if (tag === "title") return "the title of a page is fixed";
  if (isBlock) return "conditions and lists are attributes of elements: `data-if` and `data-for`";
  const shown = /["\n]/.test(expression) || expression.length > 60 ? "…" : expression;
  if (tag === "textarea") return `write \`data-bind-value="${shown}"\` on the <textarea>`;
  if (tag === "option") return `write \`data-bind="${shown}"\` on the <option>`;
  return `show data with \`<span data-bind="${shown}"></span>\`, or with \`data-bind\` on the element itself`;
}

/** `view_text_not_evaluated` */
export function attributeNotEvaluated(text: string, binding: string): Message {
  const written = `${quote(text)} is text: the attribute gets it as it is written`;
  return warning("view_text_not_evaluated", written, `write: ${binding}`);
}

/** `view_invalid_stylesheet` */
export function invalidStylesheet(what: string, hint: string): Message {
  return error("view_invalid_stylesheet", what, hint);
}

// Directives

/** `view_not_supported_yet` */
export function notSupportedYet(what: string, instead?: string): Message {
  return error(
    "view_not_supported_yet",
    `${what} is not supported yet`,
    instead ?? "it is planned; leave it out for now",
  );
}

/** `view_unknown_directive` */
export function unknownDirective(name: string, suggestion: string): Message {
  const text = `\`${name}\` has no meaning to Rune and stays in the page as it is`;
  return warning("view_unknown_directive", text, didYouMean(suggestion, ""));
}

/** `view_unknown_directive` */
export function foreignDirective(name: string, translation: string): Message {
  return warning(
    "view_unknown_directive",
    `\`${name}\` has no meaning to Rune and stays in the page as it is`,
    translation,
  );
}

/** `view_unknown_event` */
export function unknownEvent(name: string, suggestion: string | undefined): Message {
  const hint = didYouMean(suggestion, "events of your own are written `data-on-<event>`");
  return warning("view_unknown_event", `\`${name}\` names no DOM event, so it stays in the page as it is`, hint);
}

/** `view_missing_directive_name` */
export function missingDirectiveName(directive: string, example: string): Message {
  const whole =
    directive === "data-class" || directive === "data-style" ? directive.replace("data-", "data-bind-") : "";
  const hint = `for example \`${example}\`${whole && `; for the whole attribute write \`${whole}\``}`;
  return error("view_missing_directive_name", `\`${directive}\` needs a name after it`, hint);
}

/** `view_directive_conflict` */
export function directiveConflict(first: string, second: string, hint: string): Message {
  return error("view_directive_conflict", `\`${first}\` and \`${second}\` cannot be on one element`, hint);
}

/** `view_else_without_if` */
export function elseWithoutIf(directive: string): Message {
  const hint = "it follows an element with `data-if`, with nothing but white space and comments between";
  return error("view_else_without_if", `\`${directive}\` follows no \`data-if\``, hint);
}

/** `view_else_without_if` */
export function elseIfAfterList(directive: string): Message {
  const hint = "use `data-else` for what shows while the list is empty";
  return error("view_else_without_if", `\`data-else-if\` cannot follow \`${directive}\``, hint);
}

/** `view_invalid_for` */
export function invalidFor(directive: string, problem: string, advice?: string): Message {
  const hint = advice ?? `write \`${directive}="item in items"\` or \`${directive}="(item, index) in items"\``;
  return error("view_invalid_for", `\`${directive}\` ${problem}`, hint);
}

/** `view_key_without_list` */
export function keyWithoutList(): Message {
  const hint = "put both on the same element";
  return error("view_key_without_list", "`data-key` needs `data-for` or `data-each`", hint);
}

/** `view_missing_key` */
export function missingKey(directive: string): Message {
  const text = `these rows hold fields of which no data knows what they hold, and \`${directive}\` has no \`data-key\`: what is entered can end up in another row`;
  const hint = 'name what identifies a row, such as `data-key="item.id"`, or keep what is entered by `data-model`';
  return warning("view_missing_key", text, hint);
}

/** `view_template_needs_directive` */
export function templateNeedsDirective(other: string | undefined): Message {
  const hint = other
    ? `\`${other}\` does not make it show: write a <div> instead, or another element`
    : "add `data-if`, `data-for` or `data-else`, or remove the <template>";
  return error("view_template_needs_directive", "a <template> without a directive never shows", hint);
}

/** `view_directive_on_template` */
export function directiveOnTemplate(name: string, tag: string = "template"): Message {
  const text = `\`${name}\` has no element here: of a <${tag}> only the content shows`;
  return error("view_directive_on_template", text, "put it on an element inside");
}

/** `view_bind_target` */
export function bindOnVoid(tag: string): Message {
  const hint = tag === "input" ? "use `data-bind-value`" : "bind one of its attributes: `data-bind-<attribute>`";
  return error("view_bind_target", `<${tag}> has no text for \`data-bind\``, hint);
}

/** `view_bind_target` */
export function bindOverElements(): Message {
  const text = "`data-bind` replaces everything inside the element, and there are elements inside";
  return error("view_bind_target", text, "put it on an element of its own, such as a <span>");
}

/** `view_invalid_route` */
export function invalidRoute(problem: string): Message {
  return error("view_invalid_route", problem, "write `/users/:id`, with `:name`, `:name?` and a final `*rest`");
}

/** `view_duplicate_route` */
export function duplicateRoute(): Message {
  return error("view_duplicate_route", "the page has a route already", "a page has one `data-route`");
}

/** `view_invalid_link` */
export function invalidLink(problem: string, hint: string): Message {
  return error("view_invalid_link", problem, hint);
}

/** `view_invalid_name` */
export function invalidName(directive: string, value: string): Message {
  const text = value === "" ? `\`${directive}\` needs a name` : `\`${value}\` is not a name for \`${directive}\``;
  return error("view_invalid_name", text, "a name has no white space");
}

/** `view_invalid_name` */
export function invalidLanguage(value: string): Message {
  return error(
    "view_invalid_name",
    `\`${value}\` is not the name of a language`,
    "write a tag such as `en` or `pt-BR`",
  );
}

/** `view_duplicate_id` */
export function duplicateId(id: string, line: number): Message {
  const hint = "ids are unique in a page; rename one, or use a class";
  return error("view_duplicate_id", `the id \`${id}\` is on line ${line} already`, hint);
}

/** `view_duplicate_id` */
export function idInRow(id: string): Message {
  const text = `every row would have the id \`${id}\``;
  return error("view_duplicate_id", text, 'make it differ: data-bind-id="`row-${item.id}`"');
}

/** `view_unexpected_value` */
export function unexpectedValue(directive: string, hint: string): Message {
  return error("view_unexpected_value", `\`${directive}\` takes no value`, hint);
}

/** `view_invalid_pattern` */
export function ignoredPattern(reason: string): Message {
  const text = `browsers ignore this pattern: ${reason}`;
  const hint = "they read it with the flag `v`: in `[…]`, write `\\` before each of `( ) [ ] { } / - |`";
  return warning("view_invalid_pattern", text, hint);
}

/** `view_style_name_case` */
export function styleNameCase(name: string, kebab: string): Message {
  return error("view_style_name_case", `\`${name}\` is not how CSS writes it`, `write \`data-style-${kebab}\``);
}

/** `view_invalid_asset_path` */
export function invalidAssetPath(path: string, problem: string): Message {
  return error(
    "view_invalid_asset_path",
    `\`${path}\` ${problem}`,
    "use a path inside the app, such as `assets/logo.svg`",
  );
}

// Components

/** `view_invalid_name` */
export function invalidComponentName(directive: string, name: string): Message {
  const text = name === "" ? `\`${directive}\` needs the name of a component` : `\`${name}\` is no name of a component`;
  return error("view_invalid_name", text, "a name has letters, digits, `-` and `_`, such as `user-card`");
}

/** `view_invalid_name` */
export function invalidPropName(name: string): Message {
  const text = `\`${name}\` is no name that the component could read`;
  return error(
    "view_invalid_name",
    text,
    "a name is one or more words: `data-prop-title`, `data-prop-max-length` for `maxLength`",
  );
}

/** `view_duplicate_component` */
export function duplicateComponent(name: string, line: number): Message {
  const text = `this file has a component \`${name}\` on line ${line} already`;
  return error("view_duplicate_component", text, "rename one of them");
}

/** `view_misplaced_component` */
export function misplacedDefinition(name: string): Message {
  const text = `the component \`${name}\` is defined inside another one`;
  return error("view_misplaced_component", text, "move its <template> out; every component of the file can use it");
}

/** `view_misplaced_component` */
export function componentInVoid(tag: string): Message {
  const text = `nothing can be inside of <${tag}>, so no component either`;
  return error(
    "view_misplaced_component",
    text,
    "put `data-use` on a <div>, or on a <template> to have no element around it",
  );
}

/** `view_misplaced_component` */
export function propWithoutComponent(name: string): Message {
  const text = `\`${name}\` is for a component, and this element is none`;
  return error(
    "view_misplaced_component",
    text,
    "put `data-use` on the same element, or `data-bind-<attribute>` for an attribute",
  );
}

/** `view_misplaced_component` */
export function controllerWithoutComponent(): Message {
  const text = "`data-controller` belongs to a component, and this element is none";
  const hint = "put `data-component` on the same element; the controller of a page is its `controller.ts`";
  return error("view_misplaced_component", text, hint);
}

/** `view_misplaced_slot` */
export function slotOutsideComponent(): Message {
  const text = "a <slot> is a place in a component, and this is a page";
  return error("view_misplaced_slot", text, "write what shows here, or move it into a file in `components`");
}

/** `view_unknown_modifier` */
export function componentEventModifier(directive: string): Message {
  const text = `\`${directive}\` takes no modifiers: the event comes from a component and not from the browser`;
  return error("view_unknown_modifier", text, "decide in the handler what to do");
}

/** `view_duplicate_id` */
export function idInComponent(id: string): Message {
  const text = `every use of the component would have the id \`${id}\``;
  return error("view_duplicate_id", text, 'make it differ: data-bind-id="`${name}-field`"');
}

/** `view_invalid_route` */
export function routeOfPart(kind: "layout" | "component"): Message {
  return error("view_invalid_route", `a ${kind} has no route`, "put `data-route` on an element of a page");
}
