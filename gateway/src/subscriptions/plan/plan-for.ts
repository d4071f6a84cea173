import type { Actor } from '@kompetanse/schema/actor-token'
import type { DocumentNode } from 'graphql'
import { textCost } from '../../cost/text-cost.ts'
import { StreamFailure, tooMuch } from '../failure.ts'
import type { Settings } from '../options.ts'
import { parseWithin, selectOperation } from './document.ts'
import { makePlan, type Generation, type SubscriptionPlan } from './planning.ts'

/** What is subscribed to, and who pays for its text when it is new. */
export interface AskedPlan {
  readonly text: string
  readonly operationName: string | undefined
  readonly actor: Actor
}

/** Takes what a text costs. Throws when so much may not be asked for now. */
type Charge = (document?: DocumentNode) => void

interface Found {
  readonly document: DocumentNode
  readonly isPaid: boolean
}

function read(text: string, { documentLimits }: Settings, charge: Charge): DocumentNode {
  try {
    return parseWithin(text, documentLimits)
  } catch (failure) {
    charge()
    throw failure
  }
}

/** The document of a text, which is paid for when it is new, unless it is registered; also one that is none. */
function find({ passed }: Generation, text: string, settings: Settings, charge: Charge): Found {
  const known = passed.get(text)
  if (known) return { document: known, isPaid: false }
  const document = read(text, settings, charge)
  const { isRegistered, found = document } = passed.find(text, document)
  if (!isRegistered) charge(document)
  return { document: found, isPaid: !isRegistered }
}

/**
 * The plan of an operation, made once per graph: of what is registered for all its layouts. Throws a StreamFailure if
 * the document is not to be served. Refused documents are not remembered, and a name that no subscription has is paid
 * for whatever the document.
 */
export function planFor(
  generation: Generation,
  { text, operationName, actor }: AskedPlan,
  settings: Settings,
): SubscriptionPlan {
  const charge: Charge = (document) => {
    if (!settings.pay(actor, textCost(text, document))) throw tooMuch()
  }
  const { document, isPaid } = find(generation, text, settings, charge)
  const asked = selectOperation(document, operationName)
  if (asked instanceof StreamFailure) {
    if (!isPaid) charge(document)
    throw asked
  }
  const known = generation.plans.get(asked)
  if (known) return known
  const plan = makePlan(generation, { text, document, asked }, settings)
  generation.plans.set(asked, plan)
  generation.passed.add(text, document)
  return plan
}
