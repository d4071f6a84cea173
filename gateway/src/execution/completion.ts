import type { FieldNode, GraphQLLeafType } from 'graphql'
import type { JsonObject } from '../json/json.ts'
import { leafCheck } from './leaf-check.ts'

/** A value that a subgraph gave and that the client's schema does not allow. */
export interface CompletionError {
  readonly message: string
  readonly path: readonly (string | number)[]
}

/** The state of one run of a shape: the current path, and the errors so far. */
export interface Completion {
  readonly errors: CompletionError[]
  readonly path: (string | number)[]
  /** Answers one introspection field; `field` holds all places that select it under one response name. */
  readonly introspect: (field: readonly FieldNode[]) => unknown
}

/**
 * Shapes the merged data of the subgraphs into the client's selection: no other fields, in the order of the document.
 */
export type Shape = (data: JsonObject, completion: Completion) => JsonObject | null

/** Null, with its reason already among the errors. */
export const REPORTED = Symbol('reported')
/** The same in a place that must not be null: the object around it becomes null. */
export const INVALID = Symbol('invalid')

/** A value as its type allows it, or null, or one of the two above. */
export type Complete = (value: unknown, completion: Completion) => unknown

export function report({ errors, path }: Completion, message: string): typeof REPORTED {
  errors.push({ message, path: [...path] })
  return REPORTED
}

export function completeNonNull(inner: Complete, where: string): Complete {
  return (value, completion) => {
    const result = inner(value ?? null, completion)
    if (result === null) report(completion, `Cannot return null for non-nullable ${where}.`)
    return result === null || result === REPORTED ? INVALID : result
  }
}

export function completeList(inner: Complete, where: string): Complete {
  return (value, completion) => {
    if (value === null || value === undefined) return null
    if (!Array.isArray(value)) return report(completion, `Invalid list found for ${where}.`)
    const { path } = completion
    const depth = path.length
    // The list itself as long as each element is to be written as it came.
    let result: unknown[] = value
    let invalid = false
    for (let index = 0; index < value.length; index++) {
      path[depth] = index
      const given: unknown = value[index]
      const element = inner(given, completion)
      if (element === given) {
        if (result !== value) result.push(element)
        continue
      }
      if (result === value) result = value.slice(0, index)
      if (element === INVALID) invalid = true
      result.push(element === REPORTED ? null : element)
    }
    path.length = depth
    return invalid ? REPORTED : result
  }
}

export function completeLeaf(type: GraphQLLeafType, where: string): Complete {
  const valid = leafCheck(type)
  return (value, completion) => {
    if (value === null || value === undefined) return null
    return valid(value) ? value : report(completion, `Invalid value found for ${where}.`)
  }
}
