import {
  getNullableType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type OperationDefinitionNode,
} from 'graphql'
import { collectFields, type CollectedField, type Conditions, type PlacedSet } from './collect-fields.ts'
import {
  completeLeaf,
  completeList,
  completeNonNull,
  INVALID,
  report,
  REPORTED,
  type Complete,
  type Completion,
  type Shape,
} from './completion.ts'
import { setsOf, typeOf } from './field-type.ts'
import { leafCheck } from './leaf-check.ts'
import { Lost } from './lost.ts'
import { getOwn, isJsonObject, setOwn, type JsonObject } from '../json/json.ts'

/** What shaping an operation depends on. */
interface Context extends Conditions {
  /** Response name → the name under which it is written; a name that is not here is written unchanged. */
  readonly names: ReadonlyMap<string, string>
}

/** One field of an object. */
interface FieldStep {
  /** Under what it is written. */
  readonly written: string
  /** What is written, from the object as it was fetched; INVALID when the object around it must become null. */
  readonly value: (input: JsonObject, completion: Completion) => unknown
}

function compileType(
  context: Context,
  type: GraphQLOutputType,
  sets: readonly PlacedSet[],
  where: string,
): Complete {
  if (isNonNullType(type)) return completeNonNull(compileType(context, type.ofType, sets, where), where)
  if (isListType(type)) return completeList(compileType(context, type.ofType, sets, where), where)
  if (isLeafType(type)) return completeLeaf(type, where)
  return compileComposite(context, type, sets, where)
}

function compileComposite(
  context: Context,
  type: GraphQLCompositeType,
  sets: readonly PlacedSet[],
  where: string,
): Complete {
  const steps = stepsByType(context, sets)
  return (value, completion) => {
    if (value === null || value === undefined) return null
    if (!isJsonObject(value)) return report(completion, `Invalid object found for ${where}.`)
    const typename = value['__typename']
    let actual = type
    if (typeof typename === 'string') {
      const named = context.schema.getType(typename)
      // The message does not name the type, which may be hidden from clients.
      if (!isCompositeType(named))
        return report(completion, `Invalid __typename found for object at ${where}.`)
      actual = named
    }
    return applySteps(steps(actual), value, completion) ?? REPORTED
  }
}

const UNKNOWN = Symbol('unknown')

/**
 * The object as it is to be written, null when it must become null. Mostly it was fetched as that: the same fields in
 * the same order with values that stay. Then it is the input itself, and nothing is copied.
 */
function applySteps(
  steps: readonly FieldStep[],
  input: JsonObject,
  completion: Completion,
): JsonObject | null {
  let done = 0
  let next: unknown = UNKNOWN
  for (const key in input) {
    const step = steps[done]
    if (step?.written !== key) return copyFields(steps, { input, done, next: UNKNOWN }, completion)
    next = step.value(input, completion)
    if (next !== input[key]) return copyFields(steps, { input, done, next }, completion)
    done++
  }
  return done === steps.length ? input : copyFields(steps, { input, done, next: UNKNOWN }, completion)
}

interface HalfDone {
  readonly input: JsonObject
  /** So many fields stay as they are in the input. */
  readonly done: number
  /** The value of the next one, if it is known already. */
  readonly next: unknown
}

function copyFields(
  steps: readonly FieldStep[],
  { input, done, next }: HalfDone,
  completion: Completion,
): JsonObject | null {
  const output: JsonObject = {}
  for (let at = 0; at < steps.length; at++) {
    const { written, value } = steps[at] as FieldStep
    const known = at < done ? input[written] : at === done ? next : UNKNOWN
    const completed = known === UNKNOWN ? value(input, completion) : known
    if (completed === INVALID) return null
    setOwn(output, written, completed === REPORTED ? null : completed)
  }
  return output
}

function stepsByType(context: Context, sets: readonly PlacedSet[]) {
  const known = new Map<GraphQLCompositeType, FieldStep[]>()
  return (type: GraphQLCompositeType): readonly FieldStep[] => {
    let steps = known.get(type)
    if (!steps) {
      steps = collectFields(context, sets, type).map((field) => compileField(context, type, field))
      known.set(type, steps)
    }
    return steps
  }
}

function compileField(context: Context, object: GraphQLCompositeType, field: CollectedField): FieldStep {
  const { name, places } = field
  const [{ node, parent }] = places
  const fieldName = node.name.value
  const written = context.names.get(name) ?? name
  const nodes = places.map((place) => place.node)
  if (fieldName === '__typename') return { written, value: typename(object) }
  if (fieldName === '__schema' || fieldName === '__type')
    return { written, value: (_input, completion) => completion.introspect(nodes) }
  const where = `field ${parent.name}.${fieldName}`
  const type = typeOf(object, field)
  const complete = compileType(context, type, setsOf(places), where)
  const isValid = leafCheckOf(type)
  const whenLost = isNonNullType(type) ? INVALID : REPORTED
  return {
    written,
    value(input, completion) {
      const given = getOwn(input, name)
      // No error can come of it: its path need not be kept.
      if (isValid?.(given)) return given
      completion.path.push(written)
      if (given instanceof Lost) given.record(completion.path, isNonNullType(type))
      const value = given instanceof Lost ? whenLost : complete(given, completion)
      completion.path.pop()
      return value
    },
  }
}

/** The check of a leaf's values; undefined where there may be lists or objects. */
function leafCheckOf(type: GraphQLOutputType) {
  const nullable = getNullableType(type)
  return isLeafType(nullable) ? leafCheck(nullable) : undefined
}

/**
 * The name of the object's type, not what was given: subgraphs may name root types otherwise and may have an interface
 * as an object. An object that is known by no object type cannot be shown.
 */
function typename(type: GraphQLCompositeType): FieldStep['value'] {
  return () => (isObjectType(type) ? type.name : INVALID)
}

/** Compiles the shape of a whole operation, lazily for each type that is met. */
export function compileObject(context: Context, { operation, selectionSet }: OperationDefinitionNode): Shape {
  const root = context.schema.getRootType(operation)
  if (!root) throw new Error(`The schema has no ${operation} type`)
  const steps = stepsByType(context, [{ set: selectionSet, parent: root }])(root)
  return (data, completion) => applySteps(steps, data, completion)
}
