#!/usr/bin/env node
/**
 * Stands in for Prisma's native `schema-engine` binary: the same JSON-RPC over stdio, answered by the WebAssembly
 * build of the same engine. Name it by PRISMA_SCHEMA_ENGINE_BINARY and the Prisma CLI downloads nothing.
 */
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { callEngine, type Invocation } from './schema-engine/call.ts'
import { lastPanic } from './schema-engine/wasm.ts'

interface Request {
  id: number
  method?: string
  params: unknown
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: 'string', multiple: true, short: 'd' },
    datasource: { type: 'string' },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
  },
})

const invocation: Invocation = {
  datamodels: values.datamodels?.map(String),
  databaseUrl:
    typeof values.datasource === 'string'
      ? (JSON.parse(values.datasource) as { url?: string }).url
      : undefined,
}

// A Rust panic surfaces here, outside the promise of the call, and leaves the engine unusable.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${lastPanic() || error.stack}\n`)
  process.exit(101)
})

const send = (message: object) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)

async function answer({ id, method, params }: Request): Promise<void> {
  if (!method) return
  try {
    const result = (await callEngine(invocation, method, params)) as { stdout?: string | null } | undefined
    if (method === 'diff' && result?.stdout) {
      // The native engine has the CLI print a diff by a call of its own, and leaves it out of the answer.
      send({ id: 900_000 + id, method: 'print', params: { content: result.stdout } })
      result.stdout = null
    }
    send({ id, result: result ?? {} })
  } catch (error) {
    const { message, code = null, meta = null } = error as { message?: string; code?: string; meta?: unknown }
    const data = { is_panic: false, message: message ?? String(error), meta, error_code: code ?? undefined }
    send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } })
  }
}

if (positionals[0] === 'cli') {
  process.stderr.write(`the stand-in engine has no command ${positionals.join(' ')}\n`)
  process.exitCode = 1
} else {
  let queue = Promise.resolve()
  const requests = createInterface({ input: process.stdin })
  requests.on('line', (line) => {
    queue = queue.then(() => answer(JSON.parse(line) as Request))
  })
  requests.on('close', () => void queue.finally(() => process.exit()))
}
