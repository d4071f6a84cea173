import { sha256 } from '@kompetanse/graph'
import { aPerson } from '@kompetanse/graph/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '../database.ts'
import { acts, stated } from '../testing/acts.ts'
import { NOON, startTestGraph, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
let doing: ReturnType<typeof acts>
beforeAll(async () => {
  graph = await startTestGraph()
  doing = acts(graph)
})
afterAll(() => graph.stop())

const FACTS = 'enterpriseName position fte startsOn endsOn'
const ABSENCES = 'absences { kind startsOn endsOn share }'
const REMOVED = `query ($id: ID!, $of: [_Any!]!) {
  removedServicePeriod(id: $id) { id ${FACTS} ${ABSENCES} removedAt removedBy { id }
    signature { by { id } digest signed { ${FACTS} ${ABSENCES} } }
    history { edges { node { command by { id } digest signed { ${FACTS} } } } } }
  servicePeriod(id: $id) { id }
  _entities(representations: $of) { ... on Trainee { removedServicePeriods { totalCount edges { node { id } } } } } }`

interface Removed {
  removedServicePeriod: {
    signature: object | null
    history: { edges: { node: { command: string; digest: string | null; signed: object | null } }[] }
  } | null
  servicePeriod: object | null
  _entities: ({ removedServicePeriods: { totalCount: number } } | null)[]
}
const read = (actor: Actor, id: string, traineeId: string) =>
  graph.ask<Removed>(actor, REMOVED, { id, of: [{ __typename: 'Trainee', id: traineeId }] })

const days = { startsOn: '2026-05-01', endsOn: '2026-09-30' }
const facts = { enterpriseName: 'Nordvåg legesenter', position: 'Fastlege', ...days }
const sick = { kind: 'SICKNESS', startsOn: '2026-06-01', endsOn: '2026-06-05', share: 1 }

test('F136 F141 what was signed and then removed is found: who, when, and what the signature was set under', async () => {
  const { trainee, leader, deputy } = await graph.aCircle()
  const signed = await doing.signed(trainee, leader, { absences: [sick] })
  await doing.command(trainee, 'removeServicePeriod', signed)
  const content = (
    await database.decisionRecord.findFirstOrThrow({ where: { periodId: signed.id, outcome: 'SIGNED' } })
  ).content
  for (const actor of [trainee, leader, deputy]) {
    const found = await read(actor, signed.id, trainee.personId)
    expect(found).toMatchObject({
      servicePeriod: null,
      removedServicePeriod: {
        ...{ id: signed.id, ...facts, fte: 1, absences: [sick] },
        ...{ removedAt: NOON.toISOString(), removedBy: { id: trainee.personId } },
        signature: {
          by: { id: leader.personId },
          digest: sha256(content),
          signed: { ...facts, fte: 1, absences: [sick] },
        },
      },
      _entities: [{ removedServicePeriods: { totalCount: 1, edges: [{ node: { id: signed.id } }] } }],
    })
    const steps = found.removedServicePeriod?.history.edges.map(({ node }) => [node.command, node.digest])
    expect(steps).toEqual([
      ['REGISTER', null],
      ['SEND_FOR_SIGNING', null],
      ['SIGN', sha256(content)],
      ['REMOVE', expect.stringMatching(/^[0-9a-f]{64}$/)],
    ])
  }
})

test('F136 a signature that fell away by an edit is read as it was set, also when the period is removed later', async () => {
  const { trainee, leader } = await graph.aCircle()
  const signed = await doing.signed(trainee, leader)
  const edited = await doing.command(trainee, 'editServicePeriod', signed, { details: stated({ fte: 0.5 }) })
  await doing.command(trainee, 'removeServicePeriod', edited.servicePeriod ?? signed)
  const { removedServicePeriod } = await read(leader, signed.id, trainee.personId)
  expect(removedServicePeriod).toMatchObject({ fte: 0.5, signature: null })
  const signings = removedServicePeriod?.history.edges.flatMap(({ node }) => node.signed ?? [])
  expect(signings).toEqual([{ ...facts, fte: 1 }])
})

test('F136 F139 for everybody else there is no such thing, a leader of yesterday too; a standing one is not among them', async () => {
  const { trainee, leader, mentor, supervisor, stranger } = await graph.aCircle()
  const signed = await doing.signed(trainee, leader)
  const kept = await doing.registered(trainee, { startsOn: '2025-01-01', endsOn: '2025-03-31' })
  await doing.command(trainee, 'removeServicePeriod', signed)
  await graph.relate('LEADER', trainee.personId, stranger.personId)
  await database.relation.updateMany({
    where: { personId: stranger.personId },
    data: { validTo: new Date('2026-10-14') },
  })
  const admin = aPerson(stranger.personId, {
    grants: [{ role: 'LOCAL_ADMIN', regionCode: null, enterpriseId: null }],
  })
  const nothing = { removedServicePeriod: null, servicePeriod: null, _entities: [null] }
  for (const actor of [mentor, supervisor, stranger, admin])
    expect(await read(actor, signed.id, trainee.personId)).toEqual(nothing)
  expect(await read(trainee, kept.id, trainee.personId)).toMatchObject({ removedServicePeriod: null })
  expect(await read(trainee, 'no id', trainee.personId)).toMatchObject({ removedServicePeriod: null })
})

test('F136 the list asks the database equally often, however much was removed', async () => {
  const { trainee } = await graph.aCircle()
  const of = [{ __typename: 'Trainee', id: trainee.personId }]
  const list = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Trainee {
    removedServicePeriods { totalCount edges { node { id ${FACTS} removedAt removedBy { displayName } signature { by { displayName } at } } } } } } }`
  const counts: number[] = []
  for (const year of [2020, 2021, 2022]) {
    const span = { startsOn: `${year}-01-01`, endsOn: `${year}-06-30` }
    await doing.command(trainee, 'removeServicePeriod', await doing.registered(trainee, span))
    counts.push((await graph.statements(() => graph.ask(trainee, list, { of }))).length)
  }
  expect(new Set(counts).size).toBe(1)
})
