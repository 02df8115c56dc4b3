export { createGuest } from "./create-guest.ts";
