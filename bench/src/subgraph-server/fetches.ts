import { readFileSync } from 'node:fs'
import { operationFromDocument, Supergraph } from '@apollo/federation-internals'
import {
  QueryPlanner,
  type FetchNode,
  type PlanNode,
  type QueryPlanSelectionNode,
  type SubscriptionNode,
} from '@apollo/query-planner'
import { operationsOf } from '@kompetanse/schema/documents/read-documents'
import { SUPERGRAPH_PATH } from '@kompetanse/schema/supergraph'
import { buildSchema, isEnumType, parse, type GraphQLSchema, type TypeNode } from 'graphql'

/** One request that the gateway sends to one subgraph for an operation. */
export interface SubgraphFetch {
  readonly operation: string
  readonly subgraph: string
  /** JSON, as it is posted. */
  readonly body: string
}

/** As many as the fields that are joined to a page. */
const ENTITIES = 25

/** The fetches of the registered operations of these names, by Apollo's planner over the committed supergraph. */
export function planFetches(names: readonly string[]): readonly SubgraphFetch[] {
  const supergraph = Supergraph.build(readFileSync(SUPERGRAPH_PATH, 'utf8'))
  const planner = new QueryPlanner(supergraph, {})
  const registered = operationsOf('web')
  return names.flatMap((operation) => {
    const document = parse(registered.get(operation) ?? '')
    const plan = planner.buildQueryPlan(operationFromDocument(supergraph.apiSchema(), document))
    return fetchesOf(plan.node).map((node) => {
      const body = { query: node.operation, operationName: node.operationName, variables: variablesOf(node) }
      return { operation, subgraph: node.serviceName, body: JSON.stringify(body) }
    })
  })
}

function fetchesOf(node: PlanNode | SubscriptionNode | undefined): readonly FetchNode[] {
  switch (node?.kind) {
    case 'Fetch':
      return [node]
    case 'Flatten':
      return fetchesOf(node.node)
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(fetchesOf)
    case 'Condition':
      return [...fetchesOf(node.ifClause), ...fetchesOf(node.elseClause)]
    default:
      return []
  }
}

function variablesOf(node: FetchNode): Record<string, unknown> {
  const schema = subgraphSchema(node.serviceName)
  const variables: Record<string, unknown> = {}
  for (const definition of parse(node.operation).definitions)
    if (definition.kind === 'OperationDefinition')
      for (const { variable, type } of definition.variableDefinitions ?? [])
        if (type.kind === 'NonNullType') variables[variable.name.value] = sample(schema, type.type)
  if (node.requires)
    variables['representations'] = Array.from({ length: ENTITIES }, () => keysOf(node.requires))
  return variables
}

function sample(schema: GraphQLSchema, type: TypeNode): unknown {
  if (type.kind !== 'NamedType') return []
  const named = schema.getType(type.name.value)
  if (isEnumType(named)) return named.getValues()[0]?.name
  return named?.name === 'Int' ? ENTITIES : 'one'
}

/** An entity's key as the gateway would send it. */
function keysOf(selections: readonly QueryPlanSelectionNode[] = []): Record<string, unknown> {
  const keys: Record<string, unknown> = {}
  for (const selection of selections) {
    if (selection.kind === 'Field')
      keys[selection.name] = selection.selections ? keysOf(selection.selections) : 'one'
    else Object.assign(keys, keysOf(selection.selections), { __typename: selection.typeCondition })
  }
  return keys
}

const schemas = new Map<string, GraphQLSchema>()

function subgraphSchema(name: string): GraphQLSchema {
  let schema = schemas.get(name)
  if (!schema) {
    const sdl = readFileSync(new URL(`../../../schema/subgraphs/${name}.graphql`, import.meta.url), 'utf8')
    schemas.set(name, (schema = buildSchema(sdl, { assumeValid: true, assumeValidSDL: true })))
  }
  return schema
}
