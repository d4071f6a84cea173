import { diff, type Change } from '@graphql-inspector/core'
import { buildSchema, GraphQLSchema, parse, validate } from 'graphql'
import type { Texts } from '../compose.ts'
import { RULES } from './rule-table.ts'
import type { Party, Verdict } from './rules.ts'
import { usageOfAll } from './usage-of-all.ts'
import { usageOfOperation } from './usage-of-operation.ts'

/** Client → operation → document with its fragments. */
export type Operations = Readonly<Record<string, Texts>>

/** What clients rely on. */
export interface Published {
  readonly api: string
  readonly contracts: Texts
  readonly operations: Operations
}

/** A graph that clients will meet. */
export type Graph = Pick<Published, 'api' | 'contracts'>

/** The effect of a change on one client. */
export interface Effect {
  /** `Type.field` or what else has changed; `schema` for a kind of operation. */
  readonly coordinate: string
  readonly message: string
  readonly client: string
  /** Null for a contract: its clients' operations are not known. */
  readonly operation: string | null
}

export interface ChangeReport {
  readonly breaks: readonly Effect[]
  readonly dangers: readonly Effect[]
  /** Breaking in principle, but no known client uses it. */
  readonly unused: readonly string[]
}

interface Comparison {
  readonly before: GraphQLSchema
  readonly after: GraphQLSchema
  readonly changes: readonly Change[]
}

/** A contract from which everything has gone has no text. */
const schemaOf = (text: string | undefined) => (text ? buildSchema(text) : new GraphQLSchema({}))

async function compare(textBefore: string, textAfter: string | undefined): Promise<Comparison> {
  const [before, after] = [schemaOf(textBefore), schemaOf(textAfter)]
  return { before, after, changes: await diff(before, after) }
}

const judge = (change: Change, party: Party): Verdict =>
  RULES[change.type as keyof typeof RULES](change, party)

interface Name {
  readonly client: string
  readonly operation: string | null
}

interface Effects {
  readonly breaks: readonly Effect[]
  readonly dangers: readonly Effect[]
}

function effectsOn(name: Name, party: Party, changes: readonly Change[]): Effects {
  const of = (verdict: Verdict) =>
    changes
      .filter((change) => judge(change, party) === verdict)
      .map(({ path = 'schema', message }): Effect => ({ coordinate: path, message, ...name }))
  return { breaks: of('breaking'), dangers: of('dangerous') }
}

function effectsOnOperation(
  name: Name & { operation: string },
  text: string,
  comparison: Comparison,
): Effects {
  const { before, after, changes } = comparison
  const document = parse(text)
  const errors = validate(after, document)
  const party = { usage: usageOfOperation(before, document), fits: errors.length === 0, before, after }
  const effects = effectsOn(name, party, changes)
  if (effects.breaks.length > 0) return effects
  // What validation finds and no rule names: the operation as a whole no longer fits.
  const unnamed = errors.map(({ message }) => ({ coordinate: name.operation, message, ...name }))
  return { ...effects, breaks: unnamed }
}

async function effectsOnContract(tag: string, before: string, after: string | undefined): Promise<Effects> {
  const comparison = await compare(before, after)
  const party = { ...comparison, usage: usageOfAll(comparison.before), fits: false }
  return effectsOn({ client: `contract ${tag}`, operation: null }, party, comparison.changes)
}

/**
 * The effects of a new graph on its users: on published operations by what they use, on contracts as if all were used.
 */
export async function findBreaks(published: Published, next: Graph): Promise<ChangeReport> {
  const comparison = await compare(published.api, next.api)
  const effects: Effects[] = []
  for (const [client, texts] of Object.entries(published.operations))
    for (const [operation, text] of Object.entries(texts))
      effects.push(effectsOnOperation({ client, operation }, text, comparison))
  for (const [tag, contract] of Object.entries(published.contracts))
    effects.push(await effectsOnContract(tag, contract, next.contracts[tag]))
  const breaks = effects.flatMap((each) => each.breaks)
  const dangers = effects.flatMap((each) => each.dangers)
  const reported = new Set([...breaks, ...dangers].map(({ message }) => message))
  const onPaper = effectsOn(
    { client: 'anybody', operation: null },
    { ...comparison, usage: usageOfAll(comparison.before), fits: false },
    comparison.changes,
  )
  return {
    breaks,
    dangers,
    unused: onPaper.breaks.map(({ message }) => message).filter((message) => !reported.has(message)),
  }
}
