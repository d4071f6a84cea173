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

/** What is subscribed to, and who pays for its text when it is new. */
export interface AskedPlan {
  readonly text: string
  readonly operationName: string | undefined
  /** As they were given: how the conditions turn out is planned by itself. */
  readonly variables: JsonObject
  readonly actor: Actor
  readonly maySend: MaySend
}

/** Takes what is to be paid. Throws when so much may not be asked for now. */
type Charge = (cost: number) => void

interface Found {
  readonly document: DocumentNode
  readonly isPaid: boolean
}

const notRegistered = () => StreamFailure.of('OPERATION_NOT_REGISTERED', NOT_REGISTERED)

/** What is no document is not registered either: who may send nothing else hears no more of it. */
function read({ text, maySend }: AskedPlan, { documentLimits }: Settings, charge: Charge): DocumentNode {
  try {
    return parseWithin(text, documentLimits)
  } catch (failure) {
    charge(textCost(text))
    const isHeard = maySend === 'anything' || text === '' || !(failure instanceof StreamFailure)
    throw isHeard ? failure : notRegistered()
  }
}

/** The document of a text, which is paid for when it is new, unless it is registered; also one that is none. */
function find({ passed }: Generation, asking: AskedPlan, settings: Settings, charge: Charge): Found {
  const { text, maySend } = asking
  const mayPass = (isRegistered: boolean) => isRegistered || maySend === 'anything'
  const kept = passed.get(text)
  if (kept && mayPass(kept.isRegistered)) return { document: kept.document, isPaid: false }
  if (kept) {
    charge(REFUSING)
    throw notRegistered()
  }
  const document = read(asking, settings, charge)
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
export function planFor(generation: Generation, asking: AskedPlan, settings: Settings): SubscriptionPlan {
  const { text, operationName, variables, actor } = asking
  const charge: Charge = (cost) => {
    if (!settings.pay(actor, cost)) throw tooMuch()
  }
  const { document, isPaid } = find(generation, asking, settings, charge)
  const asked = selectOperation(document, operationName)
  if (asked instanceof StreamFailure) {
    if (!isPaid) charge(textCost(text, document))
    throw asked
  }
  const { passed, plans, ways } = generation
  const way = { document, operation: asked, variables }
  const known = plans.get(asked)
  const isFree = known?.isRegistered ?? generation.isRegistered(document)
  if (!isFree && ways.isNew(way)) charge(planningCost(fieldsOf(document, asked)))
  const plan = known ?? makePlan(generation, { text, document, asked }, settings)
  ways.add(way)
  if (known) return known
  plans.set(asked, plan)
  passed.add(text, document)
  return plan
}
