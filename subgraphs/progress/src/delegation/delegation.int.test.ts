import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '@kompetanse/schema/actor-token'
import { goalActs } from '../testing/goals.ts'
import { NOON, startTestGraph, type TestGraph } from '../testing/graph.ts'
import { aTrainee, colleague as colleagueOf, type Crew } from '../testing/world.ts'

let graph: TestGraph
let crew: Crew
let colleague: Actor

beforeAll(async () => void (graph = await startTestGraph()))
afterAll(() => graph.stop())
beforeEach(async () => {
  crew = await aTrainee(graph).withPlan()
  colleague = await colleagueOf(crew.trainee, 'Dina Lie')
})

interface Named {
  __typename: string
  code?: string
  delegation: { id: string; version: number }
}
const ADD = `mutation ($input: AddDelegateInput!) { addDelegate(input: $input) { __typename
  ... on AddDelegateSuccess { delegation { id version guideline startsOn endsOn availableCommands
    leader { displayName } delegate { displayName } } }
  ... on DelegationRefused { code } ... on NotFound { id } } }`
const GUIDELINE = 'Godkjenn når minst to supervisører har signert. 👍'
const add = async (actor: Actor, input: object = {}) => {
  const rest = { delegateId: colleague.personId, guideline: GUIDELINE, startsOn: '2026-09-01' }
  return (await graph.ask<{ addDelegate: Named }>(actor, ADD, { input: { ...rest, ...input } })).addDelegate
}
const END = `mutation ($input: EndDelegationInput!) { endDelegation(input: $input) { __typename
  ... on EndDelegationSuccess { delegation { endsOn cancelledAt version availableCommands } }
  ... on DelegationRefused { code } ... on NotFound { id } ... on StaleVersion { expectedVersion currentVersion } } }`
const end = (actor: Actor, delegationId: string, expectedVersion: number) =>
  graph.ask(actor, END, { input: { delegationId, expectedVersion } })
const choices = async (actor = crew.trainee) => {
  const query = `query ($goalId: ID!) { approverChoices(goalId: $goalId) { role guideline person { displayName } } }`
  return graph.ask<{ approverChoices: object[] }>(actor, query, { goalId: crew.goals[0]?.id })
}

test('F094 F097 F098 a leader names a delegate with a guideline', async () => {
  expect(await add(crew.leader)).toEqual({
    __typename: 'AddDelegateSuccess',
    delegation: {
      id: expect.any(String) as string,
      version: 1,
      guideline: GUIDELINE,
      ...{ startsOn: '2026-09-01', endsOn: null, availableCommands: ['END'] },
      leader: { displayName: 'Liv Haugen' },
      delegate: { displayName: 'Dina Lie' },
    },
  })
})

test('F054 F099 F100 the trainee chooses between leader, deputy and delegates, and reads the guidelines', async () => {
  await add(crew.leader)
  const other = await colleagueOf(crew.leader, 'Eva Moe')
  await add(crew.leader, { delegateId: other.personId, guideline: 'Bare KLK-mål.' })
  expect(await choices()).toEqual({
    approverChoices: [
      { role: 'LEADER', guideline: null, person: { displayName: 'Liv Haugen' } },
      { role: 'DEPUTY', guideline: null, person: { displayName: 'Sten Vik' } },
      { role: 'DELEGATE', guideline: GUIDELINE, person: { displayName: 'Dina Lie' } },
      { role: 'DELEGATE', guideline: 'Bare KLK-mål.', person: { displayName: 'Eva Moe' } },
    ],
  })
})

test('F072 F099 the approval basis shows the guideline of the delegate that it was sent to', async () => {
  await add(crew.leader)
  const goalId = crew.goals[0]?.id ?? ''
  const query = `query ($id: ID!) { learningGoal(id: $id) { approvalBasis { guideline } } }`
  await goalActs(graph).sent(crew.trainee, goalId, colleague.personId)
  expect(await graph.ask(crew.leader, query, { id: goalId })).toEqual({
    learningGoal: { approvalBasis: { guideline: GUIDELINE } },
  })
})

