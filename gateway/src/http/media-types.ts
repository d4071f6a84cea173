export type AnswerType = 'application/json' | 'application/graphql-response+json'

const JSON_TYPE = 'application/json'
const GRAPHQL_TYPE = 'application/graphql-response+json'
const WILDCARDS = new Set(['*/*', 'application/*'])

/**
 * The media type of the answer: the one that the client ranks highest, plain JSON when it does not care.
 * Null when it accepts neither.
 */
export function negotiate(accept: string | undefined): AnswerType | null {
  if (!accept || accept === '*/*' || accept === JSON_TYPE) return JSON_TYPE
  let best: AnswerType | null = null
  let highest = 0
  for (const range of accept.split(',')) {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
    const quality = Number(parameters.find((p) => p.startsWith('q='))?.slice(2) ?? 1)
    const type =
      name === GRAPHQL_TYPE ? GRAPHQL_TYPE : name === JSON_TYPE || WILDCARDS.has(name) ? JSON_TYPE : null
    if (type && quality > highest) [best, highest] = [type, quality]
  }
  return best
}

/** Only JSON in UTF-8: a type that a browser form can send would let other sites post on a user's behalf. */
export function isJsonBody(contentType: string | undefined): boolean {
  if (contentType === JSON_TYPE) return true
  const [type, ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase())
  const charset = parameters.find((p) => p.startsWith('charset='))
  return type === JSON_TYPE && (!charset || /^charset="?utf-?8"?$/.test(charset))
}
