import type { Scalar, Shape } from './shape.ts'

/** Why a value would be refused. */
export interface Misfit {
  /** Below the payload: `.request.role`, `.goals[].code`; empty for the payload itself. */
  readonly path: string
  readonly message: string
}

type ObjectShape = Extract<Shape, { properties: unknown }>
type NumberShape = Extract<Shape, { type: 'number' | 'integer' }>
type StringShape = Extract<Shape, { type: 'string' }>

const isType = (shape: Shape, type: string): boolean => 'type' in shape && shape.type === type
const isNumber = (shape: Shape): shape is NumberShape =>
  'type' in shape && (shape.type === 'number' || shape.type === 'integer')
const isString = (shape: Shape): shape is StringShape => isType(shape, 'string')
const floorOf = ({ minimum }: NumberShape): number => minimum ?? -Infinity

/** All values of a shape that has few. */
function valuesOf(shape: Shape): readonly Scalar[] | undefined {
  if ('enum' in shape) return shape.enum
  if (isType(shape, 'boolean')) return [true, false]
  if (isType(shape, 'null')) return [null]
  return undefined
}

/** Of a value in a string with a format nothing is known: it counts as refused. */
function takes(expected: Shape, value: Scalar): boolean {
  if ('anyOf' in expected) return expected.anyOf.some((choice) => takes(choice, value))
  if (isString(expected)) return typeof value === 'string' && expected.format === undefined
  if (!isNumber(expected)) return valuesOf(expected)?.includes(value) ?? false
  if (typeof value !== 'number' || value < floorOf(expected)) return false
  return expected.type === 'number' || Number.isInteger(value)
}

function inWords(shape: Shape): string {
  if ('anyOf' in shape) return shape.anyOf.map(inWords).join(' or ')
  if ('enum' in shape) return shape.enum.map((value) => JSON.stringify(value)).join(' or ')
  if ('format' in shape) return `${shape.type} (${shape.format})`
  if ('minimum' in shape) return `${shape.type} (${shape.minimum} or more)`
  return shape.type
}

const otherwise = (sent: Shape, expected: Shape, path: string): Misfit[] => [
  { path, message: `it may be ${inWords(sent)}, where ${inWords(expected)} is expected` },
]

function propertyMisfits(name: string, sent: ObjectShape, expected: ObjectShape, path: string): Misfit[] {
  const [here, there] = [sent.properties[name], expected.properties[name]]
  const isNeeded = expected.required.includes(name)
  if (!here || !there) return isNeeded ? [{ path, message: 'it is missing' }] : []
  const mayLack = isNeeded && !sent.required.includes(name)
  return [...(mayLack ? [{ path, message: 'it may be missing' }] : []), ...misfits(here, there, path)]
}

/** The misfits with the nearest choice. */
function choiceMisfits(sent: Shape, choices: readonly Shape[], path: string): Misfit[] {
  const tried = choices.map((choice) => ({ choice, found: misfits(sent, choice, path) }))
  if (tried.some(({ found }) => found.length === 0)) return []
  const alike = tried.filter(({ choice }) => 'type' in sent && isType(choice, sent.type))
  const [nearest] = alike.toSorted((a, b) => a.found.length - b.found.length)
  return nearest?.found ?? otherwise(sent, { anyOf: choices }, path)
}

function isWithin(sent: Shape, expected: Shape): boolean {
  if (isString(sent) && isString(expected))
    return expected.format === undefined || expected.format === sent.format
  if (!isNumber(sent) || !isNumber(expected)) return false
  return (expected.type === 'number' || sent.type === 'integer') && floorOf(sent) >= floorOf(expected)
}

/**
 * Why a listener that expects `expected` may refuse a value that `sent` allows; nothing when each is accepted.
 * Properties that are not expected are dropped. A comparison that cannot be decided counts as a refusal.
 */
export function misfits(sent: Shape, expected: Shape, path = ''): Misfit[] {
  if ('anyOf' in sent) return sent.anyOf.flatMap((choice) => misfits(choice, expected, path))
  const values = valuesOf(sent)
  if (values) {
    const refused = values.filter((value) => !takes(expected, value))
    return refused.length > 0 ? otherwise({ enum: refused }, expected, path) : []
  }
  if ('anyOf' in expected) return choiceMisfits(sent, expected.anyOf, path)
  if ('properties' in sent && 'properties' in expected)
    return Object.keys(expected.properties).flatMap((name) =>
      propertyMisfits(name, sent, expected, `${path}.${name}`),
    )
  if ('items' in sent && 'items' in expected) return misfits(sent.items, expected.items, `${path}[]`)
  return isWithin(sent, expected) ? [] : otherwise(sent, expected, path)
}
