/// <reference types="@rune/guest/assemblyscript" />
/// <reference types="unplugin-rune-view/client" />
/// <reference types="unplugin-rune-wasm/client" />
