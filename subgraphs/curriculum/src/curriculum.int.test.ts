import { aPerson, ask } from '@kompetanse/graph/testing'
import { startTestSubgraph, type TestSubgraph } from '@kompetanse/process/testing'
import { brandId } from '@kompetanse/schema/ids'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pool, subgraph } from './database.ts'
import { schema } from './schema.ts'
import { seedCurriculum } from './seed/seed.ts'

const trainee = aPerson('0190a1b2-0000-7000-8000-00000000000a', { trainee: true })
const admin = aPerson('0190a1b2-0000-7000-8000-00000000000b', {
  grants: [{ role: 'REGIONAL_ADMIN', regionCode: 'HELSE_VEST', enterpriseId: null }],
})
const directorate = aPerson('0190a1b2-0000-7000-8000-00000000000d', {
  grants: [{ role: 'DIRECTORATE', regionCode: null, enterpriseId: null }],
})
const localAdmin = aPerson('0190a1b2-0000-7000-8000-00000000000c', {
  grants: [{ role: 'LOCAL_ADMIN', regionCode: null, enterpriseId: brandId('x') }],
})

let own: TestSubgraph

beforeAll(async () => {
  own = await startTestSubgraph(subgraph)
  await seedCurriculum()
  await seedCurriculum()
})
afterAll(() => own.stop())

type Data = Record<string, never>
async function data(query: string, variables = {}, actor = trainee, now = new Date('2026-11-22T12:00:00Z')) {
  const result = await ask(schema, { actor, query, variables, now })
  expect(result.errors).toBeUndefined()
  return JSON.parse(JSON.stringify(result.data)) as Data
}

const TRACK = `query { tracks { code planTemplates { title currentVersion { label goals(first: 1) { totalCount } } } } }`

describe('what the curriculum holds', () => {
  test('all 5,239 goals of the annex, 5,189 of them in force', async () => {
    const counts = await data(`query {
      all: learningGoalDefinitions(first: 1) { totalCount }
      inForce: learningGoalDefinitions(first: 1, filter: { validOn: "2026-11-22" }) { totalCount }
    }`)
    expect(counts).toEqual({ all: { totalCount: 5239 }, inForce: { totalCount: 5189 } })
  })

  test.each([
    [
      'F102',
      'LIS1',
      [
        ['DEL 1- Felles kompetansemål (LIS1)', 8],
        ['DEL 1 – Kliniske læringsmål – kommunehelsetjeneste (KLK) (LIS1)', 40],
      ],
    ],
    [
      'F103',
      'ALM',
      [
        ['Allmennmedisin (ALM)', 88],
        ['Felles kompetansemål (FKM) (Allmennmedisin)', 14],
      ],
    ],
    [
      'F104',
      'ARB',
      [
        ['Arbeidsmedisin (ARB)', 120],
        ['Felles kompetansemål (FKM) (Arbeidsmedisin)', 14],
      ],
    ],
    [
      'F105',
      'SAM',
      [
        ['Samfunnsmedisin (SAM)', 45],
        ['Felles kompetansemål (FKM) (Samfunnsmedisin)', 14],
      ],
    ],
  ])('%s the track %s gets its plans under the names that users know', async (_id, code, plans) => {
    const { tracks } = (await data(TRACK)) as unknown as {
      tracks: {
        code: string
        planTemplates: { title: string; currentVersion: { goals: { totalCount: number } } }[]
      }[]
    }
    const track = tracks.find((each) => each.code === code)
    const got = track?.planTemplates.map((plan) => [plan.title, plan.currentVersion.goals.totalCount])
    expect(got).toEqual(plans)
  })

  test('B05 before September 2025 the common goals of part 1 were the old ones, with a transition', async () => {
    const query = `query { planTemplates(filter: { search: "DEL 1- Felles" }) { edges { node {
      currentVersion { label } versions { edges { node { label transitionEndsOn replaces { label } } } } } } } }`
    const now = await data(query)
    const old = { label: 'Før 1. september 2025', transitionEndsOn: '2027-09-01', replaces: null }
    const young = {
      label: 'Gjeldende fra 1. september 2025',
      transitionEndsOn: null,
      replaces: { label: 'Før 1. september 2025' },
    }
    expect(now).toEqual({
      planTemplates: {
        edges: [
          {
            node: {
              currentVersion: { label: young.label },
              versions: { edges: [{ node: young }, { node: old }] },
            },
          },
        ],
      },
    })
  })

  test.each([
    ['a month before', '2025-08-01T12:00:00Z', 'Før 1. september 2025'],
    ['the evening before', '2025-08-31T21:59:00Z', 'Før 1. september 2025'],
    ['midnight in Oslo', '2025-08-31T22:00:00Z', 'Gjeldende fra 1. september 2025'],
  ])('B05 a version is in force by the days of Oslo: %s', async (_what, now, label) => {
    const query = `query { planTemplates(filter: { search: "DEL 1- Felles" }) { edges { node { currentVersion { label } } } } }`
    expect(await data(query, {}, trainee, new Date(now))).toEqual({
      planTemplates: { edges: [{ node: { currentVersion: { label } } }] },
    })
  })
})

