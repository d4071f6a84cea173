import { Kind, type DocumentNode } from 'graphql'
import { conditionVariables } from '../document/conditions.ts'

/** What a text costs in itself, and for each of its characters. */
const [TEXT, CHARACTER] = [250, 0.5]

/**
 * What a text costs that the gateway has not kept, beside what it asks for: to be read, validated and planned, on the
 * gateway's one thread. Each of its operations is planned by itself, and in each way that its conditions can turn out.
 * Refused ones too, which are never kept.
 */
export function textCost(text: string, document: DocumentNode | undefined): number {
  const once = TEXT + text.length * CHARACTER
  if (!document) return once
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length
  return once * Math.max(1, operations) * 2 ** conditionVariables(document).length
}
