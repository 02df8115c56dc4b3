/**
 * The choice that a click is being told of. It shows what it will be already, and the data is told later, with `input`; a render for a handler
 * of the click must not undo it.
 */
let pressed: HTMLInputElement | undefined;

/** Holds a choice from now on until it is released, if it is one that clicks make. */
export function press(element: Element): boolean {
  const { type } = element as HTMLInputElement;
  const isChoice = type === "checkbox" || type === "radio";
  if (isChoice) pressed = element as HTMLInputElement;
  return isChoice;
}

export function release(element: Element): void {
  if (pressed === element) pressed = undefined;
}

export const isPressed = (element: Element): boolean => pressed === element;

/** Whether writing to a field could undo the choice that is being made: of a group of radio buttons there is one. */
export function isHeldByPress(element: Element): boolean {
  if (!pressed) return false;
  const { type, name, form } = element as HTMLInputElement;
  return (
    pressed === element || (type === "radio" && pressed.type === type && pressed.name === name && pressed.form === form)
  );
}
