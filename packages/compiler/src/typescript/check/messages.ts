import type { Diagnostic } from "@rune/schema";
import { createFrame } from "@rune/schema";
import type { Place } from "./place.ts";

function at(place: Place): Pick<Diagnostic, "file" | "range" | "frame"> {
  return { file: place.file, range: place.range, frame: createFrame(place.source, place.range) };
}

const error = { severity: "error" } as const;

/** TypeScript finds an error. `number` is its own, such as 2322. */
export function typescriptError(place: Place, text: string, number: number, hint?: string): Diagnostic {
  return {
    ...error,
    code: "typescript_error",
    message: withNumber(text, number),
    ...at(place),
    ...(hint === undefined ? {} : { hint }),
  };
}

/** TypeScript finds an error that has no place in the author's files. */
export function programError(file: string, text: string, number: number): Diagnostic {
  return { ...error, code: "typescript_error", message: withNumber(text, number), file };
}

/** The number stands after the first line, which says what is wrong; the others say why. */
function withNumber(text: string, number: number): string {
  return text.replace(/$/m, ` (TS${number})`);
}

/** More errors were found than are worth reading. */
export function moreErrors(file: string, count: number): Diagnostic {
  return {
    ...error,
    code: "typescript_more_errors",
    message: `${count} more ${count === 1 ? "error is" : "errors are"} not shown`,
    file,
    hint: "correct the first ones; many of the others may follow from them",
  };
}

/** Why an import means no file that can be compiled. */
export type ImportRefusal =
  | { type: "missing"; specifier: string; tried: readonly string[] }
  | { type: "outside"; specifier: string }
  | { type: "package"; specifier: string }
  | { type: "node"; specifier: string }
  | { type: "address"; specifier: string }
  | { type: "assemblyscript"; specifier: string }
  | { type: "foreign"; specifier: string; extension: string };

/** An import means no file that can be compiled. */
export function importRefused(place: Place, refusal: ImportRefusal): Diagnostic {
  const { specifier } = refusal;
  switch (refusal.type) {
    case "missing":
      return {
        ...error,
        code: "typescript_import_missing",
        message: `there is no module \`${specifier}\``,
        ...at(place),
        hint: `looked for ${refusal.tried.map((path) => `\`${path}\``).join(", ")}`,
      };
    case "outside":
      return {
        ...error,
        code: "typescript_import_outside",
        message: `\`${specifier}\` lies outside of the project`,
        ...at(place),
        hint: "move the file into the project, and import it by a relative path such as `./store.ts`",
      };
    case "package":
      return {
        ...error,
        code: "typescript_import_package",
        message: `the package \`${specifier}\` cannot be imported: npm packages are not supported yet`,
        ...at(place),
        hint: "copy what you need of it into the project, or import a file by its relative path, such as `./store.ts`",
      };
    case "node":
      return {
        ...error,
        code: "typescript_import_node",
        message: `\`${specifier}\` is a module of Node.js, which does not exist where the module runs`,
        ...at(place),
        hint: "let what runs in Node.js pass in what the module needs; in an app, use the functions of `rune.*`",
      };
    case "address":
      return {
        ...error,
        code: "typescript_import_address",
        message: `\`${specifier}\` cannot be imported by its address`,
        ...at(place),
        hint: "copy the file into the project and import it by its relative path, such as `./store.ts`",
      };
    case "assemblyscript":
      return {
        ...error,
        code: "typescript_import_assemblyscript",
        message: `\`${specifier}\` is a module of AssemblyScript, which has a memory of its own`,
        ...at(place),
        hint: "rename it to `.ts` and write it in ordinary TypeScript, or use it as a module of its own",
      };
    case "foreign":
      return {
        ...error,
        code: "typescript_import_foreign",
        message: `\`${specifier}\` is not TypeScript`,
        ...at(place),
        hint: foreignHint(refusal),
      };
  }
}

function foreignHint({ specifier, extension }: ImportRefusal & { type: "foreign" }): string {
  if (extension === "json")
    return "write the data as `export const data = { … }` in a `.ts` file, or let the caller pass it in; in an app, what a page begins with stands in `data.json` beside it, and other files are read by `rune.assets_fetch_text` and `JSON.parse`";
  if (extension === "css")
    return `styles belong to views: write \`<link rel="stylesheet" href="${specifier}">\` in the HTML of the page, layout or component, or put them into a \`<style>\` there`;
  if (["scss", "sass", "less"].includes(extension))
    return 'styles belong to views, and are CSS, which can nest rules and has variables: link the sheet from the page, `<link rel="stylesheet" href="./page.css">`';
  if (["svg", "png", "jpg", "jpeg", "gif", "webp", "avif"].includes(extension))
    return `pictures belong to views: write \`<img src="${specifier}" alt="…">\` in the HTML; the bytes of a file below \`assets\` are read by \`rune.assets_fetch\``;
  if (extension === "wasm")
    return "a module of WASM cannot be part of another one. Let the page's JavaScript connect the two";
  if (/^[jt]sx$/.test(extension)) return "there is no JSX: views are written in HTML";
  if (extension === "cjs" || extension === "cts")
    return "only ES modules can be imported; write the file as `.ts` with `import` and `export`";
  return "let the caller read the file and pass in what it holds; in an app, package it as an asset and read it with `rune.assets_fetch_text`";
}

