import type { IrClass } from "../../../../src/typescript/ir/index.ts";
import type { Emitter } from "./emitter.ts";
import { keyText } from "./emitter.ts";
import { emitExpression } from "./expressions.ts";
import { emitMember, emitParts } from "./functions.ts";

/** A class as a value, its static part included. */
export function emitClass(e: Emitter, of: IrClass): string {
  return `runtime.start(${emitClassAlone(e, of)})`;
}

/** A class whose static part is still to run, by `runtime.start`. */
export function emitClassAlone(e: Emitter, of: IrClass): string {
  const initialize = JSON.stringify(e.initializer(of));
  const lines: string[] = of.fields.map((name) => `${keyText(name)} = undefined;`);
  lines.push(emitInitializer(e, of, initialize), emitConstructor(e, of, initialize));
  for (const method of of.methods) {
    const kind = method.kind === "method" ? "" : `${method.kind} `;
    lines.push(`${method.static ? "static " : ""}${kind}${emitMember(e, keyText(method.name), method.function)}`);
  }
  for (const name of of.staticFields) lines.push(`static ${keyText(name)} = undefined;`);
  lines.push(`static { runtime.define(this, ${e.constant(of)}); }`);
  if (of.staticInitializer) {
    lines.push(`static ${emitMember(e, '["@static"]', of.staticInitializer)}`);
  }
  const base = of.base ? ` extends (${emitExpression(e, of.base)})` : "";
  const name = JSON.stringify(of.name);
  return `({ [${name}]: class${base} {\n${lines.join("\n")}\n} })[${name}]`;
}

function emitInitializer(e: Emitter, of: IrClass, key: string): string {
  const hidden = of.fields.filter((name) => name.startsWith("@@"));
  const hide = hidden.map((name) => `runtime.hide(this, ${JSON.stringify(name)});`).join(" ");
  const body = of.initializer ? emitParts(e, of.initializer).body : "{}";
  return `[${key}]() { ${hide} ${body} }`;
}

function emitConstructor(e: Emitter, of: IrClass, initialize: string): string {
  const run = `this[${initialize}]();`;
  if (of.construct) {
    const { parameters, body } = emitParts(e, of.construct, of.base ? "" : run);
    return `constructor(${parameters}) ${body}`;
  }
  return of.base ? `constructor(...all) { super(...all); ${run} }` : `constructor() { ${run} }`;
}
