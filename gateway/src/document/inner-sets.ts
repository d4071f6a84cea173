import type { FieldNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql'

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

/** What introspection answers no planner looks into: the names below are the client's own. */
export const isIntrospection = ({ name }: FieldNode): boolean =>
  name.value === '__schema' || name.value === '__type'

/** Selections of one object, merged by response name over all type conditions. */
export function innerSets(
  sets: readonly SelectionSetNode[],
  fragments: Fragments,
): Map<string, SelectionSetNode[]> {
  const inner = new Map<string, SelectionSetNode[]>()
  const spread = new Set<string>()
  const collect = ({ selections }: SelectionSetNode) => {
    for (const selection of selections) {
      if (selection.kind === 'Field') {
        const name = (selection.alias ?? selection.name).value
        const known = inner.get(name) ?? []
        const { selectionSet: below } = selection
        inner.set(name, below && !isIntrospection(selection) ? [...known, below] : known)
      } else if (selection.kind === 'InlineFragment') collect(selection.selectionSet)
      else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value)
        const fragment = fragments.get(selection.name.value)
        if (fragment) collect(fragment.selectionSet)
      }
    }
  }
  sets.forEach(collect)
  return inner
}

/** Whether a path of response names and places in lists leads to a field that is selected below a set. */
export function isSelected(
  path: readonly (string | number)[],
  set: SelectionSetNode,
  fragments: Fragments,
): boolean {
  let sets: readonly SelectionSetNode[] = [set]
  for (const step of path) {
    if (typeof step === 'number') continue
    const inner = innerSets(sets, fragments).get(step)
    if (!inner) return false
    sets = inner
  }
  return true
}