describe('shipped activities', () => {
  const OF_GOAL = `query ($search: String!) { learningGoalDefinitions(filter: { search: $search }) { edges { node { id detail { knowledgeLevel skillLevel category
    activities { id title kind origin validMonths version availableCommands } } } } } }`
  interface Goal {
    id: string
    detail: {
      skillLevel: string | null
      activities: {
        id: string
        title: string
        kind: string
        origin: string
        version: number
        availableCommands: string[]
      }[]
    }
  }
  const goal = async (code: string, actor = trainee): Promise<Goal> => {
    const found = (await data(OF_GOAL, { search: code }, actor)) as unknown as {
      learningGoalDefinitions: { edges: { node: Goal }[] }
    }
    return (found.learningGoalDefinitions.edges[0] as { node: Goal }).node
  }

  test('F037 a goal lists its activities, labelled as the defaults of the portal', async () => {
    const { detail } = await goal('ALM-068')
    expect(detail.skillLevel).toBe('ALONE')
    expect(detail.activities.map(({ title, kind, origin }) => [title, kind, origin]).toSorted()).toEqual([
      ['Emnekurs i allmennmedisin', 'COURSE', 'PORTAL_DEFAULT'],
      ['Hjerte-lungeredning med hjertestarter', 'RECURRING', 'PORTAL_DEFAULT'],
      ['Kurs i akuttmedisin', 'COURSE', 'PORTAL_DEFAULT'],
      ['Supervidert praksis: medisinsk kompetanse', 'SIGNED', 'PORTAL_DEFAULT'],
    ])
    expect(detail.activities.every((activity) => activity.availableCommands.length === 0)).toBe(true)
  })

  const EDIT = `mutation ($input: EditLearningActivityDefinitionInput!) { editLearningActivityDefinition(input: $input) {
    __typename ... on EditLearningActivityDefinitionSuccess { activity { title version } }
    ... on CurriculumRefused { code } ... on StaleVersion { expectedVersion currentVersion } ... on NotFound { id } } }`

  test('F026 B32 only the Directorate edits what ships; a region proposes; an edit makes a successor, the second editor is told', async () => {
    const before = (await goal('ALM-001', directorate)).detail.activities.find(
      (each) => each.kind === 'SIGNED',
    )
    const activityDefinitionId = before?.id ?? ''
    expect(before?.availableCommands).toEqual(['EDIT', 'RETIRE'])
    const input = { activityDefinitionId, expectedVersion: 1, title: 'Observert konsultasjon' }
    const of = (result: unknown) => ({ editLearningActivityDefinition: result })
    for (const actor of [admin, localAdmin, trainee])
      expect(await data(EDIT, { input }, actor)).toEqual(
        of({ __typename: 'CurriculumRefused', code: 'NOT_PERMITTED' }),
      )
    expect(await data(EDIT, { input: { ...input, title: '  ' } }, directorate)).toEqual(
      of({ __typename: 'CurriculumRefused', code: 'TITLE_REQUIRED' }),
    )
    expect(await data(EDIT, { input }, directorate)).toEqual(
      of({
        __typename: 'EditLearningActivityDefinitionSuccess',
        activity: { title: 'Observert konsultasjon', version: 1 },
      }),
    )
    expect(await data(EDIT, { input }, directorate)).toEqual(
      of({ __typename: 'StaleVersion', expectedVersion: 1, currentVersion: 2 }),
    )
    const unknown = idOfNobody
    expect(await data(EDIT, { input: { ...input, activityDefinitionId: unknown } }, directorate)).toEqual(
      of({ __typename: 'NotFound', id: unknown }),
    )
    const after = (await goal('ALM-001')).detail.activities.map((each) => each.title)
    expect(after).toContain('Observert konsultasjon')
    expect(after).not.toContain(before?.title)
  })
})

