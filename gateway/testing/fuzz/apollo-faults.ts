import type { FetchNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner'
import {
  getVariableValues,
  isAbstractType,
  Kind,
  visit,
  type NamedTypeNode,
  type OperationDefinitionNode,
} from 'graphql'
import { buildGraph, type Graph } from '../../src/graph/graph.ts'
import { planOf } from '../../src/operation/prepare-operation.ts'
import { protectNames } from '../../src/operation/protected-names.ts'
import { resolveConditions } from '../../src/operation/resolve-conditions.ts'
import type { ExecutedResult } from '../apollo-executor.ts'
import { unorderedDifference } from './compare.ts'
import type { Answer } from './contenders.ts'
import type { Operation } from './operation/make-operation.ts'
import type { FuzzWorld } from './world/make-world.ts'

const graphs = new WeakMap<FuzzWorld, Graph>()
function graphOf(world: FuzzWorld): Graph {
  const graph = graphs.get(world) ?? buildGraph(world.supergraph)
  graphs.set(world, graph)
  return graph
}

const definitionOf = ({ document }: Operation) =>
  document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode

/** The answer under names that meet nothing which is fetched unseen. */
const withNames =
  (graph: Graph, answer: Answer): Answer =>
  async (operation) => {
    const names = protectNames(operation.document, definitionOf(operation), graph.names)
    if (!names) return answer(operation)
    const { document } = names
    const { data, errors } = await answer({ document, variables: names.variables(operation.variables) })
    const renamed = errors?.map(({ path, ...rest }) => ({
      ...rest,
      ...(path && { path: names.restorePath(path) }),
    }))
    return {
      ...(data !== undefined && { data: data && names.restore(data) }),
      ...(renamed && { errors: renamed }),
    }
  }

/** The answer to what the operation is under its variables, without conditions. */
const withoutConditions =
  ({ schema }: Graph, answer: Answer): Answer =>
  (operation) => {
    const definitions = definitionOf(operation).variableDefinitions ?? []
    const { coerced = {} } = getVariableValues(schema, definitions, operation.variables)
    return answer({ ...operation, document: resolveConditions(operation.document, coerced) })
  }

function fetches(node: QueryPlan['node']): FetchNode[] {
  if (node?.kind === 'Fetch') return [node]
  if (node?.kind === 'Flatten') return fetches(node.node)
  if (node?.kind === 'Sequence' || node?.kind === 'Parallel') return node.nodes.flatMap(fetches)
  return node?.kind === 'Condition' ? [...fetches(node.ifClause), ...fetches(node.elseClause)] : []
}

const planned = (graph: Graph, operation: Operation) =>
  fetches(planOf(graph, operation.document, definitionOf(operation).name?.value).node)

const bringsNestedList = (world: FuzzWorld, requires: readonly QueryPlanSelectionNode[]): boolean =>
  requires.some((each) => {
    if (each.kind === 'InlineFragment') return bringsNestedList(world, each.selections)
    const fields = [...world.model.types.values()].flatMap((type) => type.fields)
    return each.selections && fields.some(({ name, type }) => name === each.name && type.startsWith('[['))
  })

function introspects(operation: Operation): number {
  let count = 0
  visit(operation.document, {
    Field: ({ name }) => void (count += /^__(schema|type)$/.test(name.value) ? 1 : 0),
  })
  return count
}

function hasAbstractCondition({ schema }: FuzzWorld, { document }: Operation): boolean {
  let found = false
  const look = (condition: NamedTypeNode | undefined) => {
    if (condition && isAbstractType(schema.getType(condition.name.value))) found = true
  }
  visit(document, {
    InlineFragment: ({ typeCondition }) => look(typeCondition),
    FragmentDefinition: ({ typeCondition }) => look(typeCondition),
  })
  return found
}

/** An answer of Apollo's that is not the truth. */
export interface Wrong {
  readonly world: FuzzWorld
  readonly operation: Operation
  readonly truth: ExecutedResult
  readonly wrong: ExecutedResult
  readonly apollo: Answer
}

interface Fault {
  readonly name: string
  explains(wrong: Wrong, graph: Graph): boolean | Promise<boolean>
}

const isMendedBy =
  (mend: (graph: Graph, answer: Answer) => Answer) =>
  async ({ operation, truth, apollo }: Wrong, graph: Graph) =>
    unorderedDifference(truth, await mend(graph, apollo)(operation)) === null

/**
 * A fault of the planner itself, which no executor and no other form of the operation avoids: where a field requires
 * another field with `@requires`, the planner may forget to fetch the inputs of the first.
 */
const NOT_BROUGHT = {
  name: 'a field is fetched without what it requires',
  explains: ({ wrong }: Pick<Wrong, 'wrong'>) =>
    wrong.errors?.some(({ extensions }) => extensions?.['code'] === 'INPUT_MISSING') ?? false,
}
/** Faults that disappear when the operation is written in another form. */
const MENDED: readonly Fault[] = [
  {
    name: 'fields in another order than the document has them',
    explains: ({ truth, wrong }) => unorderedDifference(truth, wrong) === null,
  },
  { name: 'a name of the client meets one that is fetched unseen', explains: isMendedBy(withNames) },
  { name: 'a condition holds back what others need', explains: isMendedBy(withoutConditions) },
  {
    name: 'both of these',
    explains: isMendedBy((graph, answer) => withoutConditions(graph, withNames(graph, answer))),
  },
]

/** Faults that remain in every form of the operation. */
const REMAINING: readonly Fault[] = [
  {
    name: 'an object loses its type to the interface object of a subgraph',
    explains: ({ world, operation }, graph) =>
      world.model.interfaces.some(({ asObject }) => asObject) &&
      planned(graph, operation).some(({ inputRewrites }) => inputRewrites?.length),
  },
  {
    name: 'objects in a list of lists are not brought to the field that requires them',
    explains: ({ world, operation }, graph) =>
      planned(graph, operation).some(({ requires = [] }) => bringsNestedList(world, requires)),
  },
  {
    name: 'a renamed key loses what is falsy',
    explains: ({ operation }, graph) => planned(graph, operation).some((each) => each.outputRewrites?.length),
  },
  {
    name: 'below a condition on an interface, fields are lost and nulls stay where they must not be',
    explains: ({ world, operation }) => hasAbstractCondition(world, operation),
  },
  { name: 'one introspection field twice', explains: ({ operation }) => introspects(operation) > 1 },
]

/** The fault of the planner that can explain a wrong answer; null when none can. */
export const explainByPlanner = ({ wrong }: Pick<Wrong, 'wrong'>): string | null =>
  NOT_BROUGHT.explains({ wrong }) ? NOT_BROUGHT.name : null

/** The first known fault of `@apollo/gateway` that can explain its wrong answer; null when none can. */
export async function explainByApollo(wrong: Wrong): Promise<string | null> {
  const graph = graphOf(wrong.world)
  for (const { name, explains } of MENDED) if (await explains(wrong, graph)) return name
  // What is still wrong when all that can be mended is.
  const mended = await withoutConditions(graph, withNames(graph, wrong.apollo))(wrong.operation)
  for (const { name, explains } of REMAINING)
    if (await explains({ ...wrong, wrong: mended }, graph)) return name
  return explainByPlanner({ wrong: mended })
}
