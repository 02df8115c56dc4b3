/// <reference lib="esnext.disposable" />
/** What blocks with `using` have begun to use, and what has been thrown in them. */
interface Resources {
  disposers: (() => unknown)[];
  thrown: { error: unknown } | undefined;
}

function fail(resources: Resources, error: unknown): void {
  const { thrown } = resources;
  resources.thrown = {
    error: thrown ? new SuppressedError(error, thrown.error, "An error was suppressed during disposal") : error,
  };
}

function use(resources: Resources, resource: unknown, symbols: readonly symbol[]): void {
  if (resource === undefined || resource === null) return;
  if (Object(resource) !== resource) throw new TypeError("An object is expected with `using` declarations");
  const members = resource as Record<symbol, (() => unknown) | undefined>;
  const symbol = symbols.find((each) => members[each] !== undefined);
  const dispose = symbol && members[symbol];
  if (typeof dispose !== "function") throw new TypeError("Symbol(Symbol.dispose) is not a function");
  resources.disposers.push(() => dispose.call(resource));
}

/** The library's functions for `using`, as JavaScript. */
export const disposal = {
  createResources: (): Resources => ({ disposers: [], thrown: undefined }),
  useResource: (resources: Resources, resource: unknown): void => use(resources, resource, [Symbol.dispose]),
  useAwaited: (resources: Resources, resource: unknown): void => {
    if (resource === undefined || resource === null) resources.disposers.push(() => undefined);
    else use(resources, resource, [Symbol.asyncDispose, Symbol.dispose]);
  },
  noteThrown: fail,
  disposeResources(resources: Resources): void {
    for (let dispose = resources.disposers.pop(); dispose; dispose = resources.disposers.pop()) {
      try {
        dispose();
      } catch (error) {
        fail(resources, error);
      }
    }
    if (resources.thrown) throw resources.thrown.error;
  },
  async disposeAwaited(resources: Resources): Promise<void> {
    for (let dispose = resources.disposers.pop(); dispose; dispose = resources.disposers.pop()) {
      try {
        await dispose();
      } catch (error) {
        fail(resources, error);
      }
    }
    if (resources.thrown) throw resources.thrown.error;
  },
};
