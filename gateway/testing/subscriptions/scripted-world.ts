import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { composeServices } from '@apollo/composition'
import { parse } from 'graphql'
import { buildGraph } from '../../src/graph/graph.ts'
import type { SubgraphAnswer } from '../../src/subgraph/subgraph-answer.ts'
import { createSubscriptions, type SubscriptionsOptions } from '../../src/subscriptions/index.ts'
import { aSession } from './world.ts'
import { RawClient } from './raw-client.ts'
import { ScriptedUpstream } from './scripted-upstream.ts'

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@requires", "@external", "@composeDirective"])`

/** Each entity in the other subgraph; throws what the subgraph client would throw. */
export type Answer = (ids: readonly string[], signal: AbortSignal | undefined) => Promise<SubgraphAnswer>

export interface Script {
  /** The SDL of the subgraph with the subscriptions. */
  readonly sdl: string
  /** The SDL of the other subgraph, and its answers for entities. */
  readonly other?: { readonly sdl: string; readonly answer: Answer }
  readonly options?: Partial<SubscriptionsOptions>
}

/** The graph of the subgraphs of a script. */
export function graphOf({ sdl, other }: Pick<Script, 'sdl' | 'other'>, extra = '') {
  const services = [{ name: 'live', url: 'http://live', typeDefs: parse(link + sdl + extra) }]
  if (other) services.push({ name: 'other', url: 'http://other', typeDefs: parse(link + other.sdl) })
  const composed = composeServices(services)
  if (!composed.supergraphSdl) throw new AggregateError(composed.errors ?? [])
  return buildGraph(composed.supergraphSdl)
}

/** A gateway before a subgraph whose every message the test writes, with clients that show every message they get. */
export async function aScriptedWorld(script: Script) {
  const upstream = new ScriptedUpstream()
  await upstream.start()
  const subscriptions = createSubscriptions({
    subgraphs: {
      urls: (name) => (name === 'live' ? [upstream.url] : undefined),
      async fetch({ variables, signal }) {
        if (!script.other) throw new Error('there is no other subgraph')
        const { representations } = JSON.parse(variables) as { representations: { id: string }[] }
        const ids = representations.map(({ id }) => id)
        return script.other.answer(ids, signal)
      },
    },
    authenticate: async () => aSession('kari', 3_600_000),
    stillHolds: () => Promise.resolve(true),
    signActor: ({ personId }) => personId,
    logger: { warn: () => {}, error: () => {} },
    ...script.options,
    timing: { backoffMs: 10, sweepMs: 20, lingerMs: 20, ...script.options?.timing },
  })
  subscriptions.load(graphOf(script))
  const http = createServer()
  subscriptions.attach(http)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}/graphql`
  const clients: RawClient[] = []
  return {
    ...{ upstream, subscriptions, url },
    reload: (extra: string) => subscriptions.load(graphOf(script, extra)),
    /** A client that the gateway has let in. */
    async client() {
      const client = new RawClient(url)
      clients.push(client)
      await client.greet()
      return client
    },
    async end() {
      for (const client of clients) client.end()
      await subscriptions.close()
      http.closeAllConnections()
      http.close()
      upstream.stop()
    },
  }
}

export type ScriptedWorld = Awaited<ReturnType<typeof aScriptedWorld>>
