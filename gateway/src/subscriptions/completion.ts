import type { Actor } from '@kompetanse/schema/actor-token'
import { getVariableValues, type GraphQLFormattedError } from 'graphql'
import { executePlan } from '../execution/execute-plan.ts'
import type { JsonObject } from '../execution/json.ts'
import type { FetchFromSubgraph, SubgraphError } from '../subgraph/subgraph-answer.ts'
import type { EntitySharing, Sharing } from './entity-sharing.ts'
import type { Settings, Variables } from './options.ts'
import { EVENT_SOURCE, type SubscriptionPlan } from './planning.ts'
import type { UpstreamEvent } from './upstream-socket.ts'

export interface Completion {
  readonly plan: SubscriptionPlan
  readonly event: UpstreamEvent
  readonly variables: Variables
  /** Whose eyes the other subgraphs answer for. */
  readonly actor: Actor
  readonly sharing: Sharing | null
}

/** An event as the client gets it. */
export interface CompletedEvent {
  readonly data: JsonObject | null
  readonly errors?: readonly GraphQLFormattedError[]
}

function fetcher(
  { plan, event, actor, sharing }: Completion,
  settings: Settings,
  entities: EntitySharing,
): FetchFromSubgraph {
  const { data = null, errors } = event
  return (node, variables) => {
    if (node.serviceName === EVENT_SOURCE) return Promise.resolve(errors ? { data, errors } : { data })
    const start = () => settings.subgraphs.fetch({ graph: plan.graph, node, variables, actor })
    return entities.fetch(`${node.serviceName} ${node.operation} ${variables}`, sharing, start)
  }
}

/**
 * Runs an event through the executor of queries: the event is the answer of the plan's first step, so entity keys,
 * null propagation, hidden values and error paths are exactly those of a query.
 */
export async function completeEvent(
  completion: Completion,
  settings: Settings,
  entities: EntitySharing,
): Promise<CompletedEvent> {
  const { plan } = completion
  const variables = { ...completion.variables }
  const definitions = plan.operation.variableDefinitions ?? []
  const { coerced = {} } = getVariableValues(plan.graph.schema, definitions, variables)
  const errors: SubgraphError[] = []
  const { supergraphSchema } = plan.graph
  const fetch = fetcher(completion, settings, entities)
  const fetched = await executePlan(plan.completion, { supergraphSchema, variables, coerced, fetch, errors })
  const data = plan.shapes.for(coerced)(fetched, { errors: [], path: [], introspect: () => null })
  return errors.length > 0 ? { data, errors: errors.map(settings.formatError) } : { data }
}
