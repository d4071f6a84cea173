import type { SelectionSetNode } from 'graphql'
import { innerSets, type Fragments } from '../../document/inner-sets.ts'
import { isJsonObject, setOwn, type JsonObject } from '../../json/json.ts'

type Path = readonly (string | number)[]

/**
 * Where in an answer protected names are: by name as fetched, for those fields alone that were renamed or have
 * such fields below. A scalar's own JSON is never looked into, whatever its keys are called.
 */
export type NameTree = ReadonlyMap<string, Branch>

interface Branch {
  readonly client: string
  readonly below: NameTree
}

interface Names {
  readonly client: ReadonlyMap<string, string>
  readonly fragments: Fragments
}

/** The tree of an operation that was rewritten; `client` has each protected name's own one. */
export function nameTree(sets: readonly SelectionSetNode[], names: Names): NameTree {
  const tree = new Map<string, Branch>()
  for (const [name, inner] of innerSets(sets, names.fragments)) {
    const below = nameTree(inner, names)
    if (names.client.has(name) || below.size > 0)
      tree.set(name, { client: names.client.get(name) ?? name, below })
  }
  return tree
}

/** The same value under the client's names, in the same order. What has none renamed is not copied. */
export function restoreNames(value: unknown, tree: NameTree): unknown {
  if (tree.size === 0) return value
  if (Array.isArray(value)) return value.map((element) => restoreNames(element, tree))
  if (!isJsonObject(value)) return value
  const restored: JsonObject = {}
  for (const name of Object.keys(value)) {
    const branch = tree.get(name)
    setOwn(restored, branch?.client ?? name, branch ? restoreNames(value[name], branch.below) : value[name])
  }
  return restored
}

/** An error's path under the client's names. */
export function restoreSteps(path: Path, tree: NameTree): Path {
  let here: NameTree | undefined = tree
  return path.map((step) => {
    if (typeof step === 'number') return step
    const branch = here?.get(step)
    here = branch?.below
    return branch?.client ?? step
  })
}