/** Values are imported from a file that only declares types. */
export function importDeclaration(place: Place, specifier: string): Diagnostic {
  return {
    ...error,
    code: "typescript_import_declaration",
    message: `\`${specifier}\` declares values but holds no code`,
    ...at(place),
    hint: "write `import type` for its types; the values must come from a `.ts` file",
  };
}

/** `eval`. */
export function unsupportedEval(place: Place): Diagnostic {
  return {
    ...error,
    code: "typescript_unsupported_eval",
    message: "`eval` does not exist: a module is compiled before it runs",
    ...at(place),
    hint: "write the code as a function; to read data, use `JSON.parse`",
  };
}

/** `Function` as something that makes functions out of text. */
export function unsupportedFunctionConstructor(place: Place): Diagnostic {
  return {
    ...error,
    code: "typescript_unsupported_function_constructor",
    message: "`Function` cannot make functions out of text: a module is compiled before it runs",
    ...at(place),
    hint: "write the function out, or choose one from a `Record` or `Map` of functions",
  };
}

/** A part of `Intl` that is not there. */
export function unsupportedIntl(name: string): (place: Place) => Diagnostic {
  return (place) => ({
    ...error,
    code: "typescript_unsupported_intl",
    message: `\`${name}\` of \`Intl\` is not supported`,
    ...at(place),
    hint: "there are `format` of `NumberFormat`, `DateTimeFormat`, `RelativeTimeFormat` and `ListFormat`, `compare` of `Collator` and `select` of `PluralRules`",
  });
}

/** A class extends one of the library whose instances are no objects with fields. */
export function unsupportedBase(name: string): (place: Place) => Diagnostic {
  return (place) => ({
    ...error,
    code: "typescript_unsupported_base",
    message: `\`${name}\` cannot be extended: its values are kept in a form that has no room for fields`,
    ...at(place),
    hint: `keep the \`${name}\` in a field of the class, and write the methods that are needed`,
  });
}

/** `Proxy`. */
export function unsupportedProxy(place: Place): Diagnostic {
  return {
    ...error,
    code: "typescript_unsupported_proxy",
    message: "`Proxy` does not exist: what an access means is decided when the module is compiled",
    ...at(place),
    hint: "write a class with getters, setters and methods",
  };
}

/** A prototype is changed. */
export function unsupportedPrototype(place: Place): Diagnostic {
  return {
    ...error,
    code: "typescript_unsupported_prototype",
    message: "prototypes cannot be changed: the members of a class are fixed when the module is compiled",
    ...at(place),
    hint: "declare members in the class, extend it, or write a function that takes the object; `{ ...base, … }` copies",
  };
}

/** A decorator. */
export function unsupportedDecorator(place: Place): Diagnostic {
  return {
    ...error,
    code: "typescript_unsupported_decorator",
    message: "there are no decorators: the members of a class are fixed when the module is compiled",
    ...at(place),
    hint: "call a function in the constructor, or wrap the method by hand",
  };
}

/** `import(…)` or `import defer`. */
export function unsupportedDynamicImport(place: Place): Diagnostic {
  return {
    ...error,
    code: "typescript_unsupported_dynamic_import",
    message: "modules cannot be imported later: all that belong to a module are compiled into it",
    ...at(place),
    hint: "write `import { … } from` at the top of the file",
  };
}

/** `with`. */
export function unsupportedWith(place: Place): Diagnostic {
  return {
    ...error,
    code: "typescript_unsupported_with",
    message: "`with` does not exist in modules",
    ...at(place),
    hint: "write the object before each property, or take the properties out: `const { a, b } = object`",
  };
}

/** The text is too large. */
export function tooLarge(file: string, length: number, limit: number): Diagnostic {
  return {
    ...error,
    code: "module_too_large",
    message: `the module has ${length} characters; ${limit} are allowed`,
    file,
    hint: "split it, or move its data into an asset",
  };
}

/** The text nests too deeply. The place is not known where not even the parser had enough stack, and not for brackets. */
export function tooDeep(file: string, place?: Place): Diagnostic {
  return {
    ...error,
    code: "module_too_deep",
    message: "the module nests too deeply to be compiled",
    ...(place ? at(place) : { file }),
    hint: "name parts of long expressions and move inner blocks into functions",
  };
}

/** `readFile` threw. */
export function readFailed(file: string, cause: unknown): Diagnostic {
  return {
    ...error,
    code: "module_read_failed",
    message: `the file could not be read: ${cause instanceof Error ? cause.message : String(cause)}`,
    file,
  };
}

/** TypeScript itself failed. */
export function checkerFailed(file: string, cause: unknown): Diagnostic {
  return {
    ...error,
    code: "typescript_checker_failed",
    message: `TypeScript failed: ${cause instanceof Error ? cause.message : String(cause)}`,
    file,
    hint: "this is a fault of the compiler. Please report it with the module",
  };
}
