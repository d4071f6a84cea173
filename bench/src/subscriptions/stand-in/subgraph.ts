import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { importActorKey, verifyActorToken } from '@kompetanse/schema/actor-token'
import {
  buildASTSchema,
  createSourceEventStream,
  execute,
  GraphQLError,
  parse,
  type ExecutionArgs,
} from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import { now } from '../system.ts'
import { cursorAt, QueueLog, type QueueEntry } from './queue-log.ts'
import { answersAsIdentity } from '../../identity.ts'

/*
 * Progress, identity and the issuer of a bench run in one process: queues in memory instead of in a database, so
 * that what is measured is the gateway. It has their protocols, actor tokens and cursors included.
 */

const key = await importActorKey(process.env['ACTOR_PUBLIC_KEY'] ?? '')
const log = new QueueLog()
const sdl = await readFile(new URL('../../../../schema/subgraphs/progress.graphql', import.meta.url), 'utf8')
const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true })
let entityRequests = 0

const toEvent = ({ activityId, version }: QueueEntry) => ({
  change: 'CHANGED',
  activityId,
  entry: {
    tab: 'WAITING',
    activity: {
      id: activityId,
      version,
      status: 'WAITING',
      comment: 'Observed twice, discussed afterwards.',
      signingRequest: { sentAt: '2026-01-05T10:00:00Z', waitingDays: 3 },
    },
  },
  counts: { waiting: version, rejected: 0, signed: 12 },
})

async function subscribe(args: ExecutionArgs) {
  const { personId } = args.contextValue as { personId: string }
  const after = args.variableValues?.['__gatewayAfter']
  const rootValue = {
    signingQueueChanged: () => log.read(personId, typeof after === 'string' ? after : null),
  }
  const source = await createSourceEventStream({ ...args, rootValue })
  if (!(Symbol.asyncIterator in source)) return source
  const entries = source[Symbol.asyncIterator]() as AsyncIterator<QueueEntry>
  const done = { done: true, value: undefined } as const
  const results = {
    async next() {
      const { done: ended, value } = await entries.next()
      if (ended) return done
      const result = await execute({ ...args, rootValue: { signingQueueChanged: toEvent(value) } })
      return { done: false as const, value: { ...result, extensions: { cursor: value.cursor } } }
    },
    async return() {
      await entries.return?.()
      return done
    },
    async throw(error: unknown): Promise<never> {
      await entries.return?.()
      throw error
    },
    [Symbol.asyncIterator]: () => results,
  }
  return results
}

async function answer(request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? '/', 'http://stand-in')
  const send = (body: unknown) =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
  if (answersAsIdentity(url.pathname, url.searchParams, response)) return
  switch (url.pathname) {
    case '/jwks':
      return send({ keys: [JSON.parse(process.env['ISSUER_PUBLIC_KEY'] ?? '{}')] })
    case '/cursor':
      return send({ cursor: cursorAt(log.end) })
    case '/entity-requests':
      return send({ entityRequests })
    case '/commit': {
      const { people } = (await json(request)) as { people: string[] }
      return send(people.map((person) => ({ ...log.append(person), at: now() })))
    }
    default:
      entityRequests++
      return send({ errors: [{ message: 'only queues are served' }] })
  }
}

const server = createServer((request, response) => void answer(request, response))
useServer(
  {
    schema,
    subscribe,
    validate: () => [],
    onSubscribe: async (context, id, { query, variables, extensions }) => {
      const actor = await verifyActorToken(String(extensions?.['actor']), key)
      if (!actor) return [new GraphQLError('UNAUTHENTICATED')]
      void [context, id]
      return { schema, document: documentOf(query), variableValues: variables ?? null, contextValue: actor }
    },
  },
  new WebSocketServer({ server, path: '/graphql' }),
)

const documents = new Map<string, ReturnType<typeof parse>>()
function documentOf(query: string) {
  const document = documents.get(query) ?? parse(query)
  documents.set(query, document)
  return document
}

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  process.stdout.write(`${JSON.stringify({ ready: 'stand-in', port })}\n`)
})
process.once('SIGTERM', () => process.exit(0))
