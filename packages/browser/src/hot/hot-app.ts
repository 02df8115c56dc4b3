import type { AppContext } from "../app-context.ts";
import type { Stage } from "../page/create-stage.ts";

/** What another build of a running app needs of it. */
export interface HotApp {
  readonly app: AppContext;
  readonly stage: Stage;
}
