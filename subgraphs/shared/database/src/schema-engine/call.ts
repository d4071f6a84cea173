import { readFileSync } from 'node:fs'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { engineConnections } from './connections.ts'
import { lastPanic, loadEngine } from './wasm.ts'

export interface Invocation {
  /** Files; undefined and not empty when there are none: the engine panics on an empty list. */
  datamodels: string[] | undefined
  databaseUrl: string | undefined
}

type Method = (params: unknown) => Promise<unknown>

/** Calls one method of the engine. A fresh engine per call, so that no session lock outlives it. */
export async function callEngine(invocation: Invocation, method: string, params: unknown): Promise<unknown> {
  const url = needsNoDatabase(method, params) ? undefined : invocation.databaseUrl
  const connections = engineConnections(url)
  const Engine = await loadedEngine()
  const datamodels = invocation.datamodels?.map((file): [string, string] => [
    file,
    readFileSync(file, 'utf8'),
  ])
  const log = (line: unknown) => process.env['DEBUG'] && process.stderr.write(`${String(line)}\n`)
  try {
    const engine = await Engine.new({ datamodels }, log, bindMigrationAwareSqlAdapterFactory(connections))
    const call: unknown = Reflect.get(engine, method)
    if (typeof call !== 'function') throw new Error(`the schema engine has no method ${method}`)
    return await (call as Method).call(engine, params)
  } catch (error) {
    throw error instanceof WebAssembly.RuntimeError ? new Error(lastPanic() || error.message) : error
  } finally {
    await connections.closeAll()
  }
}

let engine: ReturnType<typeof loadEngine> | undefined
const loadedEngine = () => (engine ??= loadEngine())

function needsNoDatabase(method: string, params: unknown): boolean {
  if (method !== 'diff') return false
  const { from, to } = params as { from: { tag: string }; to: { tag: string } }
  return [from, to].every(({ tag }) => tag === 'empty' || tag === 'schemaDatamodel')
}
