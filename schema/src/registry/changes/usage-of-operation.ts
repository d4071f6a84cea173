import {
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isInputType,
  Kind,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type ObjectValueNode,
  type OperationDefinitionNode,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql'
import { emptyUsage, give, hold, receive, type Given, type Usage } from './usage.ts'

interface Walk {
  readonly usage: Usage
  readonly schema: GraphQLSchema
  readonly types: TypeInfo
  readonly variables: ReadonlyMap<string, Given>
  /** Fragment → the type it is on. */
  readonly fragments: ReadonlyMap<string, string>
}

function variableOf(schema: GraphQLSchema, { type: node, defaultValue }: VariableDefinitionNode): Given {
  const type = typeFromAST(schema, node)
  if (!isInputType(type)) return { by: 'literal' }
  return { by: 'variable', type, optional: node.kind !== Kind.NON_NULL_TYPE && defaultValue === undefined }
}

/** Each position that could get a value: does it, and how? */
function useInputs(
  walk: Walk,
  owner: string,
  positions: readonly string[],
  nodes: readonly { readonly name: { readonly value: string }; readonly value: ValueNode }[],
): void {
  for (const position of positions) {
    const value = nodes.find(({ name }) => name.value === position)?.value
    const coordinate = `${owner}.${position}`
    if (value === undefined) walk.usage.omitted.add(coordinate)
    else if (value.kind === Kind.VARIABLE)
      give(walk.usage, coordinate, walk.variables.get(value.name.value) ?? { by: 'literal' })
    else give(walk.usage, coordinate, { by: 'literal' })
  }
}

function useOperation({ usage, schema, variables }: Walk, { operation }: OperationDefinitionNode): void {
  usage.roots.add(operation)
  const root = schema.getRootType(operation)
  if (root) usage.types.add(root.name)
  for (const variable of variables.values()) {
    if (variable.by !== 'variable') continue
    usage.types.add(getNamedType(variable.type).name)
    hold(usage, variable.type)
  }
}

function useField(walk: Walk, { name, arguments: nodes = [] }: FieldNode): void {
  const [parent, field] = [walk.types.getParentType(), walk.types.getFieldDef()]
  if (!parent || !field) return
  const coordinate = `${parent.name}.${name.value}`
  walk.usage.fields.add(coordinate)
  receive(walk.usage, field.type)
  const positions = field.args.map((argument) => argument.name)
  useInputs(walk, coordinate, positions, nodes)
}

function useObject(walk: Walk, { fields: nodes }: ObjectValueNode): void {
  const type = walk.types.getInputType()
  const named = type && getNamedType(type)
  if (!isInputObjectType(named)) return
  walk.usage.written.add(named.name)
  useInputs(walk, named.name, Object.keys(named.getFields()), nodes)
}

function useSpread({ usage, schema, types }: Walk, inner: string | undefined): void {
  const outer = types.getParentType()
  if (!outer || inner === undefined) return
  usage.types.add(inner)
  usage.spreads.add(`${outer.name} ${inner}`)
  if (isAbstractType(outer) && isAbstractType(schema.getType(inner))) usage.abstract.add(inner)
}

const visitorOf = (walk: Walk): ASTVisitor => ({
  OperationDefinition: (node) => useOperation(walk, node),
  Field: (node) => useField(walk, node),
  ObjectValue: (node) => useObject(walk, node),
  EnumValue({ value }) {
    const type = walk.types.getInputType()
    if (type) walk.usage.literals.add(`${getNamedType(type).name}.${value}`)
  },
  InlineFragment: ({ typeCondition }) => useSpread(walk, typeCondition?.name.value),
  FragmentSpread: ({ name }) => useSpread(walk, walk.fragments.get(name.value)),
  Directive: ({ name }) => void walk.usage.directives.add(name.value),
})

/** What of a schema an operation rests on. The document holds one operation, valid by the schema, with its fragments. */
export function usageOfOperation(schema: GraphQLSchema, document: DocumentNode): Usage {
  const usage = emptyUsage()
  const types = new TypeInfo(schema)
  const variables = new Map<string, Given>()
  const fragments = new Map<string, string>()
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition.typeCondition.name.value)
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    for (const variable of definition.variableDefinitions ?? [])
      variables.set(variable.variable.name.value, variableOf(schema, variable))
  }
  visit(document, visitWithTypeInfo(types, visitorOf({ usage, schema, types, variables, fragments })))
  return usage
}
