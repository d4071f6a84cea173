import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client, fetchExchange, subscriptionExchange, type SubscriptionForwarder } from '@urql/core'
import {
  buildSchema,
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  isObjectType,
  isUnionType,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { type CachePart, joined } from '#lib/graph/cache-part.ts'
import { normalisedCache } from '#lib/graph/cache.ts'
import { cacheParts } from './cache-parts.ts'

const file = join(import.meta.dirname, '../../schema/api.graphql')
const schema = buildSchema(readFileSync(file, 'utf8'))
const fieldsOf = (type: unknown): GraphQLField<unknown, unknown>[] =>
  isObjectType(type) ? Object.values(type.getFields()) : []
const typeOf = ({ type }: GraphQLField<unknown, unknown>) => getNamedType(type)

/** Where the shell shows counts of a queue: `viewer { trainingTasks { signing } }`, by the type of the counts. */
const shown = fieldsOf(schema.getType('Viewer')).flatMap((tasks) =>
  fieldsOf(typeOf(tasks)).map((queue) => ({ type: typeOf(queue).name, tasks, queue })),
)

/** Every field whose answer carries the counts of a queue, with the member that does. */
const counted = (root: GraphQLObjectType | null | undefined) =>
  fieldsOf(root).flatMap((field) => {
    const answer = typeOf(field)
    return (isUnionType(answer) ? answer.getTypes() : [answer]).flatMap((member) => {
      const counts = fieldsOf(member).find(({ name }) => name === 'counts')
      const place = shown.find(({ type }) => counts && type === typeOf(counts).name)
      return counts && place
        ? [{ field, name: field.name, member: member.name, counts: typeOf(counts), place }]
        : []
    })
  })
type Counted = ReturnType<typeof counted>[number]
const events = counted(schema.getSubscriptionType())
const commands = counted(schema.getMutationType())

const selection = ({ counts }: Counted) =>
  fieldsOf(counts)
    .map(({ name }) => name)
    .join(' ')
const valueOf = ({ counts }: Counted, waiting: number) => ({
  __typename: counts.name,
  ...Object.fromEntries(fieldsOf(counts).map(({ name }) => [name, name === 'waiting' ? waiting : 0])),
})

/** A shell that shows 3 that wait, and a graph that says 25 with whatever comes next. */
const aShell = async (of: Counted) => {
  const { tasks, queue } = of.place
  const tab = `query Tab { viewer { ${tasks.name} { ${queue.name} { ${selection(of)} } } } }`
  const answer = { __typename: of.member, counts: valueOf(of, 25) }
  const viewer = {
    __typename: 'Viewer',
    [tasks.name]: { __typename: typeOf(tasks).name, [queue.name]: valueOf(of, 3) },
  }
  const forwardSubscription: SubscriptionForwarder = () => ({
    subscribe: (sink) => {
      sink.next({ data: { [of.name]: answer } })
      return { unsubscribe: () => undefined }
    },
  })
  const client = new Client({
    url: 'http://portal/graphql',
    preferGetMethod: false,
    exchanges: [normalisedCache(cacheParts), fetchExchange, subscriptionExchange({ forwardSubscription })],
    fetch: (_url, request) =>
      Promise.resolve(
        Response.json({
          data: String(request?.body).includes('mutation') ? { [of.name]: answer } : { viewer },
        }),
      ),
  })
  await client.query(tab, {}).toPromise()
  const waiting = (): unknown => {
    const { viewer } = client.readQuery(tab, {})!.data as {
      viewer: Record<string, Record<string, { waiting: number }>>
    }
    return viewer[tasks.name]?.[queue.name]?.waiting
  }
  return { client, waiting }
}

const SCOPES = [
  ['MINE', 25],
  ['AS_DEPUTY', 3],
  ['MY_TRAINEES', 3],
] as const

describe('what waits, as the tabs and the home page count it', () => {
  it.each(events.flatMap((of) => SCOPES.map(([scope, waiting]) => ({ of, name: of.name, scope, waiting }))))(
    'F012 $name of $scope leads to $waiting: only one’s own queue is counted as one’s own',
    async ({ of, scope, waiting }) => {
      const shell = await aShell(of)
      const heard = Promise.withResolvers<void>()
      const live = `subscription Live($scope: QueueScope) { ${of.name}(scope: $scope) { counts { ${selection(of)} } } }`
      shell.client.subscription(live, { scope }).subscribe(() => heard.resolve())
      await heard.promise
      expect(shell.waiting()).toBe(waiting)
    },
  )

  it.each(commands)('B01 $name brings the counts after it', async (of) => {
    const shell = await aShell(of)
    const input = of.field.args[0]?.type.toString() ?? ''
    const document = `mutation Do($input: ${input}) { ${of.name}(input: $input) { __typename ... on ${of.member} { counts { ${selection(of)} } } } }`
    await shell.client.mutation(document, { input: {} }).toPromise()
    expect(shell.waiting()).toBe(25)
  })

  it('comes from the queues of signing, approval and service time at least', () => {
    expect([events.length, commands.length]).toEqual([3, 6])
  })
})

describe('what features register', () => {
  const roots = {
    Query: schema.getQueryType(),
    Mutation: schema.getMutationType(),
    Subscription: schema.getSubscriptionType(),
  }
  const claimed = cacheParts.flatMap((part) =>
    (Object.keys(roots) as (keyof CachePart)[]).flatMap((root) =>
      Object.keys(part[root] ?? {}).map((field) => ({ root, field })),
    ),
  )

  it.each(claimed)('$root has a field $field', ({ root, field }) => {
    expect(Object.keys(roots[root]?.getFields() ?? {})).toContain(field)
  })

  it('is each field’s once', () => {
    const twice = [
      { Mutation: { openRecord: () => undefined } },
      { Mutation: { openRecord: () => undefined } },
    ]
    expect(() => joined(twice, 'Mutation')).toThrow('openRecord')
  })
})
