import { randomUUID } from 'node:crypto'
import { dateColumn, osloDay } from '@kompetanse/calendar/day'
import { chance, choose } from '@kompetanse/process/seeding'
import { brandId, type Id } from '@kompetanse/schema/ids'
import { database } from '../database.ts'
import { appendChanges } from '../history/persistence/append.ts'
import type { Pair } from './pairs.ts'
import { OTHER_SUPERVISION } from './texts.ts'

const DAY = 86_400_000
const CORRECTED_BY = 15
const NEWEST = 3

/** Supervision beside the conversations, that mentors recorded now and then this last half year; the newest was put right. */
export async function seedOtherSupervision(pairs: readonly Pair[], now: Date): Promise<void> {
  const recorded = pairs.flatMap(({ trainee, mentor, since }) =>
    [160, 118, 64, 23].flatMap((daysAgo, index) => {
      const at = new Date(now.getTime() - daysAgo * DAY)
      if (at < since || chance('other', trainee.id, index) > 0.6) return []
      const minutes = choose([30, 45, 60], 'minutes', trainee.id, index)
      const note = choose(OTHER_SUPERVISION, 'note', trainee.id, index)
      const corrected = index === NEWEST
      return [
        { id: brandId<'SupervisionHoursEntry'>(randomUUID()), trainee, mentor, at, minutes, note, corrected },
      ]
    }),
  )
  if (recorded.length === 0) return
  await database.$transaction(async (tx) => {
    await tx.supervisionHoursEntry.createMany({
      data: recorded.map(({ id, trainee, mentor, at, minutes, note, corrected }) => ({
        ...{ id, traineeId: trainee.id, on: dateColumn(osloDay(at)), kind: 'OTHER_GUIDANCE' as const, note },
        ...{ minutes: corrected ? minutes + CORRECTED_BY : minutes, version: corrected ? 2 : 1 },
        ...{ recordedById: mentor.id, recordedAt: at },
      })),
    })
    await appendChanges(tx, recorded.flatMap(changesOf))
  })
}

interface Recorded {
  readonly id: Id<'SupervisionHoursEntry'>
  readonly mentor: { readonly id: Id<'Person'> }
  readonly at: Date
  readonly minutes: number
  readonly note: string
  readonly corrected: boolean
}

function changesOf({ id, mentor, at, minutes, note, corrected }: Recorded) {
  const of = { subjectKind: 'GUIDANCE', subjectId: id, byId: mentor.id } as const
  const said = { on: osloDay(at), note }
  const first = { ...of, at, command: 'RECORD', content: { ...said, minutes } }
  const reason = 'Førte for kort tid.'
  const second = {
    ...{ ...of, at: new Date(at.getTime() + DAY), command: 'CORRECT' },
    content: { ...said, minutes: minutes + CORRECTED_BY, reason },
  }
  return corrected ? [first, second] : [first]
}
