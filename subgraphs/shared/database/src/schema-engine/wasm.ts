import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg'

const panicRegistry = {
  message: '',
  set_message(message: string) {
    this.message = message
  },
}

/** The text of the last Rust panic, which reaches JavaScript only through this global registry. */
export const lastPanic = () => panicRegistry.message

/** Instantiates the WebAssembly build of Prisma's schema engine. Call once per process. */
export async function loadEngine(): Promise<typeof engine.SchemaEngine> {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panicRegistry })
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = readFileSync(join(dirname(entry), 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...engine } })
  engine.__wbg_set_wasm(instance.exports)
  const start = instance.exports['__wbindgen_start']
  if (typeof start !== 'function') throw new Error('the schema engine has no start function')
  start()
  return engine.SchemaEngine
}
