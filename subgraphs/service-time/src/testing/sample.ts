import { dateColumn } from '@kompetanse/calendar/day'
import type { Sampled } from '@kompetanse/graph/testing'
import { database } from '../database.ts'
import { schema } from '../schema.ts'
import { acts } from './acts.ts'
import { NOON, type TestGraph } from './graph.ts'

/** A trainee with periods that are signed, sent and removed, and a rule that somebody has set: as the leader sees them, and the trainee. */
export async function samplesOf(graph: TestGraph): Promise<Sampled['samples']> {
  const { trainee, leader } = await graph.aCircle()
  const doing = acts(graph)
  const absence = { kind: 'SICKNESS', startsOn: '2026-06-01', endsOn: '2026-06-05', share: 1 }
  const gap = { startsOn: '2026-07-01', endsOn: '2026-07-05', reason: 'Veileder borte' }
  const { enterpriseId } = await database.person.findUniqueOrThrow({ where: { id: trainee.personId } })
  const lacks = { absences: [absence], unsupervisedPeriods: [gap] }
  const signed = await doing.signed(trainee, leader, { place: { enterpriseId }, ...lacks })
  const waiting = await doing.sent(trainee, leader, { startsOn: '2026-03-01', endsOn: '2026-04-30' })
  const rejected = await doing.sent(trainee, leader, { startsOn: '2025-11-01', endsOn: '2025-12-31' })
  await doing.command(leader, 'rejectServicePeriod', rejected, { comment: 'Feil dato' })
  const removed = await doing.registered(trainee, { startsOn: '2026-01-01', endsOn: '2026-02-28' })
  await doing.command(trainee, 'removeServicePeriod', removed)
  const rule = { code: 'REQUIRED_TOTAL', value: 2372, unit: 'DAYS', source: 'Rundskriv' } as const
  await database.serviceTimeRule.create({
    data: { ...rule, validFrom: dateColumn('2026-01-01'), setById: leader.personId, setAt: NOON },
  })
  const known = {
    ...{ servicePeriodId: waiting.id, traineeId: trainee.personId, signerId: leader.personId },
    ...{ 'Query.servicePeriod.id': signed.id, 'Query.removedServicePeriod.id': removed.id },
    ...{ 'VersionedId.id': waiting.id, tab: 'WAITING', Trainee: { id: trainee.personId } },
  }
  const shared = { schema, now: NOON, known }
  return [
    { ...shared, actor: leader },
    { ...shared, actor: trainee },
  ]
}
