import { Client, type Exchange, gql, makeResult, type Operation, type OperationResult } from '@urql/core'
import { filter, fromPromise, mergeMap, pipe, takeUntil } from 'wonka'
import { expect, it } from 'vitest'
import { normalisedCache } from './cache.ts'
import { newestAnswer } from './newest-answer.ts'

const THING = gql`
  query Thing {
    thing {
      id
      version
    }
  }
`
const EDIT = gql`
  mutation Edit {
    edit {
      id
      version
    }
  }
`

/** A server of one thing: what it answers is of when it was asked, and arrives when it is let go. */
const aServer = () => {
  let version = 1
  const waiting: { operation: Operation; arrive: () => void }[] = []
  const answer = (operation: Operation): Promise<OperationResult> => {
    if (operation.kind === 'mutation') {
      version += 1
      const edit = { __typename: 'Thing', id: '1', version }
      return Promise.resolve(
        makeResult(operation, { data: { __typename: 'Mutation', edit }, hasNext: false }),
      )
    }
    const thing = { __typename: 'Thing', id: '1', version }
    const result = makeResult(operation, { data: { __typename: 'Query', thing }, hasNext: false })
    return new Promise((arrive) => waiting.push({ operation, arrive: () => arrive(result) }))
  }
  const exchange: Exchange = () => (operations$) => {
    const ended = pipe(
      operations$,
      filter(({ kind }) => kind === 'teardown'),
    )
    return pipe(
      operations$,
      filter(({ kind }) => kind !== 'teardown'),
      mergeMap((operation) =>
        pipe(
          fromPromise(answer(operation)),
          takeUntil(
            pipe(
              ended,
              filter(({ key }) => key === operation.key),
            ),
          ),
        ),
      ),
    )
  }
  /** The oldest answer under way arrives. */
  const arrive = async () => {
    waiting.shift()?.arrive()
    await new Promise((then) => setTimeout(then))
  }
  return { exchange, arrive }
}

/** A page that has read a thing, and what it shows of it one time after the other. */
const aPage = async (exchanges: Exchange[]) => {
  const server = aServer()
  const client = new Client({
    ...{ url: '/graphql', preferGetMethod: false, requestPolicy: 'cache-first' },
    exchanges: [normalisedCache(), ...exchanges, server.exchange],
  })
  const shown: (number | undefined)[] = []
  client
    .query<{ thing: { version: number } }>(THING, {})
    .subscribe(({ data }) => shown.push(data?.thing.version))
  await server.arrive()
  const refresh = () => void client.query(THING, {}, { requestPolicy: 'network-only' }).toPromise()
  return { arrive: server.arrive, shown, refresh, edit: () => client.mutation(EDIT, {}).toPromise() }
}

/** Read anew before a command and after it, the first answer last but one. */
const readAroundCommand = async (exchanges: Exchange[]) => {
  const page = await aPage(exchanges)
  page.refresh()
  await page.edit()
  page.refresh()
  await page.arrive()
  await page.arrive()
  return page.shown
}

it('B02 an answer from before a command brings back no former version', async () => {
  const shown = await readAroundCommand([newestAnswer])
  expect(shown.slice(shown.indexOf(2))).not.toContain(1)
  expect(shown.at(-1)).toBe(2)
})

it('control: without it, one does', async () => {
  const shown = await readAroundCommand([])
  expect(shown.slice(shown.indexOf(2))).toContain(1)
})

it('what was answered is asked for again as ever', async () => {
  const page = await aPage([newestAnswer])
  await page.edit()
  await page.edit()
  page.refresh()
  await page.arrive()
  expect(page.shown.at(-1)).toBe(3)
})
