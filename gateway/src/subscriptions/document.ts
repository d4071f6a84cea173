import { GraphQLError, Kind, OperationTypeNode, parse, validate } from 'graphql'
import type { DocumentNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import { overLimit, type DocumentLimits } from '../operation/limits.ts'
import { refuseDocument } from '../errors/refusal.ts'
import { StreamFailure } from './failure.ts'

export interface SubscriptionDocument {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  /** Name of the one root field. */
  readonly field: string
}

function parseWithin(text: string, { maxTokens }: DocumentLimits): DocumentNode {
  try {
    return parse(text, { maxTokens })
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    throw new StreamFailure(refuseDocument('GRAPHQL_PARSE_FAILED', [error.toJSON()]).errors)
  }
}

function selectOperation({ definitions }: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operations = definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION)
  const [operation, other] = name ? operations.filter((each) => each.name?.value === name) : operations
  if (!operation || other)
    throw StreamFailure.of('OPERATION_NOT_FOUND', 'The name of one operation is required.')
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION) {
    throw StreamFailure.of('SUBSCRIPTION_ONLY', 'Only subscriptions are served on a websocket: use HTTP.')
  }
  return operation
}

/** Reads and checks what a client asks for; throws a StreamFailure that says why it is not to be served. */
export function readDocument(
  schema: GraphQLSchema,
  text: string,
  operationName: string | undefined,
  limits: DocumentLimits,
): SubscriptionDocument {
  const document = parseWithin(text, limits)
  const operation = selectOperation(document, operationName)
  const refused = overLimit(document, limits)
  if (refused) throw new StreamFailure(refused.errors)
  const invalid = validate(schema, document, undefined, { maxErrors: 5 })
  if (invalid.length > 0) {
    const errors = invalid.map((error) => error.toJSON())
    throw new StreamFailure(refuseDocument('GRAPHQL_VALIDATION_FAILED', errors).errors)
  }
  const root = operation.selectionSet.selections[0]
  if (root?.kind !== Kind.FIELD || root.name.value.startsWith('__')) {
    throw StreamFailure.of(
      'GRAPHQL_VALIDATION_FAILED',
      'A subscription selects one field, without a fragment.',
    )
  }
  const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
  const byName = new Map(fragments.map((each) => [each.name.value, each]))
  return { document, operation, fragments: byName, field: root.name.value }
}
