import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  SingleFieldSubscriptionsRule,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { refuseDocument } from '../../errors/refusal.ts'
import { overLimit, type DocumentLimits } from '../../operation/limits.ts'
import { tooNested } from '../../operation/nesting.ts'
import { StreamFailure } from '../contract/failure.ts'
import { rootFieldOf, type RootField } from './root-field.ts'
import { oneRootField } from '../../document/root-selections.ts'

/**
 * In this order: the last follows every way through the fragments, of which a document that is not valid by the others
 * may have more than can ever be followed, while the limits bound those of a valid one.
 */
const rules = [specifiedRules.filter((rule) => rule !== SingleFieldSubscriptionsRule), [oneRootField]]

/** The errors of the first set of rules that the document violates. */
function faultsOf(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
  for (const each of rules) {
    const faults = validate(schema, document, each, { maxErrors: 5 })
    if (faults.length > 0) return faults
  }
  return []
}

export function parseWithin(text: string, { maxTokens }: DocumentLimits): DocumentNode {
  const nested = tooNested(text)
  if (nested) throw new StreamFailure(nested.errors)
  try {
    return parse(text, { maxTokens })
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    throw new StreamFailure(refuseDocument('GRAPHQL_PARSE_FAILED', [error.toJSON()]).errors)
  }
}

/** The operation to run, or the reason why the document has no such subscription. */
export function selectOperation(
  { definitions }: DocumentNode,
  name: string | undefined,
): OperationDefinitionNode | StreamFailure {
  const operations = definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION)
  const [operation, other] = name ? operations.filter((each) => each.name?.value === name) : operations
  if (!operation || other)
    return StreamFailure.of('OPERATION_NOT_FOUND', 'The name of one operation is required.')
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION) {
    return StreamFailure.of('SUBSCRIPTION_ONLY', 'Only subscriptions are served on a websocket: use HTTP.')
  }
  return operation
}

/** Reads and validates a client's subscription; throws a StreamFailure with the reason of a refusal. */
export function readRootField(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  limits: DocumentLimits,
): RootField {
  const refused = overLimit(document, limits)
  if (refused) throw new StreamFailure(refused.errors)
  const invalid = faultsOf(schema, document)
  if (invalid.length > 0) {
    const errors = invalid.map((error) => error.toJSON())
    throw new StreamFailure(refuseDocument('GRAPHQL_VALIDATION_FAILED', errors).errors)
  }
  const definitions = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
  const fragments = new Map(definitions.map((each) => [each.name.value, each]))
  const root = rootFieldOf(operation, fragments)
  if (!root) throw StreamFailure.of('GRAPHQL_VALIDATION_FAILED', 'A subscription selects a field.')
  return root
}
