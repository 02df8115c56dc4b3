declare module "*.html?view" {
  import type { View } from "@rune/schema";

  const view: View;
  export default view;
}
