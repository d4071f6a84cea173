import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composeServices } from '@apollo/composition'
import { markOneOf, oneOfInputs } from '@kompetanse/schema/one-of'
import { parse } from 'graphql'
import { createGateway, type Gateway, type GatewayOptions } from '../src/gateway.ts'
import { createLogger } from '../src/process/log.ts'
import {
  runSubgraph,
  subgraphSdl,
  type RunningSubgraph,
  type SubgraphDefinition,
} from './subgraph-fixture.ts'

export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly body: {
    data?: unknown
    errors?: { message: string; path?: unknown; extensions: Record<string, unknown> }[]
  }
}

export interface World {
  readonly gateway: Gateway
  readonly url: string
  readonly supergraph: string
  readonly supergraphPath: string
  readonly subgraphs: Record<string, RunningSubgraph>
  ask(query: string, variables?: unknown, init?: RequestInit): Promise<Reply>
  close(): Promise<void>
}

export function compose(definitions: readonly SubgraphDefinition[], urls: Record<string, string>): string {
  const services = definitions.map((definition) => ({
    name: definition.name,
    url: urls[definition.name] ?? 'http://127.0.0.1:9/graphql',
    typeDefs: parse(subgraphSdl(definition)),
  }))
  const { supergraphSdl, errors } = composeServices(services)
  if (!supergraphSdl) throw new AggregateError(errors ?? [])
  return markOneOf(
    supergraphSdl,
    definitions.flatMap(({ sdl }) => oneOfInputs(sdl)),
  )
}

export const silent = createLogger('test')
silent.level = 'silent'

/** Running subgraphs with the gateway in front. */
export async function aWorld(
  definitions: readonly SubgraphDefinition[],
  options: Partial<GatewayOptions> = {},
): Promise<World> {
  const running = await Promise.all(definitions.map(async (d) => [d.name, await runSubgraph(d)] as const))
  const subgraphs = Object.fromEntries(running)
  const supergraph = compose(definitions, Object.fromEntries(running.map(([name, { url }]) => [name, url])))
  const folder = await mkdtemp(join(tmpdir(), 'gateway-'))
  const supergraphPath = join(folder, 'supergraph.graphql')
  await writeFile(supergraphPath, supergraph)
  const gateway = await createGateway({
    developerTools: true,
    supergraphPath,
    log: silent,
    ...options,
  })
  const url = `http://127.0.0.1:${await gateway.http.listen(0)}/graphql`
  return {
    gateway,
    url,
    supergraph,
    supergraphPath,
    subgraphs,
    ask: (query, variables, init) => ask(url, { query, variables }, init),
    async close() {
      await gateway.close()
      await Promise.all(running.map(([, subgraph]) => subgraph.close()))
      await rm(folder, { recursive: true })
    },
  }
}

export async function ask(
  url: string,
  body: unknown,
  { headers, ...init }: RequestInit = {},
): Promise<Reply> {
  const response = await fetch(url, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...(headers as Record<string, string>) },
    ...init,
  })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: text ? (JSON.parse(text) as Reply['body']) : {},
  }
}
