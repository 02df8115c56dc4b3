/** Pseudo URL scheme of the package's own files: `asset:assets/logo.png`. The renderer turns it into an address. */
export const ASSET_SCHEME = "asset:";
