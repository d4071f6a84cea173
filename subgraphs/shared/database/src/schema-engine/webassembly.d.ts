// Node has WebAssembly, but its types come with the browser's library, which this package does without.
declare namespace WebAssembly {
  class RuntimeError extends Error {}
  function instantiate(
    bytes: Uint8Array,
    imports: Record<string, Record<string, unknown>>,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>
}
