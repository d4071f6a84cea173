import { Client, fetchExchange } from '@urql/core'
import { expect, it, vi } from 'vitest'
import { normalisedCache } from './cache.ts'
import { missingParts } from './missing-parts.ts'

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
    errors: [
      {
        message: 'A part of the answer is unavailable.',
        path: ['viewer'],
        extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
      },
    ],
  },
}

const aClient = () => {
  const asked = vi.fn<typeof fetch>((_url, init) => {
    const { operationName } = JSON.parse(String(init?.body)) as { operationName: string }
    return Promise.resolve(Response.json(answers[operationName]))
  })
  const exchanges = [normalisedCache(), missingParts, fetchExchange]
  const url = 'http://portal/graphql'
  return { asked, client: new Client({ url, preferGetMethod: false, exchanges, fetch: asked }) }
}

it('what a subgraph that is down would have said is missing for the page that asked, and for no other', async () => {
  const { client, asked } = aClient()
  const whole = await client.query(shell, {})
  const seen: unknown[] = []
  const { unsubscribe } = client.query(shell, {}).subscribe(({ data }) => seen.push(data))

  const partly = await client.query(search, {})
  expect(partly.data).toEqual({ viewer: null, tracks: [{ code: 'ALM' }] })
  expect(partly.error?.graphQLErrors[0]?.extensions).toEqual({ code: 'SUBGRAPH_UNAVAILABLE' })

  expect((await client.query(shell, {})).data).toEqual(whole.data)
  for (const each of seen) expect(each).toEqual(whole.data)
  unsubscribe()
  expect(asked).toHaveBeenCalledTimes(2)
})

it('what was missing is asked for again by the next who needs it', async () => {
  // In development the cache warns of every part that an answer lacks.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const { client, asked } = aClient()
  await client.query(search, {})
  await client.query(search, {})
  expect(asked).toHaveBeenCalledTimes(2)
})
