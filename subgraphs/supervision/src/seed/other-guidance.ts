import { dateColumn, osloDay } from '@kompetanse/directory/day'
import { chance, choose } from '@kompetanse/process/seeding'
import { database } from '../database.ts'
import type { Pair } from './pairs.ts'
import { OTHER_GUIDANCE } from './texts.ts'

const DAY = 86_400_000

/** Guidance beside the conversations, that mentors recorded now and then this last half year. */
export async function seedOtherGuidance(pairs: readonly Pair[], now: Date): Promise<void> {
  const data = pairs.flatMap(({ trainee, mentor, since }) =>
    [160, 118, 64, 23].flatMap((daysAgo, index) => {
      const at = new Date(now.getTime() - daysAgo * DAY)
      if (at < since || chance('other', trainee.id, index) > 0.6) return []
      const minutes = choose([30, 45, 60], 'minutes', trainee.id, index)
      const recorded = { recordedById: mentor.id, recordedAt: at }
      const note = choose(OTHER_GUIDANCE, 'note', trainee.id, index)
      return [
        {
          traineeId: trainee.id,
          on: dateColumn(osloDay(at)),
          minutes,
          kind: 'OTHER_GUIDANCE' as const,
          note,
          ...recorded,
        },
      ]
    }),
  )
  if (data.length > 0) await database.guidanceEntry.createMany({ data })
}
