import { GraphQLError } from 'graphql'
import { makeServer, type Server, type SubscribePayload } from 'graphql-ws'
import { shownOnSocket } from '../../actor/proof/shown.ts'
import { refuseDocument } from '../../errors/refusal.ts'
import { keepDigits } from '../../json/parse-json.ts'
import { inputCost } from '../../cost/input-cost.ts'
import { REFUSING } from '../../cost/text-cost.ts'
import { tooCostly } from '../../cost/too-costly.ts'
import { StreamFailure, tooMuch } from '../contract/failure.ts'
import type { Settings } from '../contract/options.ts'
import { operationText } from '../plan/operation-text.ts'
import { planFor } from '../plan/plan-for.ts'
import type { Generation, SubscriptionPlan } from '../plan/planning.ts'
import type { Start } from '../plan/position.ts'
import type { Streams } from '../stream/streams.ts'
import type { Subscriber } from '../stream/subscriber.ts'
import type { ClientContext, ClientSocket } from './client-socket.ts'
import { renewSession } from './renewal.ts'
import { TRY_AGAIN_LATER } from './socket-watch.ts'

/**
 * What the protocol's server needs; it reads the generation at each subscribe, so that a reload takes effect at once.
 */
export interface ProtocolServices {
  readonly settings: Settings
  readonly streams: Streams
  readonly generation: () => Generation | null
}

/** The cost of starting a subscription: the subgraph checks the actor, and reads events from the position. */
const BEGINNING = 50

/** What goes from the reading of a subscription to its running. */
interface Started {
  readonly subscriber: Subscriber
}

async function onConnect({ settings }: ProtocolServices, context: ClientContext): Promise<boolean> {
  const shown = shownOnSocket(context.connectionParams, settings.path)
  // The token is dropped: thousands of sockets are open, and it is not needed again.
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

function coercedBy({ judge }: SubscriptionPlan, variables: Record<string, unknown>) {
  const { coerced, errors } = judge(variables)
  if (!errors) return coerced
  const faults = errors.map((error) => error.toJSON())
  throw new StreamFailure(refuseDocument('BAD_USER_INPUT', faults).errors)
}

/**
 * Starts a subscription; events before the server's first request are kept. Throws StreamFailure when it is refused.
 */
function start(services: ProtocolServices, context: ClientContext, id: string, payload: SubscribePayload) {
  const { settings, streams } = services
  const outlet = context.extra
  const { session } = outlet
  const generation = services.generation()
  if (!session) throw new Error('a subscription came before its session')
  if (!generation) throw StreamFailure.of('SUBSCRIPTION_UNAVAILABLE', 'No schema is loaded yet')
  const most = settings.limits.subscriptionsPerSocket
  if (Object.keys(context.subscriptions).length > most)
    throw StreamFailure.of('SUBSCRIPTION_LIMIT', `At most ${most} subscriptions per socket`)
  const { actor, maySend } = session
  const variableValues = payload.variables ?? {}
  const text = operationText(generation.texts, payload)
  const operationName = payload.operationName ?? undefined
  const request = { text, operationName, variables: variableValues, actor, maySend }
  const plan = planFor(generation, request, settings)
  // The server holds on to the message for as long as it runs: let all of them hold the same text.
  Object.assign(payload, { query: plan.text })
  const price = plan.price(variableValues)
  const refused = tooCostly(price, settings.documentLimits.maxCost)
  const input = refused ? REFUSING : inputCost(plan.graph.schema, plan.declared, variableValues)
  if (input > 0 && !settings.pay(actor, input)) throw tooMuch()
  if (refused) throw new StreamFailure([refused])
  if (!plan.isRegistered && !settings.pay(actor, BEGINNING)) throw tooMuch()
  const coerced = coercedBy(plan, variableValues)
  if (!plan.root.isIncluded(coerced))
    throw StreamFailure.of('GRAPHQL_VALIDATION_FAILED', '@skip or @include leaves out the one root field.')
  const named = (values: Record<string, unknown>) => plan.names?.variables(values) ?? values
  const executed = named(coerced)
  const from: Start = plan.cursor?.startOf(executed) ?? { kind: 'now', given: undefined }
  const subscriber = streams.listen({
    plan,
    variables: named(variableValues),
    coerced: executed,
    start: from,
    cost: Math.max(price, plan.size),
    actor,
    outlet,
    id,
  })
  const contextValue: Started = { subscriber }
  // The document has but one operation.
  return { schema: plan.graph.schema, document: plan.document, variableValues, contextValue }
}

/** Whatever goes wrong with one operation ends that operation, with its error, and never the socket. */
function asFailure(error: unknown, { logger, formatErrors }: Settings): StreamFailure {
  if (error instanceof StreamFailure) return error
  logger.error({ err: error }, 'subscription failed')
  const bug = { message: 'The subscription failed', extensions: { code: 'INTERNAL_SERVER_ERROR' } }
  return new StreamFailure(formatErrors([bug]))
}

const failureErrors = (errors: readonly GraphQLError[]) => {
  const failure = errors[0]?.originalError
  return failure instanceof StreamFailure ? failure.errors : undefined
}

/** The server side of graphql-transport-ws for clients: who may connect, what may be subscribed to. */
export function makeProtocol(services: ProtocolServices): Server<ClientSocket> {
  const { settings } = services
  return makeServer<Record<string, unknown>, ClientSocket>({
    jsonMessageReviver: keepDigits,
    connectionInitWaitTimeout: settings.timing.initialisationMs,
    onConnect: (context) => onConnect(services, context),
    onPing: ({ extra }, payload) => renewSession(extra, payload, settings),
    onPong: ({ extra }, payload) => renewSession(extra, payload, settings),
    onSubscribe(context, id, payload) {
      try {
        return start(services, context, id, payload)
      } catch (error) {
        const failure = asFailure(error, settings)
        return [new GraphQLError(failure.message, { originalError: failure })]
      }
    },
    subscribe: (args) => (args.contextValue as Started).subscriber,
    onError: (_context, _id, _payload, errors) =>
      failureErrors(errors) ?? settings.formatErrors(errors.map((error) => error.toJSON())),
  })
}
