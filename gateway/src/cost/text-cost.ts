import { Kind, type DocumentNode } from 'graphql'
import { DEFAULT_LIMITS } from '../operation/limits.ts'
import { fieldsOf } from '../document/size.ts'

/** What a text costs in itself, for each of its characters, and for each field that is planned. */
const [TEXT, CHARACTER, FIELD] = [250, 0.5, 2]

/** To be looked at and refused. */
export const REFUSING = TEXT

export const lengthCost = (characters: number): number => characters * CHARACTER

/** What it costs to plan an operation of so many fields, fragments spread out, in one way more. */
export const planningCost = (fields: number): number => TEXT + fields * FIELD

/** To be planned in one way. More fields than there may be are refused, and not planned. */
function dearestPlan(document: DocumentNode): number {
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION)
  const most = Math.max(0, ...operations.map((each) => fieldsOf(document, each)))
  return planningCost(Math.min(most, DEFAULT_LIMITS.maxFields))
}

/**
 * The cost of a text that is not cached, beside its operation's: of reading and validating it, and of one plan for one
 * of its operations, on the gateway's one thread. Refused texts, which are never cached, cost the same.
 */
export const textCost = (text: string, document?: DocumentNode): number =>
  Math.max(TEXT + lengthCost(text.length), document ? dearestPlan(document) : 0)
