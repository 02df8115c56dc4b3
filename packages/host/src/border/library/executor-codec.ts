import { PairCodec } from "../pair-codec.ts";

type Executor = (...settle: ((value: unknown) => void)[]) => void;

/** What ends once on one side, and then on the other. */
export abstract class ExecutorCodec extends PairCodec {
  /** Makes the module's object for a value, which hears by what it gives the executor. */
  protected makeWith(value: object, executor: Executor): object {
    const { border, type } = this;
    const { name, parameters } = border.operation(type, "make")!;
    const reference = border.call(name)(border.encoder(parameters[0]!)(executor)) as object;
    border.pairs.link(value, reference, this, undefined);
    return reference;
  }
}
