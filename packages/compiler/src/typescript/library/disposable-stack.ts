import { Resources, disposeAwaited, disposeResources, useAwaited, useResource } from "./disposal.ts";
import { ReferenceError, TypeError } from "./error.ts";

/** `DisposableStack`. */
export class DisposableStack {
  #resources: Resources | undefined = new Resources();

  static ["@@call"](): never {
    throw new TypeError("Constructor DisposableStack requires 'new'");
  }

  get disposed(): boolean {
    return $isUndefined(this.#resources);
  }

  get ["@@toStringTag"](): string {
    return "DisposableStack";
  }

  use<T>(value: T): T {
    useResource(open(this.#resources, "DisposableStack.prototype.use", "DisposableStack"), value);
    return value;
  }

  adopt<T>(value: T, dispose: (value: T) => unknown): T {
    const resources = open(this.#resources, "DisposableStack.prototype.adopt", "DisposableStack");
    requireFunction(dispose);
    resources.add(() => dispose(value));
    return value;
  }

  defer(dispose: () => unknown): void {
    const resources = open(this.#resources, "DisposableStack.prototype.defer", "DisposableStack");
    requireFunction(dispose);
    resources.add(() => dispose());
  }

  move(): DisposableStack {
    const moved = new DisposableStack();
    moved.#resources = open(this.#resources, "DisposableStack.prototype.move", "DisposableStack");
    this.#resources = undefined;
    return moved;
  }

  dispose(): void {
    this["@@dispose"]();
  }

  ["@@dispose"](): void {
    const resources = this.#resources;
    if ($isUndefined(resources)) return;
    this.#resources = undefined;
    disposeResources(resources!);
  }
}

/** `AsyncDisposableStack`. */
export class AsyncDisposableStack {
  #resources: Resources | undefined = new Resources();

  static ["@@call"](): never {
    throw new TypeError("Constructor AsyncDisposableStack requires 'new'");
  }

  get disposed(): boolean {
    return $isUndefined(this.#resources);
  }

  get ["@@toStringTag"](): string {
    return "AsyncDisposableStack";
  }

  use<T>(value: T): T {
    useAwaited(open(this.#resources, "AsyncDisposableStack.prototype.use", "AsyncDisposableStack"), value);
    return value;
  }

  adopt<T>(value: T, dispose: (value: T) => unknown): T {
    const resources = open(this.#resources, "AsyncDisposableStack.prototype.adopt", "AsyncDisposableStack");
    requireFunction(dispose);
    resources.add(() => dispose(value));
    return value;
  }

  defer(dispose: () => unknown): void {
    const resources = open(this.#resources, "AsyncDisposableStack.prototype.defer", "AsyncDisposableStack");
    requireFunction(dispose);
    resources.add(() => dispose());
  }

  move(): AsyncDisposableStack {
    const moved = new AsyncDisposableStack();
    moved.#resources = open(this.#resources, "AsyncDisposableStack.prototype.move", "AsyncDisposableStack");
    this.#resources = undefined;
    return moved;
  }

  disposeAsync(): Promise<void> {
    return this["@@asyncDispose"]();
  }

  async ["@@asyncDispose"](): Promise<void> {
    const resources = this.#resources;
    if ($isUndefined(resources)) return;
    this.#resources = undefined;
    await disposeAwaited(resources!);
  }
}

function open(resources: Resources | undefined, method: string, name: string): Resources {
  if ($isUndefined(resources)) throw new ReferenceError(`Cannot call ${method} on an already-disposed ${name}`);
  return resources!;
}

function requireFunction(value: unknown): void {
  if (!$isFunction(value)) throw new TypeError(`${value as string} is not a function`);
}
