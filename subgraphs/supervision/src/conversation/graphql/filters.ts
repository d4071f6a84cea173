/** How conversations are searched and sorted. */
import { addDays, beginningOf } from '@kompetanse/calendar/day'
import { keptStatuses } from '@kompetanse/graph'
import { builder, SortDirection } from '../../builder.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { ConversationStatus } from './enums.ts'

type Where = Prisma.ConversationWhereInput
type Maybe<T> = T | null | undefined

export const ConversationFilter = builder.inputType('ConversationFilter', {
  fields: (t) => ({
    traineeId: t.idOf('Person', { description: 'Of one mentee only.' }),
    status: t.field({ type: [ConversationStatus], description: 'In one of these states.' }),
    startsOn: t.field({ type: 'Date', description: 'The first day, in Oslo.' }),
    endsOn: t.field({ type: 'Date', description: 'The last day.' }),
  }),
})

export const ConversationReportFilter = builder.inputType('ConversationReportFilter', {
  fields: (t) => ({
    traineeIds: t.idsOf('Person', { description: 'Of these trainees only.' }),
    unitIds: t.idsOf('Unit', { description: 'Of trainees in these units only.' }),
    status: t.field({ type: [ConversationStatus], description: 'In one of these states.' }),
    startsOn: t.field({ type: 'Date', description: 'The first day, in Oslo.' }),
    endsOn: t.field({ type: 'Date', description: 'The last day.' }),
  }),
})

const ConversationOrderField = builder.enumType('ConversationOrderField', {
  description: 'By what conversations are sorted.',
  values: ['STARTS_AT', 'TRAINEE_NAME'] as const,
})

export const ConversationOrder = builder.inputType('ConversationOrder', {
  fields: (t) => ({
    field: t.field({ type: ConversationOrderField, required: true }),
    direction: t.field({ type: SortDirection, required: true }),
  }),
})

type Statuses = Maybe<readonly (typeof ConversationStatus.$inferType)[]>

export function matching(filter: Maybe<typeof ConversationFilter.$inferInput>): Where {
  const { traineeId, status, startsOn, endsOn } = filter ?? {}
  return { ...(traineeId && { traineeId }), ...withStatus(status), ...between(startsOn, endsOn) }
}

export function matchingReport(filter: Maybe<typeof ConversationReportFilter.$inferInput>): Where {
  const { traineeIds, unitIds, status, startsOn, endsOn } = filter ?? {}
  return {
    ...(traineeIds && { traineeId: { in: traineeIds } }),
    ...(unitIds && { trainee: { unitId: { in: unitIds } } }),
    ...withStatus(status),
    ...between(startsOn, endsOn),
  }
}

const withStatus = (status: Statuses): Where => (status ? { status: { in: keptStatuses(status) } } : {})

/** Days begin and end in Oslo. */
const between = (from: Maybe<string>, to: Maybe<string>): Where => ({
  startsAt: { ...(from && { gte: beginningOf(from) }), ...(to && { lt: beginningOf(addDays(to, 1)) }) },
})

/** Newest first by default. */
export function inOrder(
  order: Maybe<typeof ConversationOrder.$inferInput>,
): Prisma.ConversationOrderByWithRelationInput[] {
  const direction = order?.direction === 'ASC' ? 'asc' : 'desc'
  const byName = order?.field === 'TRAINEE_NAME'
  const name = byName ? [{ trainee: { displayName: direction } } as const] : []
  return [...name, { startsAt: byName ? 'desc' : direction }, { id: 'asc' }]
}
