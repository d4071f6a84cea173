import { readFileSync } from 'node:fs'
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'

/** @apollo/gateway as its documentation sets it up. `node default-gateway.ts SUPERGRAPH PORT` */
interface Context {
  readonly actor?: string | undefined
}

class ActorDataSource extends RemoteGraphQLDataSource<Context> {
  override willSendRequest({
    request,
    context,
  }: Parameters<NonNullable<RemoteGraphQLDataSource<Context>['willSendRequest']>>[0]) {
    if (context.actor) request.http?.headers.set('x-actor', context.actor)
  }
}

const [, , supergraph = '', port = '0'] = process.argv
const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(supergraph, 'utf8'),
  buildService: ({ url }) => new ActorDataSource(url === undefined ? {} : { url }),
})
const server = new ApolloServer<Context>({ gateway })
await startStandaloneServer(server, {
  listen: { port: Number(port), host: '127.0.0.1' },
  context: async ({ req }) => ({ actor: req.headers['x-actor']?.toString() }),
})
