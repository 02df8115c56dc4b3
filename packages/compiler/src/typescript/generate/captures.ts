import type { IrClass, IrFunction, IrVariable } from "../ir/index.ts";
import { walkClass, walkStatements } from "../ir/walk.ts";

const NONE: ReadonlySet<IrVariable> = new Set();

const libraryConstants = new WeakMap<IrFunction, ReadonlyMap<IrVariable, IrFunction>>();

/** Variables of a function that always hold a function which is made at their declaration. */
function findConstants(owner: IrFunction): ReadonlyMap<IrVariable, IrFunction> {
  const constants = new Map<IrVariable, IrFunction>();
  walkStatements(owner.body, {
    statement: (statement) => {
      if (statement.type !== "declare" || statement.value?.op !== "closure") return;
      if (statement.variable.writes === 0) constants.set(statement.variable, statement.value.function);
    },
  });
  return constants;
}

/**
 * What functions use of the functions around them, and which variables must live in cells for that.
 *
 * A captured variable is copied into a closure if it can no longer change when the closure is made: nobody assigns it after its
 * declaration, and its declaration has run. Otherwise closures and the owner share a cell.
 */
export class Captures {
  /** Functions whose closures are told apart. */
  readonly #distinct: ReadonlySet<IrFunction>;
  #free = new Map<IrFunction, ReadonlySet<IrVariable>>();
  #cells = new Map<IrFunction, ReadonlySet<IrVariable>>();
  #classes = new Map<IrClass, ReadonlySet<IrVariable>>();
  #constants = new Map<IrFunction, ReadonlyMap<IrVariable, IrFunction>>();

  constructor(distinct: ReadonlySet<IrFunction>) {
    this.#distinct = distinct;
  }

  /** Variables of functions around it that a function or those inside it use, functions that need no closure left out. */
  of(definition: IrFunction): ReadonlySet<IrVariable> {
    if (!definition.parent) return NONE;
    const known = this.#free.get(definition);
    if (known) return known;
    this.#solve(definition);
    return this.#free.get(definition)!;
  }

  /** Whether a function has a closure for each time that it is made: one that holds something besides its code, or is told from others. */
  needsClosure(definition: IrFunction): boolean {
    return definition.kept.length > 0 || this.of(definition).size > 0 || this.#distinct.has(definition);
  }

  /** Variables around a class that its methods use. */
  ofClass(definition: IrClass): ReadonlySet<IrVariable> {
    let free = this.#classes.get(definition);
    if (!free) {
      const used = new Set<IrVariable>();
      walkClass(definition, {
        function: (method) => {
          for (const variable of this.of(method)) used.add(variable);
        },
      });
      this.#classes.set(definition, (free = used));
    }
    return free;
  }

  /** Whether a variable of a function lives in a cell: it is assigned again, or captured before it is declared. */
  inCell(variable: IrVariable): boolean {
    return variable.captured && variable.owner !== undefined && (variable.writes > 0 || this.isEarly(variable));
  }

  /** Whether a closure may capture a variable before it is declared. */
  isEarly(variable: IrVariable): boolean {
    if (!variable.captured || !variable.owner) return false;
    let cells = this.#cells.get(variable.owner);
    if (!cells) this.#cells.set(variable.owner, (cells = this.#findCells(variable.owner)));
    return cells.has(variable);
  }

  /** The function that a variable always holds: a declared one, or an arrow function that a `const` is declared with. */
  functionIn(variable: IrVariable): IrFunction | undefined {
    if (variable.holds) return variable.holds.type === "function" ? variable.holds : undefined;
    const { owner } = variable;
    return owner && variable.writes === 0 ? this.#constantsOf(owner).get(variable) : undefined;
  }

  #constantsOf(owner: IrFunction): ReadonlyMap<IrVariable, IrFunction> {
    // The library is the same for all programs.
    const table = owner.library ? libraryConstants : this.#constants;
    let constants = table.get(owner);
    if (!constants) table.set(owner, (constants = findConstants(owner)));
    return constants;
  }

  /** Functions inside each other can use each other: solved together, growing until nothing changes. */
  #solve(start: IrFunction): void {
    const uses = new Map<IrFunction, Set<IrVariable>>();
    const collect = (definition: IrFunction): void => {
      if (uses.has(definition) || this.#free.has(definition)) return;
      const used = new Set<IrVariable>();
      uses.set(definition, used);
      const inner: IrFunction[] = [];
      walkStatements(definition.body, {
        variable: (variable) => used.add(variable),
        function: (nested) => inner.push(nested),
      });
      for (const nested of inner) collect(nested);
      nestedFunctions.set(definition, inner);
    };
    const nestedFunctions = new Map<IrFunction, IrFunction[]>();
    collect(start);
    const result = new Map<IrFunction, Set<IrVariable>>([...uses.keys()].map((definition) => [definition, new Set()]));
    const freeOf = (definition: IrFunction): ReadonlySet<IrVariable> =>
      result.get(definition) ?? this.#free.get(definition) ?? new Set();
    for (let changed = true; changed;) {
      changed = false;
      for (const [definition, used] of uses) {
        const free = result.get(definition)!;
        const add = (variable: IrVariable): void => {
          if (!variable.owner || variable.owner === definition || free.has(variable)) return;
          const held = this.functionIn(variable);
          if (held === definition) return;
          if (held) {
            collectHeld(held);
            if (freeOf(held).size === 0 && held.kept.length === 0 && !this.#distinct.has(held)) return;
          }
          free.add(variable);
          changed = true;
        };
        const collectHeld = (held: IrFunction): void => {
          if (!result.has(held) && !this.#free.has(held)) {
            collect(held);
            for (const key of uses.keys()) if (!result.has(key)) result.set(key, new Set());
            changed = true;
          }
        };
        for (const variable of Array.from(used)) add(variable);
        for (const nested of nestedFunctions.get(definition) ?? [])
          for (const variable of freeOf(nested)) add(variable);
      }
    }
    for (const [definition, free] of result) this.#free.set(definition, free);
  }

  #findCells(owner: IrFunction): ReadonlySet<IrVariable> {
    const cells = new Set<IrVariable>();
    const declared = new Set<IrVariable>(owner.parameters.map(({ variable }) => variable));
    if (owner.thisVariable) declared.add(owner.thisVariable);
    const capture = (definition: IrFunction): void => {
      for (const variable of this.of(definition)) {
        if (variable.owner === owner && !declared.has(variable)) cells.add(variable);
      }
    };
    walkStatements(owner.body, {
      function: capture,
      declared: (variable) => declared.add(variable),
    });
    return cells;
  }
}
