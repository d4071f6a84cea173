import { osloDay } from '@kompetanse/directory/day'
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

/** A trainee's periods without supervision within a span of days. */
export async function gapsOf({ traineeId, since, span, today }: GapRequest): Promise<readonly Gap[]> {
  if (since === null || span.to < span.from) return []
  const held = await database.conversation.findMany({
    where: { traineeId, status: 'FINALISED' },
    select: { startsAt: true },
  })
  const rules = rulesFor(
    'REGULAR_WITHIN_DAYS',
    { trackCode: null },
    await database.supervisionRule.findMany(),
  )
  const days = held.map(({ startsAt }) => osloDay(startsAt))
  return supervisionGaps({ held: days, since, span, today, threshold: valueOn(today, rules) })
}
