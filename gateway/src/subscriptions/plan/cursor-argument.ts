import {
  getNullableType,
  isNonNullType,
  isScalarType,
  isSpecifiedScalarType,
  Kind,
  parse,
  parseType,
  print,
  valueFromASTUntyped,
  visit,
  type DocumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql'
import { after, type Start } from './position.ts'

/** Marks the argument of a subscription after whose event a stream starts; composition keeps it in the supergraph. */
const CURSOR_DIRECTIVE = 'resumesAfter'

/** The gateway's variable for the position where a stream (re)starts, unless the client has a variable of that name. */
const CURSOR_VARIABLE = '__gatewayAfter'

export interface CursorArgument {
  /** The subgraph's operation with the argument bound to a variable of the gateway's. */
  readonly query: string
  /** That variable. */
  readonly bound: string
  /** The client's variable that gave the position and does nothing else: it is not sent on. */
  readonly variable: string | undefined
  /** Where the stream of a client with these (coerced) variables starts. */
  startOf(coerced: Readonly<Record<string, unknown>>): Start
}

const isMarked = ({ astNode }: GraphQLArgument): boolean =>
  astNode?.directives?.some(({ name }) => name.value === CURSOR_DIRECTIVE) ?? false

/**
 * The argument with the position after which a stream starts: the one marked `@resumesAfter`. Only in a supergraph
 * without that directive it is the one called `name`, if its type is a custom scalar: an Int or a String has a meaning
 * of its own, and is passed on like any other argument.
 */
export function findCursorArgument(
  supergraph: GraphQLSchema,
  field: string,
  name: string,
): GraphQLArgument | undefined {
  const args = supergraph.getSubscriptionType()?.getFields()[field]?.args ?? []
  if (supergraph.getDirective(CURSOR_DIRECTIVE)) return args.find(isMarked)
  const candidate = args.find((argument) => argument.name === name)
  const type = candidate && getNullableType(candidate.type)
  return isScalarType(type) && !isSpecifiedScalarType(type) ? candidate : undefined
}

const nameNode = (value: string) => ({ kind: Kind.NAME, value }) as const
const variableNode = (name: string) => ({ kind: Kind.VARIABLE, name: nameNode(name) }) as const

function bindArgument(field: FieldNode, argument: string, variable: string): FieldNode {
  const others = (field.arguments ?? []).filter(({ name }) => name.value !== argument)
  const bound = { kind: Kind.ARGUMENT, name: nameNode(argument), value: variableNode(variable) } as const
  return { ...field, arguments: [...others, bound] }
}

function freeName({ variableDefinitions = [] }: OperationDefinitionNode): string {
  const taken = new Set(variableDefinitions.map(({ variable }) => variable.name.value))
  let name = CURSOR_VARIABLE
  while (taken.has(name)) name += '_'
  return name
}

/** Nullable where the schema has a default, which then still counts when no position is given. */
function definitionFor({ type, defaultValue }: GraphQLArgument, variable: string): VariableDefinitionNode {
  const declared = isNonNullType(type) && defaultValue !== undefined ? type.ofType : type
  const typeNode = parseType(String(declared), { noLocation: true })
  return { kind: Kind.VARIABLE_DEFINITION, variable: variableNode(variable), type: typeNode }
}

/** Whether a variable does something; where it is declared does not count. */
function usesVariable(document: DocumentNode, variable: string): boolean {
  let used = false
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void (used ||= name.value === variable),
  })
  return used
}

function startAt(given: unknown, { defaultValue }: GraphQLArgument): Start {
  if (typeof given === 'string') return after(given)
  if (given === null || (given === undefined && defaultValue === undefined)) return { kind: 'now', given }
  return { kind: 'elsewhere', given }
}

const withOperation = (document: DocumentNode, operation: OperationDefinitionNode): DocumentNode => ({
  ...document,
  definitions: document.definitions.map((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? operation : each,
  ),
})

/**
 * Forces `<argument>: $<variable of the gateway's>` onto the root field of a subgraph's one operation, whatever the client wrote,
 * so that every resume can set its position. The client's own value is the first position.
 */
export function bindCursor(primaryOperation: string, argument: GraphQLArgument): CursorArgument | null {
  const document = parse(primaryOperation, { noLocation: true })
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  const field = operation?.selectionSet.selections[0]
  if (!operation || field?.kind !== Kind.FIELD) return null
  const given = field.arguments?.find(({ name }) => name.value === argument.name)?.value
  const bound = freeName(operation)
  const selections = [bindArgument(field, argument.name, bound)]
  const restarted = { ...operation, selectionSet: { ...operation.selectionSet, selections } }
  const named = given?.kind === Kind.VARIABLE ? given.name.value : undefined
  // One that is declared and not used is refused by the subgraph.
  const isFree = named !== undefined && !usesVariable(withOperation(document, restarted), named)
  const variable = isFree ? named : undefined
  const kept = (operation.variableDefinitions ?? []).filter(({ variable: v }) => v.name.value !== variable)
  const variableDefinitions = [...kept, definitionFor(argument, bound)]
  return {
    query: print(withOperation(document, { ...restarted, variableDefinitions })),
    ...{ bound, variable },
    startOf: (coerced) => startAt(given && valueFromASTUntyped(given, { ...coerced }), argument),
  }
}
