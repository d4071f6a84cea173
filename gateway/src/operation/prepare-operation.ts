import { operationFromDocument } from '@apollo/federation-internals'
import type { QueryPlan } from '@apollo/query-planner'
import {
  GraphQLError,
  parse,
  validate,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql'
import { refuseDocument, type Refusal } from '../errors/refusal.ts'
import type { Graph } from '../graph/graph.ts'
import { perConditions } from '../execution/conditions.ts'
import type { JsonObject } from '../execution/json.ts'
import { createShapes, type Shapes } from '../execution/response-shape.ts'
import { overLimit, type DocumentLimits } from './limits.ts'
import { findPassThrough, type PassThrough } from './pass-through.ts'
import { hasConditionalInputs, resolveConditions } from './resolve-conditions.ts'

/** All about an operation that does not depend on who asks or with which variables. */
export interface PreparedOperation {
  readonly kind: 'prepared'
  /** Unique per prepared operation: part of the key under which identical reads meet. */
  readonly id: number
  readonly graph: Graph
  readonly operation: OperationDefinitionNode
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  /** The plan under coerced variables. Most operations have but one. */
  planFor(variables: JsonObject): QueryPlan
  readonly shapes: Shapes
  /** Set when the answer of one subgraph is the answer. */
  readonly passThrough: PassThrough | null
}

const MAX_VALIDATION_ERRORS = 20
let prepared = 0

function parseLimited(text: string, { maxTokens }: DocumentLimits): DocumentNode | Refusal {
  try {
    return parse(text, { maxTokens })
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    const tooLong = error.message.includes(`more that ${maxTokens} tokens`)
    return refuseDocument(tooLong ? 'DOCUMENT_TOO_MANY_TOKENS' : 'GRAPHQL_PARSE_FAILED', [error])
  }
}

function selectOperation(
  document: DocumentNode,
  name: string | undefined,
): OperationDefinitionNode | Refusal {
  const operations = document.definitions.filter(
    (d): d is OperationDefinitionNode => d.kind === 'OperationDefinition',
  )
  const [operation, other] = name ? operations.filter((o) => o.name?.value === name) : operations
  if (operation && !other) return operation
  const message = name
    ? 'No operation has that name.'
    : 'The name of one operation of the document is required.'
  return refuseDocument('OPERATION_NOT_FOUND', [{ message }])
}

/** Parses, limits, validates and plans one operation. Refuses subscriptions: they are not for HTTP. */
export function prepareOperation(
  graph: Graph,
  text: string,
  operationName: string | undefined,
  limits: DocumentLimits,
): PreparedOperation | Refusal {
  const document = parseLimited(text, limits)
  if (document.kind === 'refused') return document
  const refused = overLimit(document, limits)
  if (refused) return refused
  const invalid = validate(graph.schema, document, undefined, { maxErrors: MAX_VALIDATION_ERRORS })
  if (invalid.length > 0) return refuseDocument('GRAPHQL_VALIDATION_FAILED', invalid)
  const operation = selectOperation(document, operationName)
  if (operation.kind === 'refused') return operation
  if (operation.operation === 'subscription')
    return refuseDocument('SUBSCRIPTION_NEEDS_WEBSOCKET', [{ message: 'Subscribe over a websocket.' }])
  return planOperation(graph, document, operation)
}

function planOperation(
  graph: Graph,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): PreparedOperation {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions)
    if (definition.kind === 'FragmentDefinition') fragments.set(definition.name.value, definition)
  const name = operation.name?.value
  const planOf = (read: DocumentNode) =>
    graph.planner.buildQueryPlan(
      operationFromDocument(graph.apiSchema, read, name ? { operationName: name } : {}),
    )
  const plan = planOf(document)
  const planFor = hasConditionalInputs(plan)
    ? perConditions(operation, fragments, (variables) => planOf(resolveConditions(document, variables)))
    : () => plan
  return {
    kind: 'prepared',
    id: ++prepared,
    graph,
    operation,
    fragments,
    planFor,
    shapes: createShapes(graph.schema, operation, fragments),
    passThrough: findPassThrough(graph, plan, operation, fragments),
  }
}
