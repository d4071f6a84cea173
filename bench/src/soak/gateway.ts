import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importActorKey } from '@kompetanse/schema/actor-token'
import { subgraphNames } from '@kompetanse/schema/supergraph'
import { answersAsIdentity } from '../identity.ts'
import { startServer, type Child } from '../subscriptions/child.ts'
import { accessToken, newKeys, SCOPE, type KeyPair } from '../subscriptions/stand-in/keys.ts'
import { Queues } from './queues.ts'

const AUDIENCE = 'https://kompetanseportalen.local/graph'
const SCHEMA = new URL('../../../schema/', import.meta.url)

/** The real gateway in its own process, with queues that can be killed behind it. */
export interface SoakSystem {
  readonly gateway: Child
  readonly url: string
  readonly queues: Queues
  bearer(person: string): string
  /** Gives the gateway another supergraph with the same content. */
  reload(): Promise<void>
  stop(): Promise<void>
}

/** Issuer and identity in one: everybody is known, under the name that the token gives. */
async function startIdentity(keys: KeyPair) {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://identity')
    if (answersAsIdentity(pathname, searchParams, response)) return
    const answer = { keys: [JSON.parse(keys.publicJwk) as unknown] }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, stop: () => server.close() }
}

export async function startSoakSystem(): Promise<SoakSystem> {
  const [issuerKeys, actorKeys] = [newKeys(), newKeys()]
  const identity = await startIdentity(issuerKeys)
  const queues = new Queues(await importActorKey(actorKeys.publicJwk))
  await queues.start()
  const folder = await mkdtemp(join(tmpdir(), 'soak-'))
  const supergraph = join(folder, 'supergraph.graphql')
  for (const name of ['supergraph.graphql', 'operations'])
    await cp(new URL(name, SCHEMA), join(folder, name), { recursive: true })
  const urls = Object.fromEntries(subgraphNames().map((name) => [name, `${identity.url}/graphql`]))
  const gateway = await startServer('gateway/src/main.ts', {
    PORT: '0',
    NODE_ENV: 'production',
    REQUIRE_DPOP: 'false',
    ISSUER: identity.url,
    AUDIENCE,
    SCOPE,
    TEXT_SCOPE: SCOPE,
    ACTOR_PRIVATE_KEY: actorKeys.privateJwk,
    // A subgraph that is killed is what is wanted here.
    LOG_LEVEL: 'error',
    SUPERGRAPH: supergraph,
    SUBGRAPH_URLS: JSON.stringify({ ...urls, progress: queues.url }),
  })
  const text = await readFile(supergraph, 'utf8')
  let reloads = 0
  return {
    gateway,
    queues,
    url: `ws://127.0.0.1:${gateway.port}/graphql`,
    bearer: (subject) => accessToken(issuerKeys, { issuer: identity.url, audience: AUDIENCE, subject }),
    reload: () => writeFile(supergraph, `${text}\n# ${++reloads}\n`),
    async stop() {
      await gateway.stop()
      await queues.kill()
      identity.stop()
      await rm(folder, { recursive: true })
    },
  }
}
