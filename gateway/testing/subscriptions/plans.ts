import type { Graph } from '../../src/graph/graph.ts'
import { StreamFailure } from '../../src/subscriptions/contract/failure.ts'
import { withDefaults, type SubscriptionsOptions } from '../../src/subscriptions/contract/options.ts'
import { planFor, type SubscriptionRequest } from '../../src/subscriptions/plan/plan-for.ts'
import { newGeneration } from '../../src/subscriptions/plan/planning.ts'
import { aPerson } from './world.ts'

const never = () => Promise.reject(new Error('nobody is asked'))

export const settingsWith = (options: Partial<SubscriptionsOptions> = {}) =>
  withDefaults({
    subgraphs: { urls: () => undefined, fetch: never },
    authenticate: never,
    stillHolds: never,
    signActor: ({ personId }) => personId,
    logger: { warn: () => {}, error: () => {} },
    ...options,
  })

/** Plans subscriptions on a graph, without a socket. */
export function aPlanner(graph: Graph, options: Partial<SubscriptionsOptions> = {}) {
  const settings = settingsWith(options)
  const generation = newGeneration(graph, settings)
  const plan = (text: string, more: Partial<SubscriptionRequest> = {}) => {
    const asked = { text, operationName: undefined, variables: {}, actor: aPerson('kari') }
    return planFor(generation, { ...asked, maySend: 'anything', ...more }, settings)
  }
  /** With which code it is refused; null when it is not. */
  const refusal = (text: string, more: Partial<SubscriptionRequest> = {}) => {
    try {
      plan(text, more)
      return null
    } catch (error) {
      if (error instanceof StreamFailure) return error.errors[0]?.extensions?.['code']
      throw error
    }
  }
  return { plan, refusal }
}
