import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { print } from 'graphql'
import { createGateway } from '../../src/gateway.ts'
import { openApolloExecutor, type ExecutedResult, type SubgraphQuery } from '../apollo-executor.ts'
import { ask, silent } from '../gateway-fixture.ts'
import type { Operation } from './operation/make-operation.ts'
import type { FuzzWorld } from './world/make-world.ts'

/** Answers an operation in one way. */
export type Answer = (operation: Operation) => Promise<ExecutedResult>

/** All ways in which the operations of one world are answered. */
export interface Contenders {
  readonly truth: Answer
  /** This gateway, every operation on the compiled executor. */
  readonly ours: Answer
  /** `@apollo/gateway` as it is. */
  readonly apollo: Answer
  close(): Promise<void>
}

/** Serves every subgraph of a world on one port, each under its name. */
async function serve(world: FuzzWorld) {
  const server = createServer((request, response) => {
    void request.toArray().then(async (chunks: Buffer[]) => {
      const query = JSON.parse(Buffer.concat(chunks).toString()) as SubgraphQuery
      const answer = await world.answer((request.url ?? '').slice(1), query)
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(answer))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { server, urlOf: (name: string) => `http://127.0.0.1:${port}/${name}` }
}

const UNLIMITED = {
  maxTokens: 1e5,
  maxDepth: 100,
  maxAliases: 1e4,
  maxFields: 1e5,
  maxConditions: 100,
  maxRepeats: 100,
  maxCost: Infinity,
}

async function openOurs(world: FuzzWorld) {
  const { server, urlOf } = await serve(world)
  const folder = await mkdtemp(join(tmpdir(), 'fuzz-'))
  const supergraphPath = join(folder, 'supergraph.graphql')
  await writeFile(supergraphPath, world.supergraph)
  const gateway = await createGateway({
    developerTools: true,
    supergraphPath,
    subgraphUrls: new Map([...world.sdl.keys()].map((name) => [name, [urlOf(name)]])),
    limits: UNLIMITED,
    drainMs: 0,
    log: silent,
  })
  const url = `http://127.0.0.1:${await gateway.http.listen(0)}/graphql`
  return {
    answer: async ({ document, variables }: Operation) =>
      (await ask(url, { query: print(document), variables })).body as ExecutedResult,
    async close() {
      await gateway.close()
      server.closeAllConnections()
      server.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** Opens all contenders for one world. What comes out is data and errors; nothing throws for a bad answer. */
export async function openContenders(world: FuzzWorld): Promise<Contenders> {
  const [ours, apollo] = await Promise.all([
    openOurs(world),
    openApolloExecutor(world.supergraph, world.answer),
  ])
  const failed = (error: unknown): ExecutedResult => ({ errors: [{ message: String(error) }] })
  return {
    truth: ({ document, variables }) => world.truth(document, variables),
    ours: (operation) => ours.answer(operation).catch(failed),
    apollo: ({ document, variables }) => apollo.execute(document, variables).catch(failed),
    async close() {
      await Promise.all([ours.close(), apollo.stop()])
    },
  }
}
