import {
  buildASTSchema,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isTypeDefinitionNode,
  isUnionType,
  Kind,
  lexicographicSortSchema,
  OperationTypeNode,
  parse,
  printSchema,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql'
import { isExecutable } from './executable-directives.ts'

const isTagged = (directives: readonly ConstDirectiveNode[] | undefined, tag: string) =>
  (directives ?? []).some(
    ({ name, arguments: args }) =>
      name.value === 'tag' && (args ?? []).some(({ value }) => 'value' in value && value.value === tag),
  )

/** `Type.field` of every field that bears the tag itself or is in a type that does. */
function taggedFields(supergraph: DocumentNode, tag: string): Set<string> {
  const tagged = new Set<string>()
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
      continue
    const whole = isTagged(definition.directives, tag)
    for (const { name, directives } of definition.fields ?? [])
      if (whole || isTagged(directives, tag)) tagged.add(`${definition.name.value}.${name.value}`)
  }
  return tagged
}

/** What a contract has of a graph. */
interface Part {
  /** Types by name. */
  readonly types: Set<string>
  /** `Type.field` */
  readonly fields: Set<string>
}

/** Which tagged fields lead to something: a field of a type of which the contract has nothing is not in it either. */
function fieldsOf(api: GraphQLSchema, tagged: ReadonlySet<string>): Set<string> {
  const fields = new Set<string>()
  const isBare = (type: GraphQLNamedType): boolean => {
    if (isUnionType(type)) return type.getTypes().every(isBare)
    if (!isObjectType(type) && !isInterfaceType(type)) return false
    return !Object.keys(type.getFields()).some((name) => fields.has(`${type.name}.${name}`))
  }
  const types = Object.values(api.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type))
  // An object has whatever its interfaces have.
  const isIn = (type: (typeof types)[number], { name }: GraphQLField<unknown, unknown>) =>
    [type, ...type.getInterfaces()].some((owner) => tagged.has(`${owner.name}.${name}`))
  let isComplete = false
  while (!isComplete) {
    const known = fields.size
    for (const type of types)
      for (const field of Object.values(type.getFields()))
        if (isIn(type, field) && !isBare(getNamedType(field.type))) fields.add(`${type.name}.${field.name}`)
    isComplete = fields.size === known
  }
  return fields
}

/** All types that the contract's root fields lead to; arguments and input fields come along whole. */
function partOf(api: GraphQLSchema, fields: Set<string>): Part {
  const types = new Set<string>()
  const isEmpty = (type: GraphQLNamedType) =>
    isObjectType(type) && !Object.keys(type.getFields()).some((name) => fields.has(`${type.name}.${name}`))
  const reach = (type: GraphQLNamedType): void => {
    if (types.has(type.name) || isEmpty(type)) return
    types.add(type.name)
    if (isAbstractType(type)) api.getPossibleTypes(type).forEach(reach)
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) reach(getNamedType(field.type))
    if (!isObjectType(type) && !isInterfaceType(type)) return
    for (const field of Object.values(type.getFields())) {
      if (!fields.has(`${type.name}.${field.name}`)) continue
      reach(getNamedType(field.type))
      for (const argument of field.args) reach(getNamedType(argument.type))
    }
  }
  for (const operation of Object.values(OperationTypeNode)) {
    const root = api.getRootType(operation)
    if (root) reach(root)
  }
  for (const directive of api.getDirectives().filter(isExecutable))
    for (const { type } of directive.args) reach(getNamedType(type))
  return { types, fields }
}

interface Named {
  readonly name: { readonly value: string }
}

const named = <Node extends Named>(
  nodes: readonly Node[] | undefined,
  names: ReadonlySet<string>,
  owner = '',
) => (nodes ?? []).filter(({ name }) => names.has(`${owner}${name.value}`))

/** A definition as the contract has it, or null. */
function cut(api: GraphQLSchema, { types, fields }: Part, node: DefinitionNode): DefinitionNode | null {
  if (node.kind === Kind.DIRECTIVE_DEFINITION) {
    const directive = api.getDirective(node.name.value)
    return directive && isExecutable(directive) ? node : null
  }
  if (!isTypeDefinitionNode(node)) return node
  if (!types.has(node.name.value)) return null
  if (node.kind === Kind.UNION_TYPE_DEFINITION) return { ...node, types: named(node.types, types) }
  if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) return node
  return {
    ...node,
    interfaces: named(node.interfaces, types),
    fields: named(node.fields, fields, `${node.name.value}.`),
  }
}

/** The part of the client's graph that bears a tag, as SDL; empty when nothing does. */
export function contractOf(supergraph: string, api: GraphQLSchema, tag: string): string {
  const part = partOf(api, fieldsOf(api, taggedFields(parse(supergraph), tag)))
  const query = api.getQueryType()
  if (!query || !part.types.has(query.name)) return ''
  const definitions = parse(printSchema(api)).definitions.flatMap((node) => cut(api, part, node) ?? [])
  const schema = buildASTSchema({ kind: Kind.DOCUMENT, definitions })
  return `${printSchema(lexicographicSortSchema(schema))}\n`
}
