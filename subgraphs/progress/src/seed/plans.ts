import { dateColumn, dayOf } from '@kompetanse/calendar/day'
import type { Id } from '@kompetanse/schema/ids'
import { assignPlans } from '../assigned-plan/use-cases/assign-plans.ts'
import { database } from '../database.ts'
import type { SeedTrainee } from './trainees.ts'

const DAY = 86_400_000

/** Gives a trainee the plans of the track, in the first weeks of training or when the plan came into force. */
export async function seedPlans({ person, leader, since }: SeedTrainee, now: Date): Promise<void> {
  const plans = await database.trackPlan.findMany({
    where: { trackCode: person.trackCode ?? '' },
    include: { template: { include: { versions: { where: { status: 'PUBLISHED' } } } } },
    orderBy: { position: 'asc' },
  })
  for (const { planTemplateId, template } of plans) {
    const begins = template.versions.map(({ validFrom }) => validFrom.getTime())
    // Before any version was in force there was nothing to assign.
    const first = Math.max(since.getTime() + 5 * DAY, Math.min(...begins))
    const at = new Date(Math.min(first + 9 * 3_600_000, now.getTime()))
    await assignPlans([person.id], [planTemplateId], { actor: leader, now: at })
  }
}

/** Whether the trainee has a plan already: then the history has been made, and is not made again. */
export async function traineesWithPlans(): Promise<ReadonlySet<Id<'Person'>>> {
  const rows = await database.assignedPlan.findMany({ select: { traineeId: true }, distinct: ['traineeId'] })
  return new Set(rows.map(({ traineeId }) => traineeId))
}

export const noonOf = (date: Date): Date => new Date(dateColumn(dayOf(date)).getTime() + 11 * 3_600_000)
