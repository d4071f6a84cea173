import type { JWTPayload } from 'jose'
import type { ProofFault } from './fault.ts'

/** The required claims of a proof for one request. */
export interface Expected {
  readonly method: string
  /** The addresses under which the request may have been sent, without query. */
  readonly addresses: readonly string[]
  /** base64url of the access token's SHA-256. */
  readonly tokenHash: string
  /** Seconds since the epoch. */
  readonly now: number
}

/** The claims of a proof of which nothing is wrong. */
export interface ProofClaims {
  readonly jti: string
  readonly iat: number
}

/**
 * Seconds between the caller's clock and this one, either way: the time on the way, and clocks that are a little off.
 */
export const WINDOW_SECONDS = 60

/** The address in the normal form of RFC 3986, without query and fragment. */
function normalised(address: string): string | null {
  const url = URL.parse(address)
  if (!url) return null
  url.search = ''
  url.hash = ''
  return url.href
}

function isFor(htu: unknown, addresses: readonly string[]): boolean {
  if (typeof htu !== 'string') return false
  if (addresses.includes(htu)) return true
  const named = normalised(htu)
  return named !== null && addresses.some((address) => normalised(address) === named)
}

/** Whether the claims of a proof, whose signature was verified, fit the request that it came with. */
export function judgeClaims(
  { htm, htu, ath, iat, jti }: JWTPayload,
  expected: Expected,
): ProofFault | ProofClaims {
  if (htm !== expected.method) return 'htm'
  if (!isFor(htu, expected.addresses)) return 'htu'
  if (ath !== expected.tokenHash) return 'ath'
  if (typeof iat !== 'number' || !(Math.abs(expected.now - iat) <= WINDOW_SECONDS)) return 'iat'
  if (typeof jti !== 'string' || jti === '') return 'jti'
  return { jti, iat }
}
