import type { ApolloServerPlugin } from '@apollo/server'
import {
  GraphQLError,
  parse,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import type { Admission } from '../cost/admission.ts'
import { inputCost } from '../cost/input-cost.ts'
import { REFUSING, textCost } from '../cost/text-cost.ts'
import { NOT_REGISTERED, type GatewayErrorCode } from '../errors/codes.ts'
import type { Refusal } from '../errors/refusal.ts'
import type { JsonObject } from '../json/json.ts'
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

/** A placeholder for a document that must not be parsed, since it is nested too deeply. */
const NOTHING = parse('{ __typename }')

const asError = (refused: Refusal | null): GraphQLError | undefined => {
  const [fault] = refused?.errors ?? []
  return fault && refusal(fault.extensions?.['code'] as GatewayErrorCode, fault.message)
}

/** Undefined when the text does not parse within the limit of tokens: Apollo Server reports that itself. */
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

const notFound = (name: string | undefined) =>
  refusal(
    'OPERATION_NOT_FOUND',
    name ? 'No operation has that name.' : 'The name of one operation of the document is required.',
  )

/** The refusal of a document that is not registered, from a client that may send registered ones only. */
const withheld = (isRegistered: boolean, { actor }: RequestContext) =>
  isRegistered || actor.maySend === 'anything'
    ? undefined
    : refusal('OPERATION_NOT_REGISTERED', NOT_REGISTERED)

interface OperationRequest {
  readonly operationName: string | undefined
  readonly variables: JsonObject
  readonly context: RequestContext
}

export interface DocumentRules {
  readonly schema: GraphQLSchema
  readonly limits: DocumentLimits
  readonly admission: Admission
  /** The spelling of a document that a client has registered. */
  readonly spelling: (document: DocumentNode) => string | undefined
}

/**
 * The gateway's conditions for a document beyond validity: that its client may send it, that its text may be read now,
 * bounded size, a known operation, a root type that exists, no subscription, an allowed cost; and its turn in the
 * queue. Keeps the documents that have passed, so that a text is parsed and validated once.
 *
 * Size is looked at before validation, whose cost grows faster than the document. A document that is refused before it
 * goes on unvalidated, and is refused at the first step where a plugin may refuse.
 */
export function documentRules(rules: DocumentRules): ApolloServerPlugin<RequestContext> {
  const { schema, limits, admission } = rules
  const passed = new Passed(rules.spelling)

  /** The document that has passed already, or why the text is refused. */
  async function look(text: string, context: RequestContext) {
    const kept = passed.get(text)
    const keptBack = kept && withheld(kept.isRegistered, context)
    if (keptBack) return { refused: (await admission.pay(REFUSING, context)) ?? keptBack }
    if (kept) return { known: kept.document }
    const full = admission.full(context)
    if (full) return { refused: full }
    // What can never be paid for is not even parsed.
    const sized = textCost(text) <= admission.most ? size(text, limits) : undefined
    const { document, tooLarge } = sized ?? {}
    const { isRegistered, found } = passed.find(text, document)
    if (found && isRegistered) return { known: found }
    const unpaid = isRegistered ? undefined : await admission.pay(textCost(text, document), context)
    // Another may have brought the same text meanwhile.
    const refused = unpaid ?? withheld(isRegistered, context) ?? tooLarge
    return { known: passed.get(text)?.document ?? found, refused }
  }

  function faultOf({ operation }: OperationDefinitionNode): GraphQLError | undefined {
    if (!schema.getRootType(operation))
      return refusal('GRAPHQL_VALIDATION_FAILED', `The schema has no ${operation}s.`)
    return operation === 'subscription'
      ? refusal('SUBSCRIPTION_NEEDS_WEBSOCKET', 'Subscribe over a websocket.')
      : undefined
  }

  /** Returns the refusal of a valid document, or undefined. Both the variables and a refusal are charged. */
  async function payOperation(operation: OperationDefinitionNode | undefined, request: OperationRequest) {
    const { operationName, variables, context } = request
    const fault = operation ? faultOf(operation) : notFound(operationName)
    const cost = fault ? REFUSING : inputCost(schema, operation?.variableDefinitions, variables)
    const unpaid = cost > 0 ? await admission.pay(cost, context) : undefined
    return unpaid ?? fault
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
          const { operationName } = request
          const variables = request.variables ?? {}
          const fault = await payOperation(operation, { operationName, variables, context: contextValue })
          if (fault || !operation) throw fault
          contextValue.aside.leave = await admission.admit({ document, operation, variables }, contextValue)
        },
      }
    },
  }
}
