import { acceptedBy, type AcceptedBreaks } from './base/accepted-breaks.ts'
import { findBreaks, type Effect, type Graph } from './changes/breaks.ts'
import { findEventBreaks } from './events/event-breaks.ts'
import type { Shapes } from './events/shape.ts'
import type { PublishedEvents } from './events/published-events.ts'
import type { PublishedState } from './published-state.ts'
import type { Base, NoBase } from './base/find-base.ts'
import type { Publication } from './base/publications.ts'
import {
  acceptedInWords,
  breakInWords,
  dangersInWords,
  expiredInWords,
  idleInWords,
  unheardInWords,
  unusedInWords,
} from './words.ts'

export interface Report {
  readonly problems: readonly string[]
  /** Changes that pass, but should be reviewed. */
  readonly warnings: readonly string[]
  readonly notices: readonly string[]
}

export interface Acceptance {
  readonly acceptedBreaks: AcceptedBreaks
  /** `YYYY-MM-DD` */
  readonly today: string
}

const isOf = (effect: Effect) => (other: Effect) =>
  effect.coordinate === other.coordinate &&
  effect.client === other.client &&
  effect.operation === other.operation

/** What clients and listeners will meet. */
export interface Next extends Graph {
  readonly events: PublishedEvents
}

const NOTHING = { breaks: [], dangers: [], unused: [], unheard: [] }

async function findAll(published: PublishedState, next: Next) {
  const graph = await findBreaks(published, next)
  const ofEvents = findEventBreaks(published.events, next.events)
  return { ...graph, ...ofEvents, breaks: [...graph.breaks, ...ofEvents.breaks] }
}

/** What a commit of the main branch broke, as far as that of today still does. */
async function lastingBreaks({ before, after }: Publication, next: Next): Promise<readonly Effect[]> {
  const { breaks } = await findAll(before, after ?? next)
  if (breaks.length === 0) return []
  const now = await findAll(before, next)
  return breaks.filter((effect) => now.breaks.some(isOf(effect)))
}

interface Judged {
  readonly effect: Effect
  readonly publication?: Publication
}

function judgeBreaks(judged: readonly Judged[], { acceptedBreaks: { entries }, today }: Acceptance) {
  const problems: string[] = []
  const warnings: string[] = []
  for (const { effect, publication } of judged) {
    const entry =
      acceptedBy(entries, effect, today) ??
      (publication && acceptedBy(publication.accepted, effect, publication.day))
    const where = publication ? ` (published by ${publication.commit} on ${publication.day})` : ''
    if (!entry) problems.push(`${breakInWords(effect)}${where}`)
    else if (!publication) warnings.push(acceptedInWords(effect, entry))
  }
  return { problems, warnings }
}

function judgeEntries(effects: readonly Effect[], { acceptedBreaks, today }: Acceptance) {
  const { entries, problems } = acceptedBreaks
  const expired = entries.filter(({ until }) => until < today)
  const idle = entries.filter(
    ({ coordinate, clients }) =>
      !effects.some((effect) => effect.coordinate === coordinate && clients.includes(effect.client)),
  )
  return {
    problems: [...problems, ...expired.map(expiredInWords)],
    notices: idle.filter((entry) => !expired.includes(entry)).map(idleInWords),
  }
}

function firstPublications({ name, published }: Base, { events }: Next): string[] {
  if (!published) return [`nothing had been published in ${name}`]
  const isNone = (payloads: Shapes) => Object.keys(payloads).length === 0
  return isNone(published.events.payloads) && !isNone(events.payloads)
    ? [`no event had been published in ${name}`]
    : []
}

/** What a change breaks since the base, and on the main branch what was broken there and never accepted. */
export async function compareWithBase(
  base: Base | NoBase,
  next: Next,
  acceptance: Acceptance,
): Promise<Report> {
  if ('problem' in base) return { problems: [base.problem], warnings: [], notices: [] }
  const current = base.published ? await findAll(base.published, next) : NOTHING
  const judged: Judged[] = current.breaks.map((effect) => ({ effect }))
  for (const publication of base.publications)
    for (const effect of await lastingBreaks(publication, next)) judged.push({ effect, publication })
  const breaks = judgeBreaks(judged, acceptance)
  const entries = judgeEntries(
    judged.map(({ effect }) => effect),
    acceptance,
  )
  return {
    problems: [...breaks.problems, ...entries.problems],
    warnings: [...base.warnings, ...breaks.warnings, ...dangersInWords(current.dangers)],
    notices: [
      ...firstPublications(base, next),
      ...current.unused.map(unusedInWords),
      ...current.unheard.map(unheardInWords),
      ...entries.notices,
    ],
  }
}
