import { Kind, visit, type DocumentNode, type FieldNode, type NameNode } from 'graphql'
import { isIntrospection } from '../../document/inner-sets.ts'
import { isExposed, isExposedVariable, isOfIntrospection } from './exposed.ts'
import type { NameTable } from '../../graph/name-table.ts'

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

/** A document under protected names. */
export interface RenamedDocument {
  readonly document: DocumentNode
  /** Protected name → the client's. */
  readonly names: ReadonlyMap<string, string>
  /** The client's variable → protected. */
  readonly variables: ReadonlyMap<string, string>
}

/** Gives every exposed name of a document one of ours. */
export function renameExposed(document: DocumentNode, table: NameTable): RenamedDocument {
  const names = new Map<string, string>()
  const variables = new Map<string, string>()
  const fieldName = numbered('__c')
  const variableName = numbered('__v')
  let introspected = 0
  const rename = (field: FieldNode) => {
    if (introspected > 0 || !isExposed(field, table)) return undefined
    const client = (field.alias ?? field.name).value
    // Selections that merge have one name and one field, and must still merge.
    const name = fieldName(`${client} ${field.name.value}`)
    names.set(name, client)
    return { ...field, alias: nameNode(name) }
  }
  const rewritten = visit(document, {
    FragmentDefinition: {
      enter: (fragment) => void (introspected += isOfIntrospection(fragment) ? 1 : 0),
      leave: (fragment) => void (introspected -= isOfIntrospection(fragment) ? 1 : 0),
    },
    Field: {
      enter(field) {
        const renamed = rename(field)
        if (isIntrospection(field)) introspected++
        return renamed
      },
      leave: (field) => void (introspected -= isIntrospection(field) ? 1 : 0),
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
