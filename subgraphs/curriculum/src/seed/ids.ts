import { createHash } from 'node:crypto'

/** The same name gives the same uuid on every installation, so that seeding again changes nothing. */
export function idOf(kind: string, name: string): string {
  const hex = createHash('sha256').update(`${kind}:${name}`).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
