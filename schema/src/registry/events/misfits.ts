import type { Scalar, Shape } from './shape.ts'

/** Why a value would be refused. */
export interface Misfit {
  /** Below the payload: `.request.role`, `.goals[].code`; empty for the payload itself. */
  readonly path: string
  readonly message: string
}

type ObjectShape = Extract<Shape, { properties: unknown }>

const isType = (shape: Shape, type: string): boolean => 'type' in shape && shape.type === type

/** All values of a shape that has few. */
function valuesOf(shape: Shape): readonly Scalar[] | undefined {
  if ('enum' in shape) return shape.enum
  if (isType(shape, 'boolean')) return [true, false]
  if (isType(shape, 'null')) return [null]
  return undefined
}

/** Of a value in a string with a format nothing is known: it counts as refused. */
function takes(heard: Shape, value: Scalar): boolean {
  if ('anyOf' in heard) return heard.anyOf.some((choice) => takes(choice, value))
  const values = valuesOf(heard)
  if (values) return values.includes(value)
  if ('enum' in heard) return false
  if (heard.type === 'string') return typeof value === 'string' && heard.format === undefined
  if (heard.type !== 'number' && heard.type !== 'integer') return false
  const isOfType = heard.type === 'integer' ? Number.isInteger(value) : typeof value === 'number'
  return isOfType && Number(value) >= (heard.minimum ?? -Infinity)
}

function inWords(shape: Shape): string {
  if ('anyOf' in shape) return shape.anyOf.map(inWords).join(' or ')
  if ('enum' in shape) return shape.enum.map((value) => JSON.stringify(value)).join(' or ')
  const { type } = shape
  if ('format' in shape && shape.format !== undefined) return `${type} (${shape.format})`
  if ('minimum' in shape && shape.minimum !== undefined) return `${type} (${shape.minimum} or more)`
  return type
}

const otherwise = (told: Shape, heard: Shape, path: string): Misfit[] => [
  { path, message: `it may be ${inWords(told)}, where ${inWords(heard)} is expected` },
]

function propertyMisfits(name: string, told: ObjectShape, heard: ObjectShape, path: string): Misfit[] {
  const [given, expected] = [told.properties[name], heard.properties[name]]
  const isNeeded = heard.required.includes(name)
  if (!given || !expected) return isNeeded ? [{ path, message: 'it is missing' }] : []
  const mayLack = isNeeded && !told.required.includes(name)
  return [...(mayLack ? [{ path, message: 'it may be missing' }] : []), ...misfits(given, expected, path)]
}

/** As the choice that comes nearest says. */
function choiceMisfits(told: Shape, choices: readonly Shape[], path: string): Misfit[] {
  const tried = choices.map((choice) => ({ choice, found: misfits(told, choice, path) }))
  if (tried.some(({ found }) => found.length === 0)) return []
  const alike = tried.filter(({ choice }) => 'type' in told && isType(choice, told.type))
  const [nearest] = alike.toSorted((a, b) => a.found.length - b.found.length)
  return nearest?.found ?? otherwise(told, { anyOf: choices }, path)
}

function isWithin(told: Shape, heard: Shape): boolean {
  if (!('type' in told) || !('type' in heard)) return false
  if (told.type === 'string' && heard.type === 'string')
    return heard.format === undefined || heard.format === told.format
  const isNumber = heard.type === 'number' || heard.type === told.type
  if ((told.type !== 'number' && told.type !== 'integer') || !isNumber) return false
  const floor = 'minimum' in heard ? (heard.minimum ?? -Infinity) : -Infinity
  return (told.minimum ?? -Infinity) >= floor
}

/**
 * Why a value that `told` allows may be refused by who expects `heard`; nothing when each is taken. Properties that are
 * not expected are dropped. Where it cannot be known, it counts as refused.
 */
export function misfits(told: Shape, heard: Shape, path = ''): Misfit[] {
  if ('anyOf' in told) return told.anyOf.flatMap((choice) => misfits(choice, heard, path))
  const values = valuesOf(told)
  if (values) {
    const refused = values.filter((value) => !takes(heard, value))
    return refused.length > 0 ? otherwise({ enum: refused }, heard, path) : []
  }
  if ('anyOf' in heard) return choiceMisfits(told, heard.anyOf, path)
  if ('properties' in told && 'properties' in heard)
    return Object.keys(heard.properties).flatMap((name) =>
      propertyMisfits(name, told, heard, `${path}.${name}`),
    )
  if ('items' in told && 'items' in heard) return misfits(told.items, heard.items, `${path}[]`)
  return isWithin(told, heard) ? [] : otherwise(told, heard, path)
}
