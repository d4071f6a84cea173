import { isEnumType, type GraphQLLeafType } from 'graphql'

/** The source of a regular expression that matches one JSON value, written without white space, and nothing longer. */
export type Pattern = string

const NOTHING = '(?!)'

const anyOf = (patterns: readonly Pattern[]): Pattern =>
  patterns.length > 1 ? `(?:${patterns.join('|')})` : (patterns[0] ?? NOTHING)

/** Bytes beyond ASCII count one each: the text is read as Latin-1. */
const UNESCAPED = String.raw`[^"\\\0-\x1f]*`
const ESCAPE = String.raw`\\(?:["\\/bfnrt]|u[\da-fA-F]{4})`
const STRING = `"${UNESCAPED}(?:${ESCAPE}${UNESCAPED})*"`
/** Up to so many digits, all of which any double holds; a longer integer is looked at. */
const INTEGER = String.raw`-?(?:0|[1-9]\d{0,14})(?![\d.eE])`
const NUMBER = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?`
/** Below the largest double, by its digits and its exponent; any other is looked at. */
const FLOAT = String.raw`-?(?:0|[1-9]\d{0,199})(?:\.\d+)?(?:[eE][+-]?\d{1,2})?(?![\d.eE])`
const BOOLEAN = anyOf(['true', 'false'])

const BUILT_IN: Readonly<Record<string, Pattern>> = {
  Boolean: BOOLEAN,
  Int: INTEGER,
  Float: FLOAT,
  String: STRING,
  ID: anyOf([STRING, INTEGER]),
}
/** Of a custom scalar, objects and lists do not match, so that they are parsed. */
const SIMPLE = anyOf([STRING, NUMBER, BOOLEAN])

/** One of these names as a string. */
export const oneName = (names: readonly string[]): Pattern => `"${anyOf(names)}"`

/** Matches only values that are certainly of the type; one that a lenient reading would accept may not match. */
export function leaf(type: GraphQLLeafType): Pattern {
  if (isEnumType(type)) return oneName(type.getValues().map(({ name }) => name))
  return BUILT_IN[type.name] ?? SIMPLE
}

export const nullable = (value: Pattern): Pattern => anyOf(['null', value])

/** The element is drawn once, or lists within lists would double it at each level. */
export const list = (element: Pattern): Pattern => String.raw`\[(?:${element}(?:,|(?=\])))*(?<!,)\]`

/** An object with exactly these fields, in this order. */
export const object = (fields: readonly { readonly name: string; readonly value: Pattern }[]): Pattern =>
  String.raw`\{${fields.map(({ name, value }) => `"${name}":${value}`).join()}\}`

/**
 * The first that matches, and never another thereafter, however what follows fares: else a list of what several match
 * would be tried in every combination. Nothing of a look ahead is tried again. `group` is a name that no other has.
 */
export const firstOf = (alternatives: readonly Pattern[], group: string): Pattern =>
  alternatives.length > 1
    ? String.raw`(?=(?<${group}>${alternatives.join('|')}))\k<${group}>`
    : anyOf(alternatives)
