import { fileURLToPath } from 'node:url'
import { exportJWK, generateKeyPair } from 'jose'
import type { Started } from './process.ts'
import { startReady } from './process.ts'
import { startIssuer } from './issuer.ts'
import type { World } from './world.ts'

const PEOPLE = 64
const local = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Subgraphs that cost nearly nothing, an issuer and many people: what is measured is the gateway. */
export async function startStubWorld(): Promise<World> {
  const names = ['identity', 'curriculum', 'progress']
  const subgraphs = new Map<string, Started>()
  for (const name of names)
    subgraphs.set(
      name,
      await startReady([local('./stub-subgraph.ts'), local(`../../../schema/subgraphs/${name}.graphql`)]),
    )
  const issuer = await startIssuer()
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true })
  const people = Array.from({ length: PEOPLE }, (_, index) => `person-${index}`)
  const tokens = await Promise.all(people.map((person) => issuer.token(person)))
  return {
    subgraphUrls: Object.fromEntries([...subgraphs].map(([name, { url }]) => [name, `${url}/graphql`])),
    gatewayEnv: {
      ISSUER: issuer.url,
      AUDIENCE: issuer.audience,
      ACTOR_PRIVATE_KEY: JSON.stringify(await exportJWK(privateKey)),
    },
    bearers: tokens,
    actors: people,
    ids: { id: 'goal-1' },
    close() {
      for (const subgraph of subgraphs.values()) subgraph.stop()
      issuer.close()
    },
  }
}
