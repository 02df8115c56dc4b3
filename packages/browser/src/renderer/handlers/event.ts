import type { EventBinding, HeldKey } from "@rune/schema";
import type { EventHub, ListenOptions } from "../../events/event-hub.ts";
import type { Listener } from "../../events/listener.ts";
import { deliver } from "../../events/listener.ts";
import type { BindingScope } from "../bindings/binding-scope.ts";
import { Awaited } from "../awaited.ts";
import type { CompiledBinding } from "../block.ts";
import type { Evaluate } from "../expression.ts";
import { compileValue } from "../expression.ts";
import { createReads } from "../reads.ts";
import type { Row } from "../row.ts";
import { watchSize } from "./element-size.ts";
import { createEventRecord } from "./event-record.ts";
import type { Pace } from "./pace.ts";
import { createDebounce, createThrottle } from "./pace.ts";

const heldKeys: readonly HeldKey[] = ["ctrl", "alt", "shift", "meta"];

/** Types that slow down scrolling while a listener might prevent them. */
const scrollBlocking: ReadonlySet<string> = new Set(["touchstart", "touchmove", "wheel", "mousewheel"]);

/** `data-on<event>`: calls an export of the controller; the arguments are evaluated when the event arrives. */
export function compileEvent(binding: EventBinding, scope: BindingScope): CompiledBinding {
  const { context } = scope;
  const { events } = context;
  const { event: type, handler, keys, modifiers = [] } = binding;
  // What they depend on is nothing that shows.
  const compile = (): Evaluate[] =>
    binding.arguments.map((argument) => compileValue(argument, { ...scope, reads: createReads() }));
  const values = compile();
  const isFixed = !binding.arguments.some(Array.isArray);
  const readsEvent = JSON.stringify(binding.arguments).includes('["event"');
  const spent = context.spent.get(binding) ?? new WeakSet();
  context.spent.set(binding, spent);
  const pace = createPace(binding, events);
  const held = heldKeys.filter((key) => modifiers.includes(key));
  const listener: Listener = {
    type,
    keys,
    ...(held.length > 0 ? { held } : {}),
    isOnce: modifiers.includes("once"),
    isSelf: modifiers.includes("self"),
    prevents: modifiers.includes("prevent"),
    stops: modifiers.includes("stop"),
    spent,
    run(event, row, element) {
      const record = readsEvent ? createEventRecord(event, context.rules.ownName) : undefined;
      const act = (known: readonly Evaluate[]): void => {
        const evaluate = (): unknown[] | undefined => {
          try {
            return known.map((value) => value(row as Row | undefined, record));
          } catch (error) {
            if (!(error instanceof Awaited)) throw error;
            // More is known of types then.
            if (known === values) error.whenThere(() => act(compile()));
            return undefined;
          }
        };
        // Where nothing is asked of the module, it is the call that says what became of it.
        const given = isFixed ? evaluate() : context.inspect(evaluate);
        if (!given) return;
        const handle = (): void => {
          if (scope.component) scope.component.handle(handler, given, row as Row | undefined, scope.rows.length);
          else context.handle(handler, given);
        };
        if (pace) pace(element, handle);
        else handle();
      };
      act(values);
    },
  };
  const isCapture = modifiers.includes("capture");
  const isPassive = modifiers.includes("passive") || (scrollBlocking.has(type) && !listener.prevents);
  if (!isCapture && !modifiers.includes("passive") && events.delegates(type)) return { listener, listens: true };
  return {
    listener,
    create(node, block, index) {
      const options: ListenOptions = { isPassive, isCapture, ...(type === "resize" && { begin: watchSize }) };
      events.listen(node as Element, type, options, (event) => {
        const now = block.template.bindings[index]?.listener;
        if (now) deliver(now, event.currentTarget as Element, event, block.row);
      });
      options.begin?.(node as Element);
    },
  };
}

function createPace({ debounce, throttle }: EventBinding, { after }: EventHub): Pace | undefined {
  if (throttle !== undefined) return createThrottle(throttle, after);
  return debounce === undefined ? undefined : createDebounce(debounce, after);
}
