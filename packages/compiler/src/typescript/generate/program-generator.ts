import type { Global, ImportedTag, Instruction, WasmFunction, WasmModule } from "../../wasm/index.ts";
import {
  call,
  createLocal,
  createModule,
  externref,
  functionType,
  globalGet,
  i32,
  nullValue,
  ref,
  refNull,
} from "../../wasm/index.ts";
import type { StructType, ValueType } from "../../wasm/index.ts";
import type { AbstractObject, Analysis, ClassObject, FlowNode, FunctionInstance, Inference } from "../infer/index.ts";
import { currentInstance, lookUpMethod, watchedArrays } from "../infer/index.ts";
import type { IrClass, IrFunction, IrVariable, Statement } from "../ir/index.ts";
import { ArrayWriteFinder } from "./array-writes.ts";
import { ArrayFunctions } from "./arrays.ts";
import type { Captures } from "./captures.ts";
import { undefinedAs } from "./coerce.ts";
import { DynamicProperties } from "./dynamic-properties.ts";
import { findFieldWrites } from "./field-writes.ts";
import { ObjectFunctions } from "./object-functions.ts";
import { PropertyOrder } from "./property-order.ts";
import { FunctionGenerator } from "./function-generator.ts";
import { ImportTable } from "./imports.ts";
import { Layouts } from "./layouts.ts";
import type { Representation } from "./representation.ts";
import { BOOLEAN_REPRESENTATION, valueType } from "./representation.ts";
import { Runtime } from "./runtime.ts";
import { Signatures } from "./signatures.ts";
import { WatchFunctions } from "./watch.ts";

/** A function of the program as WASM, and how it is called. */
export interface GeneratedFunction {
  wasm: WasmFunction;
  instance: FunctionInstance;
  /** The struct that it finds its captured variables in, if it takes one; always the first parameter. */
  environment: ValueType | undefined;
  receiver: Representation | undefined;
  parameters: Representation[];
  result: Representation;
}

