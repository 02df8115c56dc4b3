import runeView from "unplugin-rune-view/vite";
import { testServerAccess } from "../../../fixtures/harness/server-access-contract.ts";

testServerAccess({
  plugin: runeView,
  file: "card.html",
  query: "view",
  open: `<p>open</p>`,
  secret: `<p>topsecret</p>`,
});
