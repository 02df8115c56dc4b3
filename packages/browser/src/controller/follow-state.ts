import type { InstanceExports, StateVariable } from "@rune/host";
import type { ControllerState, MutationTarget } from "../page/mutation-target.ts";

/** The state of a controller, and what brings it to the page. */
export interface FollowedState extends ControllerState {
  /** Called at the end of each turn, in a run of the module. Does not throw. */
  follow(): void;
}

/**
 * Keeps the page's data the same as the variables that a controller exports: objects by reference, which bindings then ask for
 * what they show. `fail` takes what a variable's reading throws.
 */
export function followState(
  instance: InstanceExports,
  { data, changed, noteChange, touched }: Pick<MutationTarget, "data" | "changed" | "noteChange" | "touched">,
  fail: (error: unknown, name: string) => void,
): FollowedState {
  const { reader } = instance;
  const variables = new Map<string, StateVariable>();
  for (const name of instance.variables) {
    const variable = reader?.variable(name);
    if (variable) variables.set(name, variable);
  }
  reader?.onChanged(noteChange);
  function look({ read }: StateVariable, name: string): void {
    const value = read();
    if (Object.is(value, data.get(name)) && data.has(name)) return;
    data.set(name, value);
    changed.add(name);
    touched.add(name);
  }
  const state: FollowedState = {
    reader,
    keeps: (name) => variables.has(name),
    inspect: (action) => instance.inspect("(view)", action),
    hold: (name) => instance.read(name),
    assign(name, value) {
      instance.assign(name, value);
      state.inspect(() => data.set(name, variables.get(name)?.read()));
    },
    follow() {
      for (const [name, variable] of variables) {
        try {
          look(variable, name);
        } catch {
          try {
            // Once more, by itself: the report is to name it, and the author's place.
            state.inspect(() => look(variable, name));
          } catch (error) {
            data.delete(name);
            fail(error, name);
          }
        }
      }
    },
  };
  return state;
}
