/**
 * Makes a module pay for what it does: a counter that every function and loop lowers before it runs, and functions that pay by length for
 * arrays and texts. It works on the binary, after all optimisation, so that nothing can move or remove what was put in.
 */
import type { FuelLayout, ImportCost, MeterClaim, MeterKind, ModuleOutline } from "@rune/schema/fuel";
import {
  FUEL_EXPORT,
  FUEL_SECTION,
  REFUEL_IMPORT,
  STRING_MODULE,
  elementsBody,
  encodeClaims,
  exhaustedBody,
  findFunction,
  importBody,
  importCost,
  readModule,
  signatureOf,
  textBody,
} from "@rune/schema/fuel";
import { ByteBuffer } from "../byte-buffer.ts";
import type { EncodedModule } from "../encode.ts";
import type { Edit } from "./plan-function.ts";
import { positionPayments } from "./payment-positions.ts";
import { planFunction } from "./plan-function.ts";
import { rewriteModule } from "./rewrite-module.ts";

/** A function that is added, with its type and body in binary. */
export interface AddedFunction {
  name: string;
  /** Number of its type, or a type that is added. */
  type: number | readonly number[];
  body: readonly number[];
}

/** A function that is imported besides. */
export interface AddedImport {
  module: string;
  name: string;
  type: readonly number[];
}

/** Everything that is added to a module. */
export interface Additions {
  imports: readonly AddedImport[];
  functions: readonly AddedFunction[];
  /** Name of the export that the counter becomes. It starts with nothing: what runs first asks the host. */
  counter: string;
  section: { name: string; content: readonly number[] };
}

const REFUEL: AddedImport = { module: FUEL_EXPORT, name: REFUEL_IMPORT, type: [0x60, 2, 0x7f, 0x7f, 1, 0x7f] };
const LENGTH_TYPE = [0x60, 1, 0x6f, 1, 0x7f];
const EXHAUSTED_TYPE = [0x60, 1, 0x7f, 0];
const ELEMENTS_TYPE = [0x60, 1, 0x7f, 1, 0x7f];
const TEXT_TYPE = [0x60, 1, 0x6f, 0];

/** What a module's functions need to pay. */
interface Needs {
  scales: Set<number>;
  /** Imports whose calls are paid for by functions. */
  imports: Set<number>;
  text: boolean;
  /** Functions of strings. */
  strings: Set<string>;
}

/**
 * The module with fuel. Positions are moved along.
 *
 * @throws {WasmFormatError} if the module has what none may have
 */
export function insertFuel({ bytes, positions }: EncodedModule): EncodedModule {
  const outline = readModule(bytes);
  const costs = outline.imports
    .filter(({ kind }) => kind === "function")
    .map((each, index) => importCost(each, signatureOf(outline, index)));
  const plans = outline.bodies.map((body) => planFunction(outline, costs, body));
  const referred = outline.tableFunctions.find((index) => index < outline.importedFunctions);
  if (referred !== undefined) throw unreferable(outline, referred);
  const needs = findNeeds(outline, costs, plans);
  const strings = [...needs.strings].filter((name) => findFunction(outline, STRING_MODULE, name) === undefined);
  const imports = [REFUEL, ...strings.map((name) => ({ module: STRING_MODULE, name, type: LENGTH_TYPE }))];
  const { layout, claims } = createLayout(outline, needs, imports);
  const additions: Additions = {
    imports,
    functions: claims.map((claim) => createFunction(outline, costs, layout, claim)),
    counter: FUEL_EXPORT,
    section: { name: FUEL_SECTION, content: encodeClaims(claims) },
  };
  const out = new ByteBuffer(bytes.length * 2);
  const move = rewriteModule(outline, plans, layout, additions, out);
  return { bytes: out.toBytes(), positions: positionPayments(positions, outline, plans, layout, move) };
}

function findNeeds(outline: ModuleOutline, costs: readonly ImportCost[], plans: readonly Edit[][]): Needs {
  const needs: Needs = { scales: new Set(), imports: new Set(), text: false, strings: new Set() };
  for (const edit of plans.flat()) {
    if (edit.type === "elements") needs.scales.add(edit.scale);
    const cost = edit.type === "function" ? costs[edit.function] : undefined;
    if (edit.type !== "function" || !cost || cost.meter === "none") continue;
    if (!edit.call || cost.meter === "fuel") throw unreferable(outline, edit.function);
    needs.imports.add(edit.function);
    needs.scales.add(0);
    needs.strings.add("length");
    if (cost.meter === "texts" || cost.meter === "equality") needs.strings.add("test");
    if (cost.meter === "texts") needs.text = true;
  }
  return needs;
}

function unreferable({ imports }: ModuleOutline, index: number): Error {
  const imported = imports.filter(({ kind }) => kind === "function")[index];
  return new Error(`The import \`${imported?.name}\` cannot be referred to.`);
}

/** Gives what is added its numbers: behind everything that the module has. */
function createLayout(
  outline: ModuleOutline,
  needs: Needs,
  imports: readonly AddedImport[],
): { layout: FuelLayout; claims: MeterClaim[] } {
  const shift = imports.length;
  const claims: MeterClaim[] = [];
  const claim = (kind: MeterKind, index = 0): number => {
    const number = outline.functions.length + shift + claims.length;
    claims.push({ kind, function: number, import: index });
    return number;
  };
  const stringFunction = (name: string): number | undefined => {
    const added = imports.findIndex((each) => each.module === STRING_MODULE && each.name === name);
    return added < 0 ? findFunction(outline, STRING_MODULE, name) : outline.importedFunctions + added;
  };
  const kinds = ["bytes1", "bytes2", "bytes4", "bytes8"] as const;
  const layout: FuelLayout = {
    counter: outline.importedGlobals + outline.globals.length,
    exhausted: claim("exhausted"),
    refuel: outline.importedFunctions + imports.indexOf(REFUEL),
    elements: kinds.map((kind, scale) => (needs.scales.has(scale) ? claim(kind) : undefined)),
    text: needs.text ? claim("text") : undefined,
    stringLength: stringFunction("length"),
    stringTest: stringFunction("test"),
    imports: new Map([...needs.imports].sort((a, b) => a - b).map((index) => [index, claim("import", index)])),
  };
  return { layout, claims };
}

function createFunction(
  outline: ModuleOutline,
  costs: readonly ImportCost[],
  layout: FuelLayout,
  claim: MeterClaim,
): AddedFunction {
  switch (claim.kind) {
    case "exhausted":
      return { name: "out of fuel", type: EXHAUSTED_TYPE, body: exhaustedBody(layout) };
    case "text":
      return { name: "pay for text", type: TEXT_TYPE, body: textBody(layout) };
    case "import": {
      const { import: index } = claim;
      const imported = outline.imports.filter(({ kind }) => kind === "function")[index]!;
      const body = importBody(layout, index, costs[index]!, signatureOf(outline, index));
      const name = imported.module === STRING_MODULE ? `string ${imported.name}` : imported.name;
      return { name: `pay for ${name}`, type: outline.functions[index]!, body };
    }
    default: {
      const scale = layout.elements.indexOf(claim.function);
      return { name: `pay for ${2 ** scale} bytes`, type: ELEMENTS_TYPE, body: elementsBody(layout, scale) };
    }
  }
}
