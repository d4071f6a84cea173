import { Client, fetchExchange } from '@urql/core'
import { expect, it, vi } from 'vitest'
import { normalisedCache } from './cache.ts'
import { withoutLost } from './without-lost.ts'

const shell = `
  query Shell {
    viewer {
      profile {
        workspaces
      }
      trainee {
        id
        displayName
      }
    }
  }
`
const search = `
  query Search {
    viewer {
      trainee {
        id
        assignedPlans {
          totalCount
        }
      }
    }
    tracks {
      code
    }
  }
`

const rows = `
  query Rows {
    trainee {
      id
      displayName
      mentor {
        id
      }
      assignedPlans {
        totalCount
      }
    }
    tracks {
      code
      note
      name
    }
  }
`
const unavailable = (...path: (string | number)[]) => ({
  message: 'A part of the answer is unavailable.',
  path,
  extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
})

const answers: Record<string, unknown> = {
  Shell: {
    data: {
      viewer: {
        __typename: 'Viewer',
        profile: { __typename: 'ViewerProfile', workspaces: ['OWN_TRAINING'] },
        trainee: { __typename: 'Trainee', id: 't', displayName: 'Amalie' },
      },
    },
  },
  Search: {
    data: { viewer: null, tracks: [{ __typename: 'Track', code: 'ALM' }] },
    errors: [unavailable('viewer')],
  },
  Rows: {
    data: {
      trainee: { __typename: 'Trainee', id: 't', displayName: null, mentor: null, assignedPlans: null },
      tracks: [
        { __typename: 'Track', code: 'ALM', note: null, name: null },
        { __typename: 'Track', code: 'SAM', note: null, name: 'Samfunnsmedisin' },
      ],
    },
    errors: [
      unavailable('trainee', 'assignedPlans', 'totalCount'),
      unavailable('trainee', 'displayName'),
      unavailable('tracks', 0),
    ],
  },
}

const aClient = () => {
  const fetched = vi.fn<typeof fetch>((_url, init) => {
    const { operationName } = JSON.parse(String(init?.body)) as { operationName: string }
    return Promise.resolve(Response.json(answers[operationName]))
  })
  const exchanges = [normalisedCache(), withoutLost, fetchExchange]
  const url = 'http://portal/graphql'
  return { fetched, client: new Client({ url, preferGetMethod: false, exchanges, fetch: fetched }) }
}

it('fields of a subgraph that is down are missing on the page that queried them, and on no other', async () => {
  const { client, fetched } = aClient()
  const whole = await client.query(shell, {})
  const seen: unknown[] = []
  const { unsubscribe } = client.query(shell, {}).subscribe(({ data }) => seen.push(data))

  const partly = await client.query(search, {})
  expect(partly.data).toEqual({ viewer: null, tracks: [{ code: 'ALM' }] })
  expect(partly.error?.graphQLErrors[0]?.extensions).toEqual({ code: 'SUBGRAPH_UNAVAILABLE' })

  expect((await client.query(shell, {})).data).toEqual(whole.data)
  for (const each of seen) expect(each).toEqual(whole.data)
  unsubscribe()
  expect(fetched).toHaveBeenCalledTimes(2)
})

it('a missing part is fetched again for the next query that needs it', async () => {
  // In development the cache warns of every part that an answer lacks.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const { client, fetched } = aClient()
  await client.query(search, {})
  await client.query(search, {})
  expect(fetched).toHaveBeenCalledTimes(2)
})

it('a null is missing by an error at it, below it or above it, and by no other', async () => {
  const { client } = aClient()
  await client.query(shell, {})
  const { data, error } = await client.query(rows, {})
  const missing = [
    ['trainee', 'assignedPlans'],
    ['trainee', 'displayName'],
    ['tracks', 0, 'note'],
    ['tracks', 0, 'name'],
  ]
  expect(error?.graphQLErrors.map(({ path }) => path)).toEqual(expect.arrayContaining(missing))
  expect(error?.graphQLErrors.map(({ path }) => path?.join('.'))).not.toContain('trainee.mentor')
  // The result of another page stays in the cache.
  expect((await client.query(shell, {})).data).toMatchObject({
    viewer: { trainee: { displayName: 'Amalie' } },
  })
  expect(data).toMatchObject({ trainee: { mentor: null }, tracks: [{ note: null }, { note: null }] })
})
