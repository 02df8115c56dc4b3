import type { Diagnostic } from "@rune/schema";
import { formatThrown } from "@rune/bundlers";
import { listOwnPlaces, listPlaces } from "./list-places.ts";

/** What can be wrong with an app's folder. `docs/reference/errors/app.md` has a section for each code. */
export const messages = {
  app_symbolic_link: (file: string): Diagnostic => ({
    severity: "error",
    code: "app_symbolic_link",
    message: "an app may not have symbolic links: they could take in any file of this machine",
    file,
    hint: "copy the file or folder into the app",
  }),
  app_file_unreadable: (file: string, cause: unknown): Diagnostic => ({
    severity: "error",
    code: "app_file_unreadable",
    message: `this cannot be read: ${formatThrown(cause)}`,
    file,
  }),
  app_name_twice: (file: string): Diagnostic => ({
    severity: "error",
    code: "app_name_twice",
    message:
      "there are two files of this name, whose accents are written in different ways: one would take the other's place",
    file,
    hint: "rename or delete one of them",
  }),
  app_build_failed: (cause: unknown): Diagnostic => ({
    severity: "error",
    code: "app_build_failed",
    message: `the app could not be built: ${formatThrown(cause)}`,
    ...addStack(listPlaces(cause)),
  }),
  app_options_invalid: (cause: unknown, root: string): Diagnostic => ({
    severity: "error",
    code: "app_options_invalid",
    message: formatThrown(cause).replace(/^rune: /, ""),
    ...addStack(listOwnPlaces(cause, root)),
  }),
  app_postcss_missing: (config: string): Diagnostic => ({
    severity: "error",
    code: "app_postcss_missing",
    message: `${config} configures PostCSS, which is not installed`,
    hint: "run `npm install --save-dev postcss`, or turn it off with rune({ postcss: false })",
  }),
  app_postcss_config: (cause: Error, root: string): Diagnostic => ({
    severity: "error",
    code: "app_postcss_config",
    message: cause.message.replace(/^rune: /, ""),
    ...addStack(listOwnPlaces(cause.cause, root)),
  }),
  app_asset_large: (name: string, size: number, limit: number): Diagnostic => ({
    severity: "error",
    code: "app_asset_large",
    message: `\`${name}\` has ${size} bytes, and runtimes read no file of more than ${limit}`,
    hint: "make it smaller, or load it from a server, with the capability `net` or `http`",
  }),
  app_asset_empty: (name: string): Diagnostic => ({
    severity: "error",
    code: "app_asset_empty",
    message: `\`${name}\` is empty`,
    hint: "was it saved, or copied, to its end?",
  }),
  app_asset_mistyped: (name: string, found: string): Diagnostic => ({
    severity: "warning",
    code: "app_asset_mistyped",
    message: `by what it holds \`${name}\` is ${found === "html" ? "a page of HTML" : found === "pointer" ? "a pointer of Git LFS" : `a file of the type ${found}`}`,
    hint: ["html", "pointer"].includes(found)
      ? "fetch the file itself: this stands in its place"
      : `name it \`${name.replace(/\.\w+$/, `.${found}`)}\`: servers tell the type by the name`,
  }),
  app_public_taken: (path: string): Diagnostic => ({
    severity: "error",
    code: "app_public_taken",
    message: `this build writes \`${path}\`, and the public folder has it, too`,
    hint: "give the file another name; a page of the project's own is an `index.html` in the project's folder",
  }),
  app_file_nested: (path: string): Diagnostic => ({
    severity: "error",
    code: "app_file_nested",
    message: `this build writes the file \`${path}\`, and a page has a route of that name, for which it would be a folder`,
    hint: "give the page another `data-route`",
  }),
  app_file_taken: (path: string): Diagnostic => ({
    severity: "error",
    code: "app_file_taken",
    message: `two plugins of this build write \`${path}\``,
    hint: "is `rune()` in the configuration twice? Of several apps in one build each needs an `app` and an `id`, and all but one `pages: false`",
  }),
} as const;

function addStack(stack: string | undefined): Pick<Diagnostic, "stack"> {
  return stack === undefined ? {} : { stack };
}
