import {
  buildASTSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  lexicographicSortSchema,
  parse,
  printSchema,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql'

const isTagged = (directives: readonly ConstDirectiveNode[] | undefined, tag: string) =>
  directives?.some(
    ({ name, arguments: args }) =>
      name.value === 'tag' && args?.some(({ value }) => value.kind === Kind.STRING && value.value === tag),
  ) ?? false

/** `Type.field` of every field that bears the tag itself or stands in a type that does. */
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

/** All types that the tagged fields of the root lead to; arguments and input fields come along whole. */
function reachable(api: GraphQLSchema, tagged: ReadonlySet<string>): Set<string> {
  const reached = new Set<string>()
  const reach = (type: GraphQLNamedType) => {
    if (reached.has(type.name)) return
    reached.add(type.name)
    if (isUnionType(type)) type.getTypes().forEach(reach)
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) reach(getNamedType(field.type))
    if (!isObjectType(type) && !isInterfaceType(type)) return
    for (const field of Object.values(type.getFields())) {
      if (!tagged.has(`${type.name}.${field.name}`)) continue
      reach(getNamedType(field.type))
      for (const argument of field.args) reach(getNamedType(argument.type))
    }
  }
  for (const root of [api.getQueryType(), api.getMutationType(), api.getSubscriptionType()])
    if (root) reach(root)
  return reached
}

/** The part of the client's graph that bears a tag, as SDL; empty when nothing does. */
export function contractOf(supergraph: string, api: GraphQLSchema, tag: string): string {
  const tagged = taggedFields(parse(supergraph), tag)
  const reached = reachable(api, tagged)
  const fields = (type: { name: { value: string } }) => {
    const kept = (field: { name: { value: string } }) => tagged.has(`${type.name.value}.${field.name.value}`)
    return kept
  }
  const document = visit(parse(printSchema(api)), {
    enter(node) {
      if (!node.kind.endsWith('TypeDefinition') || !('name' in node) || !node.name) return undefined
      if (!reached.has(node.name.value)) return null
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION)
        return false
      const kept = node.fields?.filter(fields(node)) ?? []
      return kept.length > 0 ? { ...node, fields: kept } : null
    },
  })
  if (!document.definitions.some((definition) => 'name' in definition && definition.name?.value === 'Query'))
    return ''
  return `${printSchema(lexicographicSortSchema(buildASTSchema(document)))}\n`
}
