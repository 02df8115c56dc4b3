export let by = 1;
let steps = 0;

export function step(): void {
  steps += by;
  rune.emit("stepped", { steps });
}
