import type { DocumentNode, FragmentDefinitionNode, OperationDefinitionNode } from 'graphql'
import { setOwn, type JsonObject } from '../json/json.ts'
import { definesExposed } from './names/exposed.ts'
import type { NameTable } from '../graph/name-table.ts'
import { nameTree, restoreNames, restoreSteps } from './names/name-tree.ts'
import { renameExposed } from './names/rename-exposed.ts'

type Path = readonly (string | number)[]

/** An operation as it is planned and executed, with the mapping back to the client's names. */
export interface ProtectedOperation {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  /** Protected name → the client's. */
  readonly names: ReadonlyMap<string, string>
  /** The client's variables under the names that `document` has for them. */
  variables(given: JsonObject): JsonObject
  /** Turns an answer to `document` into an answer to the client's own document: same values, same order. */
  restore(data: JsonObject): JsonObject
  /** Turns a path in an answer to `document` into the client's path. Not idempotent: apply it once. */
  restorePath(path: Path): Path
}

function renameKeys(given: JsonObject, names: ReadonlyMap<string, string>): JsonObject {
  if (names.size === 0) return given
  const renamed: JsonObject = {}
  for (const name of Object.keys(given)) setOwn(renamed, names.get(name) ?? name, given[name])
  return renamed
}

/**
 * Gives fields and variables names of ours where the client's could meet one that the planner uses unseen: by alias
 * a key (`id: title`), an input of `@requires`, `__typename`, an alias of the planner, a name that every object
 * inherits; by arguments an input of `@requires`; by variable `representations`. Planned as written, each gives wrong
 * data without an error.
 *
 * `document` must be valid, and `operation` one of its definitions. Variables are to be coerced by the client's own
 * operation before, so that a complaint names them as the client does. Null when nothing can collide, which costs
 * one look at each field.
 */
export function protectNames(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  table: NameTable,
): ProtectedOperation | null {
  if (!document.definitions.some((definition) => definesExposed(definition, table))) return null
  const rewritten = renameExposed(document, table)
  const { definitions } = rewritten.document
  const planned = definitions[document.definitions.indexOf(operation)]
  if (planned?.kind !== 'OperationDefinition') throw new Error('The operation is not of the document')
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const each of definitions) if (each.kind === 'FragmentDefinition') fragments.set(each.name.value, each)
  const tree = nameTree([planned.selectionSet], { client: rewritten.names, fragments })
  return {
    document: rewritten.document,
    operation: planned,
    names: rewritten.names,
    variables: (given) => renameKeys(given, rewritten.variables),
    restore: (data) => restoreNames(data, tree) as JsonObject,
    restorePath: (path) => restoreSteps(path, tree),
  }
}
