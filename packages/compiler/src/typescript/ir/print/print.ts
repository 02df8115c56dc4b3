import type { IrModule, IrProgram } from "../program.ts";
import { printBorderType } from "./border-type.ts";
import type { Printer } from "./printer.ts";
import { createPrinter } from "./printer.ts";
import { printStatement } from "./statement.ts";

/** The text of one module, for tests and for people. */
export function printModule(module: IrModule): string {
  return printTwice((printer) => moduleText(printer, module));
}

/** The text of a program: its modules in order of evaluation, then what the entry exports. */
export function printProgram(program: IrProgram): string {
  return printTwice((printer) => {
    const texts = program.modules.map((module) => `// ${module.file}\n${moduleText(printer, module)}`);
    const rows = program.exports.map(
      ({ name, variable, type }) => `export ${name} = ${printer.variable(variable)}: ${printBorderType(printer, type)}`,
    );
    return [...texts, ...(rows.length === 0 ? [] : [`${rows.join("\n")}\n`])].join("\n");
  });
}

/** Filters are shown by what they accept of all classes and shapes, which are known after a first pass. */
function printTwice(print: (printer: Printer) => string): string {
  const first = createPrinter();
  print(first);
  return print(createPrinter(first.candidates));
}

function moduleText(printer: Printer, module: IrModule): string {
  return module.body.body.map((statement) => `${printStatement(printer, statement)}\n`).join("");
}
