export let id = "";

export function start(params: { id: string }): void {
  id = params.id;
}
