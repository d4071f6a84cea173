import { aPerson, ask, commandOf } from '@kompetanse/graph/testing'
import type { RegionCode } from '@kompetanse/schema/regions'
import { startTestSubgraph, type TestSubgraph } from '@kompetanse/process/testing'
import { brandId } from '@kompetanse/schema/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database, pool, subgraph } from '../database.ts'
import { schema } from '../schema.ts'
import { seedCurriculum } from '../seed/seed.ts'

const administrator = (role: 'REGIONAL_ADMIN' | 'DIRECTORATE', regionCode: RegionCode | null) =>
  aPerson('0190a1b2-0000-7000-8000-00000000000b', { grants: [{ role, regionCode, enterpriseId: null }] })
const regional = administrator('REGIONAL_ADMIN', 'HELSE_VEST')
const directorate = administrator('DIRECTORATE', null)

let own: TestSubgraph
beforeAll(async () => {
  own = await startTestSubgraph(subgraph)
  await seedCurriculum()
})
afterAll(() => own.stop())

type Actor = typeof regional
interface Activity {
  readonly id: string
  readonly title: string
  readonly origin: string
  readonly version: number
}

async function change(command: 'add' | 'edit', actor: Actor, input: object): Promise<Activity> {
  const query = commandOf(`${command}LearningActivityDefinition`, 'activity { id title origin version }')
  const { data, errors } = await ask(schema, { actor, query, variables: { input } })
  expect(errors).toBeUndefined()
  return (data as { answer: { activity: Activity } }).answer.activity
}

const aGoal = async () => {
  const { rows } = await pool.query<{ id: string }>(`SELECT id FROM goal_definition WHERE code = 'ALM-001'`)
  return rows[0]?.id ?? ''
}
const aDefault = async () => {
  const { rows } = await pool.query<Activity>(
    `SELECT id, title, version FROM activity_definition
     WHERE origin = 'PORTAL_DEFAULT' AND kind = 'SIGNED' AND NOT retired ORDER BY position LIMIT 1`,
  )
  return rows[0] as Activity
}

test.each([
  ['a regional administrator', regional, 'ENTERPRISE'],
  ['the Directorate', directorate, 'DIRECTORATE'],
])('F026 what %s adds and rewords is its own, not the default of the portal', async (_who, actor, origin) => {
  const goalDefinitionIds = [await aGoal()]
  const added = await change('add', actor, { goalDefinitionIds, title: 'Hospitering', kind: 'SIGNED' })
  expect(added).toEqual({ id: added.id, title: 'Hospitering', origin, version: 1 })

  const input = { activityDefinitionId: added.id, expectedVersion: 1, title: 'Ny ordlyd' }
  const edited = await change('edit', actor, input)
  expect(edited).toEqual({ id: edited.id, title: 'Ny ordlyd', origin, version: 1 })
  const history = await database.changeHistory.findMany({
    where: { subject: added.id },
    orderBy: { at: 'asc' },
  })
  expect(history.map(({ command, byId }) => [command, byId])).toEqual([
    ['ADD', actor.personId],
    ['EDIT', actor.personId],
  ])
})

test('B32 a region changes neither what ships nor what is another region’s', async () => {
  const query = `mutation ($input: RetireLearningActivityDefinitionInput!) {
    retireLearningActivityDefinition(input: $input) { ... on CurriculumRefused { code } } }`
  const retire = async (activity: Activity) => {
    const input = { activityDefinitionId: activity.id, expectedVersion: activity.version }
    return (await ask(schema, { actor: regional, query, variables: { input } })).data?.[
      'retireLearningActivityDefinition'
    ]
  }
  const input = { goalDefinitionIds: [await aGoal()], title: 'Nordlig', kind: 'SIGNED' }
  const ofTheNorth = await change('add', administrator('REGIONAL_ADMIN', 'HELSE_NORD'), input)
  for (const activity of [await aDefault(), ofTheNorth])
    expect(await retire(activity)).toEqual({ code: 'NOT_PERMITTED' })
})

