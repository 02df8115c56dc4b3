import { TypeError } from "./error.ts";
import { isObjectLike } from "./primitive.ts";
import { SuppressedError } from "./suppressed-error.ts";

interface Disposable {
  ["@@dispose"](): unknown;
  ["@@asyncDispose"](): unknown;
}

/** What is to be disposed of, in the order in which it came into use. */
export class Resources {
  #disposers: (() => unknown)[] = [];
  #failed: boolean = false;
  #error: unknown;

  add(dispose: () => unknown): void {
    $arrayPush(this.#disposers, dispose);
  }

  /** Disposes of the last that is left. */
  disposeLast(): unknown {
    const disposers = this.#disposers;
    const last = disposers.length - 1;
    const dispose = $arrayGet(disposers, last);
    $arraySetLength(disposers, last);
    return dispose();
  }

  /** Notes what has been thrown; it hides what was thrown before. */
  fail(error: unknown): void {
    this.#error = this.#failed
      ? new SuppressedError(error, this.#error, "An error was suppressed during disposal")
      : error;
    this.#failed = true;
  }

  get isEmpty(): boolean {
    return this.#disposers.length === 0;
  }

  /** Throws what has been noted. */
  end(): void {
    if (this.#failed) throw this.#error;
  }
}

/** Begins a block with `using`. */
export function createResources(): Resources {
  return new Resources();
}

/** `using` */
export function useResource<T>(resources: Resources, resource: T): void {
  if ($isUndefined(resource)) return;
  else if ($isNull(resource)) return;
  else {
    requireObject(resource);
    const disposable = resource as unknown as Disposable;
    if (!$isFunction(disposable["@@dispose"])) throwNotDisposable("dispose");
    resources.add(() => disposable["@@dispose"]());
  }
}

/** `await using` */
export function useAwaited<T>(resources: Resources, resource: T): void {
  if ($isUndefined(resource)) resources.add(nothing);
  else if ($isNull(resource)) resources.add(nothing);
  else {
    requireObject(resource);
    const disposable = resource as unknown as Disposable;
    if ($isFunction(disposable["@@asyncDispose"])) resources.add(() => disposable["@@asyncDispose"]());
    else if ($isFunction(disposable["@@dispose"])) resources.add(() => void disposable["@@dispose"]());
    else throwNotDisposable("dispose");
  }
}

/** Notes what has been thrown in a block with `using`. */
export function noteThrown(resources: Resources, error: unknown): void {
  resources.fail(error);
}

/** Ends a block with `using`. */
export function disposeResources(resources: Resources): void {
  while (!resources.isEmpty) {
    try {
      resources.disposeLast();
    } catch (error) {
      resources.fail(error);
    }
  }
  resources.end();
}

/** Ends a block with `await using`. */
export async function disposeAwaited(resources: Resources): Promise<void> {
  while (!resources.isEmpty) {
    try {
      await resources.disposeLast();
    } catch (error) {
      resources.fail(error);
    }
  }
  resources.end();
}

function requireObject(resource: unknown): void {
  if (!isObjectLike(resource)) throw new TypeError("An object is expected with `using` declarations");
}

/** Complains of an object that has no such method. */
export function throwNotDisposable(name: string): never {
  throw new TypeError(`Symbol(Symbol.${name}) is not a function`);
}

function nothing(): void {}
