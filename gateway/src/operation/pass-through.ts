import type { QueryPlan } from '@apollo/query-planner'
import {
  BREAK,
  getNamedType,
  isAbstractType,
  isEnumType,
  isCompositeType,
  isObjectType,
  Kind,
  print,
  stripIgnoredCharacters,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type NamedTypeNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import type { Graph } from '../graph/graph.ts'
import { isCondition } from '../document/conditions.ts'
import { compileFetch, type FetchDocument } from '../execution/fetch-document.ts'
import { createMatchesShape, type MatchesShape } from './answer-shape/matches-shape.ts'

/**
 * The client's own operation, sent to one subgraph unchanged. By the specification its answer has the names, the order
 * and the null propagation that the client expects, so the bytes can be sent on once they are found to match.
 */
export interface PassThrough {
  readonly serviceName: string
  readonly query: string
  /** For an answer that has to be parsed. */
  readonly fetch: FetchDocument
  readonly matchesShape: MatchesShape
}

function reachableFragments(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FragmentDefinitionNode[] {
  const reached = new Set<FragmentDefinitionNode>()
  const pending: (OperationDefinitionNode | FragmentDefinitionNode)[] = [operation]
  for (let node = pending.pop(); node; node = pending.pop())
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value)
        if (!fragment || reached.has(fragment)) return
        reached.add(fragment)
        pending.push(fragment)
      },
    })
  return [...reached]
}

/** Whether every value that the subgraph can give for the type is one that clients may see. */
function showsOnlyPublic(type: GraphQLNamedType, subgraph: GraphQLSchema, api: GraphQLSchema): boolean {
  if (isEnumType(type)) {
    const shown = api.getType(type.name)
    return isEnumType(shown) && type.getValues().every(({ name }) => shown.getValue(name) !== undefined)
  }
  if (isAbstractType(type))
    return subgraph.getPossibleTypes(type).every(({ name }) => isCompositeType(api.getType(name)))
  return true
}

/**
 * Whether a type condition selects the same objects in the subgraph as in the client's schema: a subgraph may have a
 * type without its interface or union.
 */
function meansTheSameObjects(condition: string, subgraph: GraphQLSchema, api: GraphQLSchema): boolean {
  const there = subgraph.getType(condition)
  const here = api.getType(condition)
  if (!isAbstractType(here) || !isAbstractType(there)) return isAbstractType(here) === isAbstractType(there)
  return api.getPossibleTypes(here).every((type) => {
    const known = subgraph.getType(type.name)
    return !isObjectType(known) || subgraph.isSubType(there, known)
  })
}

/** Whether `__typename` is selected: an answer that has to be parsed is shaped by the types that it gives. */
function saysType({ selections }: SelectionSetNode): boolean {
  return selections.some(
    (each) =>
      each.kind === Kind.FIELD && each.name.value === '__typename' && !each.alias && !each.directives?.length,
  )
}

/**
 * Whether a document has the same meaning in the subgraph: root types may have other names there, and only the standard
 * directives exist in it.
 */
function meansTheSame(document: DocumentNode, subgraph: GraphQLSchema, api: GraphQLSchema): boolean {
  const roots = new Set([api.getQueryType()?.name, api.getMutationType()?.name])
  const types = new TypeInfo(subgraph)
  let same = true
  const differs = () => {
    same = false
    return BREAK
  }
  const isOther = ({ name }: NamedTypeNode) =>
    roots.has(name.value) || !meansTheSameObjects(name.value, subgraph, api)
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(field) {
        const { name } = field
        const type = getNamedType(types.getType())
        if (name.value === '__typename') return roots.has(types.getParentType()?.name) ? differs() : undefined
        if (name.value.startsWith('__') || field.alias?.value.startsWith('__')) return differs()
        if (isAbstractType(type) && field.selectionSet && !saysType(field.selectionSet)) return differs()
        return type && showsOnlyPublic(type, subgraph, api) ? undefined : differs()
      },
      Directive: (directive) => (isCondition(directive) ? undefined : differs()),
      InlineFragment: ({ typeCondition }) =>
        typeCondition && isOther(typeCondition) ? differs() : undefined,
      FragmentDefinition: ({ typeCondition }) => (isOther(typeCondition) ? differs() : undefined),
    }),
  )
  return same
}

/** Null when the plan needs more than one fetch, or when the answer could need a look before it is handed on. */
export function findPassThrough(
  graph: Graph,
  { node }: QueryPlan,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): PassThrough | null {
  // The planner's renaming does not matter: the client's own document is sent, and has to be valid unchanged.
  if (node?.kind !== 'Fetch' || node.requires || node.inputRewrites || node.contextRewrites) return null
  const subgraph = graph.subgraphSchema(node.serviceName)
  if (!subgraph) return null
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [operation, ...reachableFragments(operation, fragments)],
  }
  // The document may name types and fields that this subgraph does not have.
  if (validate(subgraph, document).length > 0 || !meansTheSame(document, subgraph, graph.schema)) return null
  return {
    serviceName: node.serviceName,
    query: stripIgnoredCharacters(print(document)),
    fetch: compileFetch(graph.schema, document),
    matchesShape: createMatchesShape(graph.schema, operation, fragments),
  }
}