test('F094 F098 who leads nobody, a missing guideline, a trainee, oneself, twice: refused', async () => {
  const code = async (actor: Actor, input: object = {}) => (await add(actor, input)).code
  expect(await code(crew.mentor)).toBe('NOT_PERMITTED')
  expect(await code(crew.leader, { guideline: ' \n ' })).toBe('GUIDELINE_REQUIRED')
  expect(await code(crew.leader, { delegateId: crew.trainee.personId })).toBe('PERSON_NOT_QUALIFIED')
  expect(await code(crew.leader, { delegateId: crew.leader.personId })).toBe('PERSON_NOT_QUALIFIED')
  expect(await code(crew.leader, { endsOn: '2026-08-31' })).toBe('PERIOD_INVALID')
  const twice = await Promise.all([add(crew.leader), add(crew.leader)])
  expect(twice.map(({ code }) => code ?? 'named').toSorted()).toEqual(['ALREADY_DELEGATE', 'named'])
  const unknown = '0190a1b2-0000-7000-8000-000000000099'
  expect(await add(crew.leader, { delegateId: unknown })).toEqual({ __typename: 'NotFound', id: unknown })
})

test('F094 a delegation is ended by the leader, at once; the delegate decides no longer', async () => {
  const { delegation } = await add(crew.leader)
  const goalId = crew.goals[0]?.id ?? ''
  const { act, sent } = goalActs(graph)
  await sent(crew.trainee, goalId, colleague.personId)
  expect(await end(colleague, delegation.id, 1)).toMatchObject({ endDelegation: { code: 'NOT_PERMITTED' } })
  expect(await end(crew.stranger, delegation.id, 1)).toMatchObject({
    endDelegation: { __typename: 'NotFound' },
  })
  expect(await end(crew.leader, delegation.id, 1)).toEqual({
    endDelegation: {
      __typename: 'EndDelegationSuccess',
      delegation: { endsOn: '2026-09-14', cancelledAt: null, version: 2, availableCommands: [] },
    },
  })
  expect(await end(crew.leader, delegation.id, 1)).toEqual({
    endDelegation: { __typename: 'StaleVersion', expectedVersion: 1, currentVersion: 2 },
  })
  expect(await end(crew.leader, delegation.id, 2)).toMatchObject({
    endDelegation: { __typename: 'DelegationRefused', code: 'PERIOD_INVALID' },
  })
  expect(await act(colleague, 'approveGoal', { goalId })).toMatchObject({ code: 'NOT_PERMITTED' })
  expect((await choices()).approverChoices).toHaveLength(2)
})

test('F099 one that is ended on its first day is cancelled: chosen and listed no more, and named anew', async () => {
  const today = { startsOn: '2026-09-15' }
  const { delegation } = await add(crew.leader, today)
  expect((await choices()).approverChoices).toHaveLength(3)
  expect(await end(crew.leader, delegation.id, 1)).toMatchObject({
    endDelegation: { delegation: { endsOn: null, cancelledAt: NOON.toISOString(), availableCommands: [] } },
  })
  expect((await choices()).approverChoices).toHaveLength(2)
  expect(await graph.ask(crew.leader, '{ delegations { totalCount } }')).toEqual({
    delegations: { totalCount: 0 },
  })
  expect(await add(crew.leader, today)).toMatchObject({ __typename: 'AddDelegateSuccess' })
})

test('F094 F099 delegations are listed to the leader, to the deputy and to the trainee, and to nobody else', async () => {
  await add(crew.leader)
  const query = `query ($of: DelegationsOf) { delegations(of: $of) {
    totalCount edges { node { delegate { displayName } availableCommands } } } }`
  const count = async (actor: Actor, of?: object) =>
    (await graph.ask<{ delegations: { totalCount: number } }>(actor, query, of && { of })).delegations
      .totalCount
  const { leader, deputy, trainee, stranger } = crew
  expect(await count(leader)).toBe(1)
  expect(await count(deputy, { leaderId: leader.personId })).toBe(1)
  expect(await count(trainee, { traineeId: trainee.personId })).toBe(1)
  expect(await count(stranger, { leaderId: leader.personId })).toBe(0)
  expect(await count(stranger, { traineeId: trainee.personId })).toBe(0)
})
