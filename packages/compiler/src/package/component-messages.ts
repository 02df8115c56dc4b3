import { suggest } from "./messages.ts";
import type { Message } from "./source-text.ts";

/** Everything that can be wrong with components and their controllers, by code. */
export const componentMessages = {
  app_component_name: (name: string): Message => ({
    severity: "error",
    code: "app_component_name",
    message: `\`${name}\` is no name that \`data-use\` could have`,
    hint: "rename the file: letters, digits, `-` and `_`, such as `user-card.html`",
  }),
  app_component_engine: (): Message => ({
    severity: "error",
    code: "app_component_engine",
    message:
      "the controller of a component must be of ordinary TypeScript: there is one for each time that the component shows",
    hint: "name the file without `.as`, or do this in the controller of the page",
  }),
  app_controller_missing: (written: string, nearest: string | undefined): Message => ({
    severity: "error",
    code: "app_controller_missing",
    message: `there is no file \`${written}\` that could be the component's controller`,
    hint: nearest === undefined ? "add it; the path is relative to this file" : `did you mean \`${nearest}\`?`,
  }),
  app_controller_taken: (path: string): Message => ({
    severity: "error",
    code: "app_controller_taken",
    message: `\`${path}\` is the controller of a page, which there is one of`,
    hint: "give the component a file of its own; both can import what they share",
  }),
  app_component_taken: (view: string): Message => ({
    severity: "error",
    code: "app_component_taken",
    message: `a page and a component have the same view \`${view}\``,
    hint: "rename the page's folder",
  }),
  app_component_unknown: (name: string, known: readonly string[], nearest: string | undefined): Message => ({
    severity: "error",
    code: "app_component_unknown",
    message: `there is no component \`${name}\``,
    hint: suggest(
      nearest,
      known,
      "components",
      `write \`components/${name}.html\` or a <template data-component="${name}">`,
    ),
  }),
  app_component_prop_unknown: (
    prop: string,
    component: string,
    known: readonly string[],
    nearest: string | undefined,
  ): Message => ({
    severity: "error",
    code: "app_component_prop_unknown",
    message: `the component \`${component}\` does nothing with \`${prop}\``,
    hint: suggest(nearest, known, "names that it reads", "it reads no names"),
  }),
  app_component_prop_attribute: (prop: string, component: string, isNeeded: boolean): Message => ({
    severity: isNeeded ? "error" : "warning",
    code: "app_component_prop_attribute",
    message: `this is an attribute of the element: it does not give the component \`${component}\` its \`${prop}\``,
    hint: `write \`data-prop-${toKebab(prop)}="…"\` with an expression; a text in it has quotes: \`data-prop-${toKebab(prop)}="'…'"\``,
  }),
  app_component_prop_constant: (prop: string, component: string): Message => ({
    severity: "error",
    code: "app_component_prop_constant",
    message: `\`${prop}\` is a constant of the controller of \`${component}\`, so it cannot be given`,
    hint: `write \`export let ${prop}\` in the controller`,
  }),
  app_component_event_unknown: (
    event: string,
    component: string,
    known: readonly string[],
    nearest: string | undefined,
  ): Message => ({
    severity: "warning",
    code: "app_component_event_unknown",
    message: `the component \`${component}\` never emits \`${event}\``,
    hint: suggest(nearest, known, "events that it emits", `its controller emits it by \`rune.emit("${event}")\``),
  }),
  app_component_slot_unknown: (
    slot: string | undefined,
    component: string,
    known: readonly string[],
    nearest: string | undefined,
  ): Message => ({
    severity: "error",
    code: "app_component_slot_unknown",
    message:
      slot === undefined
        ? `the component \`${component}\` has no <slot> for what is inside, so it would never show`
        : `the component \`${component}\` has no slot \`${slot}\``,
    hint: suggest(slot && nearest, known, "slots with a name", "put a <slot></slot> into the component"),
  }),
  app_component_name_unknown: (name: string, known: readonly string[], nearest: string | undefined): Message => ({
    severity: "error",
    code: "app_component_name_unknown",
    message: `\`${name}\` is nothing that a use of this component gives it`,
    hint: suggest(
      nearest,
      known,
      "names that uses give",
      `write \`data-prop-${toKebab(name)}\` where the component is used`,
    ),
  }),
  app_component_endless: (chain: readonly string[]): Message => ({
    severity: "error",
    code: "app_component_endless",
    message: `this component would hold itself without end: ${chain.map((name) => `\`${name}\``).join(" → ")}`,
    hint: "put `data-if` or `data-for` around what makes the circle",
  }),
} as const;

/** As HTML writes a name of several words. */
function toKebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
