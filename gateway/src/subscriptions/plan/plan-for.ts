import type { Actor } from '@kompetanse/schema/actor-token'
import type { DocumentNode } from 'graphql'
import type { MaySend } from '../../operation/operation-run.ts'
import { planningCost, REFUSING, textCost } from '../../cost/text-cost.ts'
import { NOT_REGISTERED } from '../../errors/codes.ts'
import type { JsonObject } from '../../json/json.ts'
import { fieldsOf } from '../../document/size.ts'
import { StreamFailure, tooMuch } from '../contract/failure.ts'
import type { Settings } from '../contract/options.ts'
import { parseWithin, selectOperation } from './document.ts'
import { makePlan, type Generation, type SubscriptionPlan } from './planning.ts'

/** A subscription to plan, and the actor who is charged for its text when it is new. */
export interface SubscriptionRequest {
  readonly text: string
  readonly operationName: string | undefined
  /** As they were given: each outcome of the conditions is a plan of its own. */
  readonly variables: JsonObject
  readonly actor: Actor
  readonly maySend: MaySend
}

/** Charges a cost. Throws when the budget does not cover it. */
type Charge = (cost: number) => void

interface Found {
  readonly document: DocumentNode
  readonly isPaid: boolean
}

const notRegistered = () => StreamFailure.of('OPERATION_NOT_REGISTERED', NOT_REGISTERED)

/** A text that does not parse is not registered either: a client limited to registered documents gets that refusal. */
function read(
  { text, maySend }: SubscriptionRequest,
  { documentLimits }: Settings,
  charge: Charge,
): DocumentNode {
  try {
    return parseWithin(text, documentLimits)
  } catch (failure) {
    charge(textCost(text))
    const isHeard = maySend === 'anything' || text === '' || !(failure instanceof StreamFailure)
    throw isHeard ? failure : notRegistered()
  }
}

/** The document of a text, which is paid for when it is new, unless it is registered; also one that is none. */
function find(
  { passed }: Generation,
  request: SubscriptionRequest,
  settings: Settings,
  charge: Charge,
): Found {
  const { text, maySend } = request
  const mayPass = (isRegistered: boolean) => isRegistered || maySend === 'anything'
  const kept = passed.get(text)
  if (kept && mayPass(kept.isRegistered)) return { document: kept.document, isPaid: false }
  if (kept) {
    charge(REFUSING)
    throw notRegistered()
  }
  const document = read(request, settings, charge)
  const { isRegistered, found = document } = passed.find(text, document)
  if (!isRegistered) charge(textCost(text, document))
  if (!mayPass(isRegistered)) throw notRegistered()
  return { document: found, isPaid: !isRegistered }
}

/**
 * The plan of an operation, made once per graph: of what is registered for all its layouts. Throws a StreamFailure if
 * the document is not to be served. Refused documents are not remembered, and a name that no subscription has is paid
 * for whatever the document.
 */
export function planFor(
  generation: Generation,
  request: SubscriptionRequest,
  settings: Settings,
): SubscriptionPlan {
  const { text, operationName, variables, actor } = request
  const charge: Charge = (cost) => {
    if (!settings.pay(actor, cost)) throw tooMuch()
  }
  const { document, isPaid } = find(generation, request, settings, charge)
  const operation = selectOperation(document, operationName)
  if (operation instanceof StreamFailure) {
    if (!isPaid) charge(textCost(text, document))
    throw operation
  }
  const { passed, plans, paidPlans } = generation
  const planRequest = { document, operation, variables }
  const known = plans.get(operation)
  const isFree = known?.isRegistered ?? generation.isRegistered(document)
  if (!isFree && paidPlans.isNew(planRequest)) charge(planningCost(fieldsOf(document, operation)))
  const plan = known ?? makePlan(generation, { text, document, operation }, settings)
  paidPlans.add(planRequest)
  if (known) return known
  plans.set(operation, plan)
  passed.add(text, document)
  return plan
}
