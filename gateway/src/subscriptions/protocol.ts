import { getVariableValues, GraphQLError, type ExecutionArgs } from 'graphql'
import { makeServer, type Server, type SubscribePayload } from 'graphql-ws'
import { shownOnSocket } from '../actor/shown.ts'
import type { ClientContext, ClientSocket } from './client-socket.ts'
import { refuseDocument } from '../errors/refusal.ts'
import { StreamFailure } from './failure.ts'
import type { Settings, Variables } from './options.ts'
import { planFor, type Generation, type SubscriptionPlan } from './planning.ts'
import type { Streams } from './streams.ts'

/** What the protocol's server needs; the generation is asked for at each subscribe, so a reload counts at once. */
export interface ProtocolServices {
  readonly settings: Settings
  readonly streams: Streams
  readonly generation: () => Generation | null
}

interface Prepared {
  readonly plan: SubscriptionPlan
  readonly socket: ClientSocket
  readonly id: string
}

const TRY_AGAIN_LATER = 1013

async function onConnect({ settings }: ProtocolServices, context: ClientContext): Promise<boolean> {
  const shown = shownOnSocket(context.connectionParams, settings.path)
  // The token is not kept: thousands of sockets are open, and nobody needs it again.
  delete (context as { connectionParams?: unknown }).connectionParams
  try {
    const session = await settings.authenticate(shown)
    context.extra.session = session
    return session !== null && session.expiresAt > Date.now()
  } catch (error) {
    settings.logger.warn({ err: error }, 'listener could not be authenticated')
    context.extra.close(TRY_AGAIN_LATER, 'Try again later')
    return true
  }
}

function prepare(services: ProtocolServices, context: ClientContext, id: string, payload: SubscribePayload) {
  const { settings } = services
  const generation = services.generation()
  if (!generation) throw StreamFailure.of('SUBSCRIPTION_UNAVAILABLE', 'No schema is loaded yet')
  if (Object.keys(context.subscriptions).length > settings.limits.subscriptionsPerSocket) {
    throw StreamFailure.of(
      'SUBSCRIPTION_LIMIT',
      `At most ${settings.limits.subscriptionsPerSocket} subscriptions per socket`,
    )
  }
  const plan = planFor(generation, payload.query, payload.operationName ?? undefined, settings)
  // The server holds on to the message for as long as it runs: let all of them hold the same text.
  Object.assign(payload, { query: plan.text })
  const variableValues = payload.variables ?? {}
  const read = getVariableValues(
    generation.graph.schema,
    plan.operation.variableDefinitions ?? [],
    variableValues,
  )
  if (read.errors) {
    throw new StreamFailure(
      refuseDocument(
        'BAD_USER_INPUT',
        read.errors.map((error) => error.toJSON()),
      ).errors,
    )
  }
  const contextValue: Prepared = { plan, socket: context.extra, id }
  const operationName = plan.operation.name?.value ?? null
  return {
    schema: generation.graph.schema,
    document: plan.document,
    operationName,
    variableValues,
    contextValue,
  }
}

function listen({ streams, generation }: ProtocolServices, args: ExecutionArgs) {
  const { plan, socket, id } = args.contextValue as Prepared
  const { session } = socket
  if (!session) throw new Error('a subscription came before its session')
  if (plan.graph !== generation()?.graph) {
    throw StreamFailure.of('SUBSCRIPTION_SCHEMA_RELOAD', 'A new schema is live')
  }
  const variables: Variables = args.variableValues ?? {}
  return streams.listen({ plan, variables, actor: session.actor, outlet: socket, id })
}

const failureErrors = (errors: readonly GraphQLError[]) => {
  const failure = errors[0]?.originalError
  return failure instanceof StreamFailure ? failure.errors : undefined
}

/** The server side of graphql-transport-ws for clients: who may connect, what may be subscribed to. */
export function makeProtocol(services: ProtocolServices): Server<ClientSocket> {
  const { settings } = services
  return makeServer<Record<string, unknown>, ClientSocket>({
    connectionInitWaitTimeout: settings.timing.initialisationMs,
    onConnect: (context) => onConnect(services, context),
    onSubscribe(context, id, payload) {
      try {
        return prepare(services, context, id, payload)
      } catch (error) {
        if (!(error instanceof StreamFailure)) throw error
        return [new GraphQLError(error.message, { originalError: error })]
      }
    },
    subscribe: (args) => listen(services, args),
    onError: (_context, _id, _payload, errors) =>
      failureErrors(errors) ?? errors.map((error) => settings.formatError(error.toJSON())),
  })
}
