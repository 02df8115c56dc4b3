/** Thrown for what only a controller could say that is on its way: what shows stays as it is. */
export class Awaited {
  /** Does something once the controller is there. */
  readonly whenThere: (action: () => void) => void;

  constructor(whenThere: Awaited["whenThere"]) {
    this.whenThere = whenThere;
  }
}
