/** Every query and command of a subgraph, while whoever wants a connection to the database gets none. */
import { pino } from 'pino'
import pg from 'pg'
import { vi } from 'vitest'
import { maskErrors } from '../errors.ts'
import { ask } from './ask.ts'
import { documentOf, type Root } from './case.ts'
import { filled } from './plausible.ts'
import type { Sample } from './sample.ts'

const silent = pino({ level: 'silent' })
const REFUSED = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })

function connect(done?: (error: Error) => void): Promise<never> | undefined {
  if (!done) return Promise.reject(REFUSED)
  done(REFUSED)
  return undefined
}

/** How many fields were queried, and the codes of what went wrong, as they leave the subgraph. */
export async function withoutDatabase(sample: Sample) {
  const away = vi.spyOn(pg.Pool.prototype, 'connect').mockImplementation(connect as never)
  const codes: unknown[] = []
  let queried = 0
  try {
    for (const { type, operation } of rootsOf(sample)) {
      for (const field of Object.values(type.getFields())) {
        if (field.name.startsWith('_')) continue
        const variables = filled(sample, `${type.name}.${field.name}`, field.args)
        const root: Root = { type, path: [], found: 1, operation }
        const query = documentOf({ root, field, args: variables })
        const result = await ask(sample.schema, { ...sample, query, variables })
        for (const { extensions } of maskErrors(result, silent).errors ?? []) codes.push(extensions['code'])
        queried++
      }
    }
  } finally {
    away.mockRestore()
  }
  return { codes, queried }
}

const rootsOf = ({ schema }: Sample) =>
  (['query', 'mutation'] as const).flatMap((operation) => {
    const type = operation === 'query' ? schema.getQueryType() : schema.getMutationType()
    return type ? [{ type, operation }] : []
  })
