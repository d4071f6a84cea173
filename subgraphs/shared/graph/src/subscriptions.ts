import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { pathOf } from '@kompetanse/schema/addresses'
import { withoutHint } from '@kompetanse/schema/process/hints'
import { GraphQLError, type GraphQLSchema } from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import type { Log } from '@kompetanse/schema/process/log-details'
import { WebSocketServer } from 'ws'
import type { Authenticate, GraphContext } from './context.ts'
import { createDocuments } from './documents.ts'
import { refusalIn } from './input/refusal.ts'
import { subscribe } from './subscribe.ts'

/**
 * Serves graphql-transport-ws on /graphql. The gateway sends everybody's subscriptions over one socket, so the
 * actor comes with each subscription (`extensions.actor`), not with the connection. An event's cursor leaves as
 * `extensions.cursor`. Returns what closes all sockets (1001), upon which the gateway resumes elsewhere.
 */
export function attachSubscriptions(
  server: Server,
  schema: GraphQLSchema,
  authenticate: Authenticate,
  logger: Log,
) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1_000_000 })
  const prepare = createDocuments(schema)
  const refused = refusalIn(schema)

  const disposable = useServer(
    {
      onSubscribe: async (_context, _id, payload) => {
        const actor = await authenticate(payload.extensions?.['actor'] as string | undefined)
        if (!actor) return [new GraphQLError('UNAUTHENTICATED', { extensions: { code: 'UNAUTHENTICATED' } })]
        const prepared = prepare(payload.query)
        if ('errors' in prepared) return prepared.errors
        const { operationName, variables } = payload
        const fault = refused({ document: prepared.document, operationName, variables }, actor)
        if (fault) return [fault]
        const contextValue: GraphContext = { actor, now: new Date() }
        return {
          schema,
          document: prepared.document,
          contextValue,
          variableValues: variables ?? null,
          operationName: operationName ?? null,
        }
      },
      subscribe: (args) => subscribe(args, logger),
      onError: (_context, _id, _payload, errors) =>
        errors.map((error) => ({ ...error.toJSON(), message: withoutHint(error.message) })),
    },
    sockets,
    10_000,
  )
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (pathOf(request.url) !== '/graphql') return void socket.destroy()
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request))
  })
  return async () => {
    for (const client of sockets.clients) client.close(1001, 'stopping')
    await disposable.dispose()
  }
}
