import { Kind, parse, print, type DocumentNode, type FieldNode, type OperationDefinitionNode } from 'graphql'
import { parseType, type ValueNode } from 'graphql'

/** The variable by which the gateway says where a stream (re)starts; reserved, so no client's can collide. */
export const CURSOR_VARIABLE = '__gatewayAfter'

export interface CursorArgument {
  /** The subgraph's operation with the argument bound to CURSOR_VARIABLE. */
  readonly query: string
  /** The client's variable that gave the position, if it was a variable. */
  readonly variable: string | undefined
  /** The position written in the document itself. */
  readonly literal: string | undefined
}

const nameNode = (value: string) => ({ kind: Kind.NAME, value }) as const
const variableNode = { kind: Kind.VARIABLE, name: nameNode(CURSOR_VARIABLE) } as const

function bindArgument(field: FieldNode, argument: string): FieldNode {
  const others = (field.arguments ?? []).filter(({ name }) => name.value !== argument)
  const bound = { kind: Kind.ARGUMENT, name: nameNode(argument), value: variableNode } as const
  return { ...field, arguments: [...others, bound] }
}

function rewrite(document: DocumentNode, operation: OperationDefinitionNode, next: OperationDefinitionNode) {
  const definitions = document.definitions.map((definition) => (definition === operation ? next : definition))
  return print({ ...document, definitions })
}

const literalOf = (value: ValueNode | undefined) => (value?.kind === Kind.STRING ? value.value : undefined)

/**
 * Forces `<argument>: $__gatewayAfter` onto the root field of a subgraph's operation, whatever the client wrote,
 * so that a resume can always say where to go on. `type` is the argument's type in the schema.
 */
export function bindCursor(primaryOperation: string, argument: string, type: string): CursorArgument | null {
  const document = parse(primaryOperation, { noLocation: true })
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  const field = operation?.selectionSet.selections[0]
  if (!operation || field?.kind !== Kind.FIELD) return null
  const given = field.arguments?.find(({ name }) => name.value === argument)?.value
  const variable = given?.kind === Kind.VARIABLE ? given.name.value : undefined
  const definition = {
    kind: Kind.VARIABLE_DEFINITION,
    variable: variableNode,
    type: parseType(type, { noLocation: true }),
  } as const
  // The client's own variable is dropped: one that is declared and not used is refused by the subgraph.
  const kept = (operation.variableDefinitions ?? []).filter(({ variable: v }) => v.name.value !== variable)
  const bound = {
    ...operation,
    variableDefinitions: [...kept, definition],
    selectionSet: { ...operation.selectionSet, selections: [bindArgument(field, argument)] },
  }
  return { query: rewrite(document, operation, bound), variable, literal: literalOf(given) }
}
