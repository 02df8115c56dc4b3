export { mountHostPage } from "./mount-host-page.ts";