test('F026 what is retired or replaced keeps the label it was signed under', async () => {
  const { id: activityDefinitionId, title, version: expectedVersion } = await aDefault()
  await change('edit', directorate, { activityDefinitionId, expectedVersion, title: 'Enda en ordlyd' })
  const { rows } = await pool.query('SELECT title, origin, retired FROM activity_definition WHERE id = $1', [
    activityDefinitionId,
  ])
  expect(rows).toEqual([{ title, origin: 'PORTAL_DEFAULT', retired: true }])
})

test('F026 a title and a description are kept without what cannot be seen', async () => {
  const add = async (title: string, description: string) => {
    const query = `mutation ($input: AddLearningActivityDefinitionInput!) { addLearningActivityDefinition(input: $input) {
      __typename ... on AddLearningActivityDefinitionSuccess { activity { title description } }
      ... on CurriculumRefused { code } } }`
    const input = { goalDefinitionIds: [await aGoal()], title, description, kind: 'SIGNED' }
    const { data, errors } = await ask(schema, { actor: regional, query, variables: { input } })
    return errors?.[0]?.extensions ?? data?.['addLearningActivityDefinition']
  }
  expect(await add(' Nytt\u0000 \nkurs\u0007 ', ' \u200b\r\n')).toEqual({
    __typename: 'AddLearningActivityDefinitionSuccess',
    activity: { title: 'Nytt kurs', description: null },
  })
  expect(await add('\u200b', '')).toEqual({ __typename: 'CurriculumRefused', code: 'TITLE_REQUIRED' })
  expect(await add('Kurs', 'x'.repeat(10_001))).toEqual({ code: 'TEXT_TOO_LONG', limit: 10_000 })
})

test('F105 of two who change a track at once one is told the version that won', async () => {
  const query = `mutation ($input: SetTrackPlansInput!) { setTrackPlans(input: $input) {
    __typename ... on StaleVersion { expectedVersion currentVersion } } }`
  const { rows } = await pool.query<{ track_code: string; template_id: string }>(
    'SELECT track_code, template_id FROM track_plan LIMIT 1',
  )
  const input = { expectedVersion: 1, planTemplateIds: [rows[0]?.template_id], assignsAutomatically: false }
  const set = async (trackCode: string) => {
    const variables = { input: { ...input, trackCode } }
    return (await ask(schema, { actor: directorate, query, variables })).data?.['setTrackPlans']
  }
  const code = rows[0]?.track_code ?? ''
  const both = await Promise.all([set(code), set(code)])
  expect(both).toContainEqual({ __typename: 'SetTrackPlansSuccess' })
  expect(both).toContainEqual({ __typename: 'StaleVersion', expectedVersion: 1, currentVersion: 2 })
  expect(await set(`${code}X`)).toEqual({ __typename: 'NotFound' })
})

const local = { role: 'LOCAL_ADMIN', regionCode: null, enterpriseId: brandId<'Enterprise'>('x') } as const

test.each([
  ['a regional administrator', regional, ['ADD_ACTIVITY']],
  ['a local administrator', aPerson(regional.personId, { grants: [local] }), []],
  ['a trainee', aPerson(regional.personId, { trainee: true }), []],
])('F026 which commands on a goal are offered to %s', async (_who, actor, availableCommands) => {
  const query = `{ learningGoalDefinitions(first: 1, filter: { search: "ALM-044" }) {
    edges { node { code detail { availableCommands } } } } }`
  const { data } = await ask(schema, { actor, query })
  expect(JSON.parse(JSON.stringify(data))).toEqual({
    learningGoalDefinitions: { edges: [{ node: { code: 'ALM-044', detail: { availableCommands } } }] },
  })
})

test('F026 twenty who add an activity to the same goals at once all do', async () => {
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM goal_definition ORDER BY code LIMIT 10')
  const goalDefinitionIds = rows.map(({ id }) => id)
  const titles = Array.from({ length: 20 }, (_, number) => `Hospitering ${number}`)
  const added = await Promise.all(
    titles.map((title) => change('add', directorate, { goalDefinitionIds, title, kind: 'SIGNED' })),
  )
  expect(added.map(({ title }) => title)).toEqual(titles)
})
