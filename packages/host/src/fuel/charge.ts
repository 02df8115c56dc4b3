/**
 * Takes ticks off what a guest may do in its turn, for what the host does for it and the guest's own code cannot count: work that depends on sizes
 * that only the host knows, and errors. Throws when there are too few left.
 */
export type Charge = (ticks: number) => void;

/** Ticks of an error that is made and thrown: its stack is what takes time. */
export const ERROR_TICKS = 10_000;

type AnyFunction = (...values: unknown[]) => unknown;

/** The same functions, of which each error is paid for. A guest can catch it and go on. */
export function chargeErrors<Functions extends object>(functions: Functions, charge: Charge): Functions {
  const charged: Record<string, AnyFunction> = Object.create(null) as never;
  for (const [name, each] of Object.entries(functions)) charged[name] = chargeError(each as AnyFunction, charge);
  return charged as Functions;
}

/** As many parameters as the functions that modules import have at most; given one by one, they cost no array. */
function chargeError(callee: AnyFunction, charge: Charge): AnyFunction {
  return (a, b, c, d, e) => {
    try {
      return callee(a, b, c, d, e);
    } catch (error) {
      charge(ERROR_TICKS);
      throw error;
    }
  };
}
