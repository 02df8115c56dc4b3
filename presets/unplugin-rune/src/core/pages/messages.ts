import type { Diagnostic } from "@rune/schema";

/** What can be wrong with host pages. `docs/reference/errors/app.md` has a section for each code. */
export const messages = {
  base_relative: (): Diagnostic => ({
    severity: "warning",
    code: "base_relative",
    message:
      "with a relative `base`, pages of routes with parameters cannot find their files when they are opened directly",
    hint: 'set an absolute `base`, or use rune({ routing: "hash" })',
  }),
} as const;
