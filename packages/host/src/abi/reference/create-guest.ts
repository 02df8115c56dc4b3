import { createBorder, needsLibrary } from "../../border/index.ts";
import { chargeErrors } from "../../fuel/charge.ts";
import { chargeFunctions } from "../../javascript/charge-functions.ts";
import type { Guest, GuestOptions } from "../abi.ts";
import { convertArguments } from "../convert-arguments.ts";
import { convertResult } from "../convert-result.ts";
import { GuestFuel } from "../guest-fuel.ts";
import { chunks } from "./chunks.ts";
import { createReferenceImports, needsStringFunctions } from "./create-imports.ts";
import { createGuestFailures } from "./guest-failures.ts";
import { loadJavascriptFunctions } from "./load-javascript-functions.ts";
import { lowerImports } from "./lower-imports.ts";
import { parseInterface } from "./parse-interface.ts";
import { loadStackMapper } from "./stack-mapper.ts";

type AnyFunction = (...args: unknown[]) => unknown;

/** A guest whose values are references: strings cross as they are, objects as the module's interface says. */
export async function createGuest(options: GuestOptions): Promise<Guest> {
  const { module, entry, functions, units, checkRunning, report, jobs } = options;
  const { file } = entry;
  const described = parseInterface(module, file);
  const mapStack = await loadStackMapper(module);
  const fuel = new GuestFuel(module, options);
  const { charge } = fuel;
  const failures = createGuestFailures({ ...options, file, mapStack, fuel });
  const library = described && needsLibrary(described) ? (await chunks.codecs()).libraryCodecs : undefined;
  const border = described && createBorder(described, { library, mapStack, charge });
  const rejected = report && ((error: Error): void => report(failures.explain(error, "(await)")));
  const javascript = await loadJavascriptFunctions(module, { report: rejected, jobs, mapStack, charge });
  const strings = needsStringFunctions(module) ? (await chunks.strings()).createStringFunctions(units) : {};
  const imports = createReferenceImports(module, {
    javascript: charge ? chargeFunctions(javascript, charge) : javascript,
    host: lowerImports(module, functions, checkRunning, charge),
    strings: charge ? chargeErrors(strings, charge) : strings,
    ...(border && { border: border.imports }),
    fuel: fuel.imports,
  });
  const { exports } = await WebAssembly.instantiate(module, imports).catch((error: unknown) => {
    throw error instanceof WebAssembly.LinkError ? error : failures.explain(error, "(start)");
  });
  fuel.attach(exports);
  if (border) {
    const opened = border.open(exports) as Readonly<Record<string, AnyFunction>>;
    return {
      ...failures,
      // Who waits for it awaits a promise; nothing suspends the module itself.
      suspends: false,
      ...border.state(),
      make(name) {
        const made = border.controller(name);
        return made && { ...made, prepare: (exported, args) => () => made.call(exported.name, args) };
      },
      prepare:
        ({ name }, args) =>
        () =>
          opened[name]!(...args),
    };
  }
  return {
    ...failures,
    suspends: false,
    variables: new Map(),
    /** Without an interface text and JSON are strings, and everything else is a number. */
    prepare(exported, args) {
      const converted = convertArguments(file, exported, args);
      const callee = exports[exported.name] as AnyFunction;
      return () => convertResult(file, exported, callee(...converted));
    },
  };
}
