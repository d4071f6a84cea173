import { isUtf8 } from 'node:buffer'
import {
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import {
  collectFields,
  type CollectedField,
  type Conditions,
  type PlacedSet,
} from '../../execution/collect-fields.ts'
import { isIncluded, perConditions } from '../../document/conditions.ts'
import { setsOf, typeOf } from '../../execution/field-type.ts'
import type { JsonObject } from '../../json/json.ts'
import { firstOf, leaf, list, nullable, object, oneName, type Pattern } from './json-pattern.ts'

/** An answer's bytes, and the coerced variables that the operation's conditions depend on. */
export type MatchesShape = (body: Buffer, variables: JsonObject) => boolean

const ids = new WeakMap<FieldNode, number>()
let count = 0

function idOf(node: FieldNode): number {
  const id = ids.get(node) ?? ++count
  ids.set(node, id)
  return id
}

interface Candidate {
  readonly types: GraphQLObjectType[]
  readonly fields: readonly CollectedField[]
}

/** The objects that may be at a place, those that look alike together. */
function candidates(
  context: Conditions,
  type: GraphQLCompositeType,
  sets: readonly PlacedSet[],
): Candidate[] {
  const alike = new Map<string, Candidate>()
  for (const possible of isAbstractType(type) ? context.schema.getPossibleTypes(type) : [type]) {
    const fields = collectFields(context, sets, possible)
    const looks = fields.map((field) => [field.name, looksOf(possible, field)].join()).join(' ')
    const known = alike.get(looks)
    if (known) known.types.push(possible)
    else alike.set(looks, { types: [possible], fields })
  }
  return [...alike.values()]
}

const isTypename = ({ places: [{ node }] }: CollectedField) => node.name.value === '__typename'

const looksOf = (type: GraphQLObjectType, field: CollectedField) =>
  isTypename(field)
    ? ''
    : [String(typeOf(type, field)), ...field.places.map(({ node }) => idOf(node))].join('+')

/** Characters of a pattern; longer ones take the engine a tenth of a second, and their answers are always looked at. */
const MAX_LENGTH = 40_000
/** How often a byte of an answer may be read, where objects of several types are within others. */
const MAX_READINGS = 16

/** No pattern of bounded size and work would do. */
class TooLarge extends Error {}

/** A pattern being drawn, and how far it has come. */
interface Drawing extends Conditions {
  /** Characters of the leaves and names so far. */
  length: number
  groups: number
}

/** A place in the answer, and how many times its bytes may be read. */
interface Place {
  readonly drawing: Drawing
  readonly readings: number
}

function drawType(place: Place, type: GraphQLOutputType, sets: readonly PlacedSet[]): Pattern {
  if (isNonNullType(type)) return drawValue(place, type.ofType, sets)
  return nullable(drawValue(place, type, sets))
}

function drawValue(place: Place, type: GraphQLOutputType, sets: readonly PlacedSet[]): Pattern {
  if (isListType(type)) return list(drawType(place, type.ofType, sets))
  if (isLeafType(type)) return counted(place, leaf(type))
  return drawObject(place, type as GraphQLCompositeType, sets)
}

/** Counts what cannot be longer than it is drawn, before more is drawn. */
function counted({ drawing }: Place, text: string): string {
  drawing.length += text.length
  if (drawing.length > MAX_LENGTH) throw new TooLarge()
  return text
}

function drawObject({ drawing, readings }: Place, type: GraphQLCompositeType, sets: readonly PlacedSet[]) {
  const looks = candidates(drawing, type, sets)
  const place = { drawing, readings: readings * looks.length }
  if (place.readings > MAX_READINGS) throw new TooLarge()
  const group = `g${++drawing.groups}`
  return firstOf(
    looks.map((look) => drawFields(place, look)),
    group,
  )
}

const drawFields = (place: Place, { types, fields }: Candidate): Pattern =>
  object(fields.map((field) => ({ name: counted(place, field.name), value: drawField(place, types, field) })))

function drawField(place: Place, types: readonly GraphQLObjectType[], field: CollectedField): Pattern {
  const [type] = types
  if (!type) throw new Error('Fields of no type')
  if (isTypename(field)) return counted(place, oneName(types.map(({ name }) => name)))
  return drawType(place, typeOf(type, field), setsOf(field.places))
}

function drawAnswer(conditions: Conditions, { operation, selectionSet }: OperationDefinitionNode): Pattern {
  const root = conditions.schema.getRootType(operation)
  if (!root) throw new Error(`The schema has no ${operation} type`)
  const place = { drawing: { ...conditions, length: 0, groups: 0 }, readings: 1 }
  return object([{ name: 'data', value: drawObject(place, root, [{ set: selectionSet, parent: root }]) }])
}

/** Null when the pattern would be too large. */
function patternOf(conditions: Conditions, operation: OperationDefinitionNode): RegExp | null {
  try {
    return new RegExp(`^${drawAnswer(conditions, operation)}\\n?$`)
  } catch (error) {
    if (error instanceof TooLarge) return null
    throw error
  }
}

/** A match that exceeds the engine's memory counts as none: the answer is then parsed. */
function matches(pattern: RegExp, text: string): boolean {
  try {
    return pattern.test(text)
  } catch {
    return false
  }
}

/**
 * Tells whether the bytes of an answer are certainly data for the operation and nothing else: exactly the selected
 * fields, in the order of the document, each of its type, no null where the type forbids it, and only enum values and
 * type names that clients know. Such bytes may be sent on as they are. JSON written otherwise (white space, another
 * order, escapes in names) does not match, although it may be correct: it has to be parsed.
 *
 * The operation is compiled to one regular expression, which the engine compiles to machine code: an eighth of the time
 * of parsing alone. Errors and fields outside the operation need no pattern of their own: they do not match.
 */
export function createMatchesShape(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): MatchesShape {
  const patterns = perConditions(operation, fragments, (variables) => {
    const included: Conditions['included'] = (node) => isIncluded(node, variables)
    return { pattern: patternOf({ schema, fragments, included }, operation) }
  })
  return (body, variables) => {
    const { pattern } = patterns(variables)
    // A pattern takes bytes for letters, whatever letters they make.
    return pattern !== null && matches(pattern, body.toString('latin1')) && isUtf8(body)
  }
}
