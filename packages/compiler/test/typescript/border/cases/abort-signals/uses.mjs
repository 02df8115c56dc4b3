/** What is done with the module. */
export const uses = {
  waits: async (m) => {
    const controller = new AbortController();
    const waiting = m.untilAborted({ signal: controller.signal });
    controller.abort();
    return [await waiting, await m.untilAborted(), await m.untilAborted({})];
  },
  wasAborted: (m) => m.untilAborted({ signal: AbortSignal.abort("before") }).catch((reason) => `refused: ${reason}`),
  listeners: (m) => {
    const controller = new AbortController();
    m.listen(controller.signal, "first");
    const stop = m.listen(controller.signal, "second");
    m.listen(controller.signal, "third");
    stop();
    controller.abort();
    controller.abort();
    return m.takeHeard();
  },
  guests: (m) => {
    const task = new m.Task();
    const { signal } = task;
    const seen = [];
    signal.addEventListener("abort", () => seen.push(signal.reason));
    seen.push(signal.aborted, task.signal === signal, signal instanceof AbortSignal);
    task.cancel("enough");
    return [...seen, signal.aborted, m.check(signal)];
  },
  identity: (m) => {
    const { signal } = new AbortController();
    return [m.same(signal) === signal, m.check(signal), m.check(AbortSignal.abort("stop"))];
  },
  either: (m) => {
    const [first, second] = [new AbortController(), new AbortController()];
    const either = m.either(first.signal, second.signal);
    const before = either.aborted;
    second.abort("second");
    return [before, either.aborted, either.reason];
  },
  kinds: (m) => [AbortSignal.abort(), new AbortController().signal, {}].map(m.kindOf),
  errors: (m) => [m.ownError(), m.aborted()],
};
