import {
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type OperationDefinitionNode,
} from 'graphql'
import {
  collectFields,
  type CollectedField,
  type Conditions,
  type ObjectType,
  type PlacedSet,
} from './collect-fields.ts'
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
import { isJsonObject, setOwn, type JsonObject } from '../json/json.ts'

/** What shaping an operation depends on. */
interface Context extends Conditions {
  /** Response name → the name under which it is written; a name that is not here is written as it stands. */
  readonly names: ReadonlyMap<string, string>
}

type FieldStep = (input: JsonObject, output: JsonObject, completion: Completion) => boolean

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
      // Not naming the type: it may be one that clients must not know of.
      if (!isCompositeType(named))
        return report(completion, `Invalid __typename found for object at ${where}.`)
      actual = named
    }
    // An object type leaves no doubt, with or without a name.
    const exact = typeof typename === 'string' || isObjectType(type)
    return applySteps(steps(actual, exact), value, completion) ?? REPORTED
  }
}

function applySteps(
  steps: readonly FieldStep[],
  input: JsonObject,
  completion: Completion,
): JsonObject | null {
  const output: JsonObject = {}
  for (const step of steps) if (!step(input, output, completion)) return null
  return output
}

function stepsByType(context: Context, sets: readonly PlacedSet[]) {
  const exactly = new Map<GraphQLCompositeType, FieldStep[]>()
  const loosely = new Map<GraphQLCompositeType, FieldStep[]>()
  return (type: GraphQLCompositeType, exact: boolean): readonly FieldStep[] => {
    const known = exact ? exactly : loosely
    let steps = known.get(type)
    if (!steps) {
      const object = { type, exact }
      steps = collectFields(context, sets, object).map((field) => compileField(context, object, field))
      known.set(type, steps)
    }
    return steps
  }
}

/** A step writes one field; false when the object around it must become null. */
function compileField(context: Context, object: ObjectType, field: CollectedField): FieldStep {
  const { name, places } = field
  const [{ node, parent }] = places
  const fieldName = node.name.value
  const written = context.names.get(name) ?? name
  const nodes = places.map((place) => place.node)
  if (fieldName === '__typename') return typenameStep(context, { name, written, parent })
  if (fieldName === '__schema' || fieldName === '__type')
    return (_input, output, completion) => {
      setOwn(output, written, completion.introspect(nodes))
      return true
    }
  const where = `field ${parent.name}.${fieldName}`
  const complete = compileType(context, typeOf(object, field), setsOf(places), where)
  return (input, output, completion) => {
    completion.path.push(written)
    const value = complete(Object.hasOwn(input, name) ? input[name] : null, completion)
    completion.path.pop()
    setOwn(output, written, value === REPORTED ? null : value)
    return value !== INVALID
  }
}

interface TypenameField {
  readonly name: string
  readonly written: string
  readonly parent: GraphQLCompositeType
}

/**
 * Subgraphs may call root types otherwise and may know an interface as an object, so a name that is no object
 * type gives way to the type of the place, and if that is none either the object cannot be shown.
 */
function typenameStep({ schema }: Context, { name, written, parent }: TypenameField): FieldStep {
  return (input, output) => {
    const given = input[name] ?? input['__typename']
    const type = (typeof given === 'string' && schema.getType(given)) || parent
    if (!isObjectType(type)) return false
    setOwn(output, written, type.name)
    return true
  }
}

/** Compiles the shape of a whole operation, lazily for each type that is met. */
export function compileObject(context: Context, { operation, selectionSet }: OperationDefinitionNode): Shape {
  const root = context.schema.getRootType(operation)
  if (!root) throw new Error(`The schema has no ${operation} type`)
  const steps = stepsByType(context, [{ set: selectionSet, parent: root }])(root, true)
  return (data, completion) => applySteps(steps, data, completion)
}
