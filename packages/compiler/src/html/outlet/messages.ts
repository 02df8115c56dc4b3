import { error } from "../message.ts";
import type { Message } from "../message.ts";
import type { ViewKind } from "../options.ts";

/** `view_outlet_misplaced` */
export function misplacedOutlet(kind: ViewKind): Message {
  const text = `a ${kind} has no outlet: nothing shows inside of it`;
  const hint =
    kind === "page"
      ? "write what pages have around them in `layout.html`, beside the page or in the app's folder"
      : "components take what is inside of them by `<slot>`";
  return error("view_outlet_misplaced", text, hint);
}

/** `view_outlet_misplaced` */
export function conditionalOutlet(): Message {
  const text = "this outlet would come and go, and the page with it";
  return error(
    "view_outlet_misplaced",
    text,
    "keep it out of `data-if`, `data-for` and components; `data-show` hides it",
  );
}

/** `view_outlet_too_deep` */
export function deepOutlet(limit: number): Message {
  const text = `this outlet is more than ${limit} elements deep`;
  return error("view_outlet_too_deep", text, "leave out elements around it; the page lies in all of them");
}

/** `view_outlet_missing` */
export function missingOutlet(): Message {
  const text = "this layout has no place for what it is around";
  return error("view_outlet_missing", text, "write `<main data-outlet></main>` where the page is to be");
}

/** `view_duplicate_outlet` */
export function duplicateOutlet(line: number): Message {
  const text = `this layout has an outlet already, on line ${line}`;
  return error("view_duplicate_outlet", text, "a page shows in one place; leave one out");
}

/** `view_outlet_conflict` */
export function outletConflict(what: string): Message {
  const text = `an outlet is filled with the page, and so not with ${what}`;
  return error("view_outlet_conflict", text, "write an empty element, such as `<main data-outlet></main>`");
}
