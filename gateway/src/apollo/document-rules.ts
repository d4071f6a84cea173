import type { ApolloServerPlugin } from '@apollo/server'
import { GraphQLError, parse, type DocumentNode, type GraphQLSchema } from 'graphql'
import type { Admission } from '../cost/admission.ts'
import { textCost } from '../cost/text-cost.ts'
import type { GatewayErrorCode } from '../errors/codes.ts'
import type { Refusal } from '../errors/refusal.ts'
import { overLimit, type DocumentLimits } from '../operation/limits.ts'
import { tooNested } from '../operation/nesting.ts'
import { Passed } from '../operation/passed.ts'
import type { RequestContext } from './request-context.ts'

const refusal = (code: GatewayErrorCode, message: string) =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } })

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

export interface DocumentRules {
  readonly schema: GraphQLSchema
  readonly limits: DocumentLimits
  readonly admission: Admission
  /** The spelling of a document that a client has registered. */
  readonly spelling: (document: DocumentNode) => string | undefined
}

/**
 * What this gateway asks of a document beyond validity: that its text may be read now, bounded size, a known operation,
 * a root type that exists, no subscription, a cost that is allowed; and its turn. Keeps what has passed, so that a text
 * is parsed and validated once.
 *
 * Size is looked at before validation, whose cost grows faster than the document. A document that is refused before it
 * goes on unvalidated, and is refused at the first step where a plugin may refuse.
 */
export function documentRules(rules: DocumentRules): ApolloServerPlugin<RequestContext> {
  const { schema, limits, admission } = rules
  const passed = new Passed(rules.spelling)

  /** The document that has passed already, or what stands in the way of the text. */
  async function look(text: string, asking: RequestContext) {
    const known = passed.get(text)
    if (known) return { known }
    const full = admission.full(asking)
    if (full) return { refused: full }
    const { document, tooLarge } = size(text, limits) ?? {}
    const { isRegistered, found } = passed.find(text, document)
    if (found) return { known: found }
    const unpaid = isRegistered ? undefined : await admission.pay(textCost(text, document), asking)
    // Another may have brought the same text meanwhile.
    return { known: passed.get(text), refused: unpaid ?? tooLarge }
  }

  return {
    requestDidStart: async () => {
      let isKnown = false
      let refused: GraphQLError | undefined
      return {
        async didResolveSource(request) {
          const { source, contextValue } = request
          contextValue.aside.wellFormed = true
          const looked = await look(source, contextValue)
          refused = looked.refused
          isKnown = looked.known !== undefined
          const document = refused ? NOTHING : looked.known
          if (document) Object.assign(request, { document })
        },
        async didResolveOperation({ source, document, operation, request, contextValue }) {
          if (refused) throw refused
          if (!isKnown) passed.add(source, document)
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
