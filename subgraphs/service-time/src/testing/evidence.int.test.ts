import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { attack, breakPastGuards, tamper } from '@kompetanse/database/testing/evidence'
import { applyNewest, migrationsOf } from '@kompetanse/database/testing/newest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '../database.ts'
import { acts } from './acts.ts'
import { startTestGraph, type TestGraph } from './graph.ts'

let graph: TestGraph
let people: Awaited<ReturnType<TestGraph['aCircle']>>
let ids: readonly string[]

/** What a period lacks: so much of two days, and for this reason. */
const lacks = (startsOn: string, endsOn: string, share: number, reason: string) => ({
  absences: [{ kind: 'SICKNESS', startsOn, endsOn, share }],
  unsupervisedPeriods: [{ startsOn, endsOn, reason }],
})
const later = lacks('2026-06-01', '2026-06-05', 1, 'Veileder borte')
const early = {
  ...{
    startsOn: '2025-05-01',
    endsOn: '2025-09-30',
    unitName: 'Legevakten',
    overlapReason: 'Vakt ved siden av',
  },
  ...lacks('2025-06-01', '2025-06-05', 0.4, 'Veileder syk'),
}

beforeAll(async () => {
  graph = await startTestGraph()
  people = await graph.aCircle()
  const { enterpriseId } = await database.person.findUniqueOrThrow({
    where: { id: people.trainee.personId },
  })
  ids = [await signed({ place: { enterpriseId }, ...later }), await signed(early)]
})
afterAll(() => graph.stop())

/** By the deputy, with a comment. */
async function signed(details: object): Promise<string> {
  const { trainee, leader, deputy } = people
  const { sent, command } = acts(graph)
  const period = await sent(trainee, leader, details)
  const answer = await command(deputy, 'signServicePeriod', period, { comment: 'Godt gjort' })
  expect(answer.servicePeriod?.status).toBe('SIGNED')
  return period.id
}

const UNSIGN = `status = 'REGISTERED', signer_id = NULL, sent_at = NULL, signed_by_id = NULL, signed_on_behalf_of_id = NULL,
  signed_at = NULL, signature_comment = NULL, signature_digest = NULL`
const record = (outcome: string, content = 'content') => `
  INSERT INTO service_time.decision_record (id, period_id, trainee_id, outcome, by_id, role, at, content, digest)
  SELECT gen_random_uuid(), period_id, trainee_id, '${outcome}', by_id, role, at, ${content}, digest FROM service_time.decision_record`

// What the columns do not say.
const ALSO_FORBIDDEN = [
  `UPDATE service_time.service_period SET ${UNSIGN}`,
  `UPDATE service_time.service_period SET ${UNSIGN}, share = 5000`,
  `${record('FELL_AWAY')}; UPDATE service_time.service_period SET ${UNSIGN}, share = 5000`,
  `UPDATE service_time.service_period SET signature_digest = repeat('0', 64), share = 5000`,
  record('FELL_AWAY'),
  record('REJECTED'),
  record('SIGNED', "'{}'"),
]

// What a signed period cannot have: it was rejected, or is removed.
const NOT_OF_IT = [
  ...['rejected_by_id', 'rejected_on_behalf_of_id', 'rejected_at', 'rejection_comment', 'removed_at'].map(
    (column) => `service_period.${column} → null`,
  ),
]

const again = (table: string) =>
  `INSERT INTO service_time.${table} SELECT (jsonb_populate_record(true_one, jsonb_build_object('id', gen_random_uuid()))).* FROM service_time.${table} true_one`

describe('F134 F136 F141 what a leader has signed stands', () => {
  test('also when the newest migration runs over it, which takes no row away', async () => {
    const { before, after, broken } = await applyNewest(graph.adminUrl, 'service-time')
    expect(Object.keys(before)).toEqual(expect.arrayContaining(['decision_record', 'service_period']))
    expect({ after, broken }).toEqual({ after: before, broken: [] })
  })

  test('a migration that changes what is signed does not run: the control of the one before', async () => {
    const { schema, folder } = migrationsOf('service-time')
    const more = await mkdtemp(join(tmpdir(), 'control-'))
    await cp(folder, more, { recursive: true })
    await mkdir(join(more, '29990101000000_control'))
    await writeFile(
      join(more, '29990101000000_control/migration.sql'),
      'UPDATE service_period SET share = 5000',
    )
    const applied = applyNewest(graph.adminUrl, 'service-time', { schema, folder: more })
    await expect(applied).rejects.toThrow('migration 29990101000000_control failed')
    await rm(more, { recursive: true })
  })

  test('against each forbidden statement, of each role, on each table that has something signed', async () => {
    const { adminUrl } = graph
    const tried = await attack({ adminUrl, schema: 'service_time', alsoForbidden: ALSO_FORBIDDEN })
    expect(tried.tables.map(({ name }) => name)).toEqual([
      ...['absence', 'decision_record', 'service_period', 'service_period_history', 'unsupervised_period'],
    ])
    expect(tried.untried).toEqual(NOT_OF_IT)
    // Word for word what was said before.
    const byNature = [again('decision_record'), again('service_period_history')]
    expect(tried.permitted).toEqual(
      ['service_time', 'service_time_owner'].flatMap((role) => byNature.map((one) => `${role}: ${one}`)),
    )
  })

  test('what the superuser changes nonetheless is noticed', async () => {
    const { adminUrl } = graph
    // But for what nobody reads by, and a history told twice.
    expect(await tamper({ adminUrl, schema: 'service_time', alsoForbidden: ALSO_FORBIDDEN })).toEqual([
      ...['absence.id', 'service_period_history.id', 'service_period_history +', 'unsupervised_period.id'],
    ])
  })

  test('what does not stand is shown as no signature, and the others as they are', async () => {
    const { adminUrl } = graph
    const past = (statement: string) => breakPastGuards({ adminUrl, schema: 'service_time' }, statement)
    expect(await past('SELECT 1')).toEqual([])
    expect(await past(`UPDATE absence SET share = 5000 WHERE period_id = '${ids[0]}'`)).toEqual([
      { table: 'service_time.service_period', id: ids[0] },
    ])
    const query = `query ($id: ID!) { servicePeriod(id: $id) { status signature { digest } } }`
    const of = (id = '') => graph.ask<object>(people.leader, query, { id })
    expect(await of(ids[0])).toEqual({ servicePeriod: { status: 'UNVERIFIED', signature: null } })
    expect(await of(ids[1])).toMatchObject({ servicePeriod: { status: 'SIGNED', signature: {} } })
  })
})
