import { readFileSync } from 'node:fs'
import { operationFromDocument, Supergraph } from '@apollo/federation-internals'
import {
  QueryPlanner,
  type FetchNode,
  type PlanNode,
  type QueryPlanSelectionNode,
  type ResponsePath,
  type SubscriptionNode,
} from '@apollo/query-planner'
import { operationsOf } from '@kompetanse/schema/documents/read-documents'
import { SUPERGRAPH_PATH } from '@kompetanse/schema/supergraph'
import { getOperationAST, parse } from 'graphql'

/** One question of the gateway to a subgraph, and the types of the references that it gives along. */
export interface Fetch {
  readonly query: string
  readonly types: readonly string[]
  /** Whether they are those of a list; otherwise there is one. */
  readonly ofMany: boolean
}

type Node = PlanNode | SubscriptionNode | undefined

function fetchesIn(node: Node, path: ResponsePath = []): (FetchNode & { path: ResponsePath })[] {
  if (!node) return []
  if (node.kind === 'Fetch') return [{ ...node, path }]
  if (node.kind === 'Condition')
    return [node.ifClause, node.elseClause].flatMap((each) => fetchesIn(each, path))
  if (node.kind === 'Sequence' || node.kind === 'Parallel')
    return node.nodes.flatMap((each) => fetchesIn(each, path))
  if (node.kind === 'Flatten') return fetchesIn(node.node, node.path)
  throw new Error(`no query of the web has a ${node.kind}`)
}

const typeOf = (each: QueryPlanSelectionNode) => (each.kind === 'InlineFragment' && each.typeCondition) || []

const asFetch = ({ operation, requires = [], path }: ReturnType<typeof fetchesIn>[number]): Fetch => ({
  ...{ query: operation, types: [...new Set(requires.flatMap(typeOf))], ofMany: path.includes('@') },
})

/** What the web's queries ask of a subgraph, as the gateway plans them: by the name of the query. */
export function fetchesOf(subgraph: string): ReadonlyMap<string, readonly Fetch[]> {
  const supergraph = Supergraph.build(readFileSync(SUPERGRAPH_PATH, 'utf8'))
  const [planner, api] = [new QueryPlanner(supergraph, {}), supergraph.apiSchema()]
  const found = new Map<string, readonly Fetch[]>()
  for (const [name, text] of operationsOf('web')) {
    const document = parse(text)
    if (getOperationAST(document)?.operation !== 'query') continue
    const { node } = planner.buildQueryPlan(operationFromDocument(api, document))
    const fetches = fetchesIn(node).filter(({ serviceName }) => serviceName === subgraph)
    if (fetches.length > 0) found.set(name, fetches.map(asFetch))
  }
  return found
}
