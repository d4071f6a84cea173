import {
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type NameNode,
  type OperationDefinitionNode,
} from 'graphql'
import { setOwn, type JsonObject } from '../execution/json.ts'
import { definesExposed, isExposed, isExposedVariable } from './names/exposed.ts'
import type { NameTable } from './names/name-table.ts'
import { nameTree, restoreNames, restoreSteps } from './names/name-tree.ts'

type Path = readonly (string | number)[]

/** An operation as it is planned and executed, and the way back to the client's names. */
export interface ProtectedOperation {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  /** Protected name → the client's. */
  readonly names: ReadonlyMap<string, string>
  /** The client's variables under the names that `document` has for them. */
  variables(given: JsonObject): JsonObject
  /** An answer to `document` as an answer to the client's own: same values, same order. */
  restore(data: JsonObject): JsonObject
  /** A path in an answer to `document` as the client knows it. To be applied once. */
  restorePath(path: Path): Path
}

const nameNode = (value: string): NameNode => ({ kind: Kind.NAME, value })

/** Gives each key its number, in the order of first sight: the same document always gets the same names. */
function numbered(prefix: string) {
  const given = new Map<string, string>()
  return (key: string): string => {
    const name = given.get(key) ?? `${prefix}${given.size}`
    given.set(key, name)
    return name
  }
}

interface Rewritten {
  readonly document: DocumentNode
  readonly names: ReadonlyMap<string, string>
  /** The client's variable → protected. */
  readonly variables: ReadonlyMap<string, string>
}

function rewrite(document: DocumentNode, table: NameTable): Rewritten {
  const names = new Map<string, string>()
  const variables = new Map<string, string>()
  const fieldName = numbered('__c')
  const variableName = numbered('__v')
  const rewritten = visit(document, {
    Field(field) {
      if (!isExposed(field, table)) return undefined
      const client = (field.alias ?? field.name).value
      // Selections that merge have one name and one field, and must still merge.
      const name = fieldName(`${client} ${field.name.value}`)
      names.set(name, client)
      return { ...field, alias: nameNode(name) }
    },
    Variable(variable) {
      const client = variable.name.value
      if (!isExposedVariable(client)) return undefined
      const name = variableName(client)
      variables.set(client, name)
      return { ...variable, name: nameNode(name) }
    },
  })
  return { document: rewritten, names, variables }
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
  const rewritten = rewrite(document, table)
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
