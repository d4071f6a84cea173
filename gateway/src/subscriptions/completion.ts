import type { Actor } from '@kompetanse/schema/actor-token'
import type { ExecutionResult } from 'graphql'
import { executeQueryPlan } from '@apollo/gateway'
import type { EntitySharing, Sharing } from './entity-sharing.ts'
import type { Settings, Variables } from './options.ts'
import { EVENT_SOURCE, type SubscriptionPlan } from './planning.ts'
import type { UpstreamEvent } from './upstream-socket.ts'

type ExecuteArguments = Parameters<typeof executeQueryPlan>
type ServiceMap = ExecuteArguments[1]
type RequestContext = ExecuteArguments[2]

export interface Completion {
  readonly plan: SubscriptionPlan
  readonly event: UpstreamEvent
  readonly variables: Variables
  /** Whose eyes the other subgraphs answer for. */
  readonly actor: Actor
  readonly sharing: Sharing | null
}

function servicesFor(
  { event, sharing }: Completion,
  settings: Settings,
  entities: EntitySharing,
): ServiceMap {
  const services: ServiceMap = {}
  for (const [name, source] of Object.entries(settings.serviceMap())) {
    services[name] = entities.wrap(name, source, sharing)
  }
  const { data = null, errors } = event
  services[EVENT_SOURCE] = { process: () => Promise.resolve(errors ? { data, errors } : { data }) }
  return services
}

/**
 * Runs an event through the gateway's own executor: the event is the answer of the plan's first step, so entity
 * keys, null propagation, hidden values and error paths are exactly those of a query.
 */
export function completeEvent(
  completion: Completion,
  settings: Settings,
  entities: EntitySharing,
): Promise<ExecutionResult> {
  const { plan, actor, variables } = completion
  const { graph } = plan
  const requestContext = {
    logger: settings.logger,
    metrics: {}, // subgraph errors are counted here; without it they crash the executor
    context: settings.restContext(actor),
    request: { variables: { ...variables }, operationName: plan.operation.name?.value },
    document: plan.document,
    operation: plan.operation,
    schema: graph.schema,
  } as unknown as RequestContext
  return executeQueryPlan(
    plan.completion,
    servicesFor(completion, settings, entities),
    requestContext,
    plan.operationContext,
    graph.supergraphSchema,
    graph.apiSchema,
  )
}
