import type { Cache } from '@urql/exchange-graphcache'
import type { CachePart } from '#lib/graph/cache-part.ts'
import { graphql } from '#lib/graph/graphql.ts'
import { queueCache } from '#lib/queue/cache.ts'

const ServiceTimeCounts = graphql(`
  fragment ServiceTimeCounts on Viewer {
    serviceTimeTasks {
      queue {
        waiting
        rejected
        signed
      }
    }
  }
`)

const queue = queueCache({
  fragment: ServiceTimeCounts,
  viewer: (counts) => ({ serviceTimeTasks: { __typename: 'ServiceTimeTasks', queue: counts } }),
  event: 'serviceTimeQueueChanged',
  commands: ['signServicePeriods', 'rejectServicePeriods'],
})

/** What the doctor's own command changes beside the period: the account, the list and what waits. */
const onOwnCommand = (_result: unknown, _args: unknown, cache: Cache): void => {
  const trainee = cache.resolve('Viewer:me', 'trainee')
  if (typeof trainee === 'string')
    for (const field of ['servicePeriods', 'removedServicePeriods', 'serviceTimeLedger'])
      cache.invalidate(trainee, field)
  cache.invalidate('Viewer:me', 'serviceTimeTasks')
}

export const serviceTimeCache: CachePart = {
  ...queue,
  Mutation: {
    ...queue.Mutation,
    registerServicePeriod: onOwnCommand,
    editServicePeriod: onOwnCommand,
    removeServicePeriod: onOwnCommand,
    sendServicePeriodForSigning: onOwnCommand,
  },
}
