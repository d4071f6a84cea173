import { createServer } from 'node:http'
import { buildSchema, parse } from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import { listen } from './issuer.ts'

/** Accepts any subscription, sends no events, and counts the listeners. */
export async function aQuietSubgraph() {
  const server = createServer()
  let listeners = 0
  const subscribe = () => {
    listeners++
    const end = Promise.withResolvers<IteratorResult<never>>()
    const over = { done: true as const, value: undefined }
    const nothing: AsyncIterableIterator<never> = {
      next: () => end.promise,
      async return() {
        listeners--
        end.resolve(over)
        return over
      },
      [Symbol.asyncIterator]: () => nothing,
    }
    return nothing
  }
  const anything = {
    schema: buildSchema('type Query { a: Int } type Subscription { a: Int }'),
    document: parse('subscription { a }'),
  }
  useServer({ onSubscribe: () => anything, subscribe }, new WebSocketServer({ server }))
  const url = await listen(server)
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `${url}/graphql`, listeners: () => listeners, close }
}
