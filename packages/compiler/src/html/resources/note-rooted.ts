import type { PageContext } from "../page-context.ts";
import type { Span } from "../reporter.ts";
import type { RootedReference } from "../result.ts";

/** Notes an address that begins with `/`; only the whole app can tell whether it means something of the app. */
export function noteRooted(page: PageContext, type: RootedReference["type"], url: string, span: Span): void {
  const path = url.trim().replace(/[?#].*$/s, "");
  page.rooted.push({ type, path, range: page.source.createRange(span.start, span.end) });
}
