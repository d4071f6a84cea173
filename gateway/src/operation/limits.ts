import type { DocumentNode, OperationDefinitionNode } from 'graphql'
import { conditionVariables, MAX_CONDITIONS } from '../document/conditions.ts'
import { refuseDocument, type Refusal } from '../errors/refusal.ts'
import { Sizer } from '../document/size.ts'

export interface DocumentLimits {
  readonly maxTokens: number
  readonly maxDepth: number
  readonly maxAliases: number
  /** Fields after fragments are expanded, so that nested spreads cannot grow without bound. */
  readonly maxFields: number
  /**
   * How often a field may be on one path. A goal's activities' goals' activities… multiply at every turn, so a
   * short document could select millions of rows; the lists of one connection (`edges`, `node`) do not count.
   */
  readonly maxRepeats: number
  /** Variables that conditions depend on: each of their combinations may need a plan of its own. */
  readonly maxConditions: number
  /** The cost of an operation, in objects by the sizes of its lists; checked on valid documents. */
  readonly maxCost: number
}

export const DEFAULT_LIMITS: DocumentLimits = {
  maxTokens: 4000,
  maxDepth: 20,
  maxAliases: 100,
  maxFields: 4000,
  maxRepeats: 2,
  maxConditions: MAX_CONDITIONS,
  maxCost: 10_000,
}

/** Refuses a document that would cost too much to validate or plan; looks at syntax alone. */
export function overLimit(document: DocumentNode, limits: DocumentLimits): Refusal | null {
  const sizer = new Sizer(document)
  const operations = document.definitions.filter(
    (d): d is OperationDefinitionNode => d.kind === 'OperationDefinition',
  )
  if (conditionVariables(document).length > limits.maxConditions)
    return refuseDocument('DOCUMENT_TOO_MANY_CONDITIONS', [
      { message: `More than ${limits.maxConditions} variables in conditions.` },
    ])
  for (const { selectionSet } of operations) {
    const { depth, aliases, fields, repeats } = sizer.of(selectionSet)
    if (depth > limits.maxDepth)
      return refuseDocument('DOCUMENT_TOO_DEEP', [{ message: `Deeper than ${limits.maxDepth} fields.` }])
    if (aliases > limits.maxAliases)
      return refuseDocument('DOCUMENT_TOO_MANY_ALIASES', [
        { message: `More than ${limits.maxAliases} aliases.` },
      ])
    if (fields > limits.maxFields)
      return refuseDocument('DOCUMENT_TOO_MANY_FIELDS', [
        { message: `More than ${limits.maxFields} fields.` },
      ])
    if ([...repeats.values()].some((count) => count > limits.maxRepeats))
      return refuseDocument('DOCUMENT_TOO_RECURSIVE', [
        { message: `A field within itself more than ${limits.maxRepeats} times.` },
      ])
  }
  return null
}
