import { withoutHint } from '@kompetanse/schema/process/hints'
import type { GraphQLFormattedError, SourceLocation } from 'graphql'
import type { GatewayErrorCode } from './codes.ts'

/** A request that is answered without being executed. */
export interface Refusal {
  readonly kind: 'refused'
  readonly status: number
  readonly errors: readonly GraphQLFormattedError[]
  readonly headers?: Readonly<Record<string, string>>
}

/** A refusal of the request around the document: it never was a GraphQL request. */
export function refuse(
  status: number,
  code: GatewayErrorCode,
  message: string,
  headers: Record<string, string> = {},
): Refusal {
  return { kind: 'refused', status, errors: [{ message, extensions: { code } }], headers }
}

interface DocumentFault {
  readonly message: string
  readonly locations?: readonly SourceLocation[] | undefined
  readonly extensions?: Readonly<Record<string, unknown>> | undefined
}

/**
 * A refusal of the document, the operation's name or the variables. Without suggestions, which only GraphiQL's page
 * shows.
 */
export function refuseDocument(code: GatewayErrorCode, errors: readonly DocumentFault[]): Refusal {
  const coded = errors.map(({ message, locations, extensions }) => ({
    message: withoutHint(message),
    ...(locations && { locations }),
    extensions: { ...extensions, code },
  }))
  return { kind: 'refused', status: 400, errors: coded }
}
