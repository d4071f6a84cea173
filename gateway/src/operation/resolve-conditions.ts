import type { FetchNode, QueryPlan } from '@apollo/query-planner'
import {
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { CONDITIONS, isIncluded } from '../execution/conditions.ts'
import type { JsonObject } from '../execution/json.ts'

/** `__typename @skip(if: true)`: a selection set must not be empty, and an answer must not have more than was asked. */
const nothing: FieldNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: '__typename' },
  directives: [
    {
      kind: Kind.DIRECTIVE,
      name: { kind: Kind.NAME, value: 'skip' },
      arguments: [
        {
          kind: Kind.ARGUMENT,
          name: { kind: Kind.NAME, value: 'if' },
          value: { kind: Kind.BOOLEAN, value: true },
        },
      ],
    },
  ],
}

function resolveSelection(selection: SelectionNode, variables: JsonObject): SelectionNode[] {
  if (!isIncluded(selection, variables)) return []
  const directives = selection.directives?.filter(({ name }) => !CONDITIONS.has(name.value)) ?? []
  return [{ ...selection, directives }]
}

/**
 * The document as it reads under these coerced variables: without @skip and @include, and without what they leave out.
 * Where all was left out, nothing is asked for in a way that is valid.
 */
export const resolveConditions = (document: DocumentNode, variables: JsonObject): DocumentNode =>
  visit(document, {
    SelectionSet(set): SelectionSetNode {
      const selections = set.selections.flatMap((each) => resolveSelection(each, variables))
      return { ...set, selections: selections.length > 0 ? selections : [nothing] }
    },
  })

const CONDITIONAL = /@(?:skip|include)\b/

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

/**
 * Whether the planner is misled by conditions, and the operation is to be planned for each combination of them, with
 * these resolved. It makes one fetch of fields with conditions and others, and then requires the inputs of all of them
 * whatever the variables say, also those that it leaves out with a field: nothing would be fetched at all. And it
 * forgets a field with a condition below which no selection can apply: the plan is empty.
 */
export const hasConditionalInputs = ({ node }: QueryPlan): boolean =>
  !node ||
  fetchesOf(node).some(({ requires, operation }) => requires !== undefined && CONDITIONAL.test(operation))
