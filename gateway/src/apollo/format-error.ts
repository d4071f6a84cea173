import type { GraphQLFormattedError } from 'graphql'
import { maskBug } from '../errors/mask.ts'
import type { Logger } from '../log.ts'

type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError

const TOO_MANY_TOKENS = /^Syntax Error: Document contains more that \d+ tokens/

/**
 * The last word on errors that the pipeline itself raises: its codes are the gateway's own, save that a document with
 * too many tokens has no code for it there. What it calls an internal error is a bug that no executor has masked.
 */
export const formatErrorOf =
  (log: Logger): FormatError =>
  (formatted, error) => {
    const { message, extensions = {} } = formatted
    const { code, correlationId } = extensions
    if (code === 'INTERNAL_SERVER_ERROR' && correlationId === undefined) return maskBug(log, error, {})
    if (code === 'GRAPHQL_PARSE_FAILED' && TOO_MANY_TOKENS.test(message))
      return { ...formatted, extensions: { ...extensions, code: 'DOCUMENT_TOO_MANY_TOKENS' } }
    return formatted
  }
