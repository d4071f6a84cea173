import type { GraphContext } from '@kompetanse/graph'
import { conversationChanged } from '@kompetanse/schema/events/supervision'
import { bus, database, type Tx } from '../../database.ts'
import type { SeriesRule } from '../../series/domain/series.ts'
import { timesOf } from '../../series/times.ts'
import { refuseAgenda, refuseHeld, refuseTime } from '../domain/complete.ts'
import { appendEvents } from '../../live/append.ts'
import type { Agenda, Party, Time } from '../domain/conversation.ts'
import { findPair } from '../persistence/pair.ts'
import type { Outcome, Refusal } from './outcome.ts'

export interface Invitation extends Time, Agenda {
  readonly traineeId: string
  readonly repeat: SeriesRule | null
}

/** The trainee or the mentor invites the other, to one conversation or to a series (F017, F046, F058). */
export const invite = (invitation: Invitation, context: GraphContext): Promise<Outcome> =>
  create(invitation, context, { command: 'INVITE', status: 'INVITED' })

/**
 * Either writes down a conversation that was held without an invitation, no more than a year ago. It needs no
 * answer, for only the mentor finalises it.
 */
export const recordHeld = (held: Omit<Invitation, 'repeat'>, context: GraphContext): Promise<Outcome> =>
  create({ ...held, repeat: null }, context, { command: 'RECORD_HELD', status: 'PLANNED' })

type How =
  | { readonly command: 'INVITE'; readonly status: 'INVITED' }
  | { readonly command: 'RECORD_HELD'; readonly status: 'PLANNED' }

function create(invitation: Invitation, context: GraphContext, how: How): Promise<Outcome> {
  return database.$transaction(async (tx): Promise<Outcome> => {
    const pair = await findPair(tx, invitation.traineeId.toLowerCase(), context)
    if (pair.kind === 'not-found') return { kind: 'not-found', id: invitation.traineeId }
    const times = invitation.repeat ? timesOf(invitation.repeat, invitation.startsAt) : [invitation.startsAt]
    const code = pair.kind === 'refused' ? pair.code : refuse(invitation, times, how, context.now)
    if (pair.kind === 'refused' || times === null || code)
      return { kind: 'refused', id: null, code: code ?? 'SERIES_INVALID' }
    const ids = await insert(tx, { ...invitation, ...pair, times, how, now: context.now })
    return { kind: 'done', id: ids[0] as string, ids }
  })
}

function refuse(invitation: Invitation, times: readonly Date[] | null, how: How, now: Date): Refusal | null {
  if (times === null) return 'SERIES_INVALID'
  const refused = how.command === 'INVITE' ? refuseTime : refuseHeld
  const last = { ...invitation, startsAt: times.at(-1) as Date }
  return refused(invitation, now) ?? refused(last, now) ?? refuseAgenda(invitation)
}

interface Creation extends Invitation {
  readonly mentorId: string
  readonly by: Party
  readonly times: readonly Date[]
  readonly how: How
  readonly now: Date
}

async function insert(tx: Tx, creation: Creation): Promise<readonly string[]> {
  const { traineeId: given, mentorId, by, times, how, now, repeat, durationMinutes, place, topics } = creation
  const traineeId = given.toLowerCase()
  const byId = by === 'TRAINEE' ? traineeId : mentorId
  const series = repeat && (await tx.conversationSeries.create({ data: { everyWeeks: repeat.everyWeeks } }))
  const common = { traineeId, mentorId, invitedById: byId, status: how.status, createdAt: now }
  const rows = await tx.conversation.createManyAndReturn({
    data: times.map((startsAt) => ({
      ...common,
      ...{ startsAt, durationMinutes, place, topics: [...topics], seriesId: series?.id ?? null },
    })),
    select: { id: true, startsAt: true },
  })
  const made = rows.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  const goalIds = [...new Set(creation.goalIds)]
  const goals = made.flatMap(({ id: conversationId }) =>
    goalIds.map((goalId, position) => ({ conversationId, goalId, position })),
  )
  if (goals.length > 0) await tx.conversationGoal.createMany({ data: goals })
  const history = { at: now, command: how.command, status: how.status, byId }
  await tx.conversationHistory.createMany({
    data: made.map(({ id: conversationId, startsAt }) => ({ conversationId, startsAt, ...history })),
  })
  const message = {
    traineeId,
    mentorId,
    command: how.command,
    status: how.status,
    byId,
    durationMinutes,
    version: 1,
  }
  const payloads = made.map(({ id, startsAt }) => ({
    key: id,
    payload: { ...message, conversationId: id, startsAt: startsAt.toISOString() },
  }))
  const happenings = made.map(({ id }) => ({
    ...{ of: { id, traineeId, mentorId }, change: 'CREATED' as const, byId },
  }))
  await appendEvents(tx, happenings)
  await bus.publishAll(tx, conversationChanged, payloads)
  return made.map(({ id }) => id)
}
