import type { GraphQLFormattedError } from 'graphql'
import type { GatewayErrorCode } from '../errors/codes.ts'

/** The refusal of an operation that costs more than one may; undefined for one that does not. */
export function tooCostly(cost: number, allowed: number): GraphQLFormattedError | undefined {
  if (cost <= allowed) return undefined
  const code: GatewayErrorCode = 'QUERY_TOO_COSTLY'
  const message = `The operation costs ${cost}, and ${allowed} are allowed: ask for shorter pages or for less at once.`
  return { message, extensions: { code, cost, allowed } }
}
