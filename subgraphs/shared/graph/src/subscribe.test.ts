import { buildSchema, GraphQLError, parse } from 'graphql'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { subscribe } from './subscribe.ts'

const silent = pino({ level: 'silent' })
const events = [
  { cursor: '1', count: 1 },
  { cursor: '2', count: 2 },
]

/** A stream of two events of which the second is answered by `second`. */
async function streamOf(second: () => number) {
  const schema = buildSchema(
    'type Query { none: Int } type Subscription { changed: Changed! } type Changed { count: Int }',
  )
  const field = schema.getSubscriptionType()?.getFields()['changed']
  let returned = false
  async function* source() {
    try {
      yield* events
    } finally {
      returned = true
    }
  }
  Object.assign(field ?? {}, {
    subscribe: source,
    resolve: ({ cursor, count }: { cursor: string; count: number }) => ({
      count: () => (cursor === '2' ? second() : count),
    }),
  })
  const document = parse('subscription { changed { count } }')
  const results = await subscribe({ schema, document, contextValue: {} }, silent)
  if (!(Symbol.asyncIterator in results)) throw new Error('not subscribed')
  const first = (await results.next()).value as unknown
  return { first, next: () => results.next(), isReturned: () => returned }
}

test('B02 an event leaves with its cursor', async () => {
  const { first, next } = await streamOf(() => 2)
  expect(first).toEqual({ data: { changed: { count: 1 } }, extensions: { cursor: '1' } })
  expect(await next()).toMatchObject({ done: false, value: { extensions: { cursor: '2' } } })
})

test('B02 an event that could not be read does not count as delivered: the stream is interrupted before it', async () => {
  const { next, isReturned } = await streamOf(() => {
    throw new Error('the database is away')
  })
  await expect(next()).rejects.toMatchObject({ extensions: { code: 'SUBSCRIPTION_INTERRUPTED' } })
  expect(isReturned()).toBe(true)
})

test('an answer that is meant as an error is the event’s answer', async () => {
  const { next } = await streamOf(() => {
    throw new GraphQLError('No', { extensions: { code: 'REFUSED' } })
  })
  expect(await next()).toMatchObject({
    done: false,
    value: { data: { changed: { count: null } }, errors: [{ message: 'No' }], extensions: { cursor: '2' } },
  })
})
