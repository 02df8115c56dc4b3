// Exports of this file are globals in every module; all of them belong to one name.
import * as rune from "rune/index";
export { rune };
