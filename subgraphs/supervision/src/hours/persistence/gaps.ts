import { osloDay } from '@kompetanse/calendar/day'
import { batched, type GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'
import type { Span } from '../domain/days.ts'
import { supervisionGaps, type Gap } from '../domain/gaps.ts'
import { valueOn } from '../domain/requirement.ts'
import { rulesFor } from './known.ts'

export interface GapRequest {
  readonly traineeId: Id<'Person'>
  /** When training began; without it nothing can be said. */
  readonly since: string | null
  readonly span: Span
  readonly today: string
}

/** When each trainee of a request was met, and how often that is to be, in two statements. */
const meetingsOf = batched(async (traineeIds: Id<'Person'>[]) => {
  const [met, all] = await Promise.all([
    database.conversation.findMany({
      where: { traineeId: { in: traineeIds }, status: 'FINALISED' },
      select: { traineeId: true, startsAt: true },
    }),
    database.supervisionRule.findMany(),
  ])
  const rules = rulesFor('REGULAR_WITHIN_DAYS', { trackCode: null }, all)
  const metOf = Map.groupBy(met, ({ traineeId }) => traineeId)
  return new Map(
    traineeIds.map((id) => [
      id,
      { rules, held: (metOf.get(id) ?? []).map(({ startsAt }) => osloDay(startsAt)) },
    ]),
  )
})

/** A trainee's periods without supervision within a span of days. */
export async function gapsOf(
  { traineeId, since, span, today }: GapRequest,
  context: GraphContext,
): Promise<readonly Gap[]> {
  if (since === null || span.to < span.from) return []
  const { held, rules } = (await meetingsOf(traineeId, context)) ?? { held: [], rules: [] }
  return supervisionGaps({ held, since, span, today, threshold: valueOn(today, rules) })
}
