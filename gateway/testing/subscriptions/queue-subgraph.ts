import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildSubgraphSchema } from '@apollo/subgraph'
import {
  createSourceEventStream,
  execute,
  GraphQLError,
  parse,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql'
import type { SubscribePayload } from 'graphql-ws'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import { queueSdl } from './graph.ts'
import { QueueLog, type QueueEvent } from './queue-log.ts'

interface Context {
  readonly actor: string
}

/** Sends what graphql-js yields with each event's cursor in the extensions, as real subgraphs do. */
async function subscribeWithCursor(
  args: ExecutionArgs,
): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(args)
  if (!(Symbol.asyncIterator in source)) return source
  const events = source[Symbol.asyncIterator]() as AsyncIterator<QueueEvent>
  const results = {
    async next() {
      const { done, value } = await events.next()
      if (done) return { done, value: undefined }
      const extensions = { cursor: value.cursor }
      if (value.queue === 'position') return { done: false, value: { data: null, extensions } }
      const result = await execute({ ...args, rootValue: value })
      return { done: false, value: { ...result, extensions } }
    },
    async return() {
      await events.return?.()
      return { done: true as const, value: undefined }
    },
    [Symbol.asyncIterator]: () => results,
  }
  return results as AsyncIterableIterator<ExecutionResult>
}

/** A real subgraph on a real socket (a Unix one when it is given a path), with a method for each fault. */
export class QueueSubgraph {
  readonly log = new QueueLog()
  /** The subscribe messages of the gateway, in order. */
  readonly subscriptions: SubscribePayload[] = []
  connections = 0
  readonly #path: string | null
  #port = 0
  #http: Server | null = null
  #sockets: WebSocketServer | null = null

  constructor(path: string | null = null) {
    this.#path = path
  }

  /** Sockets open now. */
  get open() {
    return this.#sockets?.clients.size ?? 0
  }

  get url() {
    return this.#path ? `http+unix:${this.#path}:/graphql` : `http://127.0.0.1:${this.#port}/graphql`
  }

  #schema = buildSubgraphSchema({
    typeDefs: parse(queueSdl),
    resolvers: {
      Subscription: {
        queueChanged: {
          subscribe: (_: unknown, { queue, after }: { queue: string; after: string | null }) => {
            if (after !== null && after !== undefined && Number.parseInt(after, 16) < this.log.oldest) {
              throw new GraphQLError('too old', { extensions: { code: 'SUBSCRIPTION_RESYNC' } })
            }
            return this.log.read(queue, after ?? null)
          },
          resolve: (event: QueueEvent) => ({ ...event, item: { id: `item-${event.number}` } }),
        },
        ticks: {
          subscribe: () => this.log.read('ticks', null),
          resolve: (event: QueueEvent) => event,
        },
      },
      QueueEvent: {
        note: ({ note }: QueueEvent, _: unknown, context: unknown) =>
          note ?? `for ${(context as Context).actor}`,
        broken: () => {
          throw new GraphQLError('no number', { extensions: { code: 'NO_NUMBER' } })
        },
      },
    },
  })

  async start() {
    const http = createServer()
    const sockets = new WebSocketServer({ server: http, path: '/graphql' })
    sockets.on('connection', () => this.connections++)
    useServer(
      {
        schema: this.#schema,
        subscribe: subscribeWithCursor,
        context: (_context, _id, payload): Context => ({ actor: String(payload.extensions?.['actor']) }),
        onSubscribe: (_context, _id, payload) => void this.subscriptions.push(payload),
      },
      sockets,
    )
    const place = this.#path ? { path: this.#path } : { port: this.#port, host: '127.0.0.1' }
    await new Promise<void>((resolve) => http.listen(place, resolve))
    if (!this.#path) this.#port = (http.address() as AddressInfo).port
    this.#http = http
    this.#sockets = sockets
  }

  /** Breaks all sockets; the next connection works again. */
  drop() {
    for (const socket of this.#sockets?.clients ?? []) socket.terminate()
  }

  /** Away until `start`, which comes back at the same place. */
  async stop() {
    this.drop()
    this.#sockets?.close()
    await new Promise((resolve) => this.#http?.close(resolve))
  }
}
