import { randomUUID } from 'node:crypto'
import type { Circle } from '@kompetanse/directory/testing'
import { choiceTests, type Choice, type ChoiceCases } from '@kompetanse/graph/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { database } from '../database.ts'
import { schema } from '../schema.ts'
import { acts, stated } from './acts.ts'
import { startTestGraph, type TestGraph } from './graph.ts'

let graph: TestGraph
let circle: Circle

beforeAll(async () => void (graph = await startTestGraph()))
afterAll(() => graph.stop())
beforeEach(async () => void (circle = await graph.aCircle()))

const none = randomUUID()
const enterpriseOf = async ({ personId }: Actor) =>
  (await database.person.findUniqueOrThrow({ where: { id: personId } })).enterpriseId ?? ''

/** Where a doctor has served is any enterprise that the portal knows; a unit or a person is none. */
const enterprises = async (): Promise<Pick<Choice, 'refused' | 'taken'>> => ({
  refused: {
    'a person': [circle.leader.personId, 'PERIOD_INVALID'],
    none: [none, 'PERIOD_INVALID'],
    'no id': ['Bergen', 'PERIOD_INVALID'],
  },
  taken: await enterpriseOf(circle.stranger),
})

const CASES: ChoiceCases = {
  'registerServicePeriod.traineeId': async () => ({
    choose: (traineeId) =>
      acts(graph).act(circle.trainee, 'registerServicePeriod', { traineeId, details: stated() }),
    refused: {
      'another trainee': [(await graph.somebody('Bo Vik', true)).personId, 'NotFound'],
      'the leader': [circle.leader.personId, 'NotFound'],
      nobody: [none, 'NotFound'],
    },
    taken: circle.trainee.personId,
  }),

  'registerServicePeriod.details.place.enterpriseId': async () => ({
    choose: (enterpriseId) => acts(graph).register(circle.trainee, { place: { enterpriseId } }),
    ...(await enterprises()),
  }),

  'editServicePeriod.details.place.enterpriseId': async () => {
    const period = await acts(graph).registered(circle.trainee)
    return {
      choose: (enterpriseId) =>
        acts(graph).command(circle.trainee, 'editServicePeriod', period, {
          details: stated({ place: { enterpriseId } }),
        }),
      ...(await enterprises()),
    }
  },

  'sendServicePeriodForSigning.signerId': async () => {
    const period = await acts(graph).registered(circle.trainee)
    const [ended, left] = [
      await graph.somebody('Var Før'),
      await graph.somebody('Har Sluttet', false, { active: false }),
    ]
    await graph.relate('LEADER', circle.trainee.personId, ended.personId, { validTo: '2026-10-14' })
    await graph.relate('LEADER', circle.trainee.personId, left.personId)
    return {
      choose: (signerId) =>
        acts(graph).command(circle.trainee, 'sendServicePeriodForSigning', period, { signerId }),
      refused: {
        'no leader of theirs': [circle.stranger.personId, 'SIGNER_NOT_ELIGIBLE'],
        'the supervisor': [circle.supervisor.personId, 'SIGNER_NOT_ELIGIBLE'],
        'who led them before': [ended.personId, 'SIGNER_NOT_ELIGIBLE'],
        'who has left': [left.personId, 'SIGNER_NOT_ELIGIBLE'],
        oneself: [circle.trainee.personId, 'OWN_PERIOD'],
        nobody: [none, 'SIGNER_NOT_ELIGIBLE'],
      },
      taken: circle.leader.personId,
    }
  },
}

choiceTests(schema, CASES, () => graph.contents())