const idOfNobody = '00000000-0000-7000-8000-000000000000'

describe('what nobody should send', () => {
  const READ = `query ($id: ID!, $search: String!, $of: [_Any!]!) { planTemplate(id: $id) { id } planVersion(id: $id) { id }
    learningGoalDefinition(id: $id) { id } _entities(representations: $of) { __typename }
    planTemplates(filter: { search: $search }) { totalCount }
    learningGoalDefinitions(filter: { search: $search, codePrefix: $search }) { totalCount }
    learningActivityDefinitions(filter: { search: $search, goalDefinitionId: $id }) { totalCount } }`
  const TYPES = ['PlanTemplate', 'PlanVersion', 'LearningGoalDefinition', 'LearningActivityDefinition']
  const read = (id: string, search: string) =>
    data(READ, { id, search, of: TYPES.map((__typename) => ({ __typename, id })) })

  test.each(['x', '', "' OR 1=1 --"])('the id %j is unknown like any other', async (id) => {
    expect(await read(id, 'finnes ikke')).toEqual(await read(idOfNobody, 'finnes ikke'))
    const input = { activityDefinitionId: id, expectedVersion: 1, title: 'x' }
    const edit = `mutation ($input: EditLearningActivityDefinitionInput!) {
      editLearningActivityDefinition(input: $input) { __typename } }`
    expect(await data(edit, { input }, admin)).toEqual({
      editLearningActivityDefinition: { __typename: 'NotFound' },
    })
  })

  test.each(['%', '_', '\\'])('a search for %j is a search for that sign', async (sign) => {
    expect(await read(idOfNobody, sign)).toMatchObject({
      planTemplates: { totalCount: 0 },
      learningGoalDefinitions: { totalCount: 0 },
      learningActivityDefinitions: { totalCount: 0 },
    })
  })

  test('a search with signs that the database refuses is a search for the rest', async () => {
    expect(await read(idOfNobody, 'finnes\u0000 \ud83dikke\u0000')).toMatchObject({
      planTemplates: { totalCount: 0 },
      learningGoalDefinitions: { totalCount: 0 },
    })
  })
})

describe('work in the database', () => {
  test.each([1, 10, 100])('%i references are answered by as many statements as one', async (size) => {
    const { rows } = await pool.query<{ id: string }>(
      'SELECT id FROM goal_definition ORDER BY position LIMIT $1',
      [size],
    )
    const representations = rows.map(({ id }) => ({ __typename: 'LearningGoalDefinition', id }))
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on LearningGoalDefinition { code detail { category activities { title } } } } }`
    const statements = await own.statements(async () => {
      const answer = (await data(query, { representations })) as unknown as { _entities: unknown[] }
      expect(answer._entities.filter(Boolean)).toHaveLength(size)
    })
    expect(statements.filter((text) => text.startsWith('SELECT')).length).toBe(3)
  })
})

test('references are found each by its own: of several types, asked for in two ways, twice, unknown, in capitals', async () => {
  const { rows } = await pool.query<{ id: string; code: string; category: string }>(
    'SELECT id, code, category FROM goal_definition ORDER BY position LIMIT 2',
  )
  const [one, two] = rows
  const track = { __typename: 'Track', code: 'ALM' }
  const goal = (id = '') => ({ __typename: 'LearningGoalDefinition', id })
  const representations = [goal(one?.id.toUpperCase()), track, goal(idOfNobody), goal(two?.id), goal(one?.id)]
  const answer = await data(
    `query ($all: [_Any!]!, $some: [_Any!]!) {
      codes: _entities(representations: $all) { ... on LearningGoalDefinition { code } ... on Track { code } }
      categories: _entities(representations: $some) { ... on LearningGoalDefinition { detail { category } } } }`,
    {
      all: representations,
      some: [goal(two?.id), goal('nonsense'), { ...track, code: 5 }, { ...goal(), id: [one?.id] }],
    },
  )
  const [first, second] = [{ code: one?.code }, { code: two?.code }]
  expect(answer).toEqual({
    codes: [first, { code: 'ALM' }, null, second, first],
    categories: [{ detail: { category: two?.category } }, null, null, null],
  })
})
