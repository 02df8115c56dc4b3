import type { Instance, InstanceExports } from "@rune/host";
import type { AppContext } from "../app-context.ts";
import type { Stage } from "../page/create-stage.ts";

/** What another build of a running app needs of it. */
export interface HotApp {
  readonly app: AppContext;
  readonly stage: Stage;
}

/** Hears of what another build will be brought to. */
export interface HotListener {
  /** The app is about to open its first page. */
  mounted(app: HotApp): void;
  /** A controller has been made, and nobody has used it yet; or one goes on in another page. */
  made(controller: InstanceExports, instance: Instance): void;
}
