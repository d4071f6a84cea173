import type { ApolloServerPlugin } from '@apollo/server'
import { GraphQLError, parse, type DocumentNode, type GraphQLSchema } from 'graphql'
import type { Admission } from '../cost/admission.ts'
import type { GatewayErrorCode } from '../errors/codes.ts'
import type { Refusal } from '../errors/refusal.ts'
import { overLimit, type DocumentLimits } from '../operation/limits.ts'
import { Lru, weightOf } from '../operation/lru.ts'
import { tooNested } from '../operation/nesting.ts'
import type { RequestContext } from './request-context.ts'

const refusal = (code: GatewayErrorCode, message: string) =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } })

/** Weight of document texts whose parsed form is kept: some hundreds of pages' worth, two thousand at most. */
const CAPACITY = 4_000_000

interface Sized {
  readonly document: DocumentNode
  readonly tooLarge: GraphQLError | undefined
}

/** Stands for a document that is not even to be parsed. */
const NOTHING = parse('{ __typename }')

const asError = (refused: Refusal | null): GraphQLError | undefined => {
  const [fault] = refused?.errors ?? []
  return fault && refusal(fault.extensions?.['code'] as GatewayErrorCode, fault.message)
}

/** Undefined for a text that is no document within the tokens: that is for the pipeline to say. */
function size(text: string, limits: DocumentLimits): Sized | undefined {
  const nested = asError(tooNested(text))
  if (nested) return { document: NOTHING, tooLarge: nested }
  let document: DocumentNode
  try {
    document = parse(text, { maxTokens: limits.maxTokens, noLocation: true })
  } catch {
    return undefined
  }
  return { document, tooLarge: asError(overLimit(document, limits)) }
}

/**
 * What this gateway asks of a document beyond validity: that its text may be read now, bounded size, a known operation, a root type that exists, no
 * subscription, a cost that is allowed; and its turn. Keeps what has passed, so that a text is parsed and validated once.
 *
 * Size is looked at before validation, whose cost grows faster than the document. A document that is too large goes
 * on unvalidated and is refused at the first step where a plugin may refuse.
 */
export function documentRules(
  schema: GraphQLSchema,
  limits: DocumentLimits,
  admission: Admission,
): ApolloServerPlugin<RequestContext> {
  const known = new Lru<DocumentNode>(CAPACITY)

  return {
    requestDidStart: async () => {
      let had: DocumentNode | undefined
      let refused: GraphQLError | undefined
      return {
        async didResolveSource(request) {
          const { source, contextValue } = request
          contextValue.aside.wellFormed = true
          had = known.get(source)
          if (had) return void Object.assign(request, { document: had })
          const { document, tooLarge } = size(source, limits) ?? {}
          refused = (await admission.read(source, document, contextValue)) ?? tooLarge
          if (refused) Object.assign(request, { document: document ?? NOTHING })
        },
        async didResolveOperation({ source, document, operation, request, contextValue }) {
          if (refused) throw refused
          if (!had) known.set(source, document, weightOf(source))
          if (!operation)
            throw refusal(
              'OPERATION_NOT_FOUND',
              request.operationName
                ? 'No operation has that name.'
                : 'The name of one operation of the document is required.',
            )
          if (!schema.getRootType(operation.operation))
            throw refusal('GRAPHQL_VALIDATION_FAILED', `The schema has no ${operation.operation}s.`)
          if (operation.operation === 'subscription')
            throw refusal('SUBSCRIPTION_NEEDS_WEBSOCKET', 'Subscribe over a websocket.')
          const { variables = {} } = request
          contextValue.aside.leave = await admission.admit({ document, operation, variables }, contextValue)
        },
      }
    },
  }
}