/** Makes the WASM module of a program. */
export class ProgramGenerator {
  readonly module: WasmModule = createModule();
  readonly imports: ImportTable = new ImportTable(this.module);
  readonly runtime: Runtime = new Runtime(this.module, this.imports);
  readonly watch: WatchFunctions = new WatchFunctions(this.module, this.imports);
  readonly arrays: ArrayFunctions = new ArrayFunctions(this.module, this.watch);
  readonly #objectFunctions: ObjectFunctions = new ObjectFunctions(this);
  readonly dynamic: DynamicProperties = new DynamicProperties(this, this.#objectFunctions);
  readonly order: PropertyOrder = new PropertyOrder(this, this.#objectFunctions);
  readonly analysis: Analysis;
  readonly layouts: Layouts;
  readonly captures: Captures;
  readonly arrayWrites: ArrayWriteFinder = new ArrayWriteFinder();
  /** Classes by the functions that belong to them. */
  readonly classOf: Map<IrFunction, IrClass> = new Map();
  /** What the bodies of modules consist of: it runs once. */
  readonly topLevel: ReadonlySet<Statement>;
  #fieldWrites: ReadonlySet<string> | undefined;
  #functions = new Map<FunctionInstance, GeneratedFunction>();
  #globals = new Map<IrVariable, Global>();
  /** Exported functions of which JavaScript takes no result. */
  readonly withoutResult: Set<WasmFunction> = new Set();
  #statics = new Map<string, Global>();
  #constants = new Map<object, Global>();
  #entries = new Map<object, WasmFunction>();
  #hostTag: ImportedTag | undefined;
  #queue: GeneratedFunction[] = [];

  constructor(inference: Inference, captures: Captures) {
    this.analysis = inference.analysis;
    this.topLevel = new Set(inference.initializers.flatMap((instance) => instance.function.body));
    this.captures = captures;
    const signatures = new Signatures(this.analysis, captures);
    this.layouts = new Layouts(signatures, inference.ranges, inference.bigints, inference.characters);
    for (const array of watchedArrays(inference.border)) this.layouts.arrays.watch(array);
    for (const object of this.analysis.objects) {
      if (object.type !== "class") continue;
      const { definition } = object;
      if (definition.construct) this.classOf.set(definition.construct, definition);
      if (definition.initializer) this.classOf.set(definition.initializer, definition);
      if (definition.staticInitializer) this.classOf.set(definition.staticInitializer, definition);
      for (const method of definition.methods) this.classOf.set(method.function, definition);
    }
  }

  /** Names of the properties that somebody else than constructors assigns. */
  get fieldWrites(): ReadonlySet<string> {
    return (this.#fieldWrites ??= findFieldWrites(this.analysis, this.classOf));
  }

  /** Whether an object has a method of its class's own or inherited. */
  hasMethod(object: AbstractObject, name: string): boolean {
    return lookUpMethod(this.analysis, object, name, "method") !== undefined;
  }

  /** The kind of exception that JavaScript throws. */
  hostTag(): ImportedTag {
    if (!this.#hostTag) {
      this.#hostTag = { name: "exception", module: "rune:js", base: "exception", params: [externref] };
      this.module.imports.tags.push(this.#hostTag);
    }
    return this.#hostTag;
  }

  /** The WASM function of an instance; its body follows. */
  functionFor(of: FunctionInstance): GeneratedFunction {
    const instance = currentInstance(of);
    let generated = this.#functions.get(instance);
    if (!generated) {
      generated = this.#declare(instance);
      this.#functions.set(instance, generated);
      this.module.functions.push(generated.wasm);
      this.#queue.push(generated);
    }
    return generated;
  }

  #declare(instance: FunctionInstance): GeneratedFunction {
    const definition = instance.function;
    const isClosure = !this.classOf.has(definition) && this.captures.needsClosure(definition);
    const environment = isClosure ? this.environmentType(instance) : undefined;
    const { thisVariable } = definition;
    const node = (variable: IrVariable): Representation => this.layouts.of(this.analysis.variable(instance, variable));
    const receiver = thisVariable && node(thisVariable);
    const parameters = definition.parameters.map(({ variable }) => node(variable));
    const result = this.layouts.of(instance.result);
    const params = [
      ...(environment ? [createLocal("closure", environment)] : []),
      ...(receiver ? [createLocal("this", valueType(receiver))] : []),
      ...definition.parameters.map(({ variable }, index) => createLocal(variable.name, valueType(parameters[index]!))),
    ];
    return {
      instance,
      environment,
      receiver,
      parameters,
      result,
      wasm: {
        name: definition.name || "anonymous",
        type: functionType(
          params.map(({ type }) => type),
          [valueType(result)],
        ),
        params,
        body: [],
        position: definition.position,
      },
    };
  }

  /** The reference through which an instance of a closure finds its captured variables. */
  environmentType(instance: FunctionInstance): ValueType {
    const object = this.analysis.functionObject(instance.function, instance.scope);
    return refNull(this.layouts.closure(object));
  }

  /** A string constant; one with half a surrogate pair, which cannot be an import's name, is put together. */
  text(text: string): Instruction {
    if (isWellFormed(text)) return globalGet(this.imports.constant(text));
    let code: Instruction | undefined;
    for (let index = 0; index < text.length; index += 1) {
      const unit = call(this.imports.string("fromCharCode"), i32(text.charCodeAt(index)));
      code = code ? call(this.imports.string("concat"), code, unit) : unit;
    }
    return code!;
  }

  /** A global that holds one struct of the program, made when first asked for. */
  constantGlobal(owner: object, name: string, struct: StructType, make: () => Instruction): Global {
    let global = this.#constants.get(owner);
    if (!global) {
      global = { name, type: ref(struct), mutable: false, initial: nullValue("none") };
      this.#constants.set(owner, global);
      global.initial = make();
      this.module.globals.push(global);
    }
    return global;
  }

  /** The code that a function's value refers to. */
  entryOf(owner: object, make: () => WasmFunction): WasmFunction {
    let entry = this.#entries.get(owner);
    if (!entry) {
      this.#entries.set(owner, (entry = make()));
      this.module.functions.push(entry);
    }
    return entry;
  }

  /** The global of a module-level variable. */
  global(variable: IrVariable): Global {
    let global = this.#globals.get(variable);
    if (!global) {
      global = this.#newGlobal(variable.name, this.layouts.of(this.analysis.moduleVariable(variable)));
      this.#globals.set(variable, global);
    }
    return global;
  }

  /** The global of a static field. */
  staticField(classObject: ClassObject, name: string, node: FlowNode): Global {
    const key = `${classObject.id} ${name}`;
    let global = this.#statics.get(key);
    if (!global) {
      global = this.#newGlobal(`${classObject.definition.name}.${name}`, this.layouts.of(node));
      this.#statics.set(key, global);
    }
    return global;
  }

  /** The global that tells whether a class has been given a static property which it inherits. */
  staticFlag(classObject: ClassObject, name: string): Global {
    const key = `${classObject.id} has ${name}`;
    let global = this.#statics.get(key);
    if (!global) {
      global = this.#newGlobal(`${classObject.definition.name} has ${name}`, BOOLEAN_REPRESENTATION, i32(0));
      this.#statics.set(key, global);
    }
    return global;
  }

  #newGlobal(name: string, representation: Representation, initial: Instruction = undefinedAs(representation)): Global {
    const global: Global = { name, type: valueType(representation), mutable: true, initial };
    this.module.globals.push(global);
    return global;
  }

  /** Writes the bodies of all functions that are used, as long as there are new ones. */
  generateBodies(): void {
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
      next.wasm.body = new FunctionGenerator(this, next).generate();
    }
  }
}

function isWellFormed(text: string): boolean {
  return !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);
}
