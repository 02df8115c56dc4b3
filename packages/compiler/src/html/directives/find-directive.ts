import {
  foreignDirective,
  notSupportedYet,
  unknownDirective,
  unknownEvent,
  missingDirectiveName,
} from "../messages.ts";
import { modifierNotTaken } from "./messages.ts";
import type { Message } from "../message.ts";
import { isAttributeName } from "../names/markup-names.ts";
import { suggestName } from "../names/suggest.ts";
import type { MarkupAttribute } from "../parse/markup.ts";
import { compileBindAttribute } from "./bind-attribute.ts";
import { compileBindText } from "./bind-text.ts";
import { compileClass } from "./class.ts";
import type { Directive } from "./directive.ts";
import { eventNames } from "./event-names.ts";
import { NO_RAW_HTML, translateForeign } from "./foreign-directive.ts";
import { compileEvent } from "./event.ts";
import { compileLink, compileLinkActive } from "./link.ts";
import { compileModel } from "./model.ts";
import { compileOutlet } from "./outlet.ts";
import { compileProp } from "./prop.ts";
import { compileRef } from "./ref.ts";
import { compileRoute } from "./route.ts";
import { compileShow } from "./show.ts";
import { compileStyle } from "./style.ts";
import { compileValidity } from "./validity.ts";

/** Directives that shape the tree; they are read before an element's other attributes. */
export const structuralNames: ReadonlySet<string> = new Set([
  "data-if",
  "data-else-if",
  "data-else",
  "data-for",
  "data-each",
  "data-key",
  "data-use",
  "data-component",
  "data-controller",
]);

/** Directives by their whole name. */
const exact: Readonly<Record<string, Directive>> = {
  "data-bind": compileBindText,
  "data-show": compileShow,
  "data-ref": compileRef,
  "data-route": compileRoute,
  "data-link": compileLink,
  "data-link-active": compileLinkActive,
  "data-model": compileModel,
  "data-outlet": compileOutlet,
  "data-validity": compileValidity,
};

/** Directives by the beginning of their name. */
const prefixed: Readonly<Record<string, Directive>> = {
  "data-bind-": compileBindAttribute,
  "data-class-": compileClass,
  "data-style-": compileStyle,
  "data-on-": compileEvent,
  "data-prop-": compileProp,
};

const examples: Readonly<Record<string, string>> = {
  "data-class": 'data-class-active="expr"',
  "data-style": 'data-style-width="expr"',
  "data-on": 'data-onclick="handler"',
};

/** Directives of the language that this version does not know yet. */
const laterNames: ReadonlySet<string> = new Set(["data-transition", "data-surface"]);

/** What an attribute's name means. */
export type FoundDirective =
  | { type: "directive"; compile: Directive; argument: string }
  | { type: "structural" }
  /** An ordinary attribute, perhaps with a warning. */
  | { type: "attribute"; warning?: Message }
  | { type: "refused"; message: Message };

/** Finds out what an attribute means. */
export function findDirective(attribute: MarkupAttribute): FoundDirective {
  const { name } = attribute;
  if (!name.startsWith("data-")) return findForeign(attribute);
  if (structuralNames.has(name)) return { type: "structural" };
  if (name.startsWith("data-model.")) {
    return { type: "directive", compile: compileModel, argument: attribute.written.slice("data-model".length) };
  }
  const whole = Object.hasOwn(exact, name) ? exact[name] : undefined;
  if (whole) return { type: "directive", compile: whole, argument: "" };
  for (const [prefix, compile] of Object.entries(prefixed)) {
    if (name.startsWith(prefix)) {
      return { type: "directive", compile, argument: attribute.written.slice(prefix.length) };
    }
  }
  if (Object.hasOwn(examples, name)) {
    return { type: "refused", message: missingDirectiveName(name, examples[name] ?? "") };
  }
  if (laterNames.has(name)) {
    return { type: "refused", message: notSupportedYet(`\`${name}\``) };
  }
  return name.startsWith("data-on") ? findEvent(attribute) : findNearMiss(name);
}

function findForeign({ name, written }: MarkupAttribute): FoundDirective {
  // A name that no attribute can have is an error of its own.
  const translation = isAttributeName(name) ? translateForeign(written) : undefined;
  return { type: "attribute", ...(translation && { warning: foreignDirective(written, translation) }) };
}

function findEvent({ name }: MarkupAttribute): FoundDirective {
  const argument = name.slice("data-on".length);
  const event = argument.split(".")[0] ?? "";
  if (eventNames.has(event)) return { type: "directive", compile: compileEvent, argument };
  const near = suggestName(event, [...eventNames]);
  const suggestion = near && `data-on${near}${argument.slice(event.length)}`;
  return { type: "attribute", warning: unknownEvent(name, suggestion) };
}

function findNearMiss(name: string): FoundDirective {
  const base = name.split(".")[0] ?? name;
  if (base !== name && (structuralNames.has(base) || Object.hasOwn(exact, base))) {
    return { type: "refused", message: modifierNotTaken(base) };
  }
  const translation = translateForeign(name);
  if (translation) return { type: "attribute", warning: foreignDirective(name, translation) };
  if (name === "data-html") return { type: "attribute", warning: foreignDirective(name, NO_RAW_HTML) };
  const suggestion = name === "data-text" ? "data-bind" : suggestDirective(name.slice("data-".length));
  return { type: "attribute", ...(suggestion && { warning: unknownDirective(name, suggestion) }) };
}

/** Compares without the common `data-`, which would make everything look near. */
function suggestDirective(rest: string): string | undefined {
  const names = [...structuralNames, ...Object.keys(exact)].map((name) => name.slice("data-".length));
  const dash = rest.indexOf("-");
  const family = dash < 0 ? undefined : suggestName(rest.slice(0, dash), ["bind", "class", "style"]);
  const events = dash < 0 ? [...eventNames].map((event) => `on${event}`) : [];
  const near = suggestName(rest, [...names, ...events]) ?? (family && `${family}${rest.slice(dash)}`);
  return near && `data-${near}`;
}
