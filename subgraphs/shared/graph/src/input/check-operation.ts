/** Looks at all that an operation brings before any of it is executed: a bad page of one list changes nothing. */
import { forbiddenNulls } from '@kompetanse/schema/null-inputs'
import {
  getOperationAST,
  GraphQLError,
  separateOperations,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { fieldCheckOf, type FieldCheck } from './check-field.ts'

type Values = Readonly<Record<string, unknown>>

interface CheckedField {
  readonly node: FieldNode
  readonly check: FieldCheck
}

export interface Operation {
  readonly document: DocumentNode
  readonly operationName?: string | null | undefined
  readonly variables?: Values | null | undefined
}

/** The fields of an operation, in its fragments too, that have arguments to be looked at. */
function fieldsOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) {
  const types = new TypeInfo(schema)
  const checked: CheckedField[] = []
  const own = separateOperations(document)[operation.name?.value ?? ''] ?? document
  visit(
    own,
    visitWithTypeInfo(types, {
      Field(node) {
        const field = node.arguments?.length ? types.getFieldDef() : undefined
        const check = field && fieldCheckOf(field)
        if (check) checked.push({ node, check })
      },
    }),
  )
  return checked
}

/** Variables as they came, and what is said to stand for those that did not. */
function valuesOf({ variableDefinitions = [] }: OperationDefinitionNode, given: Values): Values {
  const defaults = variableDefinitions.filter(({ defaultValue, variable }) => {
    return defaultValue && given[variable.name.value] === undefined
  })
  if (defaults.length === 0) return given
  const named = defaults.map(
    ({ variable, defaultValue }) =>
      [variable.name.value, defaultValue && valueFromASTUntyped(defaultValue)] as const,
  )
  return { ...given, ...Object.fromEntries(named) }
}

const argumentsOf = ({ arguments: args = [] }: FieldNode, values: Values) =>
  Object.fromEntries(args.map(({ name, value }) => [name.value, valueFromASTUntyped(value, values)]))

function faultOf({ node, check }: CheckedField, values: Values): GraphQLError | null {
  try {
    check(argumentsOf(node, values))
    return null
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    return new GraphQLError(error.message, { nodes: node, extensions: error.extensions })
  }
}

type Check = (given: Values) => GraphQLError | null

function checkOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Check {
  const nullsIn = forbiddenNulls(schema, document, operation)
  const checked = fieldsOf(schema, document, operation)
  return (given) => {
    const values = valuesOf(operation, given)
    const [forbidden] = nullsIn(values)
    if (forbidden) return forbidden
    for (const each of checked) {
      const fault = faultOf(each, values)
      if (fault) return fault
    }
    return null
  }
}

/**
 * `const faultIn = inputChecker(schema)`; `faultIn(operation)` is the first fault of what a valid operation brings, or
 * null. What to look at is found once per document, so that a request pays for its values alone.
 */
export function inputChecker(schema: GraphQLSchema) {
  const known = new WeakMap<OperationDefinitionNode, Check>()
  return ({ document, operationName, variables }: Operation): GraphQLError | null => {
    const operation = getOperationAST(document, operationName)
    if (!operation) return null
    let check = known.get(operation)
    if (!check) known.set(operation, (check = checkOf(schema, document, operation)))
    return check(variables ?? {})
  }
}
