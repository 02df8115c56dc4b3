import type { Diagnostic, SourceRange } from "@rune/schema";
import { createFrame } from "@rune/schema";

/** A place in one of the author's files. */
export interface Place {
  file: string;
  source: string;
  range: SourceRange;
}

function at(place: Place): Pick<Diagnostic, "file" | "range" | "frame"> {
  return { file: place.file, range: place.range, frame: createFrame(place.source, place.range) };
}

const error = { severity: "error" } as const;

/** AssemblyScript's parser refuses the text. */
export function syntaxError(place: Place, text: string, hint?: string): Diagnostic {
  return { ...error, code: "module_syntax", message: text, ...at(place), ...(hint === undefined ? {} : { hint }) };
}

/** AssemblyScript's compiler refuses the program. */
export function compileError(place: Place, text: string, hint?: string): Diagnostic {
  return { ...error, code: "module_error", message: text, ...at(place), ...(hint === undefined ? {} : { hint }) };
}

/** AssemblyScript's compiler warns. */
export function compileWarning(place: Place, text: string): Diagnostic {
  return { severity: "warning", code: "module_warning", message: text, ...at(place) };
}

/** An error whose place is in a library or in generated code. */
export function libraryError(file: string, text: string, where: string): Diagnostic {
  return {
    ...error,
    code: "module_library_error",
    message: `${text} (found in ${where}, called with types of this module)`,
    file,
    hint: "look at the type arguments and values that the module passes to library functions",
  };
}

/** Spread in a literal that becomes JSON. */
export function spreadUnsupported(place: Place): Diagnostic {
  return {
    ...error,
    code: "module_spread_unsupported",
    message: "AssemblyScript has no spread (`...`)",
    ...at(place),
    hint: "write the properties out, or build the value with `rune.object().set(…)` and `rune.array().push(…)`",
  };
}

/** An imported file does not exist. */
export function importMissing(place: Place, path: string): Diagnostic {
  return {
    ...error,
    code: "module_import_missing",
    message: `there is no module \`${path}\``,
    ...at(place),
    hint: "import other modules by their path with the extension, such as `./store.as.ts`; npm packages cannot be imported",
  };
}

/** An import leads out of the project. */
export function importOutside(place: Place, path: string): Diagnostic {
  return {
    ...error,
    code: "module_import_outside",
    message: `\`${path}\` lies outside of the project`,
    ...at(place),
    hint: "move the file into the project",
  };
}

/** A function is declared as an import that no host has. */
export function importForeign(place: Place, name: string): Diagnostic {
  return {
    ...error,
    code: "module_declaration_foreign",
    message: `\`${name}\` is declared as an import that the host does not have`,
    ...at(place),
    hint: "use the functions of `rune.*`",
  };
}

/** A library function needs an import from JavaScript, such as `Date.now`. */
export function importUnavailable(file: string, name: string, hint?: string, place?: Place): Diagnostic {
  return {
    ...error,
    code: "module_library_unavailable",
    message: `the module uses \`${name}\`, which is JavaScript's and not the host's`,
    ...(place ? at(place) : { file }),
    hint: hint ?? "use the functions of `rune.*`",
  };
}

/** A parameter of an exported function has no type, or one that cannot cross the border. */
export function parameterType(place: Place, name: string, parameter: string, type: string | undefined): Diagnostic {
  const what = `a parameter of the exported function \`${name}\`,`;
  return {
    ...error,
    code: "module_export_parameter",
    message:
      type === undefined ? `\`${parameter}\`, ${what} has no type` : `\`${type}\`, ${what} cannot come from outside`,
    ...at(place),
    hint:
      type === undefined
        ? `write its type: a number such as \`${parameter}: i32\`, \`bool\`, \`string\` or \`rune.Json\`, which holds any data`
        : "use a number, `bool`, `string` or `rune.Json`; a function for other modules belongs in a file of its own",
  };
}

/** The result of an exported function has a type that cannot cross the border. */
export function resultType(place: Place, name: string, type: string): Diagnostic {
  return {
    ...error,
    code: "module_export_result",
    message: `\`${type}\`, the result of the exported function \`${name}\`, cannot go outside`,
    ...at(place),
    hint: "use `void`, a number, `bool`, `string`, `rune.Json`, a class with `to_json(): rune.Json`, or an array of these",
  };
}

/** A generic function is exported. */
export function genericExport(place: Place, name: string): Diagnostic {
  return {
    ...error,
    code: "module_export_generic",
    message: `the exported function \`${name}\` is generic, so it has no types that could cross the border`,
    ...at(place),
    hint: "export a function with concrete types that calls it",
  };
}

/** An export has a name that the ABI uses. */
export function reservedExport(place: Place, name: string): Diagnostic {
  return {
    ...error,
    code: "module_export_reserved",
    message: `the name \`${name}\` belongs to the host ABI`,
    ...at(place),
    hint: "rename the function",
  };
}

/** A constant that holds a function is exported. */
export function functionValueExport(place: Place, name: string): Diagnostic {
  return {
    severity: "warning",
    code: "module_export_not_function",
    message: `\`${name}\` is a variable that holds a function; views and hosts can call only exported functions`,
    ...at(place),
    hint: `write \`export function ${name}(…)\``,
  };
}

/** A value is passed as data but cannot become JSON. `declared`: where the author's class is declared. */
export function dataType(place: Place, name: string, declared?: Place): Diagnostic {
  return {
    ...error,
    code: "module_data_type",
    message: `${name} is passed as data but cannot become JSON`,
    ...at(place),
    hint: declared
      ? `give the class ${name} (${declared.file}:${declared.range.start.line}) a method \`to_json(): rune.Json\``
      : "pass numbers, texts, booleans, `null`, lists, sets, maps whose keys are texts or integers, or classes with `to_json`",
  };
}

/** The type of a value that is passed as data cannot be inferred. */
export function valueType(place: Place, name: string | undefined): Diagnostic {
  return {
    ...error,
    code: "module_value_type",
    message: `the type of ${name === undefined ? "this value" : `\`${name}\``} cannot be told`,
    ...at(place),
    hint: "declare what it uses, or put the value into a variable with a written type first",
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

/** The text nests too deeply for the compiler's stack. */
export function tooDeep(file: string): Diagnostic {
  return {
    ...error,
    code: "module_too_deep",
    message: "the module nests too deeply to be compiled",
    file,
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

/** The compiler itself failed. */
export function compilerFailed(file: string, cause: unknown): Diagnostic {
  return {
    ...error,
    code: "module_compiler_failed",
    message: `the AssemblyScript compiler failed: ${cause instanceof Error ? cause.message : String(cause)}`,
    file,
    hint: "this is a fault of the compiler. Please report it with the module",
  };
}
