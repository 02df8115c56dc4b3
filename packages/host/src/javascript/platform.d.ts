// What every platform has beyond the ES library.
declare function queueMicrotask(action: () => void): void;
