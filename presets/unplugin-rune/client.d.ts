/// <reference types="@rune/guest/typescript" />
/// <reference types="unplugin-rune-view/client" />
/// <reference types="unplugin-rune-wasm/client" />
