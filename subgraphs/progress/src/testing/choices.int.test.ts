import { randomUUID } from 'node:crypto'
import { choiceTests, commandOf, type ChoiceCases } from '@kompetanse/graph/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { onTrack } from '../curriculum/persistence/consume.ts'
import { schema } from '../schema.ts'
import { activityActs } from './activities.ts'
import { goalActs } from './goals.ts'
import { startTestGraph, type TestGraph } from './graph.ts'
import { aTrainee, colleague, relate, somebody, type Crew } from './world.ts'

let graph: TestGraph
let crew: Crew

beforeAll(async () => void (graph = await startTestGraph()))
afterAll(() => graph.stop())
beforeEach(async () => void (crew = await aTrainee(graph).withPlan()))

interface Answer {
  readonly __typename: string
  readonly code?: string
  readonly rows?: readonly { readonly outcome: Answer }[]
}

/** The answer of a mutation; of a table of one row, that row's. */
async function send(actor: Actor, mutation: string, input: object): Promise<Answer> {
  const table = mutation.startsWith('assign')
  const refused = table ? 'AssignedPlanRefused' : 'DelegationRefused'
  const rows = 'rows { outcome { __typename ... on AssignedPlanRefused { code } } }'
  const document = commandOf(mutation, table ? rows : '', `... on ${refused} { code }`)
  const { answer } = await graph.ask<{ answer: Answer }>(actor, document, { input })
  return answer.rows?.[0]?.outcome ?? answer
}

const idOf = async (person: Promise<Actor>) => (await person).personId
const none = randomUUID()
const NOBODY = [none, 'NotFound'] as const

/** Persons with a relation to the crew's trainee that has ended, or who have left. */
async function former(kind: 'LEADER' | 'SUPERVISOR') {
  const [ended, left] = [await somebody('Var Før'), await somebody('Har Sluttet', false, { active: false })]
  await relate(kind, crew.trainee.personId, ended.personId, { validTo: '2026-09-14' })
  await relate(kind, crew.trainee.personId, left.personId)
  return { ended: ended.personId, left: left.personId }
}

const CASES: ChoiceCases = {
  'addDelegate.delegateId': async () => ({
    choose: (delegateId) =>
      send(crew.leader, 'addDelegate', { delegateId, guideline: 'To signaturer.', startsOn: '2026-09-01' }),
    refused: {
      'of another enterprise': [crew.stranger.personId, 'NotFound'],
      nobody: NOBODY,
      oneself: [crew.leader.personId, 'PERSON_NOT_QUALIFIED'],
      'a trainee': [crew.trainee.personId, 'PERSON_NOT_QUALIFIED'],
      'who has left': [
        await idOf(colleague(crew.leader, 'Har Sluttet', false, { active: false })),
        'PERSON_NOT_QUALIFIED',
      ],
    },
    // The trainee works elsewhere: those there are near the leader.
    taken: await idOf(colleague(crew.trainee, 'Dina Lie')),
  }),

  'assignPlans.traineeIds': async () => {
    const led = await somebody('Ny Lege', true)
    await relate('LEADER', led.personId, crew.leader.personId)
    const left = await somebody('Sluttet Lege', true, { active: false })
    await relate('LEADER', left.personId, crew.leader.personId)
    const mentored = await somebody('Veiledet Lege', true)
    await relate('MENTOR', mentored.personId, crew.leader.personId)
    return {
      choose: (id) =>
        send(crew.leader, 'assignPlans', { traineeIds: [id], planTemplateIds: [crew.planTemplateId] }),
      refused: {
        'another leader’s': [await idOf(somebody('Fremmed Lege', true)), 'NotFound'],
        'whom one mentors': [mentored.personId, 'NOT_PERMITTED'],
        'who has left': [left.personId, 'NotFound'],
        'no trainee': [crew.mentor.personId, 'NotFound'],
        nobody: NOBODY,
      },
      taken: led.personId,
    }
  },

  'assignPlans.planTemplateIds': async () => {
    const { planTemplateId } = await aTrainee(graph).withPlan()
    const retired = await aTrainee(graph).withPlan()
    await graph.own.database.planVersion.update({
      where: { id: retired.planVersionId },
      data: { status: 'RETIRED' },
    })
    return {
      choose: (id) =>
        send(crew.leader, 'assignPlans', { traineeIds: [crew.trainee.personId], planTemplateIds: [id] }),
      refused: {
        'one that no version is in force of': [retired.planTemplateId, 'NotFound'],
        'a version in the place of its template': [crew.planVersionId, 'NotFound'],
        none: NOBODY,
      },
      taken: planTemplateId,
    }
  },

  'assignTrackPlans.traineeId': async () => {
    const { planTemplateId } = await aTrainee(graph).withPlan()
    await onTrack({
      ...{ trackCode: 'ALM', name: 'LIS3 allmennmedisin', planTemplateIds: [planTemplateId], version: 1 },
      assignsPlansAutomatically: false,
    })
    const left = await somebody('Sluttet Lege', true, { active: false })
    await relate('LEADER', left.personId, crew.leader.personId)
    return {
      choose: (traineeId) => send(crew.leader, 'assignTrackPlans', { traineeId }),
      refused: {
        'another leader’s': [await idOf(somebody('Fremmed Lege', true)), 'NotFound'],
        'who has left': [left.personId, 'NotFound'],
        'no trainee': [crew.mentor.personId, 'NotFound'],
        nobody: NOBODY,
      },
      taken: crew.trainee.personId,
    }
  },

  'sendActivityForSigning.signerId': async () => {
    const activityId = crew.goals[0]?.activityIds[0] ?? ''
    const { act } = activityActs(graph)
    await act(crew.trainee, 'registerLearningActivity', { activityId, performedOn: '2026-09-01' })
    const { ended, left } = await former('SUPERVISOR')
    return {
      choose: (signerId) => act(crew.trainee, 'sendActivityForSigning', { activityId, signerId }),
      refused: {
        'no supervisor of theirs': [crew.stranger.personId, 'SIGNER_NOT_ELIGIBLE'],
        'whose relation has ended': [ended, 'SIGNER_NOT_ELIGIBLE'],
        'who has left': [left, 'SIGNER_NOT_ELIGIBLE'],
        'the leader’s deputy': [crew.deputy.personId, 'SIGNER_NOT_ELIGIBLE'],
        oneself: [crew.trainee.personId, 'OWN_ACTIVITY'],
        nobody: [none, 'SIGNER_NOT_ELIGIBLE'],
      },
      taken: crew.supervisor.personId,
    }
  },

  'sendGoalForApproval.approverId': async () => {
    const goalId = crew.goals[0]?.id ?? ''
    const { act } = goalActs(graph)
    await act(crew.trainee, 'completeGoal', { goalId, completedOn: '2026-09-01' })
    const { ended, left } = await former('LEADER')
    return {
      choose: (approverId) => act(crew.trainee, 'sendGoalForApproval', { goalId, approverId }),
      refused: {
        'no leader of theirs': [crew.stranger.personId, 'APPROVER_NOT_ELIGIBLE'],
        'whose relation has ended': [ended, 'APPROVER_NOT_ELIGIBLE'],
        'who has left': [left, 'APPROVER_NOT_ELIGIBLE'],
        'the supervisor': [crew.supervisor.personId, 'APPROVER_NOT_ELIGIBLE'],
        oneself: [crew.trainee.personId, 'APPROVER_NOT_ELIGIBLE'],
        nobody: [none, 'APPROVER_NOT_ELIGIBLE'],
      },
      taken: crew.deputy.personId,
    }
  },
}

choiceTests(schema, CASES, () => graph.test.contents())
