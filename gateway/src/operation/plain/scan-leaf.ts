import { isEnumType, type GraphQLLeafType } from 'graphql'
import { either, FAILED, list, literal, nullable, type Scan } from './scan.ts'

const code = (character: string) => character.charCodeAt(0)
const [QUOTE, BACKSLASH, SPACE, U] = [code('"'), code('\\'), code(' '), code('u')]
const [MINUS, PLUS, POINT, ZERO, NINE] = [code('-'), code('+'), code('.'), code('0'), code('9')]
const [E, LARGE_E] = [code('e'), code('E')]
const [BRACE, END_BRACE, COMMA, COLON] = [code('{'), code('}'), code(','), code(':')]
const ESCAPED = new Set([...'"\\/bfnrtu'].map(code))
const HEX = /^[0-9a-fA-F]{4}$/
/** Digits that any double holds; a longer integer is looked at. */
const SAFE_DIGITS = 15
const MAX_DEPTH = 64

/** Where an escape sequence ends. */
function escapeEnd(bytes: Uint8Array, at: number): number {
  const escaped = bytes[at + 1] ?? 0
  if (!ESCAPED.has(escaped)) return FAILED
  if (escaped !== U) return at + 2
  return HEX.test(String.fromCharCode(...bytes.subarray(at + 2, at + 6))) ? at + 6 : FAILED
}

const string: Scan = ({ bytes }, at) => {
  if (bytes[at] !== QUOTE) return FAILED
  for (let next = at + 1; ;) {
    const byte = bytes[next] as number
    if (byte === QUOTE) return next + 1
    // Past the end there is no byte, and so none that is large enough.
    if (!(byte >= SPACE)) return FAILED
    next = byte === BACKSLASH ? escapeEnd(bytes, next) : next + 1
    if (next === FAILED) return FAILED
  }
}

/** Past as many digits as there are; FAILED when there is none. */
function digits(bytes: Uint8Array, at: number): number {
  let next = at
  for (let byte = bytes[next] ?? 0; byte >= ZERO && byte <= NINE; byte = bytes[next] ?? 0) next++
  return next > at ? next : FAILED
}

/** Past the part of a number before any fraction: no zero may lead others. */
function whole(bytes: Uint8Array, at: number): number {
  const start = bytes[at] === MINUS ? at + 1 : at
  return bytes[start] === ZERO ? start + 1 : digits(bytes, start)
}

const isFraction = (byte: number | undefined) => byte === POINT || byte === E || byte === LARGE_E

const integer: Scan = ({ bytes }, at) => {
  const end = whole(bytes, at)
  return end === FAILED || end - at > SAFE_DIGITS || isFraction(bytes[end]) ? FAILED : end
}

const number: Scan = ({ bytes }, at) => {
  let end = whole(bytes, at)
  if (end !== FAILED && bytes[end] === POINT) end = digits(bytes, end + 1)
  if (end === FAILED || (bytes[end] !== E && bytes[end] !== LARGE_E)) return end
  const sign = bytes[end + 1]
  return digits(bytes, sign === MINUS || sign === PLUS ? end + 2 : end + 1)
}

const boolean = either([literal('true'), literal('false')])

/** Any JSON without white space, so deep and no deeper. */
function json(depth: number): Scan {
  if (depth === 0) return () => FAILED
  let inner: Scan | undefined
  const value: Scan = (reading, at) => (inner ??= nullable(json(depth - 1)))(reading, at)
  return either([string, number, boolean, list(value), members(value)])
}

/** An object whatever its keys. */
const members =
  (value: Scan): Scan =>
  (reading, at) => {
    const { bytes } = reading
    if (bytes[at] !== BRACE) return FAILED
    if (bytes[at + 1] === END_BRACE) return at + 2
    let next = at
    do {
      next = string(reading, next + 1)
      if (next === FAILED || bytes[next] !== COLON) return FAILED
      next = value(reading, next + 1)
      if (next === FAILED) return FAILED
    } while (bytes[next] === COMMA)
    return bytes[next] === END_BRACE ? next + 1 : FAILED
  }

const BUILT_IN: Readonly<Record<string, Scan>> = {
  Boolean: boolean,
  Int: integer,
  Float: number,
  String: string,
  ID: either([string, integer]),
}

/** One of these names as a string. */
export const oneName = (names: readonly string[]): Scan => either(names.map((name) => literal(`"${name}"`)))

/** A value that stands for the type beyond doubt; what is only just allowed may fail. */
export function scanLeaf(type: GraphQLLeafType): Scan {
  if (isEnumType(type)) return oneName(type.getValues().map(({ name }) => name))
  return BUILT_IN[type.name] ?? json(MAX_DEPTH)
}
