import { setTimeout as delay } from 'node:timers/promises'
import { askInTurn, extensionsOf, type Ask } from './ask.ts'

/** A kind of operation that can be made as dear as one likes. */
export interface Kind {
  readonly name: string
  /** The document with so many of what makes it dear. */
  readonly make: (count: number) => string
}

const aliases = (count: number, field: (at: number) => string) =>
  `{ ${Array.from({ length: count }, (_, at) => `a${at}: ${field(at)}`).join(' ')} }`

const LETTERS = 'abcdefghijklmnoprstuv'
const letter = (at: number) => LETTERS[at % LETTERS.length] ?? 'a'

const dayOf = (at: number) => new Date(Date.UTC(2024, 0, 1 + 10 * at)).toISOString().slice(0, 10)

const PEOPLE =
  'id unit { name leader { displayName } } leader { person { displayName unit { name } } } mentor { id }'

/** A text that differs each time, with pages of length 0: it fetches no rows, but has to be planned. */
export function unseen(planId: string): string {
  const name = `x${Math.random().toString(36).slice(2)}`
  const goals = (at: number) =>
    `${name}${at}: goals(first: 0) { edges { node { id trainee { ${PEOPLE} } activities(first: 0) { edges { node {
      id trainee { ${PEOPLE} } signature { by { displayName unit { name } } } } } } } } }`
  return `{ assignedPlan(id: "${planId}") { ${Array.from({ length: 8 }, (_, at) => goals(at)).join(' ')} } }`
}

/**
 * The operations found to cost most for their price, for a person with this plan. Their pages differ, so that none
 * repeats.
 */
export const kindsFor = (planId: string): readonly Kind[] => {
  const goals = (at: number, inner: string) =>
    `assignedPlan(id: "${planId}") { goals(first: ${200 - at}) { edges { node { id status ${inner} } } } }`
  return [
    { name: 'goals of a plan', make: (count) => aliases(count, (at) => goals(at, '')) },
    {
      name: 'goals, what each may do, and what they say',
      make: (count) =>
        aliases(count, (at) =>
          goals(at, 'availableCommands definition { code wording detail { category } }'),
        ),
    },
    {
      name: 'goals and their activities',
      make: (count) =>
        aliases(count, (at) =>
          goals(at, 'activities(first: 10) { totalCount edges { node { id availableCommands } } }'),
        ),
    },
    {
      name: 'searches of 100',
      make: (count) =>
        aliases(
          count,
          (at) =>
            `learningGoalDefinitions(filter: { search: "${letter(at)}" }, first: 100) { edges { node { code wording } } }`,
        ),
    },
    {
      name: 'persons searched for',
      make: (count) =>
        aliases(
          count,
          (at) => `personSearch(search: "${letter(at)}a", first: 100) { edges { node { displayName } } }`,
        ),
    },
    {
      name: 'trainees of a leader, counted',
      make: (count) =>
        aliases(
          count,
          (at) => `traineeOverview(first: ${200 - at}) { totalCount edges { node { trainee { id } } } }`,
        ),
    },
    {
      name: 'accounts of a trainee, by as many days',
      make: (count) =>
        `{ assignedPlan(id: "${planId}") { trainee ${aliases(count, (at) => `serviceTimeLedger(reckonedOn: "${dayOf(at)}") { reckonedOn }`)} } }`,
    },
    {
      name: 'counts alone',
      make: (count) => aliases(count, (at) => `approvalQueue(tab: WAITING, first: ${at % 2}) { totalCount }`),
    },
  ]
}

export interface Dearest {
  readonly name: string
  readonly query: string
  readonly count: number
  readonly bytes: number
  /** The shorter of two runs, with nothing else under way. */
  readonly seconds: number
}

const MOST = 99
/** After this a person's budget suffices for the dearest again. */
const REST_MS = 10_500

/** The highest number of aliases that is accepted: the refusal of a higher one gives its cost and the limit. */
async function mostOf({ make }: Kind, ask: Ask): Promise<number> {
  for (let count = MOST; ;) {
    const answered = await ask({ query: make(count) })
    const { code, cost, allowed } = extensionsOf(answered)
    // Each text is new, and paid for by its length.
    if (code === 'TOO_MANY_REQUESTS') await delay(answered.retryAfter * 1000)
    else if (code === 'QUERY_TOO_COSTLY')
      count = Math.min(count - 1, Math.floor((count * Number(allowed)) / Number(cost)))
    else if (code === 'DOCUMENT_TOO_MANY_TOKENS') count--
    else return count
  }
}

/** The largest of a kind that the gateway takes, and how long it takes. */
export async function dearestOf(kind: Kind, ask: Ask): Promise<Dearest> {
  const count = await mostOf(kind, ask)
  const query = kind.make(count)
  const times: number[] = []
  let bytes = 0
  for (let run = 0; run < 2; run++) {
    // Rested, so that waiting for its turn is no part of it.
    await delay(REST_MS)
    const answered = await askInTurn(ask, { query })
    times.push(answered.milliseconds)
    bytes = answered.bytes
  }
  return { name: kind.name, query, count, bytes, seconds: Math.min(...times) / 1000 }
}
