import { type Cache, cacheExchange, type KeyingConfig, type UpdatesConfig } from '@urql/exchange-graphcache'
import { relayPagination } from '@urql/exchange-graphcache/extras'
import { embeddedTypes } from './generated/embedded-types.ts'
import { graphql } from './graphql.ts'

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Objects without an id live inside their parent; the three below are known by something else than an id. */
const keys: KeyingConfig = {
  ...Object.fromEntries(embeddedTypes.map((name) => [name, () => null])),
  Viewer: () => 'me',
  Track: (track) => text(track['code']),
  Region: (region) => text(region['code']),
}

const SigningCounts = graphql(`
  fragment SigningCounts on Viewer {
    trainingTasks {
      signing {
        waiting
        rejected
        signed
      }
    }
  }
`)

const ApprovalCounts = graphql(`
  fragment ApprovalCounts on Viewer {
    trainingTasks {
      approval {
        waiting
        rejected
        approved
      }
    }
  }
`)

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

const ConversationCounts = graphql(`
  fragment ConversationCounts on Viewer {
    conversationTasks {
      invitationsToAnswer
      toPrepare
      toFinalise
    }
  }
`)

type Counted = { counts: Record<string, unknown> }
type Tasked = { tasks?: Record<string, unknown> }
const countsOf = (result: unknown): Record<string, unknown> => (result as Counted).counts
const tasks = (part: Record<string, unknown>) => ({
  __typename: 'Viewer',
  trainingTasks: { __typename: 'TrainingTasks', ...part },
})

const serviceTimeTasks = (queue: Record<string, unknown>) => ({
  __typename: 'Viewer',
  serviceTimeTasks: { __typename: 'ServiceTimeTasks', queue },
})

/** What the doctor's own command changes beside the period: the account, the list and what waits. */
const onOwnServiceTime = (_result: unknown, _args: unknown, cache: Cache): void => {
  const trainee = cache.resolve('Viewer:me', 'trainee')
  if (typeof trainee === 'string')
    for (const field of ['servicePeriods', 'removedServicePeriods', 'serviceTimeLedger'])
      cache.invalidate(trainee, field)
  cache.invalidate('Viewer:me', 'serviceTimeTasks')
}

/** What is asked for by id, and says more once a record has been opened. */
const READ_BY_ID = new Set(['trainee', 'assignedPlan', 'learningGoal', 'learningActivity'])

/** A record was opened: what was read of it while it was closed is read anew. */
const onRecordOpened = (_result: unknown, _args: unknown, cache: Cache): void => {
  for (const { fieldName, fieldKey } of cache.inspectFields('Query'))
    if (READ_BY_ID.has(fieldName)) cache.invalidate('Query', fieldKey)
  cache.invalidate('Viewer:me', 'profile')
}

/** What waits on oneself is counted in the queue of one's own alone; as a deputy one counts somebody else's. */
const isOwn = ({ scope }: { scope?: unknown }): boolean => scope === undefined || scope === 'MINE'

/** An event of one's own queue carries the counts after the change: tabs and home follow without a fetch. */
const updates: UpdatesConfig = {
  Subscription: {
    ownConversationsChanged: (event, _args, cache) => {
      const { tasks: waiting } = event['ownConversationsChanged'] as Tasked
      if (!waiting) return
      const conversationTasks = { __typename: 'ConversationTasks', ...waiting }
      cache.writeFragment(ConversationCounts, { __typename: 'Viewer', conversationTasks } as never)
    },
    serviceTimeQueueChanged: (event, args, cache) => {
      if (!isOwn(args)) return
      const counts = countsOf(event['serviceTimeQueueChanged'])
      cache.writeFragment(ServiceTimeCounts, serviceTimeTasks(counts) as never)
    },
    signingQueueChanged: (event, args, cache) => {
      if (!isOwn(args)) return
      cache.writeFragment(SigningCounts, tasks({ signing: countsOf(event['signingQueueChanged']) }) as never)
    },
    approvalQueueChanged: (event, args, cache) => {
      if (!isOwn(args)) return
      cache.writeFragment(
        ApprovalCounts,
        tasks({ approval: countsOf(event['approvalQueueChanged']) }) as never,
      )
    },
  },
  Mutation: {
    registerServicePeriod: onOwnServiceTime,
    editServicePeriod: onOwnServiceTime,
    removeServicePeriod: onOwnServiceTime,
    sendServicePeriodForSigning: onOwnServiceTime,
    signServicePeriods: (result, _args, cache) => {
      const counts = countsOf(result['signServicePeriods'])
      if (counts) cache.writeFragment(ServiceTimeCounts, serviceTimeTasks(counts) as never)
    },
    rejectServicePeriods: (result, _args, cache) => {
      const counts = countsOf(result['rejectServicePeriods'])
      if (counts) cache.writeFragment(ServiceTimeCounts, serviceTimeTasks(counts) as never)
    },
    signActivities: (result, _args, cache) => {
      const counts = countsOf(result['signActivities'])
      if (counts) cache.writeFragment(SigningCounts, tasks({ signing: counts }) as never)
    },
    rejectActivities: (result, _args, cache) => {
      const counts = countsOf(result['rejectActivities'])
      if (counts) cache.writeFragment(SigningCounts, tasks({ signing: counts }) as never)
    },
    approveGoals: (result, _args, cache) => {
      const counts = countsOf(result['approveGoals'])
      if (counts) cache.writeFragment(ApprovalCounts, tasks({ approval: counts }) as never)
    },
    rejectGoals: (result, _args, cache) => {
      const counts = countsOf(result['rejectGoals'])
      if (counts) cache.writeFragment(ApprovalCounts, tasks({ approval: counts }) as never)
    },
    openRecord: onRecordOpened,
    markRecordOpeningsSeen: (_result, _args, cache) => cache.invalidate('Viewer:me', 'profile'),
    endRelation: (_result, _args, cache) => cache.invalidate('Query', 'traineeOverview'),
    deleteAssignedPlan: (result, _args, cache) => {
      const gone = result['deleteAssignedPlan'] as { assignedPlanId?: string }
      if (gone.assignedPlanId) cache.invalidate({ __typename: 'AssignedPlan', id: gone.assignedPlanId })
    },
    deleteBegunPlan: (result, _args, cache) => {
      const gone = result['deleteBegunPlan'] as { assignedPlanId?: string }
      if (gone.assignedPlanId) cache.invalidate({ __typename: 'AssignedPlan', id: gone.assignedPlanId })
    },
  },
}

/** One normalised store per browser tab, and per request on the server: a change shows wherever it is drawn. */
export const normalisedCache = () =>
  cacheExchange({
    keys,
    updates,
    resolvers: {
      Query: {
        // The queues are not here: their pages keep their own rows, and a page read anew must not bring old ones.
        traineeOverview: relayPagination(),
      },
    },
  })
