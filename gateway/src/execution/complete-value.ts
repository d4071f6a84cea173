import {
  getNamedType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type OperationDefinitionNode,
} from 'graphql'
import {
  collectFields,
  type CollectedField,
  type Conditions,
  type PlacedField,
  type PlacedSet,
} from './collect-fields.ts'
import { setOwn, type JsonObject } from './json.ts'
import { leafCheck } from './leaf-check.ts'
import type { Shape } from './response-shape.ts'

/** A value that a subgraph gave and that the client's schema does not allow. */
export interface CompletionError {
  readonly message: string
  readonly path: readonly (string | number)[]
}

export interface Completion {
  readonly errors: CompletionError[]
  readonly path: (string | number)[]
  readonly introspect: (field: FieldNode) => unknown
}

/** Null, with its reason already among the errors. */
const REPORTED = Symbol('reported')
/** The same in a place that must not be null: the object around it becomes null. */
const INVALID = Symbol('invalid')

type Complete = (value: unknown, completion: Completion) => unknown
type FieldStep = (input: JsonObject, output: JsonObject, completion: Completion) => boolean

function report(completion: Completion, message: string): void {
  completion.errors.push({ message, path: [...completion.path] })
}

function completeNonNull(inner: Complete, where: string): Complete {
  return (value, completion) => {
    const result = inner(value ?? null, completion)
    if (result === null) report(completion, `Cannot return null for non-nullable ${where}.`)
    return result === null || result === REPORTED ? INVALID : result
  }
}

function completeList(inner: Complete, where: string): Complete {
  return (value, completion) => {
    if (value === null || value === undefined) return null
    if (!Array.isArray(value)) throw new TypeError(`A subgraph gave no list for ${where}`)
    const { path } = completion
    const depth = path.length
    const result = new Array<unknown>(value.length)
    let invalid = false
    for (let index = 0; index < value.length; index++) {
      path[depth] = index
      const element = inner(value[index], completion)
      if (element === INVALID) invalid = true
      result[index] = element === REPORTED ? null : element
    }
    path.length = depth
    return invalid ? REPORTED : result
  }
}

function compileType(
  context: Conditions,
  type: GraphQLOutputType,
  sets: readonly PlacedSet[],
  where: string,
): Complete {
  if (isNonNullType(type)) return completeNonNull(compileType(context, type.ofType, sets, where), where)
  if (isListType(type)) return completeList(compileType(context, type.ofType, sets, where), where)
  if (isLeafType(type)) {
    const valid = leafCheck(type)
    return (value, completion) => {
      if (value === null || value === undefined) return null
      if (valid(value)) return value
      report(completion, `Invalid value found for ${where}.`)
      return REPORTED
    }
  }
  return compileComposite(context, type, sets, where)
}

function compileComposite(
  context: Conditions,
  type: GraphQLCompositeType,
  sets: readonly PlacedSet[],
  where: string,
): Complete {
  const steps = stepsByType(context, sets)
  return (value, completion) => {
    if (value === null || value === undefined) return null
    if (typeof value !== 'object') throw new TypeError(`A subgraph gave no object for ${where}`)
    const input = value as JsonObject
    const typename = input['__typename']
    let actual = type
    if (typeof typename === 'string') {
      const named = context.schema.getType(typename)
      if (!isCompositeType(named)) {
        // Not naming the type: it may be one that clients must not know of.
        report(completion, `Invalid __typename found for object at ${where}.`)
        return REPORTED
      }
      actual = named
    }
    // An object type leaves no doubt, with or without a name.
    return (
      applySteps(steps(actual, typename !== undefined || isObjectType(type)), input, completion) ?? REPORTED
    )
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

function stepsByType(context: Conditions, sets: readonly PlacedSet[]) {
  const exactly = new Map<GraphQLCompositeType, FieldStep[]>()
  const loosely = new Map<GraphQLCompositeType, FieldStep[]>()
  return (type: GraphQLCompositeType, exact: boolean): readonly FieldStep[] => {
    const known = exact ? exactly : loosely
    let steps = known.get(type)
    if (!steps) {
      steps = collectFields(context, sets, { type, exact }).map((field) => compileField(context, field))
      known.set(type, steps)
    }
    return steps
  }
}

function fieldTypeOf({ parent, node }: PlacedField): GraphQLOutputType {
  const definition = 'getFields' in parent ? parent.getFields()[node.name.value] : undefined
  if (!definition) throw new Error(`No field ${parent.name}.${node.name.value}`)
  return definition.type
}

/** A step writes one field; false when the object around it must become null. */
function compileField(context: Conditions, { name, places }: CollectedField): FieldStep {
  const [{ node, parent }] = places
  const fieldName = node.name.value
  if (fieldName === '__typename') return typenameStep(context, name, parent)
  if (fieldName === '__schema' || fieldName === '__type')
    return (_input, output, completion) => {
      output[name] = completion.introspect(node)
      return true
    }
  const types = places.map((place) => fieldTypeOf(place))
  const sets = places.flatMap(({ node: { selectionSet: set } }, at): PlacedSet[] => {
    const inner = getNamedType(types[at])
    return set && isCompositeType(inner) ? [{ set, parent: inner }] : []
  })
  // An implementation may narrow the interface's type: then the narrowest is what the object is.
  const type = types.find((each) => isObjectType(getNamedType(each))) ?? fieldTypeOf(places[0])
  const complete = compileType(context, type, sets, `field ${parent.name}.${fieldName}`)
  return (input, output, completion) => {
    completion.path.push(name)
    const value = complete(Object.hasOwn(input, name) ? input[name] : null, completion)
    completion.path.pop()
    setOwn(output, name, value === REPORTED ? null : value)
    return value !== INVALID
  }
}

/**
 * Subgraphs may call root types otherwise and may know an interface as an object, so a name that is no object
 * type gives way to the type of the place, and if that is none either the object cannot be shown.
 */
function typenameStep({ schema }: Conditions, name: string, parent: GraphQLCompositeType): FieldStep {
  return (input, output) => {
    const given = input[name] ?? input['__typename']
    const type = (typeof given === 'string' && schema.getType(given)) || parent
    if (!isObjectType(type)) return false
    output[name] = type.name
    return true
  }
}

/** Compiles the shape of a whole operation, lazily for each type that is met. */
export function compileObject(
  context: Conditions,
  { operation, selectionSet }: OperationDefinitionNode,
): Shape {
  const root = context.schema.getRootType(operation)
  if (!root) throw new Error(`The schema has no ${operation} type`)
  const steps = stepsByType(context, [{ set: selectionSet, parent: root }])(root, true)
  return (data, completion) => applySteps(steps, data, completion)
}
