/** Lets everything run that waits for nothing but its turn. */
export function drain(): Promise<void> {
  // Never faked by a test framework's own clock, unlike the timers.
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}
