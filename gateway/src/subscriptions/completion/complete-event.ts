import type { Actor } from '@kompetanse/schema/actor-token'
import type { GraphQLFormattedError } from 'graphql'
import type { CompletionError } from '../../execution/completion.ts'
import { executePlan } from '../../execution/execute-plan.ts'
import { Failures } from '../../execution/failures.ts'
import type { JsonObject } from '../../json/json.ts'
import { unexplained } from '../../execution/one-cause.ts'
import { coerceVariables } from '../../operation/coerce-variables.ts'
import { errorsOfFailures } from '../../operation/errors-of-failures.ts'
import {
  SubgraphFailure,
  type FetchFromSubgraph,
  type SubgraphError,
} from '../../subgraph/subgraph-answer.ts'
import type { EntitySharing, Sharing } from './entity-sharing.ts'
import type { FetchGate } from './fetch-gate.ts'
import type { Send } from './shared-request.ts'
import type { Settings, Variables } from '../contract/options.ts'
import { EVENT_SOURCE, type SubscriptionPlan } from '../plan/planning.ts'
import type { SubscriptionStats } from '../contract/stats.ts'
import type { SoundEvent } from './upstream-event.ts'

export interface Completion {
  readonly plan: SubscriptionPlan
  readonly event: SoundEvent
  readonly variables: Variables
  /** The actor for which the other subgraphs answer. */
  readonly actor: Actor
  readonly sharing: Sharing | null
  /** Aborted when the last listener has left. */
  readonly signal: AbortSignal
  /** What the stream has under way at other subgraphs. */
  readonly gate: FetchGate
}

/** An event as the client gets it. */
export interface CompletedEvent {
  readonly data: JsonObject | null
  readonly errors?: readonly GraphQLFormattedError[]
  /** Lists the nulls that no error explains. */
  readonly extensions?: JsonObject
}

export interface CompletionServices {
  readonly settings: Settings
  readonly stats: SubscriptionStats
  readonly entities: EntitySharing
}

const BUG = { message: 'The event could not be completed', extensions: { code: 'INTERNAL_SERVER_ERROR' } }

function fetcher(
  completion: Completion,
  { settings, stats, entities }: CompletionServices,
): FetchFromSubgraph {
  const { plan, event, actor, sharing, signal, gate } = completion
  const { data = null, errors } = event
  return (node, variables) => {
    if (node.serviceName === EVENT_SOURCE) return Promise.resolve(errors ? { data, errors } : { data })
    const request = `${node.serviceName} ${node.operation} ${variables}`
    const send: Send = (until) => {
      stats.entityRequests++
      return settings.subgraphs.fetch({ graph: plan.graph, node, variables, actor, signal: until })
    }
    return entities
      .fetch(request, sharing, (until) => gate.fetch(request, send, until), signal)
      .catch((error: unknown) => {
        if (error instanceof SubgraphFailure) throw error
        if (!signal.aborted) settings.logger.error({ err: error }, 'part of an event could not be fetched')
        return { errors: [BUG] }
      })
  }
}

/** In the client's shape, each cause as one error: as the answer to a query. */
function presented(
  { data, nulls }: Shaped,
  errors: readonly SubgraphError[],
  { formatErrors }: Settings,
): CompletedEvent {
  const valueCompletion = unexplained(nulls, errors)
  return {
    data,
    ...(errors.length > 0 && { errors: formatErrors(errors) }),
    ...(valueCompletion.length > 0 && { extensions: { valueCompletion } }),
  }
}

interface Shaped {
  readonly data: JsonObject | null
  readonly nulls: readonly CompletionError[]
}

function prepare({ plan, variables: given }: Completion) {
  const variables = { ...given }
  const { coerced = {} } = coerceVariables(plan.graph.schema, plan.variableDefinitions, variables)
  const shape = plan.shapes.for(coerced)
  const shaped = (given: JsonObject): Shaped => {
    const nulls: CompletionError[] = []
    const data = shape(given, { errors: nulls, path: [], introspect: () => null })
    return { data, nulls }
  }
  return { variables, coerced, shaped }
}

async function complete(completion: Completion, services: CompletionServices): Promise<CompletedEvent> {
  const { variables, coerced, shaped } = prepare(completion)
  const failures = new Failures()
  const { supergraphSchema } = completion.plan.graph
  const fetch = fetcher(completion, services)
  const run = { supergraphSchema, variables, coerced, fetch, failures }
  const { plan } = completion
  const answer = shaped(await executePlan(plan.completionFor(coerced), run))
  return presented(answer, errorsOfFailures(failures, answer.data, plan), services.settings)
}

/** What is delivered of an event when this gateway itself has failed: that error, and those of the subgraph. */
function failed({ event, plan }: Completion, settings: Settings): CompletedEvent {
  const failures = new Failures()
  for (const error of [...(event.errors ?? []), BUG])
    failures.errors.push({ ...error, serviceName: plan.subgraph })
  return presented({ data: null, nulls: [] }, errorsOfFailures(failures, null, plan), settings)
}

/**
 * Runs an event through the executor of queries: the event is the answer of the plan's first step, so entity keys,
 * null propagation, hidden values and error paths are exactly those of a query. Never rejects: a fetch that fails
 * leaves its part out, with an error.
 */
export async function completeEvent(
  completion: Completion,
  services: CompletionServices,
): Promise<CompletedEvent> {
  const { settings } = services
  try {
    return await complete(completion, services)
  } catch (error) {
    if (!completion.signal.aborted) settings.logger.error({ err: error }, 'event could not be completed')
    return failed(completion, settings)
  }
}
