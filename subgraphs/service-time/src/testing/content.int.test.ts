import {
  answeredBy,
  aPerson,
  contentFields,
  contentTests,
  everythingOf,
  officeReaders,
} from '@kompetanse/graph/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { RelationKind } from '@kompetanse/schema/roles'
import type { GraphQLObjectType } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '../database.ts'
import { schema } from '../schema.ts'
import { acts } from './acts.ts'
import { startTestGraph, type TestGraph } from './graph.ts'

let graph: TestGraph
let circle: Awaited<ReturnType<TestGraph['aCircle']>>
beforeAll(async () => {
  graph = await startTestGraph()
  circle = await graph.aCircle()
  await writeEverything()
})
afterAll(() => graph.stop())

const SERVED = 'where and as what one served'
/** Texts that are no words of anybody's, and what they are instead. */
const NOT_CONTENT: Readonly<Record<string, string>> = {
  'Enterprise.name': 'a name',
  'Person.displayName': 'a name',
  'RemovedServicePeriod.enterpriseName': SERVED,
  'RemovedServicePeriod.position': SERVED,
  'RemovedServicePeriod.unitName': SERVED,
  'ServicePeriod.enterpriseName': SERVED,
  'ServicePeriod.position': SERVED,
  'ServicePeriod.unitName': SERVED,
  'ServiceTimeLine.paragraph': 'from the rules',
  'ServiceTimeNotCounted.paragraph': 'from the rules',
  'ServiceTimeRemark.paragraph': 'from the rules',
  'ServiceTimeRule.source': 'from the rules',
  'ServiceTimeTotal.paragraph': 'from the rules',
  'SignedServicePeriod.enterpriseName': SERVED,
  'SignedServicePeriod.position': SERVED,
  'SignedServicePeriod.unitName': SERVED,
  'Track.code': 'a name',
  'Track.name': 'a name',
  'Trainee.displayName': 'a name',
}

contentTests(schema, { notContent: NOT_CONTENT, digests: 2 })

const gap = { startsOn: '2026-06-01', endsOn: '2026-06-10', reason: '«time»' }
/** Above full time together, so that the later ones need a reason. */
const beside = { unsupervisedPeriods: [gap], overlapReason: '«time»', fte: 0.2 }

/** One signed, one rejected, and one that was signed and then removed, with words wherever there may be some. */
async function writeEverything() {
  const { sent, command } = acts(graph)
  const { trainee, leader } = circle
  const decide = async (name: string, rest: object) => {
    const { servicePeriod } = await command(leader, name, await sent(trainee, leader, rest), {
      comment: '«time»',
    })
    if (!servicePeriod) throw new Error('not decided')
    return servicePeriod
  }
  await decide('signServicePeriod', { unsupervisedPeriods: [gap] })
  await decide('rejectServicePeriod', beside)
  const removed = await decide('signServicePeriod', beside)
  await command(trainee, 'removeServicePeriod', removed)
}

async function readers(): Promise<Record<string, readonly [Actor, boolean]>> {
  const { trainee, leader, deputy, mentor, supervisor, stranger } = circle
  const place = await database.person.findUniqueOrThrow({ where: { id: trainee.personId } })
  const opened = [{ traineeId: trainee.personId, until: '2030-01-01T00:00:00Z' }]
  const none = { LOCAL_ADMIN: false, REGIONAL_ADMIN: false, SUPPORT: false, DIRECTORATE: false }
  const related: Record<RelationKind, readonly [Actor, boolean]> = {
    LEADER: [leader, true],
    MENTOR: [mentor, false],
    SUPERVISOR: [supervisor, false],
  }
  return {
    'the trainee': [trainee, true],
    ...related,
    'the leader’s deputy': [deputy, true],
    'a stranger': [stranger, false],
    ...officeReaders(stranger.personId, place, none),
    // Absence tells of illness: no reason opens it.
    ...officeReaders(stranger.personId, place, none, opened),
    'a machine': [{ ...aPerson(''), kind: 'machine', regionCode: 'HELSE_VEST' }, false],
  }
}

test('B32 F139 every kind of reader reads every field of content, or none', async () => {
  const type = schema.getType('Trainee') as GraphQLObjectType
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Trainee ${everythingOf(type)} } }`
  const of = [{ __typename: 'Trainee', id: circle.trainee.personId }]
  const content = contentFields(schema)
  for (const [who, [actor, reads]] of Object.entries(await readers())) {
    const { _entities: rows } = await graph.ask<{ _entities: unknown[] }>(actor, query, { of })
    const fields = answeredBy(type, rows[0])
    expect([who, content.filter((coordinate) => fields.has(coordinate))]).toEqual([who, reads ? content : []])
    expect([who, JSON.stringify(rows).includes('«time»')]).toEqual([who, reads])
  }
})
