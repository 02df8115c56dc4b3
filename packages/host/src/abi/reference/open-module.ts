import type { SourceMap, StackMapper } from "@rune/schema/source-map";
import { createBorder } from "../../border/index.ts";
import { libraryCodecs } from "../../border/library/index.ts";
import type { HostFunctions } from "../../host-value.ts";
import { isBytes } from "../../is-bytes.ts";
import { mapErrorStack } from "../../map-error-stack.ts";
import type { ReportRejection } from "../../javascript/index.ts";
import { createJavascriptFunctions } from "../../javascript/index.ts";
import { createStringFunctions } from "../../strings/index.ts";
import { compileReference } from "./compile.ts";
import { createReferenceImports } from "./create-imports.ts";
import { lowerImports } from "./lower-imports.ts";
import { interfaceInvalid } from "./messages.ts";
import { parseInterface } from "./parse-interface.ts";
import { readInlineMap } from "./stack-mapper.ts";

/** Ticks of a module with fuel that code imports, once and for all: nobody knows its turns. */
const IMPORTED_TICKS = 200_000_000;

/** What a module that code imports is opened with. */
export interface OpenModuleOptions {
  /** What the module is called in messages. */
  file: string;
  /** Implementations of the host functions that it may import. */
  functions: HostFunctions;
  /**
   * Makes of the source map that the module has in it what maps the stacks of its errors: `createStackMapper`, where the map is worth its code.
   * @default stacks name functions and offsets of the module
   */
  createStackMapper?: (map: SourceMap) => StackMapper;
  /** The compiled `unitsModule`, on engines that compile nothing while they run. @default it is compiled when it is needed */
  units?: WebAssembly.Module;
  /** Hears of rejections that nobody handled. @default they become unhandled rejections of the platform */
  report?: ReportRejection;
}

/** A module that is used as the code that it was compiled from. */
export interface OpenedModule {
  /** What it exports: functions and classes that are called and constructed as ever; variables as accessors. */
  exports: Record<string, unknown>;
  /** Acts each time that the module has run: its variables may have changed. */
  onRun(action: () => void): void;
}

/**
 * Starts a module of compiled TypeScript, compiled from its bytes or beforehand, for the code that imports it, which it is as trusted as.
 * @throws RuneError (as a rejection) where the engine cannot run such modules, or the module says nothing of its interface.
 */
export async function openModule(
  source: Uint8Array | WebAssembly.Module,
  { file, functions, createStackMapper, units, report }: OpenModuleOptions,
): Promise<OpenedModule> {
  const module = isBytes(source) ? await compileReference(source, file) : source;
  const described = parseInterface(module, file);
  if (described === undefined) throw interfaceInvalid(file, "it has none");
  // Whoever has built the module has built the code that imports it.
  const map = createStackMapper && readInlineMap(module);
  const mapStack = map && createStackMapper(map);
  const border = createBorder(described, { library: libraryCodecs, mapStack });
  let listener: (() => void) | undefined;
  const run = (job: () => void): void => {
    try {
      job();
    } catch (error) {
      mapErrorStack(error, mapStack);
      throw error;
    } finally {
      listener?.();
    }
  };
  let fuel = IMPORTED_TICKS;
  const refuel = (): number => {
    const given = fuel;
    fuel = -1;
    return given;
  };
  const imports = createReferenceImports(module, {
    javascript: createJavascriptFunctions({}, report, { caller: () => undefined, run }, mapStack),
    host: lowerImports(module, functions, () => {}),
    border: border.imports,
    strings: createStringFunctions(units),
    fuel: { refuel },
  });
  const { exports } = await WebAssembly.instantiate(module, imports).catch((error: unknown) => {
    mapErrorStack(error, mapStack);
    throw error;
  });
  return {
    exports: border.open(exports),
    onRun(action) {
      listener = action;
      border.onRun(action);
    },
  };
}
