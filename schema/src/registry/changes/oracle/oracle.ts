import {
  getArgumentValues,
  getNamedType,
  getVariableValues,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  Kind,
  TypeInfo,
  typeFromAST,
  validate,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from 'graphql'

type Values = Readonly<Record<string, unknown>>

const SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  Int: [1],
  Float: [1.5],
  String: ['text'],
  ID: ['id', 3],
  Boolean: [true],
}
const DEEPEST = 1

/** JSON values of a type, each of its possibilities at least once. The first is the plainest. */
function samples(type: GraphQLInputType, depth = 0): readonly unknown[] {
  if (isNonNullType(type)) return samples(type.ofType, depth).filter((value) => value !== null)
  if (isListType(type)) {
    const items = samples(type.ofType, depth)
    return [[], ...items.map((item) => [item]), ...items.filter((item) => item !== null), null]
  }
  if (isEnumType(type)) return [...type.getValues().map(({ name }) => name), null]
  if (!isInputObjectType(type)) return [...(SAMPLES[type.name] ?? []), null]
  const fields = Object.values(type.getFields())
  const plain = Object.fromEntries(
    fields.filter(isRequiredInputField).map((field) => [field.name, samples(field.type, depth + 1)[0]]),
  )
  if (depth > DEEPEST) return [plain, null]
  const varied = fields.flatMap((field) =>
    samples(field.type, depth + 1).map((value) => ({ ...plain, [field.name]: value })),
  )
  return [plain, ...varied, null]
}

/** Sets of variables that a client may send: each value of each variable once, and each one left out that may be. */
function variableSets(schema: GraphQLSchema, definitions: readonly VariableDefinitionNode[]): Values[] {
  const choices = definitions.map((definition) => {
    const type = typeFromAST(schema, definition.type)
    if (!isInputType(type)) throw new Error('a variable of a type that cannot be sent')
    return { name: definition.variable.name.value, values: samples(type) }
  })
  const plain = Object.fromEntries(choices.map(({ name, values }) => [name, values[0]]))
  const leftOut = choices.map(({ name }) =>
    Object.fromEntries(Object.entries(plain).filter(([key]) => key !== name)),
  )
  const varied = choices.flatMap(({ name, values }) => values.map((value) => ({ ...plain, [name]: value })))
  return [plain, {}, ...leftOut, ...varied]
}

const variablesOf = (document: DocumentNode) =>
  document.definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? (each.variableDefinitions ?? []) : [],
  )

interface Selected {
  readonly node: FieldNode
  readonly field: GraphQLField<unknown, unknown>
}

/** Every field that a document selects, in its order. */
function selectedIn(schema: GraphQLSchema, document: DocumentNode): Selected[] {
  const types = new TypeInfo(schema)
  const selected: Selected[] = []
  const collect = visitWithTypeInfo(types, {
    Field(node) {
      const field = types.getFieldDef()
      if (field) selected.push({ node, field })
    },
  })
  visit(document, collect)
  return selected
}

/** A check of variables: whether an execution would take them, down to the arguments of each field. */
function takerOf(schema: GraphQLSchema, document: DocumentNode): (values: Values) => boolean {
  const definitions = variablesOf(document)
  const selected = selectedIn(schema, document)
  return (values) => {
    const { coerced, errors } = getVariableValues(schema, definitions, values)
    if (errors) return false
    try {
      for (const { node, field } of selected) getArgumentValues(field, node, coerced)
      return true
    } catch {
      return false
    }
  }
}

/** Where a type is non-null, by place in its text without the marks. */
function strictPlaces(type: string): Set<number> {
  const places = new Set<number>()
  let place = 0
  for (const sign of type)
    if (sign === '!') places.add(place)
    else place++
  return places
}

/** Whether a client that relies on one type may meet what it did not before, or miss an enum's value. */
function differs(before: GraphQLOutputType, after: GraphQLOutputType | undefined): boolean {
  if (!after) return true
  const [expected, got] = [String(before), String(after)]
  if (expected.replaceAll('!', '') !== got.replaceAll('!', '')) return true
  if (!strictPlaces(expected).isSubsetOf(strictPlaces(got))) return true
  const [enumBefore, enumAfter] = [getNamedType(before), getNamedType(after)]
  if (!isEnumType(enumBefore) || !isEnumType(enumAfter)) return false
  return enumBefore.getValues().some(({ name }) => !enumAfter.getValue(name))
}

/**
 * Whether a change breaks an operation, found without a rule: by sending it. It is no longer valid, a value of its
 * variables is no longer taken, or what it selects may be what it was not.
 */
export function isBroken(before: GraphQLSchema, after: GraphQLSchema, document: DocumentNode): boolean {
  if (validate(after, document).length > 0) return true
  const [takenBefore, takenAfter] = [takerOf(before, document), takerOf(after, document)]
  const sent = variableSets(before, variablesOf(document)).filter(takenBefore)
  if (!sent.every(takenAfter)) return true
  const selectedAfter = selectedIn(after, document)
  return selectedIn(before, document).some(({ field }, index) =>
    differs(field.type, selectedAfter[index]?.field.type),
  )
}
