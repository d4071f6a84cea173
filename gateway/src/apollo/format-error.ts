import { ApolloServerValidationErrorCode } from '@apollo/server/errors'
import { withoutHint } from '@kompetanse/schema/process/hints'
import type { GraphQLFormattedError } from 'graphql'
import { maskBug } from '../errors/mask.ts'
import type { Logger } from '../process/log.ts'

type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError

const TOO_MANY_TOKENS = /^Syntax Error: Document contains more that \d+ tokens/

const NO_INTROSPECTION = 'The graph does not answer introspection here.'

/**
 * The last word on errors that the pipeline itself raises: its codes are the gateway's own, save that a document with
 * too many tokens has no code for it there, nor has introspection where it is off. What it calls an internal error is a
 * bug that no executor has masked. Unless the graph has `developerTools`, no complaint names what may have been meant.
 */
export const formatErrorOf =
  (log: Logger, developerTools: boolean): FormatError =>
  (formatted, error) => {
    const { message, extensions = {} } = formatted
    const { code, correlationId } = extensions
    if (code === 'INTERNAL_SERVER_ERROR' && correlationId === undefined) return maskBug(log, error, {})
    if (code === 'GRAPHQL_PARSE_FAILED' && TOO_MANY_TOKENS.test(message))
      return { ...formatted, extensions: { ...extensions, code: 'DOCUMENT_TOO_MANY_TOKENS' } }
    if (extensions['validationErrorCode'] === ApolloServerValidationErrorCode.INTROSPECTION_DISABLED)
      return { ...formatted, message: NO_INTROSPECTION, extensions: { code: 'INTROSPECTION_DISABLED' } }
    return developerTools ? formatted : { ...formatted, message: withoutHint(message) }
  }
