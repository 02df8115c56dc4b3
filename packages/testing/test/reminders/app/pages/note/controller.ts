export let id = "";
export let text = "";

export function start(params: { id: string }): void {
  id = params.id;
}

export function guard_leave(): string | undefined {
  return text === "" ? undefined : `Forget “${text}”?`;
}
