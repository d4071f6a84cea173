import type { Actor } from '@kompetanse/schema/actor-token'
import { getVariableValues, type GraphQLFormattedError } from 'graphql'
import { executePlan } from '../execution/execute-plan.ts'
import type { JsonObject } from '../execution/json.ts'
import type { FetchFromSubgraph, SubgraphError } from '../subgraph/subgraph-answer.ts'
import type { EntitySharing, Sharing } from './entity-sharing.ts'
import type { Settings, Variables } from './options.ts'
import { EVENT_SOURCE, type SubscriptionPlan } from './plan/planning.ts'
import type { SoundEvent } from './upstream-event.ts'

export interface Completion {
  readonly plan: SubscriptionPlan
  readonly event: SoundEvent
  readonly variables: Variables
  /** Whose eyes the other subgraphs answer for. */
  readonly actor: Actor
  readonly sharing: Sharing | null
  /** Aborted when nobody listens any more: then what is fetched is of no use. */
  readonly signal: AbortSignal
}

/** An event as the client gets it. */
export interface CompletedEvent {
  readonly data: JsonObject | null
  readonly errors?: readonly GraphQLFormattedError[]
}

function fetcher(completion: Completion, settings: Settings, entities: EntitySharing): FetchFromSubgraph {
  const { plan, event, actor, sharing, signal } = completion
  const { data = null, errors } = event
  return (node, variables) => {
    if (node.serviceName === EVENT_SOURCE) return Promise.resolve(errors ? { data, errors } : { data })
    const start = (until: AbortSignal) =>
      settings.subgraphs.fetch({ graph: plan.graph, node, variables, actor, signal: until })
    return entities.fetch(`${node.serviceName} ${node.operation} ${variables}`, sharing, start, signal)
  }
}

const presented = (data: JsonObject | null, errors: readonly SubgraphError[], { formatError }: Settings) =>
  errors.length > 0 ? { data, errors: errors.map(formatError) } : { data }

function prepare({ plan, variables: given }: Completion) {
  const variables = { ...given }
  const { coerced = {} } = getVariableValues(plan.graph.schema, plan.variableDefinitions, variables)
  const shape = plan.shapes.for(coerced)
  return {
    variables,
    coerced,
    shaped: (data: JsonObject) => shape(data, { errors: [], path: [], introspect: () => null }),
  }
}

async function complete(
  completion: Completion,
  settings: Settings,
  entities: EntitySharing,
): Promise<CompletedEvent> {
  const { variables, coerced, shaped } = prepare(completion)
  const errors: SubgraphError[] = []
  const { supergraphSchema } = completion.plan.graph
  const fetch = fetcher(completion, settings, entities)
  const run = { supergraphSchema, variables, coerced, fetch, errors }
  const fetched = await executePlan(completion.plan.completion, run)
  return presented(shaped(fetched), errors, settings)
}

/** What is left when an event could not be completed for a reason that nobody foresaw: itself, and that it is a part. */
function inPart(completion: Completion, settings: Settings): CompletedEvent {
  const { event, plan } = completion
  const bug = { message: 'The event could not be completed', extensions: { code: 'INTERNAL_SERVER_ERROR' } }
  const errors = [...(event.errors ?? []), bug].map((each) => ({ ...each, serviceName: plan.subgraph }))
  try {
    return presented(event.data ? prepare(completion).shaped(event.data) : null, errors, settings)
  } catch {
    return presented(null, errors, settings)
  }
}

/**
 * Runs an event through the executor of queries: the event is the answer of the plan's first step, so entity keys,
 * null propagation, hidden values and error paths are exactly those of a query. Never rejects: a fetch that fails
 * leaves its part out and says so.
 */
export async function completeEvent(
  completion: Completion,
  settings: Settings,
  entities: EntitySharing,
): Promise<CompletedEvent> {
  try {
    return await complete(completion, settings, entities)
  } catch (error) {
    if (!completion.signal.aborted) settings.logger.error({ err: error }, 'event could not be completed')
    return inPart(completion, settings)
  }
}
