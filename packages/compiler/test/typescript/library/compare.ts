import { inspect, isDeepStrictEqual } from "node:util";

/** What a call gives or throws, and what has become of its receiver. */
export interface Outcome {
  value?: unknown;
  error?: string;
  receiver?: unknown;
}

/** Runs an action; of an error only its name and message count. */
export function outcomeOf(action: () => unknown): Outcome {
  try {
    return { value: action() };
  } catch (error) {
    const { name, message } = error as { name: string; message: string };
    return { error: `${name}: ${message}` };
  }
}

type Callable = (this: unknown, ...args: unknown[]) => unknown;
type Members = Record<string, Callable | undefined>;

/**
 * Calls a method of JavaScript's and the library's, and tells of each difference. The library's is the one that the compiler selects,
 * and the general one too if there are more arguments than it names.
 */
export function callDifferences(
  library: { prototype: unknown },
  receiver: unknown,
  name: string,
  args: unknown[],
): string[] {
  return differences(name, args, (receiver as Members)[name], library.prototype as Members, receiver);
}

/** The same for static methods. */
export function staticDifferences(library: unknown, native: unknown, name: string, args: unknown[]): string[] {
  return differences(name, args, (native as Members)[name], library as Members, native);
}

/** Calls a method with the first argument of the first list and so on, in every combination, with fewer arguments too. */
export function methodDifferences(
  library: { prototype: unknown },
  receivers: readonly unknown[],
  name: string,
  ...lists: unknown[][]
): string[] {
  return lists
    .flatMap((_, count) => combinations(lists.slice(0, count)))
    .concat(combinations(lists))
    .flatMap((args) => receivers.flatMap((receiver) => callDifferences(library, receiver, name, args)));
}

/** The outcomes of two actions, if they differ. */
export function actionDifferences(label: string, ours: () => unknown, theirs: () => unknown): string[] {
  const [actual, expected] = [outcomeOf(ours), outcomeOf(theirs)];
  return isDeepStrictEqual(actual, expected) ? [] : [`${label}: ${inspect(actual)}, not ${inspect(expected)}`];
}

function differences(
  name: string,
  args: unknown[],
  native: Callable | undefined,
  ours: Members,
  receiver: unknown,
): string[] {
  const general = ours[name];
  if (!general || !native) throw new Error(`there are no two methods ${name}`);
  const special = ours[`${name}/${args.length}`];
  const selected = special ? [special] : [];
  if (!special || args.length > general.length) selected.push(general);
  const expected = call(native, receiver, args);
  return selected.flatMap((method) => {
    const actual = call(method, receiver, args);
    if (isDeepStrictEqual(actual, expected)) return [];
    return [`${inspect(receiver)}.${method.name}(${inspect(args)}): ${inspect(actual)}, not ${inspect(expected)}`];
  });
}

function call(method: Callable, receiver: unknown, args: unknown[]): Outcome {
  const target: unknown = Array.isArray(receiver) ? [...(receiver as unknown[])] : receiver;
  const outcome = outcomeOf(() => method.apply(target, args));
  if (outcome.value === target) outcome.value = "the receiver itself";
  return { ...outcome, receiver: target };
}

/** Every choice of one value of each list. */
function combinations(lists: readonly (readonly unknown[])[]): unknown[][] {
  return lists.reduce<unknown[][]>((all, list) => all.flatMap((one) => list.map((value) => [...one, value])), [[]]);
}
