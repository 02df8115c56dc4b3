import type { HostFunction } from "@rune/schema";
import type { FuelLayout, ImportCost, MeterClaim, ModuleOutline } from "@rune/schema/fuel";
import {
  ByteReader,
  CONSTANT_TICKS,
  WasmFormatError,
  createFuelLayout,
  createInstruction,
  elementsBody,
  exhaustedBody,
  importBody,
  importCost,
  instructionCost,
  opcode,
  readClaims,
  readInstruction,
  readModule,
  signatureOf,
  textBody,
} from "@rune/schema/fuel";
import { checkFunction } from "./check-function.ts";
import { checkMemory } from "./check-memory.ts";
import { checkModuleImports } from "./check-module-imports.ts";
import { createChargeReader } from "./match-charge.ts";
import { codeRefused, exportRefused, fuelMissing } from "./messages.ts";

/** What an element of a table takes. */
const ELEMENT_BYTES = 8;

/** What a host allows a module that it does not trust. */
export interface FuelCheckOptions {
  /** Host functions that there are, by name. */
  host: Readonly<Record<string, HostFunction>>;
  /** Whether it may use the host's regular expressions, which no fuel can stop. @default false */
  allowRegexp?: boolean;
  /**
   * Most linear memory, in pages of 64 KiB, of a module of the ABI `linear`. Its imports are checked with its manifest entry.
   * @default the module is compiled TypeScript, and has none
   */
  memoryPages?: number | undefined;
}

/**
 * Proves, in one pass over a module, that it stops when its fuel is used up: that each function and loop pays when it begins, that arrays,
 * texts and stretches of memory are paid for by length, that nothing else touches the counter, that its memory is bounded, and that it
 * imports only what it may. The engine has to validate the module besides.
 *
 * @throws CodeProblem `module_fuel_missing`, `module_memory_unbounded`, `module_code_refused` or `module_import_refused`
 */
export function checkFuel(bytes: Uint8Array, { host, allowRegexp = false, memoryPages }: FuelCheckOptions): void {
  try {
    const outline = readModule(bytes);
    if (memoryPages === undefined) checkModuleImports(outline, host, allowRegexp);
    checkMemory(outline, memoryPages);
    checkOutline(outline);
  } catch (error) {
    throw error instanceof WasmFormatError ? codeRefused(error.message) : error;
  }
}

function checkOutline(outline: ModuleOutline): void {
  const claims = readClaims(outline) ?? [];
  const layout = createFuelLayout(outline, claims);
  if (!layout) throw fuelMissing("it was compiled without fuel");
  const costs = outline.imports
    .filter(({ kind }) => kind === "function")
    .map((each, index) => importCost(each, signatureOf(outline, index)));
  checkGlobals(outline, layout, costs);
  for (const { kind, name, index } of outline.exports) {
    if (kind === "function" && index < outline.importedFunctions) {
      throw exportRefused(name);
    }
  }
  const metering = checkClaims(outline, claims, layout, costs);
  const readCharge = createChargeReader(layout);
  for (const [index, body] of outline.bodies.entries()) {
    const number = index + outline.importedFunctions;
    if (metering.has(number)) continue;
    const fail = (reason: string, offset: number): never => {
      throw fuelMissing(reason, { function: number, offset });
    };
    checkFunction({ outline, layout, costs, readCharge, fail }, body);
  }
}

/** The counter starts low enough, and what is made before anything runs is not too much. */
function checkGlobals(outline: ModuleOutline, layout: FuelLayout, costs: readonly ImportCost[]): void {
  const { globals, importedGlobals, references, bytes, tables, tableFunctions, importedFunctions } = outline;
  const counter = globals[layout.counter - importedGlobals];
  if (!counter?.mutable || counter.valueKind !== "i32") throw fuelMissing("its counter is no counter");
  const initial = createInstruction();
  readInstruction(new ByteReader(bytes, counter.initial.start, counter.initial.end), initial);
  if (initial.opcode !== opcode.i32Const || initial.first > 0) {
    throw fuelMissing("its counter starts too high", { offset: counter.initial.start });
  }
  const instruction = createInstruction();
  if (tableFunctions.some((index) => index < importedFunctions)) throw fuelMissing("an import is in a table");
  let ticks = tables.reduce((sum, elements) => sum + elements * ELEMENT_BYTES, 0);
  for (const range of references) {
    const reader = new ByteReader(bytes, range.start, range.end);
    let length: number | undefined;
    while (reader.offset < reader.end) {
      readInstruction(reader, instruction);
      const { opcode: code, first, offset } = instruction;
      const cost = instructionCost(outline, costs, instruction, length);
      if (cost?.scale !== undefined) throw fuelMissing("elements are not counted", { offset });
      if (code === opcode.refFunc && first < importedFunctions) {
        throw fuelMissing("an import is referred to", { offset });
      }
      ticks += 1 + (cost?.ticks ?? 0);
      length = code === opcode.i32Const ? first : undefined;
    }
  }
  if (ticks > CONSTANT_TICKS) throw fuelMissing("its constants take too much");
}

/** Compares the functions that are said to pay with what they must be; gives their numbers. */
function checkClaims(
  outline: ModuleOutline,
  claims: readonly MeterClaim[],
  layout: FuelLayout,
  costs: readonly ImportCost[],
): Set<number> {
  const metering = new Set<number>();
  for (const claim of claims) {
    const body = outline.bodies[claim.function - outline.importedFunctions];
    const expected = expectedBody(outline, claim, layout, costs);
    if (!body || !expected || !isEqual(outline.bytes.subarray(body.start, body.end), expected)) {
      throw fuelMissing("a function that should pay does something else", { function: claim.function });
    }
    metering.add(claim.function);
  }
  return metering;
}

function expectedBody(
  outline: ModuleOutline,
  { kind, import: index }: MeterClaim,
  layout: FuelLayout,
  costs: readonly ImportCost[],
): number[] | undefined {
  const { stringLength, stringTest, elements, text } = layout;
  switch (kind) {
    case "exhausted":
      return exhaustedBody(layout);
    case "text": {
      const complete = stringLength !== undefined && stringTest !== undefined && elements[0] !== undefined;
      return complete ? textBody(layout) : undefined;
    }
    case "import": {
      const cost = costs[index];
      if (!cost || cost.meter === "fuel") return undefined;
      const isComplete =
        cost.meter === "texts"
          ? text !== undefined
          : stringLength !== undefined &&
            elements[0] !== undefined &&
            (cost.meter !== "equality" || stringTest !== undefined);
      return isComplete ? importBody(layout, index, cost, signatureOf(outline, index)) : undefined;
    }
    default:
      return elementsBody(layout, ["bytes1", "bytes2", "bytes4", "bytes8"].indexOf(kind));
  }
}

function isEqual(bytes: Uint8Array, expected: readonly number[]): boolean {
  return bytes.length === expected.length && expected.every((byte, index) => bytes[index] === byte);
}
