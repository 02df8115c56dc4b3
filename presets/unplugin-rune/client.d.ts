/// <reference types="@rune/guest/assemblyscript" />
