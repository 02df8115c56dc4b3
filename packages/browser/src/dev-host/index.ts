/** The script of host pages on a development server. */
export type {
  DevPageContent,
  LoadedPage,
  MessagesToPage,
  MessagesToServer,
  OverlayError,
  PageFailure,
  ViewCall,
} from "./messages.ts";
export { startDevHost, type DevConnection, type DevHostOptions } from "./start-dev-host.ts";
