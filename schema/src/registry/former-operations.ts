import { buildSchema, parse, validate, type DocumentNode } from 'graphql'
import { documentHash } from '../documents/sent-document.ts'
import { writeFormer, type FormerDocument } from '../documents/former.ts'
import type { Operations } from './changes/breaks.ts'
import { formerPath, type Files, type Former, type PublishedState } from './published-state.ts'

/** Days for which a page that is open goes on being answered after its operation was changed or taken out. */
const KEPT_DAYS = 14
const DAY_MS = 86_400_000

export interface FormerInput {
  /** As clients rely on it before the change, or null. */
  readonly base: PublishedState | null
  /** As the working copy keeps it already. */
  readonly committed: Former
  readonly operations: Operations
  readonly api: string
  /** `YYYY-MM-DD` */
  readonly today: string
}

const documentsOf = (operations: Operations, client: string): DocumentNode[] =>
  Object.values(operations[client] ?? {}).map((text) => parse(text, { noLocation: true }))

/** What a client goes on being answered: of what it sent before the change, all that it sends no more and that fits. */
function formerlyOf(client: string, { base, committed, operations, api, today }: FormerInput) {
  const until = new Date(Date.parse(today) + KEPT_DAYS * DAY_MS).toISOString().slice(0, 10)
  const left = documentsOf(base?.operations ?? {}, client).map((document) => ({ document, until }))
  const known = [...(committed[client] ?? []), ...(base?.former[client] ?? []), ...left]
  const current = new Set(documentsOf(operations, client).map(documentHash))
  const schema = buildSchema(api)
  const kept = new Map<string, FormerDocument>()
  for (const each of known) {
    const hash = documentHash(each.document)
    if (current.has(hash) || kept.has(hash) || each.until < today) continue
    if (validate(schema, each.document).length === 0) kept.set(hash, each)
  }
  return [...kept.values()]
}

/** The files of what clients sent until lately; none for a client of which nothing is kept. */
export function formerFiles(input: FormerInput): Files {
  const { base, committed, operations } = input
  const all = [operations, committed, base?.operations ?? {}, base?.former ?? {}].flatMap(Object.keys)
  const files = [...new Set(all)].map((client) => [formerPath(client), formerlyOf(client, input)] as const)
  return Object.fromEntries(
    files.filter(([, kept]) => kept.length > 0).map(([path, kept]) => [path, writeFormer(kept)]),
  )
}

/** The operations that an open page may still send and that a gateway would no longer have. */
export function forgotten(input: FormerInput): string[] {
  const wanted = Object.keys({ ...input.base?.operations, ...input.base?.former })
  return wanted.flatMap((client) => {
    const has = new Set((input.committed[client] ?? []).map(({ document }) => documentHash(document)))
    const gone = formerlyOf(client, input).filter(({ document }) => !has.has(documentHash(document)))
    return gone.length === 0
      ? []
      : [
          `schema/${formerPath(client)} lacks ${gone.length} of what open pages send: run schema:publish and commit it`,
        ]
  })
}
