import type { IncomingMessage } from 'node:http'
import { pathOf } from '@kompetanse/schema/addresses'

/** What a caller shows to be let in: with a request its headers, on a socket what its greeting carries. */
export interface Shown {
  /** `Bearer …`, or `DPoP …` for a token that is bound to a key. */
  readonly authorization: string | undefined
  /** The DPoP proof (RFC 9449) that goes with a bound token. */
  readonly proof: string | undefined
  readonly method: string
  /** Without query. */
  readonly path: string
  /** A proof for a socket names its address as ws: or wss:, so it is good for nothing else. */
  readonly over: 'http' | 'ws'
}

/** Node joins repeated DPoP headers by a comma, which no proof has: two proofs are none, as the RFC wants. */
export function shownBy({ headers, method = '', url }: IncomingMessage): Shown {
  const proof = headers['dpop'] as string | undefined
  return { authorization: headers.authorization, proof, method, path: pathOf(url), over: 'http' }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** The payload of `connection_init`, `{ authorization, dpop }`: the same two texts that a request has as headers. */
export function shownOnSocket(payload: Readonly<Record<string, unknown>> | undefined, path: string): Shown {
  const [authorization, proof] = [textOf(payload?.['authorization']), textOf(payload?.['dpop'])]
  return { authorization, proof, method: 'GET', path, over: 'ws' }
}
