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
const [BRACE, END_BRACE] = [code('{'), code('}')]
const N = code('n')

/** The text itself; plain ASCII. */
export function literal(text: string): Scan {
  const expected = Uint8Array.from(text, code)
  const { length } = expected
  return ({ bytes }, at) => {
    for (let index = 0; index < length; index++) if (bytes[at + index] !== expected[index]) return FAILED
    return at + length
  }
}

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
  const steps = fields.map(({ name, scan }, index) => ({
    head: literal(`${index === 0 ? '{' : ','}"${name}":`),
    scan,
  }))
  return (reading, at) => {
    const { bytes } = reading
    reading.work += steps.length
    if (reading.work > bytes.length) return FAILED
    let next = steps.length > 0 ? at : bytes[at] === BRACE ? at + 1 : FAILED
    for (const { head, scan } of steps) {
      next = head(reading, next)
      if (next !== FAILED) next = scan(reading, next)
      if (next === FAILED) return FAILED
    }
    return bytes[next] === END_BRACE ? next + 1 : FAILED
  }
}
