import { aPerson } from '@kompetanse/graph/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import { getNamedType, type GraphQLUnionType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '../database.ts'
import { schema } from '../schema.ts'
import { acts, stated, type PeriodData } from '../testing/acts.ts'
import { startTestGraph, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
let period: PeriodData
let trainee: Actor
let insiders: Record<string, Actor>
let outsiders: Record<string, Actor>

beforeAll(async () => {
  graph = await startTestGraph()
  const circle = await graph.aCircle()
  const other = await graph.aCircle()
  trainee = circle.trainee
  period = await acts(graph).sent(circle.trainee, circle.leader)
  insiders = { 'the trainee': trainee, 'the leader': circle.leader, 'the deputy': circle.deputy }
  const granted = (role: 'LOCAL_ADMIN' | 'SUPPORT' | 'DIRECTORATE') =>
    aPerson(circle.stranger.personId, { grants: [{ role, regionCode: null, enterpriseId: null }] })
  outsiders = {
    'a stranger': circle.stranger,
    'the mentor': circle.mentor,
    'the supervisor': circle.supervisor,
    'another trainee': other.trainee,
    'another’s leader': other.leader,
    'an administrator': granted('LOCAL_ADMIN'),
    support: granted('SUPPORT'),
    'the Directorate': granted('DIRECTORATE'),
    'a machine': { ...aPerson(''), kind: 'machine', regionCode: 'HELSE_VEST' },
    'the gateway': { ...aPerson(''), kind: 'gateway' },
  }
})
afterAll(() => graph.stop())

const READ = `query ($id: ID!, $trainee: ID!, $of: [_Any!]!) {
  servicePeriod(id: $id) { id }
  serviceTimeQueue(tab: WAITING, scope: MY_TRAINEES, filter: { traineeId: $trainee }) { totalCount }
  _entities(representations: $of) { __typename ... on Trainee { servicePeriods { totalCount } serviceTimeLedger { reckonedOn } } } }`
const read = (actor: Actor) =>
  graph.ask<{
    servicePeriod: object | null
    serviceTimeQueue: { totalCount: number }
    _entities: (object | null)[]
  }>(actor, READ, {
    ...{ id: period.id, trainee: trainee.personId },
    of: [
      { __typename: 'Trainee', id: trainee.personId },
      { __typename: 'ServicePeriod', id: period.id },
    ],
  })

describe('F139 absence tells of illness', () => {
  test('the trainee, the leader and the deputy read it', async () => {
    for (const actor of Object.values(insiders)) {
      const { servicePeriod, _entities } = await read(actor)
      expect(servicePeriod).toEqual({ id: period.id })
      expect(_entities[0]).toMatchObject({ servicePeriods: { totalCount: 1 } })
    }
  })

  test('F133 for everybody else there is no such thing', async () => {
    for (const [who, actor] of Object.entries(outsiders)) {
      const nothing = { servicePeriod: null, serviceTimeQueue: { totalCount: 0 }, _entities: [null, null] }
      expect([who, await read(actor)]).toEqual([who, nothing])
    }
  })

  test('F133 every command of theirs ends as if there were no such thing, and changes nothing', async () => {
    const before = await database.servicePeriod.findMany()
    const { id, version } = period
    const one = { servicePeriodId: id, expectedVersion: version }
    const inputs: Record<string, object> = {
      registerServicePeriod: { traineeId: trainee.personId, details: stated() },
      editServicePeriod: { ...one, details: stated() },
      removeServicePeriod: one,
      sendServicePeriodForSigning: { ...one, signerId: outsiders['another’s leader']?.personId },
      signServicePeriod: one,
      rejectServicePeriod: { ...one, comment: 'Nei' },
      signServicePeriods: { rows: [{ id, expectedVersion: version }] },
      rejectServicePeriods: { rows: [{ id, expectedVersion: version }], comment: 'Nei' },
    }
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {})
    const named = mutations.map(({ name }) => name).filter((name) => name !== 'setServiceTimeRule')
    expect(named.toSorted()).toEqual(Object.keys(inputs).toSorted())
    for (const [who, actor] of Object.entries(outsiders))
      for (const name of named)
        expect([who, name, await outcome(actor, name, inputs[name])]).toEqual([who, name, 'NotFound'])
    expect(await database.servicePeriod.findMany()).toEqual(before)
  })

  test('F133 who leads the trainee no more keeps what was sent to them, and learns of nothing beside it', async () => {
    const { trainee: led, stranger: former } = await graph.aCircle()
    await graph.relate('LEADER', led.personId, former.personId)
    const { id } = await acts(graph).sent(led, former)
    await acts(graph).registered(led, { startsOn: '2025-01-01', endsOn: '2025-06-30' })
    await database.relation.updateMany({
      where: { personId: former.personId },
      data: { validTo: new Date('2026-10-14') },
    })
    const document = `query ($id: ID!) { servicePeriod(id: $id) { id availableCommands trainee {
      servicePeriods { totalCount edges { node { id } } } serviceTimeSigners { id } serviceTimeLedger { reckonedOn } } } }`
    const nothing = { servicePeriods: { totalCount: 0, edges: [] }, serviceTimeSigners: null }
    expect(await graph.ask(former, document, { id })).toEqual({
      servicePeriod: { id, availableCommands: [], trainee: { ...nothing, serviceTimeLedger: null } },
    })
  })

  async function outcome(actor: Actor, name: string, input: unknown) {
    const field = schema.getMutationType()?.getFields()[name]
    const union = getNamedType(field?.type) as GraphQLUnionType
    const many = union.getTypes().find((type) => 'rows' in type.getFields())
    const rows = many ? `... on ${many.name} { rows { outcome { __typename } } }` : ''
    const type = getNamedType(field?.args[0]?.type)?.name
    const document = `mutation ($input: ${type}!) { answer: ${name}(input: $input) { __typename ${rows} } }`
    interface Answer {
      __typename: string
      rows?: { outcome: { __typename: string } }[]
    }
    const { answer } = await graph.ask<{ answer: Answer }>(actor, document, { input })
    return answer.rows?.[0]?.outcome.__typename ?? answer.__typename
  }
})
