import { addDays, beginningOf } from '@kompetanse/directory/day'
import { isId, keptStatuses } from '@kompetanse/graph'
import type { Prisma } from '../../generated/db/client.ts'
import type { FilterInput, OrderInput, ReportFilterInput } from '../graphql/inputs.ts'

type Where = Prisma.ConversationWhereInput
type Maybe<T> = T | null | undefined

export function matching(filter: Maybe<FilterInput>): Where {
  const { traineeId, status, from, to } = filter ?? {}
  return {
    ...(traineeId && { traineeId: { in: [traineeId].filter(isId) } }),
    ...(status && { status: { in: keptStatuses(status) } }),
    ...between(from, to),
  }
}

export function matchingReport(filter: Maybe<ReportFilterInput>): Where {
  const { traineeIds, unitIds, status, from, to } = filter ?? {}
  return {
    ...(traineeIds && { traineeId: { in: traineeIds.filter(isId) } }),
    ...(unitIds && { trainee: { unitId: { in: unitIds.filter(isId) } } }),
    ...(status && { status: { in: keptStatuses(status) } }),
    ...between(from, to),
  }
}

/** Days begin and end in Oslo. */
function between(from: Maybe<string | Date>, to: Maybe<string | Date>): Where {
  return {
    AND: [
      ...(from ? [{ startsAt: { gte: beginningOf(String(from)) } }] : []),
      ...(to ? [{ startsAt: { lt: beginningOf(addDays(String(to), 1)) } }] : []),
    ],
  }
}

/** Newest first unless asked otherwise. */
export function inOrder(order: Maybe<OrderInput>): Prisma.ConversationOrderByWithRelationInput[] {
  const direction = order?.direction === 'ASC' ? 'asc' : 'desc'
  const name = order?.field === 'TRAINEE_NAME' ? [{ trainee: { displayName: direction } } as const] : []
  return [...name, { startsAt: order?.field === 'TRAINEE_NAME' ? 'desc' : direction }, { id: 'asc' }]
}
