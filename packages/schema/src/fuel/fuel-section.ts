import { ByteReader, WasmFormatError } from "../wasm/byte-reader.ts";
import type { ModuleOutline } from "../wasm/read-module.ts";
import { signatureOf } from "../wasm/read-module.ts";
import { unsigned } from "./canonical.ts";
import type { FuelLayout, MeterKind } from "./fuel-layout.ts";
import { meterKinds } from "./fuel-layout.ts";
import { FUEL_EXPORT, FUEL_SECTION, REFUEL_IMPORT, STRING_MODULE } from "./fuel-names.ts";

/** That a function is a metering function. */
export interface MeterClaim {
  kind: MeterKind;
  /** Number of the function. */
  function: number;
  /** Number of the import that a function of kind `import` pays for, else 0. */
  import: number;
}

/** The content of the custom section, without its name: three numbers a claim. */
export function encodeClaims(claims: readonly MeterClaim[]): number[] {
  return claims.flatMap((claim) => [
    ...unsigned(meterKinds.indexOf(claim.kind)),
    ...unsigned(claim.function),
    ...unsigned(claim.import),
  ]);
}

/** The claims of a module; `undefined` if it has none. */
export function readClaims({ bytes, sections }: ModuleOutline): MeterClaim[] | undefined {
  const section = sections.find(({ name }) => name === FUEL_SECTION);
  if (!section) return undefined;
  const reader = new ByteReader(bytes, section.start, section.end);
  reader.text();
  const claims: MeterClaim[] = [];
  while (reader.offset < reader.end) {
    const kind = meterKinds[reader.u32()];
    if (!kind) throw new WasmFormatError("there is no such metering function", reader.offset);
    claims.push({ kind, function: reader.u32(), import: reader.u32() });
  }
  return claims;
}

/** Where a module has what the canonical patterns refer to; `undefined` if it has no counter, nothing to trap with or nobody to ask. */
export function createFuelLayout(outline: ModuleOutline, claims: readonly MeterClaim[]): FuelLayout | undefined {
  const counter = outline.exports.find(({ name, kind }) => name === FUEL_EXPORT && kind === "global");
  const exhausted = claims.find(({ kind }) => kind === "exhausted");
  const refuel = findFunction(outline, FUEL_EXPORT, REFUEL_IMPORT);
  if (!counter || !exhausted || refuel === undefined) return undefined;
  // With an import of another type, what asks would be the same bytes and do something else.
  const { params, results } = signatureOf(outline, refuel);
  if ([params, results].join(" to ") !== "i32,i32 to i32") return undefined;
  const find = (wanted: MeterKind): number | undefined => claims.find(({ kind }) => kind === wanted)?.function;
  const imports = new Map<number, number>();
  for (const claim of claims) if (claim.kind === "import") imports.set(claim.import, claim.function);
  return {
    counter: counter.index,
    exhausted: exhausted.function,
    refuel,
    elements: [find("bytes1"), find("bytes2"), find("bytes4"), find("bytes8")],
    text: find("text"),
    stringLength: findFunction(outline, STRING_MODULE, "length"),
    stringTest: findFunction(outline, STRING_MODULE, "test"),
    imports,
  };
}

/** Number of an imported function. */
export function findFunction({ imports }: ModuleOutline, module: string, name: string): number | undefined {
  const index = imports
    .filter(({ kind }) => kind === "function")
    .findIndex((each) => each.module === module && each.name === name);
  return index < 0 ? undefined : index;
}
