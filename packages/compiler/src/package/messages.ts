import type { CapabilityName } from "@rune/schema";
import type { Message } from "./source-text.ts";

/** Everything that can be wrong with an app as a whole, by code. `docs/reference/errors` has a section for each. */
export const messages = {
  app_no_pages: (directory: string): Message => ({
    severity: "error",
    code: "app_no_pages",
    message: `there is no page in \`${directory}/pages\``,
    hint: `write \`${directory}/pages/home/index.html\`, or point the option \`app\` at the folder of your app`,
  }),
  app_page_without_html: (page: string): Message => ({
    severity: "error",
    code: "app_page_without_html",
    message: `the page \`${page}\` has no \`index.html\``,
    hint: "a page is a folder with an `index.html`; move this file or add one",
  }),
  app_two_controllers: (page: string, files: readonly string[]): Message => ({
    severity: "error",
    code: "app_two_controllers",
    message: `the page \`${page}\` has two controllers: ${files.map((file) => `\`${file}\``).join(" and ")}`,
    hint: "keep one of them",
  }),
  app_data_invalid: (reason: string): Message => ({
    severity: "error",
    code: "app_data_invalid",
    message: `the data is not valid JSON: ${reason}`,
    hint: 'the file holds one object, such as `{ "count": 0 }`',
  }),
  app_data_not_object: (found: string): Message => ({
    severity: "error",
    code: "app_data_not_object",
    message: `the data must be an object, not ${found}`,
    hint: 'name the value: `{ "items": [] }`',
  }),
  app_data_too_deep: (limit: number): Message => ({
    severity: "error",
    code: "app_data_too_deep",
    message: `the data nests deeper than ${limit} levels`,
    hint: "flatten it: lists of objects that name each other by id hold the same",
  }),
  app_data_unmatched: (name: string, nearest: string | undefined): Message => ({
    severity: "error",
    code: "app_data_unmatched",
    message: `the controller exports no variable \`${name}\` that this could initialise`,
    hint:
      nearest === undefined
        ? `export it from the controller: \`export let ${name} = …\``
        : `did you mean \`${nearest}\`?`,
  }),
  app_data_constant: (name: string): Message => ({
    severity: "error",
    code: "app_data_constant",
    message: `\`${name}\` is a constant of the controller, so the data cannot initialise it`,
    hint: `write \`export let ${name}\` in the controller`,
  }),
  app_data_type: (name: string, type: string): Message => ({
    severity: "error",
    code: "app_data_type",
    message: `\`${name}\` is a ${type} in the controller, and something else here`,
    hint: "change one of them",
  }),
  app_data_value: (reason: string, isExcess: boolean): Message => ({
    severity: isExcess ? "warning" : "error",
    code: "app_data_type",
    message: `this does not fit the controller's variable: ${reason}`,
    hint: isExcess
      ? "add the property to the type in the controller, or leave it out"
      : "change the value, or the type in the controller",
  }),
  app_no_entry: (patterns: readonly string[]): Message => ({
    severity: "error",
    code: "app_no_entry",
    message: `every route needs parameters: ${patterns.map((pattern) => `\`${pattern}\``).join(", ")}`,
    hint: 'an app opens at a route without parameters: name a page\'s folder `home`, or give it `data-route="/"`',
  }),
  app_layout_too_deep: (limit: number): Message => ({
    severity: "error",
    code: "app_layout_too_deep",
    message: `a page below has more than ${limit} layouts around it, this one among them`,
    hint: "let one layout take over what others show, or move the page up",
  }),
  app_route_duplicate: (pattern: string, otherFile: string): Message => ({
    severity: "error",
    code: "app_route_duplicate",
    message: `the route \`${pattern}\` is also that of ${otherFile}`,
    hint: 'give one of the pages another route with `data-route="/…"`',
  }),
  app_route_ambiguous: (pattern: string, other: string, otherFile: string): Message => ({
    severity: "error",
    code: "app_route_ambiguous",
    message: `the routes \`${pattern}\` and \`${other}\` (${otherFile}) match the same paths`,
    hint: "give one of them a fixed segment that the other does not have",
  }),
  app_link_unknown: (path: string, routes: readonly string[], nearest: string | undefined): Message => ({
    severity: "error",
    code: "app_link_unknown",
    message: `no page has the route \`${path}\``,
    hint: nearest ? `did you mean \`${nearest}\`?` : `the app has ${routes.map((route) => `\`${route}\``).join(", ")}`,
  }),
  app_link_unknown_caught: (path: string, pattern: string, nearest: string): Message => ({
    severity: "warning",
    code: "app_link_unknown",
    message: `no page has the route \`${path}\` but \`${pattern}\`, which takes every address`,
    hint: `did you mean \`${nearest}\`?`,
  }),
  app_link_unknown_near: (path: string, nearest: string): Message => ({
    severity: "warning",
    code: "app_link_unknown",
    message: `no page has the route \`${path}\``,
    hint: `did you mean \`data-link="${nearest}"\`? A link out of the app can have a \`target\``,
  }),
  app_view_unknown: (name: string, pages: readonly string[], nearest: string | undefined): Message => ({
    severity: "error",
    code: "app_view_unknown",
    message: `\`rune.navigate\` opens \`${name}\`, and no page is called so`,
    hint: suggest(nearest, pages, "pages", "a path of the app begins with `/`"),
  }),
  app_html_unused: (path: string, place: string | undefined): Message => ({
    severity: "warning",
    code: "app_html_unused",
    message: `\`${path}\` is no page, layout or component: nothing shows it`,
    hint: place
      ? `write it as \`${place}\``
      : "views are `pages/<name>/index.html`, `components/<name>.html`, and `layout.html` in the app's folder or in that of a page",
  }),
  app_file_misnamed: (path: string, name: string): Message => ({
    severity: "warning",
    code: "app_file_misnamed",
    message: `\`${path}\` has the name of nothing that is read`,
    hint: `name it \`${name}\``,
  }),
  app_asset_missing: (path: string, nearest: string | undefined): Message => ({
    severity: "error",
    code: "app_asset_missing",
    message: `there is no file \`${path}\` in the app`,
    hint: nearest
      ? `did you mean \`${nearest}\`?`
      : "paths are relative to this file; `assets/…` starts at the app's folder",
  }),
  app_asset_missing_call: (path: string, nearest: string | undefined): Message => ({
    severity: "error",
    code: "app_asset_missing",
    message: `there is no file \`${path}\` in the app`,
    hint: nearest === undefined ? "put it below the app's folder `assets`" : `did you mean \`${nearest}\`?`,
  }),
  app_asset_absolute: (path: string, file: string | undefined): Message => ({
    severity: "warning",
    code: "app_asset_absolute",
    message: `\`${path}\` is no file of the app: what begins with \`/\` comes from the site of the host page`,
    hint:
      file === undefined
        ? "name files of the app without the slash, such as `assets/logo.svg`"
        : `the app has such a file: write \`${file}\``,
  }),
  app_link_reload: (path: string): Message => ({
    severity: "warning",
    code: "app_link_reload",
    message: `\`${path}\` is a page of the app, and an \`href\` leads to it by loading the document anew`,
    hint: `write \`data-link="${path}"\` instead`,
  }),
  app_timer_unhandled: (imported: string): Message => ({
    severity: "error",
    code: "app_timer_unhandled",
    message: `\`rune.${imported}\` sets a timer, and the controller exports no \`on_timer\` that it could call`,
    hint: "add `export function on_timer(id: string): void`; it gets the name of the timer",
  }),
  app_start_parameter: (name: string, pattern: string, nearest: string | undefined): Message => ({
    severity: "warning",
    code: "app_start_parameter",
    message: `the route \`${pattern}\` has no parameter \`${name}\``,
    hint:
      nearest === undefined
        ? `write \`${name}?: string\` if it comes from the query, which may leave it out`
        : `did you mean \`${nearest}\`?`,
  }),
  app_computed_once: (name: string, reads: readonly string[]): Message => ({
    severity: "warning",
    code: "app_computed_once",
    message: `\`${name}\` is computed once, when the controller begins: it does not follow ${reads.map((each) => `\`${each}\``).join(" and ")}`,
    hint: `write \`export function ${name}() { return … }\`, and \`${name}()\` in the view: then it is asked again`,
  }),
  app_node_unknown: (
    call: { caller: string; node: string; takesPage: boolean },
    page: string,
    nearest: string | undefined,
  ): Message => ({
    severity: "warning",
    code: "app_node_unknown",
    message: `\`rune.${call.caller}\` names the node \`${call.node}\`, and nothing in the page \`${page}\` is called so`,
    hint:
      nearest !== undefined
        ? `did you mean \`${nearest}\`?`
        : call.takesPage
          ? `a page's own data is named by the page: \`rune.${call.caller}("${page}", …)\``
          : `give the element \`id="${call.node}"\` or \`data-ref="${call.node}"\``,
  }),
  app_style_import: (sheet: string): Message => ({
    severity: "error",
    code: "app_style_import",
    message: "`@import` does not work in an app's style sheets",
    hint:
      /^[\w@]/.test(sheet) && !/\.css$|:/.test(sheet)
        ? `what a package such as \`${sheet}\` has comes in by PostCSS, which the project has no configuration of, or none that takes it in: write \`postcss.config.js\``
        : 'link the other sheet from the page: `<link rel="stylesheet" href="./other.css">`',
  }),
  app_style_failed: (severity: Message["severity"], reason: string): Message => ({
    severity,
    code: "app_style_failed",
    message: reason,
  }),
  app_style_remote: (url: string, path?: string): Message => ({
    severity: "error",
    code: "app_style_remote",
    message: `a style sheet may not load \`${url}\` from elsewhere`,
    hint: path
      ? `addresses count from the sheet: write \`${path}\``
      : "copy the file into the app and refer to it by a relative path",
  }),
  app_style_refused: (refusal: string): Message => ({
    severity: "error",
    code: "app_style_refused",
    message: refusal,
    hint: "some browsers would end the page over it; write it another way",
  }),
  app_capability_missing: (capability: CapabilityName, imported: string): Message => ({
    severity: "error",
    code: "app_capability_missing",
    message: `\`rune.${imported}\` needs the capability \`${capability}\`, which the app does not ask for`,
    hint: `ask for it and say why: \`rune({ capabilities: { ${capability}: ${capability === "http" ? '{ origins: ["https://…"], reason: "…" }' : '"…"'} } })\``,
  }),
} as const;

/** What to write instead of a name that is not known: the nearest, else all there are, else what to do where there is none. */
export function suggest(
  nearest: string | undefined,
  known: readonly string[],
  what: string,
  otherwise: string,
): string {
  if (nearest !== undefined) return `did you mean \`${nearest}\`?`;
  return known.length > 0 ? `${what}: ${known.map((name) => `\`${name}\``).join(", ")}` : otherwise;
}
