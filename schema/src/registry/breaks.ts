import { CriticalityLevel, diff, type Change } from '@graphql-inspector/core'
import { buildSchema, parse, validate, type GraphQLSchema } from 'graphql'
import type { Texts } from './compose.ts'
import { usageOf } from './usage.ts'

/** Client → operation → document with its fragments. */
export type Operations = Readonly<Record<string, Texts>>

export interface Published {
  readonly api: string
  readonly contracts: Texts
  readonly operations: Operations
}

export interface Break {
  /** `Type.field` or what else has changed. */
  readonly coordinate: string
  readonly message: string
  readonly client: string
  /** Null for a contract: its clients' operations are not known. */
  readonly operation: string | null
}

export interface ChangeReport {
  readonly breaks: readonly Break[]
  /** Breaking on paper, but nobody who is known uses it. */
  readonly unused: readonly string[]
}

async function breakingChanges(before: GraphQLSchema, after: GraphQLSchema): Promise<Change[]> {
  const changes = await diff(before, after)
  return changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
}

/** A change of `Type.field.argument` meets who uses the field: a new required argument is asked of all of them. */
function isHit(used: ReadonlySet<string>, path: string): boolean {
  const [type = '', field, argument] = path.split('.')
  if (argument !== undefined) return used.has(`${type}.${field}`)
  return used.has(field === undefined ? type : `${type}.${field}`)
}

interface Judged {
  readonly client: string
  readonly operation: string
  readonly text: string
}

const listed = (operations: Operations): Judged[] =>
  Object.entries(operations).flatMap(([client, texts]) =>
    Object.entries(texts).map(([operation, text]) => ({ client, operation, text })),
  )

function breaksOf(
  { client, operation, text }: Judged,
  changes: readonly Change[],
  before: GraphQLSchema,
  after: GraphQLSchema,
) {
  const used = usageOf(before, text)
  const breaks: Break[] = changes
    .filter(({ path }) => path !== undefined && isHit(used, path))
    .map(({ path = '', message }) => ({ coordinate: path, message, client, operation }))
  if (breaks.length > 0) return breaks
  // What validation finds and the list of changes does not: the operation's own shape no longer fits.
  return validate(after, parse(text)).map(({ message }) => ({
    coordinate: operation,
    message,
    client,
    operation,
  }))
}

/** What a new graph would break for whom: published operations by use, contracts by any breaking change. */
export async function findBreaks(
  published: Published,
  next: { readonly api: string; readonly contracts: Texts },
): Promise<ChangeReport> {
  const [before, after] = [buildSchema(published.api), buildSchema(next.api)]
  const changes = await breakingChanges(before, after)
  const breaks = listed(published.operations).flatMap((each) => breaksOf(each, changes, before, after))
  for (const [tag, contract] of Object.entries(published.contracts)) {
    if (!contract) continue
    const kept = next.contracts[tag] || 'type Query { nothing: Int }'
    for (const { path = '', message } of await breakingChanges(buildSchema(contract), buildSchema(kept)))
      breaks.push({ coordinate: path, message, client: `contract ${tag}`, operation: null })
  }
  const hit = new Set(breaks.map(({ message }) => message))
  return { breaks, unused: changes.map(({ message }) => message).filter((message) => !hit.has(message)) }
}
