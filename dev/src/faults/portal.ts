import { setTimeout as delay } from 'node:timers/promises'
import { createPool } from '@kompetanse/database'
import { DATABASE, databaseUrl } from '@kompetanse/database/embedded'
import { readDemoPersons } from '../demo-persons.ts'
import { ROOT } from '../root.ts'
import { startSystem, type System } from '../system.ts'
import { allIsHeard } from './heard.ts'

/** What came of a request. An answer that never came has the code NO_ANSWER. */
export type Reply<Data> =
  { readonly kind: 'data'; readonly data: Data } | { readonly kind: 'failed'; readonly code: string }

type Variables = Readonly<Record<string, unknown>>

/** A demo person at the gateway. */
export interface Caller {
  readonly id: string
  readonly name: string
  bearer(): Promise<string>
  /** One request, once: what is not data is returned, not thrown. */
  attempt<Data>(query: string, variables?: Variables): Promise<Reply<Data>>
  /** Throws for anything but data. */
  ask<Data>(query: string, variables?: Variables): Promise<Data>
}

export interface Portal {
  readonly system: System
  /** The subgraph's tables as they are, for what no answer of the graph shows. */
  readonly tables: ReturnType<typeof createPool>
  /** Sends to `graph`; by default to the portal's one address. */
  caller(name: string, graph?: string): Caller
  /** Ends every connection that progress has to its database. */
  cutDatabase(): Promise<void>
  stop(): Promise<void>
}

/** The real gateway and subgraphs with the demo's persons and plans, all events consumed, before any command. */
export async function startPortal({ replicas = 1, withWeb = false } = {}): Promise<Portal> {
  const withSeed = ['identity', 'curriculum']
  const system = await startSystem({ mode: 'test', withWeb, withSeed, replicas })
  const tables = createPool({
    url: databaseUrl(system.adminUrl, { database: DATABASE }),
    schema: 'progress',
    max: 2,
  })
  await allIsHeard(tables, ['progress'])
  const persons = readDemoPersons(ROOT)
  return {
    system,
    tables,
    caller(name, graph = system.graph) {
      const person = persons.find(({ displayName }) => displayName === name)
      if (!person) throw new Error(`the demo has no ${name}`)
      return callerOf({ system, graph, id: person.id, name })
    },
    async cutDatabase() {
      await tables.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'progress'")
    },
    async stop() {
      await tables.end()
      await system.stop()
    },
  }
}

function callerOf(who: {
  readonly system: System
  readonly graph: string
  readonly id: string
  readonly name: string
}): Caller {
  const { system, graph, id, name } = who
  let token: Promise<string> | undefined
  const bearer = () => (token ??= system.token(id))
  const attempt = async <Data>(query: string, variables: Variables = {}): Promise<Reply<Data>> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await bearer()}` }
    const body = JSON.stringify({ query, variables })
    try {
      const response = await fetch(graph, { method: 'POST', headers, body })
      return replyOf((await response.json()) as Answer<Data>)
    } catch {
      return { kind: 'failed', code: 'NO_ANSWER' }
    }
  }
  return {
    ...{ id, name, bearer, attempt },
    async ask<Data>(query: string, variables?: Variables) {
      const reply = await attempt<Data>(query, variables)
      if (reply.kind === 'failed') throw new Error(`${name} was answered ${reply.code}`)
      return reply.data
    },
  }
}

interface Answer<Data> {
  readonly data?: Data | null
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[]
}

function replyOf<Data>({ data, errors }: Answer<Data>): Reply<Data> {
  if (data && !errors) return { kind: 'data', data }
  return { kind: 'failed', code: errors?.[0]?.extensions?.code ?? 'NO_CODE' }
}

const PATIENCE_MS = 20_000

/** Repeats a request until it is answered: then the fault is over, however the parts came back. */
export async function untilAnswered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (Date.now() > deadline) throw error
      await delay(100)
    }
  }
}
