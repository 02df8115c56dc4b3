import type {
  BorderCall,
  BorderExportDescription,
  CarriedExport,
  CarriedInterface,
  ModuleInterface,
} from "@rune/schema";
import { usualCall } from "@rune/schema";

/** An interface as a module carries it: without what the host knows anyway. */
export function carryInterface(whole: ModuleInterface): CarriedInterface {
  const { exports, types, classes, any, ...rest } = whole;
  return {
    exports: exports.map((each) => carryExport(each, whole)),
    types,
    ...(classes.length > 0 && { classes }),
    ...(Object.keys(any).length > 0 && { any }),
    ...rest,
  };
}

function carryExport(each: BorderExportDescription, whole: ModuleInterface): CarriedExport {
  if (each.kind === "value") {
    const { kind: _kind, ...rest } = each;
    return rest;
  }
  if (each.kind === "class") return each;
  const { kind: _kind, call, ...rest } = each;
  return isSame(call, usualCall(whole, each)) ? rest : { ...rest, call };
}

function isSame(call: BorderCall, usual: BorderCall): boolean {
  const hasSamePlaces = call.parameters.every((place, index) => place.join() === usual.parameters[index]?.join());
  return (
    call.name === usual.name && !call.result && call.parameters.length === usual.parameters.length && hasSamePlaces
  );
}
