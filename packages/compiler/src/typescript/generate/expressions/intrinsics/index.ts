import type { Instruction } from "../../../../wasm/index.ts";
import { block, createLabel } from "../../../../wasm/index.ts";
import { importedRow } from "../../../imported-row.ts";
import type { Value } from "../../coerce.ts";
import { undefinedAs } from "../../coerce.ts";
import type { FunctionGenerator } from "../../function-generator.ts";
import { valueType } from "../../representation.ts";
import type { Intrinsic, IntrinsicGenerators } from "./arguments.ts";
import { arrayIntrinsics } from "./array-intrinsics.ts";
import { descriptionIntrinsics } from "./description-intrinsics.ts";
import { callImported, hostIntrinsics } from "./host-intrinsics.ts";
import { kindIntrinsics } from "./kind-intrinsics.ts";
import { numberIntrinsics } from "./number-intrinsics.ts";
import { propertyIntrinsics } from "./property-intrinsics.ts";
import { stringIntrinsics } from "./string-intrinsics.ts";
import { typedIntrinsics } from "./typed-intrinsics.ts";

/** The code of every intrinsic that is no import. */
export const intrinsicGenerators: IntrinsicGenerators = {
  ...numberIntrinsics,
  ...stringIntrinsics,
  ...typedIntrinsics,
  ...kindIntrinsics,
  ...arrayIntrinsics,
  ...propertyIntrinsics,
  ...descriptionIntrinsics,
  ...hostIntrinsics,
};

/** An operation that only the library can name. */
export function generateIntrinsic(f: FunctionGenerator, expression: Intrinsic): Instruction {
  const { name } = expression;
  const wanted = f.representation(expression);
  const made = generate(f, expression, name);
  if (Array.isArray(made)) {
    if (made.length === 0) return undefinedAs(wanted);
    return block(createLabel(name), valueType(wanted), [...made, undefinedAs(wanted)]);
  }
  return f.convert(made, wanted);
}

function generate(f: FunctionGenerator, expression: Intrinsic, name: string): Value | Instruction[] {
  const imported = importedRow(name);
  if (imported) return callImported(f, expression, imported);
  const generator = intrinsicGenerators[name];
  if (!generator) throw new Error(`there is no intrinsic ${name}`);
  return generator(f, expression);
}
