type TestWindow = Window & typeof globalThis;

/**
 * The window that an app is mounted in: that of the test's environment, or one of happy-dom's.
 *
 * @throws Error (as a rejection) where there is neither
 */
export async function openWindow(): Promise<TestWindow> {
  if (typeof window !== "undefined" && window.document) return window as TestWindow;
  const { Window: HappyWindow } = await import("happy-dom").catch((cause: unknown) => {
    throw new Error(
      "mountApp needs a document. Install happy-dom (`npm install --save-dev happy-dom`), or give your tests an environment that has one " +
        '(Vitest: `test: { environment: "happy-dom" }` or `"jsdom"`).',
      { cause },
    );
  });
  return new HappyWindow({ url: "http://localhost/" }) as unknown as TestWindow;
}
