import { Client, fetchExchange, subscriptionExchange, type SubscriptionForwarder } from '@urql/core'
import { expect, it } from 'vitest'
import { normalisedCache } from './cache.ts'

const tab = 'query Tab { viewer { trainingTasks { signing { waiting rejected signed } } } }'
const live = `
  subscription Live($scope: QueueScope) {
    signingQueueChanged(scope: $scope) { counts { waiting rejected signed } }
  }
`
const counts = (waiting: number) => ({ __typename: 'SigningTabCounts', waiting, rejected: 0, signed: 0 })
const viewer = {
  __typename: 'Viewer',
  trainingTasks: { __typename: 'TrainingTasks', signing: counts(3) },
}

/** Answers the query once, and each subscription at once with one event of 25 that wait. */
const aClient = () => {
  const forwardSubscription: SubscriptionForwarder = () => ({
    subscribe: (sink) => {
      const signingQueueChanged = { __typename: 'SigningQueueEvent', counts: counts(25) }
      sink.next({ data: { signingQueueChanged } })
      return { unsubscribe: () => undefined }
    },
  })
  return new Client({
    url: 'http://portal/graphql',
    preferGetMethod: false,
    exchanges: [normalisedCache(), fetchExchange, subscriptionExchange({ forwardSubscription })],
    fetch: () => Promise.resolve(Response.json({ data: { viewer } })),
  })
}

it.each([
  ['one’s own queue is what the tab counts', 'MINE', 25],
  ['F012 what waits in the queue of whom one stands in for is not counted as one’s own', 'AS_DEPUTY', 3],
  ['what waits with all whom one leads is not counted as one’s own', 'MY_TRAINEES', 3],
])('%s', async (_, scope, waiting) => {
  const client = aClient()
  await client.query(tab, {}).toPromise()
  const heard = Promise.withResolvers<void>()
  client.subscription(live, { scope }).subscribe(() => heard.resolve())
  await heard.promise
  expect(client.readQuery(tab, {})?.data).toMatchObject({
    viewer: { trainingTasks: { signing: { waiting } } },
  })
})
