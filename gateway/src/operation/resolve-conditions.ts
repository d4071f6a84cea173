import type { FetchNode, QueryPlan } from '@apollo/query-planner'
import {
  BREAK,
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type NameNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { isCondition, isIncluded, mentionsCondition } from '../document/conditions.ts'
import type { JsonObject } from '../json/json.ts'

const name = (value: string): NameNode => ({ kind: Kind.NAME, value })

/** A placeholder where all selections are left out: the grammar requires at least one. */
const NOTHING: FieldNode = {
  kind: Kind.FIELD,
  name: name('__typename'),
  directives: [
    {
      kind: Kind.DIRECTIVE,
      name: name('skip'),
      arguments: [{ kind: Kind.ARGUMENT, name: name('if'), value: { kind: Kind.BOOLEAN, value: true } }],
    },
  ],
}

function resolveSelection(selection: SelectionNode, variables: JsonObject): SelectionNode[] {
  if (!isIncluded(selection, variables)) return []
  const directives = selection.directives?.filter((each) => !isCondition(each)) ?? []
  return [{ ...selection, directives }]
}

/**
 * The document as it reads under these coerced variables: without @skip and @include by variables, and without what they
 * leave out.
 */
export const resolveConditions = (document: DocumentNode, variables: JsonObject): DocumentNode =>
  visit(document, {
    SelectionSet(set): SelectionSetNode {
      const selections = set.selections.flatMap((each) => resolveSelection(each, variables))
      return { ...set, selections: selections.length > 0 ? selections : [NOTHING] }
    },
  })

function fetchesOf(node: QueryPlan['node']): FetchNode[] {
  switch (node?.kind) {
    case 'Fetch':
      return [node]
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(fetchesOf)
    case 'Flatten':
      return fetchesOf(node.node)
    case 'Condition':
      return [...fetchesOf(node.ifClause), ...fetchesOf(node.elseClause)]
    default:
      return []
  }
}

/** Whether a fetch has fields with conditions, and requires inputs or renames fields as if there were none. */
const ignoresConditions = ({ node }: QueryPlan): boolean =>
  fetchesOf(node).some(
    ({ requires, outputRewrites, operation }) => (requires ?? outputRewrites) && mentionsCondition(operation),
  )

const isConditional = ({ directives }: SelectionNode) => directives?.some(isCondition) ?? false

/**
 * Whether a field with a condition has no selection below it that is certain to be included: a fragment may not apply.
 */
function mayEmpty(document: DocumentNode): boolean {
  let found = false
  visit(document, {
    Field(field) {
      const below = field.selectionSet?.selections
      if (!below || !isConditional(field)) return undefined
      found = below.every((each) => each.kind !== Kind.FIELD || isConditional(each))
      return found ? BREAK : undefined
    },
  })
  return found
}

/**
 * Whether the planner mishandles the conditions, so that the operation is to be planned for each combination of them,
 * with these resolved. It requires the inputs of a skipped field, although it does not fetch them: nothing would be
 * fetched at all. It does not rename a field below a fragment with a condition, where it should. And it drops a field
 * with a condition below which no selection applies.
 */
export const isMisled = (document: DocumentNode, plan: QueryPlan): boolean =>
  ignoresConditions(plan) || mayEmpty(document)
