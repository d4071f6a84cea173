import { hash } from 'node:crypto'
import { MOST_NESTED, nestsTooDeeply } from '@kompetanse/schema/nesting'
import { isJsonObject, type JsonObject } from '../json/json.ts'
import { parseJson } from '../json/parse-json.ts'
import { refuse, type Refusal } from '../errors/refusal.ts'

/** A body that has the parameters of GraphQL over HTTP. */
export interface GraphRequest {
  readonly kind: 'request'
  readonly request: JsonObject
}

const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined

const tooDeep = (what: string) => refuse(400, 'BAD_REQUEST', `${what} nests deeper than ${MOST_NESTED}.`)

const VERSION = 1

/**
 * The document may be named by its hash instead (automatic persisted queries), or sent together with it to be known by
 * it from then on. Null when `persistedQuery` is neither.
 */
function persistedBy(extensions: unknown, query: unknown): { readonly isNamed: boolean } | null {
  const persisted = isJsonObject(extensions) ? extensions['persistedQuery'] : undefined
  if (isAbsent(persisted)) return { isNamed: false }
  if (!isJsonObject(persisted) || persisted['version'] !== VERSION) return null
  const { sha256Hash } = persisted
  if (typeof sha256Hash !== 'string') return null
  return typeof query === 'string' && hash('sha256', query) !== sha256Hash ? null : { isNamed: true }
}

/** Reads a body as one request: a list of requests is refused, since limits hold per request. */
export function readGraphRequest(text: string): GraphRequest | Refusal {
  if (nestsTooDeeply(text)) return tooDeep('The body')
  let body: unknown
  try {
    body = parseJson(text)
  } catch {
    return refuse(400, 'BAD_REQUEST', 'The body is not JSON.')
  }
  if (!isJsonObject(body)) return refuse(400, 'BAD_REQUEST', 'The body is not one JSON object.')
  return checkParameters(body)
}

const IN_JSON = ['variables', 'extensions']

/** Reads the query of a URL as one request: the same parameters, each at most once, objects as JSON. */
export function readGraphSearch(search: string): GraphRequest | Refusal {
  const given = new URLSearchParams(search)
  const parameters: JsonObject = {}
  for (const name of ['query', 'operationName', ...IN_JSON]) {
    const [value, another] = given.getAll(name)
    if (another !== undefined) return refuse(400, 'BAD_REQUEST', `\`${name}\` is there more than once.`)
    if (value !== undefined && IN_JSON.includes(name) && nestsTooDeeply(value)) return tooDeep(`\`${name}\``)
    if (value !== undefined) parameters[name] = value
  }
  try {
    for (const name of IN_JSON)
      if (typeof parameters[name] === 'string') parameters[name] = JSON.parse(parameters[name])
  } catch {
    return refuse(400, 'BAD_REQUEST', '`variables` or `extensions` is not JSON.')
  }
  return checkParameters(parameters)
}

function checkParameters(body: JsonObject): GraphRequest | Refusal {
  const { query, operationName, variables, extensions } = body
  const persisted = persistedBy(extensions, query)
  if (!persisted) return refuse(400, 'BAD_REQUEST', '`persistedQuery` is not the hash of the query.')
  if (typeof query !== 'string' && !(isAbsent(query) && persisted.isNamed))
    return refuse(400, 'BAD_REQUEST', '`query` is not a string.')
  if (!isAbsent(operationName) && typeof operationName !== 'string')
    return refuse(400, 'BAD_REQUEST', '`operationName` is not a string.')
  if (!isAbsent(variables) && !isJsonObject(variables))
    return refuse(400, 'BAD_REQUEST', '`variables` is not an object.')
  if (!isAbsent(extensions) && !isJsonObject(extensions))
    return refuse(400, 'BAD_REQUEST', '`extensions` is not an object.')
  // An empty name is none.
  return { kind: 'request', request: { ...body, operationName: operationName || null } }
}
