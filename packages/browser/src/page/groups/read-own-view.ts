import { readView } from "@rune/archive";
import type { MarkupPolicy, View } from "@rune/schema";
import type { OpenedPackage } from "@rune/archive";
import { groupPrefix } from "./group-names.ts";
import { separateGroups } from "./separate-groups.ts";

/**
 * Reads a view of a package for the element that its app is in.
 *
 * @throws RuneError (as a rejection) with a code `view_…` or `package_…`
 */
export async function readOwnView(
  pkg: OpenedPackage,
  name: string,
  policy: MarkupPolicy,
  container: Element,
): Promise<View> {
  return separateGroups(await readView(pkg, name, policy), groupPrefix(container));
}
