import { ApolloGateway } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { silent } from './gateway-fixture.ts'

/** Apollo's gateway as it ships, over the same running subgraphs. */
export interface Reference {
  readonly url: string
  stop(): Promise<void>
}

export async function aReference(supergraphSdl: string): Promise<Reference> {
  const gateway = new ApolloGateway({ supergraphSdl, logger: silent })
  const server = new ApolloServer({ gateway, logger: silent, includeStacktraceInErrorResponses: false })
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } })
  return { url, stop: () => server.stop() }
}
