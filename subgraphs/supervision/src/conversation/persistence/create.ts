import { conversationChanged } from '@kompetanse/schema/events/supervision'
import type { Id } from '@kompetanse/schema/ids'
import { bus, type Tx } from '../../database.ts'
import { appendEvents } from '../../live/append.ts'
import type { Agenda, Time } from '../domain/conversation.ts'
import { changedMessage } from './messages.ts'
import type { Pair } from './pair.ts'

export type How =
  | { readonly command: 'INVITE'; readonly status: 'INVITED' }
  | { readonly command: 'RECORD_HELD'; readonly status: 'PLANNED' }

interface Creation extends Agenda, Pair, Pick<Time, 'durationMinutes'> {
  readonly traineeId: Id<'Person'>
  readonly repeat: { readonly everyWeeks: number } | null
  readonly times: readonly Date[]
  readonly how: How
  readonly now: Date
}

interface Made {
  readonly id: Id<'Conversation'>
  readonly startsAt: Date
}

/**
 * Writes down new conversations of the same two, with goals, history, live events and messages; their ids in the order
 * of time. One statement of each however many.
 */
export async function createConversations(
  tx: Tx,
  creation: Creation,
): Promise<readonly Id<'Conversation'>[]> {
  const made = await insert(tx, creation)
  await addGoals(tx, creation, made)
  const { traineeId, mentorId, by, how, now, durationMinutes } = creation
  const step = { ...how, byId: by === 'TRAINEE' ? traineeId : mentorId }
  await tx.conversationHistory.createMany({
    data: made.map(({ id: conversationId, startsAt }) => ({ conversationId, startsAt, at: now, ...step })),
  })
  const happenings = made.map(({ id }) => ({
    ...{ of: { id, traineeId, mentorId }, change: 'CREATED' as const, byId: step.byId },
  }))
  await appendEvents(tx, happenings)
  const standing = { traineeId, mentorId, invitedById: step.byId, status: how.status, durationMinutes }
  const cause = { command: how.command, byId: step.byId, at: now }
  await bus.publishAll(
    tx,
    conversationChanged,
    made.map((one) => changedMessage({ ...one, ...standing, version: 1 }, cause)),
  )
  return made.map(({ id }) => id)
}

async function insert(tx: Tx, creation: Creation): Promise<readonly Made[]> {
  const { traineeId, mentorId, by, times, how, now, repeat, durationMinutes, place, topics } = creation
  const series = repeat && (await tx.conversationSeries.create({ data: { everyWeeks: repeat.everyWeeks } }))
  const common = {
    ...{ traineeId, mentorId, invitedById: by === 'TRAINEE' ? traineeId : mentorId },
    ...{ status: how.status, createdAt: now, durationMinutes, place, topics: [...topics] },
  }
  const rows = await tx.conversation.createManyAndReturn({
    data: times.map((startsAt) => ({ ...common, startsAt, seriesId: series?.id ?? null })),
    select: { id: true, startsAt: true },
  })
  return rows.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}

async function addGoals(tx: Tx, { goalIds }: Creation, made: readonly Made[]): Promise<void> {
  const own = [...new Set(goalIds)]
  const data = made.flatMap(({ id: conversationId }) =>
    own.map((goalId, position) => ({ conversationId, goalId, position })),
  )
  if (data.length > 0) await tx.conversationGoal.createMany({ data })
}
