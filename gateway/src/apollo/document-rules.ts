import type { ApolloServerPlugin } from '@apollo/server'
import { GraphQLError, parse, type DocumentNode, type GraphQLSchema } from 'graphql'
import type { Admission } from '../cost/admission.ts'
import { textCost } from '../cost/text-cost.ts'
import type { GatewayErrorCode } from '../errors/codes.ts'
import type { Refusal } from '../errors/refusal.ts'
import { overLimit, type DocumentLimits } from '../operation/limits.ts'
import { Lru, weightOf } from '../operation/lru.ts'
import { tooNested } from '../operation/nesting.ts'
import type { RequestContext } from './request-context.ts'

const refusal = (code: GatewayErrorCode, message: string) =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } })

/**
 * Weight of document texts whose parsed form is kept: some hundreds of pages' worth, two thousand at most. As much again
 * for what is registered, of which everybody may send as many layouts as they like.
 */
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

/** What has passed: each text, and of what is registered each spelling, so that a layout is no new document. */
class Passed {
  readonly #texts = new Lru<DocumentNode>(CAPACITY)
  readonly #layouts = new Lru<DocumentNode>(CAPACITY)
  readonly #registered = new Map<string, DocumentNode>()
  readonly #spelling: (document: DocumentNode) => string | undefined

  constructor(spelling: (document: DocumentNode) => string | undefined) {
    this.#spelling = spelling
  }

  get(text: string): DocumentNode | undefined {
    return this.#texts.get(text) ?? this.#layouts.get(text)
  }

  /** Of a new text: whether a client has registered it, and the document that has passed in its place. */
  find(text: string, document: DocumentNode | undefined) {
    const spelling = document && this.#spelling(document)
    const found = spelling === undefined ? undefined : this.#registered.get(spelling)
    if (found) this.#layouts.set(text, found, weightOf(text))
    return { isRegistered: spelling !== undefined, found }
  }

  add(text: string, document: DocumentNode): void {
    const spelling = this.#spelling(document)
    if (spelling === undefined) return void this.#texts.set(text, document, weightOf(text))
    this.#registered.set(spelling, document)
    this.#layouts.set(text, document, weightOf(text))
  }
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
