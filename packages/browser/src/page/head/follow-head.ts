import type { View } from "@rune/schema";
import type { Evaluate } from "../../renderer/expression.ts";
import { compileValue } from "../../renderer/expression.ts";
import { createReads } from "../../renderer/reads.ts";
import type { RenderContext } from "../../renderer/render-context.ts";
import { toText } from "../../renderer/to-text.ts";
import type { AppContext } from "../../app-context.ts";
import type { DocumentHead } from "./create-head.ts";
import { createHead } from "./create-head.ts";

/** Keeps what a page says of the document the same as its data. */
export interface HeadFollower {
  /** Called where the data can be read, when the page has come to show, and after each change. Does not throw. */
  update(): void;
  /** The page shows no more. */
  leave(): void;
}

/** What the views of each app say together. */
const heads = new WeakMap<AppContext, DocumentHead>();

/** Follows the head of a view. `getContext` gives what its expressions are evaluated in. */
export function followHead(view: View, app: AppContext, getContext: () => RenderContext): HeadFollower {
  const { element, manifest, verifier } = app;
  const isPage = element.hasAttribute(verifier.WHOLE_PAGE);
  const head = heads.get(app) ?? createHead(element.ownerDocument, manifest.locale, isPage);
  heads.set(app, head);
  const { head: said = {} } = view;
  const { bindings = [] } = said;
  let last: string | undefined;
  let reader: RenderContext["reader"];
  let values: readonly Evaluate[] | undefined;

  /** The bindings, for what is known of types now. */
  function compile(context: RenderContext): readonly Evaluate[] {
    if (!values || reader !== context.reader) {
      reader = context.reader;
      const reads = createReads();
      values = bindings.map(({ value }) => compileValue(value, { context, rows: [], reads }));
      // It is no block, so nobody tells it of changes of objects.
      context.isVolatile ||= reads.isVolatile || reads.isWatched;
    }
    return values;
  }

  return {
    update() {
      const context = getContext();
      // There are few bindings, if any: each is asked each time.
      const now = compile(context).map((evaluate) => {
        try {
          return evaluate(undefined);
        } catch (error) {
          // A binding that waits for something says nothing until then.
          context.report(error);
          return undefined;
        }
      });
      const text = now.map(toText).join();
      if (text === last) return;
      last = text;
      head.apply(said, now);
    },
    leave() {
      last = undefined;
      head.leave(said);
    },
  };
}
