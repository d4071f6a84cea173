import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { maskBug } from '../errors/mask.ts'
import { presentErrors } from '../subgraph/present-errors.ts'
import type { JsonObject } from '../json/json.ts'
import type { Logger } from '../process/log.ts'
import type { Answer } from '../execution/answer.ts'
import type { BadInput } from '../operation/execute-operation.ts'
import type { SubgraphError } from '../subgraph/subgraph-answer.ts'
import { nullsOf, type ExecutorResult } from './portal-gateway.ts'
import type { RequestContext } from './request-context.ts'

/** Where errors that clients must not see are logged, and for which operation. */
interface Seen {
  readonly log: Logger
  readonly operation: string | undefined
}

/** Placeholder for the data of an answer that is sent to the client as raw bytes. */
const WRITTEN: JsonObject = Object.freeze({})

const thrown = ({ message, path, extensions = {} }: GraphQLFormattedError) =>
  new GraphQLError(message, { path: path ?? null, extensions })

const present = ({ log, operation }: Seen, errors: readonly SubgraphError[]) =>
  presentErrors(log, { operation }, errors).map(thrown)

/**
 * The compiled executor's answer in the form that Apollo Server takes. Raw bytes are passed beside it, in the context.
 */
export function compiledResult(
  answer: Answer | BadInput,
  context: RequestContext,
  seen: Seen,
): ExecutorResult {
  if (answer.kind === 'bad-input') return { errors: [...answer.errors] }
  if (answer.kind === 'text') {
    context.aside.body = answer.body
    return { data: WRITTEN }
  }
  const { data, errors, extensions } = answer
  return {
    data,
    ...(errors.length > 0 && { errors: present(seen, errors) }),
    ...(extensions && { extensions }),
  }
}

/** Apollo's executor keeps an error's subgraph among its extensions. */
const fromOwn = ({ message, extensions }: GraphQLError): SubgraphError => ({
  message,
  extensions,
  serviceName: String(extensions['serviceName'] ?? ''),
})

/** The result of Apollo's own executor. Without data it has refused the variables, with messages meant for clients. */
export function ownResult(result: ExecutorResult, seen: Seen): ExecutorResult {
  const { data, errors } = result
  if (data === undefined) return result
  const valueCompletion = nullsOf(result)?.map(({ message, path }) => ({ message, path }))
  return {
    data,
    ...(errors && { errors: present(seen, errors.map(fromOwn)) }),
    ...(valueCompletion && { extensions: { valueCompletion } }),
  }
}

export const bugResult = (cause: unknown, { log, operation }: Seen): ExecutorResult => ({
  data: null,
  errors: [thrown(maskBug(log, cause, { operation }))],
})
