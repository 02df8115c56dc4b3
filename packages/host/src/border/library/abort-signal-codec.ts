import { createMethod } from "../calls.ts";
import { ExecutorCodec } from "./executor-codec.ts";

/** Signals: each side has its own, aborted when the other's is. */
export class AbortSignalCodec extends ExecutorCodec {
  readonly name = "an AbortSignal";

  accepts(value: unknown): boolean {
    return value instanceof AbortSignal;
  }

  make(value: object): object {
    const signal = value as AbortSignal;
    return this.makeWith(value, (abort) => {
      const tell = (): void => abort!(signal.reason);
      if (signal.aborted) tell();
      else signal.addEventListener("abort", tell, { once: true });
    });
  }

  view(reference: object): object {
    const { border, type } = this;
    const controller = new AbortController();
    border.pairs.link(controller.signal, reference, this, undefined);
    createMethod(
      border,
      border.operation(type, "observe")!,
      "observe",
      [],
    )(reference, [(reason: unknown) => controller.abort(reason)]);
    return controller.signal;
  }
}
