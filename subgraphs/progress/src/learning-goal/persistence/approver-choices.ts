import { running, runningPeriod } from '@kompetanse/calendar/running'
import { today } from '@kompetanse/calendar/day'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { Person } from '../../generated/db/client.ts'
import type { ApproverRole } from '../domain/goal.ts'

/** Somebody who may receive a trainee's goals today. */
export interface ApproverChoice {
  readonly person: Person
  readonly role: ApproverRole
  /** By what standard a delegate approves (F098). */
  readonly guideline: string | null
}

/**
 * Who may receive the goals of each trainee: the leaders, their deputies of today and their delegates (F054). Each
 * person once, in the strongest role; never the trainee, never who has left.
 */
export async function loadApproverChoices(
  db: Tx,
  traineeIds: readonly Id<'Person'>[],
  now: Date,
): Promise<Map<Id<'Person'>, readonly ApproverChoice[]>> {
  const leading = await findLeading(db, traineeIds, today(now))
  const ofTrainee = Map.groupBy(leading, ({ traineeId }) => traineeId)
  return new Map(
    traineeIds.map((id) => [
      id,
      once((ofTrainee.get(id) ?? []).map(({ person }) => person)).filter(
        ({ person }) => person.active && person.id !== id,
      ),
    ]),
  )
}

const findLeading = (db: Tx, traineeIds: readonly Id<'Person'>[], day: Date) =>
  db.relation.findMany({
    where: { traineeId: { in: [...traineeIds] }, kind: 'LEADER', ...running(day) },
    include: {
      person: {
        include: {
          deputies: { where: runningPeriod(day), include: { deputy: true } },
          delegationsGiven: {
            where: { ...running(day), cancelledAt: null },
            include: { delegate: true },
            orderBy: { delegate: { displayName: 'asc' } },
          },
        },
      },
    },
    orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
  })

type Leader = Awaited<ReturnType<typeof findLeading>>[number]['person']

function once(leaders: readonly Leader[]): readonly ApproverChoice[] {
  const all: ApproverChoice[] = [
    ...leaders.map((person) => ({ person, role: 'LEADER', guideline: null }) as const),
    ...leaders.flatMap(({ deputies }) =>
      deputies.map(({ deputy }) => ({ person: deputy, role: 'DEPUTY', guideline: null }) as const),
    ),
    ...leaders.flatMap(({ delegationsGiven }) =>
      delegationsGiven.map(
        ({ delegate, guideline }) => ({ person: delegate, role: 'DELEGATE', guideline }) as const,
      ),
    ),
  ]
  return [...new Map(all.toReversed().map((choice) => [choice.person.id, choice])).values()].toReversed()
}
