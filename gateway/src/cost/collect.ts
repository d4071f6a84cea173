import {
  isObjectType,
  Kind,
  print,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type SelectionSetNode,
} from 'graphql'
import { isCondition } from '../document/conditions.ts'

/** Selections under the @skip and @include around them. */
export interface Guarded<Part> {
  readonly conditions: readonly DirectiveNode[]
  readonly parts: Part[]
}

export interface Collected {
  /** Fields selected for every type of object; those of one response name, under the same conditions, are merged. */
  readonly fields: Map<string, Guarded<FieldNode>>
  /** Selections for some types only, by the type condition of their fragment. */
  readonly narrowed: Map<string, Guarded<SelectionSetNode> & { readonly type: string }>
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>
type Conditions = readonly DirectiveNode[]

const texts = (conditions: Conditions): string => conditions.map(print).sort().join(' ')

function add<Part, Entry extends Guarded<Part>>(
  to: Map<string, Entry>,
  key: string,
  part: Part,
  empty: () => Entry,
) {
  const found = to.get(key) ?? empty()
  found.parts.push(part)
  to.set(key, found)
}

/** Merges selections as execution would, in time linear in what they spread out to. The document is valid. */
export function collect(
  parent: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  fragments: Fragments,
): Collected {
  const collected: Collected = { fields: new Map(), narrowed: new Map() }
  const isWhole = (type: string | undefined) =>
    type === undefined || type === parent.name || isObjectType(parent)

  function walk({ selections }: SelectionSetNode, around: Conditions): void {
    for (const selection of selections) {
      const conditions = [...around, ...(selection.directives ?? []).filter(isCondition)]
      if (selection.kind === Kind.FIELD) {
        const key = `${(selection.alias ?? selection.name).value} ${texts(conditions)}`
        add(collected.fields, key, selection, () => ({ conditions, parts: [] }))
        continue
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection
      if (!fragment) continue
      const type = fragment.typeCondition?.name.value
      const { selectionSet } = fragment
      if (type === undefined || isWhole(type)) walk(selectionSet, conditions)
      else
        add(collected.narrowed, `${type} ${texts(conditions)}`, selectionSet, () => ({
          ...{ conditions, type },
          parts: [],
        }))
    }
  }

  for (const set of sets) walk(set, [])
  return collected
}
