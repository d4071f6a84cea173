/** JSON being read in place. */
export interface Reading {
  readonly bytes: Uint8Array
  /** Fields met so far, those of attempts that failed too. More than there are bytes: give up. */
  work: number
}

/** Where the value that begins at `at` ends, or FAILED when it is not what the scan is for. */
export type Scan = (reading: Reading, at: number) => number

export const FAILED = -1

const code = (character: string) => character.charCodeAt(0)
const [OPEN, CLOSE, COMMA] = [code('['), code(']'), code(',')]
const CLOSE_OBJECT = code('}')
const N = code('n')

const ascii = (text: string) => Uint8Array.from(text, code)

/** Where `expected` ends when it stands at `at`. */
function endOf(expected: Uint8Array, bytes: Uint8Array, at: number): number {
  const { length } = expected
  for (let index = 0; index < length; index++) if (bytes[at + index] !== expected[index]) return FAILED
  return at + length
}

/** The text itself; plain ASCII. */
export function literal(text: string): Scan {
  const expected = ascii(text)
  return ({ bytes }, at) => endOf(expected, bytes, at)
}

const OPEN_OBJECT = ascii('{')
const nothing = literal('null')

export const nullable =
  (inner: Scan): Scan =>
  (reading, at) =>
    reading.bytes[at] === N ? nothing(reading, at) : inner(reading, at)

/** The first scan that succeeds. */
export const either =
  (scans: readonly Scan[]): Scan =>
  (reading, at) => {
    for (const scan of scans) {
      const end = scan(reading, at)
      if (end !== FAILED) return end
    }
    return FAILED
  }

/** Made when it is first needed: most of what an operation could hold is never met. */
export function lazy(make: () => Scan): Scan {
  let made: Scan | undefined
  return (reading, at) => (made ??= make())(reading, at)
}

export const list =
  (element: Scan): Scan =>
  (reading, at) => {
    const { bytes } = reading
    if (bytes[at] !== OPEN) return FAILED
    if (bytes[at + 1] === CLOSE) return at + 2
    let next = at
    do {
      next = element(reading, next + 1)
      if (next === FAILED) return FAILED
    } while (bytes[next] === COMMA)
    return bytes[next] === CLOSE ? next + 1 : FAILED
  }

/** An object with exactly these fields, in this order, without white space. */
export function object(fields: readonly { readonly name: string; readonly scan: Scan }[]): Scan {
  const heads = fields.map(({ name }, index) => ascii(`${index === 0 ? '{' : ','}"${name}":`))
  const scans = fields.map(({ scan }) => scan)
  const { length } = fields
  return (reading, at) => {
    const { bytes } = reading
    reading.work += length
    if (reading.work > bytes.length) return FAILED
    let next = length > 0 ? at : endOf(OPEN_OBJECT, bytes, at)
    for (let index = 0; index < length; index++) {
      next = endOf(heads[index] as Uint8Array, bytes, next)
      if (next !== FAILED) next = (scans[index] as Scan)(reading, next)
      if (next === FAILED) return FAILED
    }
    return bytes[next] === CLOSE_OBJECT ? next + 1 : FAILED
  }
}
