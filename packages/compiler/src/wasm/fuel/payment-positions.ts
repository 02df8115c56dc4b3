import type { FuelLayout, ModuleOutline } from "@rune/schema/fuel";
import { chargeCode } from "@rune/schema/fuel";
import type { CodePosition } from "../code-position.ts";
import type { Edit } from "./plan-function.ts";

/**
 * Positions of a module with fuel: moved along, and those of payments inside of functions, which are where what they pay for is. So a loop
 * that never ends is stopped at its own line, not at that of the code before it.
 *
 * @param move where an offset has gone
 */
export function positionPayments(
  positions: readonly CodePosition[],
  outline: ModuleOutline,
  plans: readonly (readonly Edit[])[],
  layout: FuelLayout,
  move: (offset: number) => number,
): CodePosition[] {
  const moved = positions.map(({ offset, position }): CodePosition => ({ offset: move(offset), position }));
  const added: CodePosition[] = [];
  let next = 0;
  for (const [index, plan] of plans.entries()) {
    const [, ...payments] = plan.filter((edit) => edit.type === "payment");
    for (const { offset, payment } of payments) {
      while (next < positions.length && positions[next]!.offset < offset) next++;
      const following = positions[next];
      if (!following?.position || following.offset >= outline.bodies[index]!.end) continue;
      const end = move(offset);
      const start = end - chargeCode(layout, payment.ticks).length;
      if (following.offset === offset) moved[next]!.offset = start;
      else {
        added.push(
          { offset: start, position: following.position },
          { offset: end, position: positions[next - 1]?.position },
        );
      }
    }
  }
  return [...moved, ...added].sort((first, second) => first.offset - second.offset);
}
