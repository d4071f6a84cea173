/** A coding that answers are sent in. */
export type AnswerCoding = 'br' | 'gzip'

const PREFERRED: readonly AnswerCoding[] = ['br', 'gzip']

function weights(acceptEncoding: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const range of acceptEncoding.toLowerCase().split(',')) {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim())
    const quality = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1)
    found.set(name === 'x-gzip' ? 'gzip' : name, quality)
  }
  return found
}

/**
 * The coding that the client ranks highest (RFC 9110, 12.5.3), brotli when it does not care; null when it wants none
 * that is spoken here, or none at all rather than one of them.
 */
export function negotiateCoding(acceptEncoding: string | undefined): AnswerCoding | null {
  if (!acceptEncoding) return null
  const wanted = weights(acceptEncoding)
  let highest = wanted.get('identity') ?? 0
  let best: AnswerCoding | null = null
  for (const coding of PREFERRED) {
    const quality = wanted.get(coding) ?? wanted.get('*') ?? 0
    if (quality > 0 && (quality > highest || (best === null && quality === highest)))
      [best, highest] = [coding, quality]
  }
  return best
}
