import { fileURLToPath } from 'node:url'
import { subgraphNames } from '@kompetanse/schema/supergraph'
import { exportJWK, generateKeyPair } from 'jose'
import type { Started } from './process.ts'
import { startReady } from './process.ts'
import { startIssuer } from './issuer.ts'
import type { Caller, World } from './world.ts'

/** Persons who differ only by their subject, so that no two requests can share a read. */
export interface StubWorld extends World {
  readonly callers: readonly Caller[]
}

const PEOPLE = 64
const local = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Subgraphs that cost nearly nothing, an issuer and many people: what is measured is the gateway. */
export async function startStubWorld(): Promise<StubWorld> {
  const subgraphs = new Map<string, Started>()
  for (const name of subgraphNames())
    subgraphs.set(
      name,
      await startReady([local('./stub-subgraph.ts'), local(`../../../schema/subgraphs/${name}.graphql`)]),
    )
  const issuer = await startIssuer()
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true })
  const callers = Array.from({ length: PEOPLE }, (_, index): Caller => {
    const token = issuer.token(`person-${index}`)
    return { bearer: () => token, actorToken: async () => `person-${index}` }
  })
  const anyCase = { callers, variables: {} }
  const oneCase = { callers, variables: { id: 'one' } }
  return {
    description: 'subgraphs that answer from memory, many people',
    subgraphUrls: Object.fromEntries([...subgraphs].map(([name, { url }]) => [name, `${url}/graphql`])),
    gatewayEnv: {
      ISSUER: issuer.url,
      AUDIENCE: issuer.audience,
      SCOPE: issuer.scope,
      ACTOR_PRIVATE_KEY: JSON.stringify(await exportJWK(privateKey)),
    },
    callers,
    cases: { 'signing-queue': anyCase, home: anyCase, goal: oneCase, join: oneCase },
    async close() {
      for (const subgraph of subgraphs.values()) subgraph.stop()
      issuer.close()
    },
  }
}
