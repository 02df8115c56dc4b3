import type { Diagnostic } from "@rune/schema";
import { createFrame, createPositions } from "@rune/schema";
import type ts from "typescript";
import type { LowerContext } from "./context.ts";

/** Notes an error at a node; the lowering goes on, so that all errors are told at once. */
export function report(context: LowerContext, node: ts.Node, problem: Problem): void {
  context.shared.diagnostics.push(describeAt(context.source, node, problem));
}

/** An error at a node of a file. */
export function describeAt(source: ts.SourceFile, node: ts.Node, problem: Problem): Diagnostic {
  const { fileName, text } = source;
  const at = createPositions(text);
  const range = { start: at(node.getStart(source)), end: at(node.getEnd()) };
  return { severity: "error", ...problem, file: fileName, range, frame: createFrame(text, range) };
}

/** What is wrong, without the place. */
export type Problem = Pick<Diagnostic, "code" | "message" | "hint">;

/** A construct that no other message is about. */
export function unsupportedSyntax(name: string): Problem {
  return {
    code: "typescript_unsupported_syntax",
    message: `${name} cannot be compiled to WASM`,
    hint: "write it with other means of the language",
  };
}

/** `await` at the top of a module. */
export function unsupportedTopLevelAwait(): Problem {
  return {
    code: "typescript_unsupported_await",
    message: "the top of a module cannot wait: it has run to its end before anything of the module is used",
    hint: "keep the promise and wait for it where its value is needed, in an async function",
  };
}

/** `import.meta`. */
export function unsupportedImportMeta(): Problem {
  return {
    code: "typescript_unsupported_import_meta",
    message: "a module in WASM has no `import.meta`",
    hint: "pass what the module needs to know as an argument",
  };
}

/** `new.target` outside of a constructor. */
export function unsupportedNewTarget(): Problem {
  return {
    code: "typescript_unsupported_new_target",
    message: "`new.target` is only known in the constructor of a class",
    hint: "declare a class, whose constructor is always called with `new`",
  };
}

/** `arguments`. */
export function unsupportedArguments(): Problem {
  return {
    code: "typescript_unsupported_arguments",
    message: "there is no `arguments` object",
    hint: "declare a rest parameter: `(...values)`",
  };
}

/** `super[key]` with a key that is only known at run time. */
export function unsupportedSuper(): Problem {
  return {
    code: "typescript_unsupported_super",
    message: "what `super` looks up must have a name that is known before the program runs",
    hint: "write the name out: `super.method(…)`",
  };
}

/** A name that is declared but that nothing defines. */
export function undefinedName(name: string): Problem {
  return {
    code: "typescript_undefined_name",
    message: `\`${name}\` is declared, but nothing defines it`,
    hint: "take it as an argument, or import it from a module",
  };
}

/** A member of a class whose name is only known at run time. */
export function unsupportedMemberName(): Problem {
  return {
    code: "typescript_unsupported_member_name",
    message: "the name of a class member must be known before the program runs",
    hint: "write the name out, or keep the values in a `Map`",
  };
}

/** An import of the controller of a component, which has a state for each of its occurrences. */
export function controllerImported(specifier: string): Problem {
  return {
    code: "typescript_controller_imported",
    message: `${JSON.stringify(specifier)} is the controller of a component, whose state each occurrence has for itself; there is none to import`,
    hint: "move what both files need to a file of its own, and import that; types can be imported with `import type`",
  };
}
