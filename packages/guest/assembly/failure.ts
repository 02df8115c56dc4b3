// Exports of this file are globals, so that the compiler can alias `abort` and `seed` to them.
export { abort_to_host, seed_from_host } from "rune/failure";
