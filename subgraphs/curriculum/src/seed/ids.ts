import { createHash } from 'node:crypto'
import { brandId, type Id, type IdKind } from '@kompetanse/schema/ids'

/** The same name gives the same uuid on every installation, so that seeding again changes nothing. */
export function idOf<Of extends IdKind>(kind: string, name: string): Id<Of> {
  const hex = createHash('sha256').update(`${kind}:${name}`).digest('hex')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return brandId(parts.join('-'))
}
