import { NO_ID } from '@kompetanse/graph'
import { aPerson, commandOf } from '@kompetanse/graph/testing'
import type { Actor, Grant } from '@kompetanse/schema/actor-token'
import type { Id } from '@kompetanse/schema/ids'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '../database.ts'
import { somebody, startTestGraph, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
let ada: Actor
let forvalter: Actor
let support: Actor
let enterpriseId: Id<'Enterprise'>

beforeAll(async () => {
  graph = await startTestGraph()
  ada = await somebody('Ada Solheim', true)
  enterpriseId =
    (await database.person.findUniqueOrThrow({ where: { id: ada.personId } })).enterpriseId ?? NO_ID
  const having = async (role: Grant['role'], scope: Id<'Enterprise'> | null) =>
    aPerson((await somebody(role)).personId, { grants: [{ role, enterpriseId: scope, regionCode: null }] })
  forvalter = await having('LOCAL_ADMIN', enterpriseId)
  support = await having('SUPPORT', null)
})
afterAll(() => graph.stop())

interface Template {
  readonly id: string
  readonly name: string
  readonly origin: string
  readonly version: number
  readonly availableCommands: string[]
}

const list = async (actor: Actor, includeRetired = false) =>
  (
    await graph.ask<{ conversationTemplates: Template[] }>(
      actor,
      'query ($all: Boolean!) { conversationTemplates(includeRetired: $all) { id name origin version availableCommands } }',
      { all: includeRetired },
    )
  ).conversationTemplates

async function mutate(actor: Actor, mutation: string, input: object) {
  const seen = '... on NotFound { id } ... on StaleVersion { currentVersion }'
  const others = `... on ConversationTemplateRefused { code } ${mutation === 'addConversationTemplate' ? '' : seen}`
  const document = commandOf(mutation, 'template { id name topics origin retired version }', others)
  type Answer = { template?: Template; code?: string }
  return (await graph.ask<{ answer: Answer }>(actor, document, { input })).answer
}

describe('F017 templates of topics', () => {
  test('the portal’s own are there from the first day, labelled as such, and only support edits them', async () => {
    const own = await list(ada)
    expect(own.map(({ name, origin }) => [name, origin])).toEqual([
      ['Etter en krevende hendelse', 'PORTAL_DEFAULT'],
      ['Første samtale', 'PORTAL_DEFAULT'],
      ['Gjennomgang av læringsmål', 'PORTAL_DEFAULT'],
      ['Halvårssamtale', 'PORTAL_DEFAULT'],
      ['Ordinær veiledning', 'PORTAL_DEFAULT'],
    ])
    expect(own.every(({ availableCommands }) => availableCommands.length === 0)).toBe(true)
    const edit = {
      templateId: own[0]?.id,
      expectedVersion: 1,
      name: 'Etter en hendelse',
      topics: ['Hva skjedde'],
    }
    expect(await mutate(forvalter, 'editConversationTemplate', edit)).toMatchObject({ code: 'NOT_PERMITTED' })
    expect(await mutate(support, 'editConversationTemplate', edit)).toMatchObject({
      template: { name: 'Etter en hendelse', topics: ['Hva skjedde'], version: 2 },
    })
    expect(await mutate(support, 'editConversationTemplate', edit)).toMatchObject({ currentVersion: 2 })
  })

  test('an enterprise where nobody is known is called by its id, and is not taken for the portal’s own', async () => {
    const id = crypto.randomUUID() as typeof enterpriseId
    const grants = [{ role: 'LOCAL_ADMIN' as const, enterpriseId: id, regionCode: null }]
    const query = '{ viewer { conversationTemplateOffers { scope { ... on Enterprise { id name } } } } }'
    const { viewer } = await graph.ask<{ viewer: object }>({ ...ada, grants }, query)
    expect(viewer).toEqual({ conversationTemplateOffers: [{ scope: { id, name: id } }] })
  })

  test('who may add one is told for whom', async () => {
    const query =
      '{ viewer { conversationTemplateOffers { scope { ... on Enterprise { id name } ... on Region { code } } } } }'
    const scopesOf = async (actor: Actor) => (await graph.ask<{ viewer: object }>(actor, query)).viewer
    expect(await scopesOf(ada)).toEqual({ conversationTemplateOffers: [] })
    expect(await scopesOf(support)).toEqual({
      conversationTemplateOffers: [{ scope: null }],
    })
    expect(await scopesOf(forvalter)).toEqual({
      conversationTemplateOffers: [{ scope: { id: enterpriseId, name: expect.any(String) } }],
    })
  })

  test('an administrator adds one for the enterprise, retires it and takes it up again', async () => {
    const input = { name: 'Legevakt', topics: ['Bakvakt', ' ', 'Utrykning'], scope: { enterpriseId } }
    expect(await mutate(ada, 'addConversationTemplate', input)).toMatchObject({ code: 'NOT_PERMITTED' })
    const { template } = await mutate(forvalter, 'addConversationTemplate', input)
    expect(template).toMatchObject({ origin: 'ENTERPRISE', topics: ['Bakvakt', 'Utrykning'], retired: false })
    expect((await list(ada)).map(({ name }) => name)).toContain('Legevakt')
    expect((await list(await somebody('Fra Voss'))).map(({ name }) => name)).not.toContain('Legevakt')
    const retire = { templateId: template?.id, expectedVersion: 1 }
    expect(await mutate(forvalter, 'retireConversationTemplate', retire)).toMatchObject({
      template: { retired: true },
    })
    expect((await list(ada)).map(({ name }) => name)).not.toContain('Legevakt')
    const retired = (await list(forvalter, true)).find(({ name }) => name === 'Legevakt')
    expect(retired).toMatchObject({ availableCommands: ['RESTORE'], version: 2 })
    const restore = { templateId: template?.id, expectedVersion: 2 }
    const edit = { ...restore, name: 'Legevakt', topics: ['Bakvakt'] }
    const impossible = { code: 'NOT_IN_THIS_STATE' }
    expect(await mutate(forvalter, 'retireConversationTemplate', restore)).toMatchObject(impossible)
    expect(await mutate(forvalter, 'editConversationTemplate', edit)).toMatchObject(impossible)
    expect(await mutate(forvalter, 'restoreConversationTemplate', restore)).toMatchObject({
      template: { retired: false, version: 3 },
    })
    const again = { ...restore, expectedVersion: 3 }
    expect(await mutate(forvalter, 'restoreConversationTemplate', again)).toMatchObject(impossible)
    const stranger = await somebody('Fra Odda')
    expect(await mutate(stranger, 'restoreConversationTemplate', restore)).toMatchObject({
      __typename: 'NotFound',
    })
    const history = await database.changeHistory.findMany({ where: { subjectId: template?.id ?? '' } })
    expect(history.map(({ command }) => command).toSorted()).toEqual(['ADD', 'RESTORE', 'RETIRE'])
  })

  test('one of an enterprise and a region at once is malformed', async () => {
    const scope = { enterpriseId, regionCode: 'HELSE_VEST' }
    const input = { name: 'Legevakt', topics: ['Bakvakt'], scope }
    await expect(mutate(support, 'addConversationTemplate', input)).rejects.toThrow(/exactly one/i)
  })

  test('no patient in a template', async () => {
    const input = { name: 'Kasus', topics: ['Pasient 010100 12356'], scope: { enterpriseId } }
    expect(await mutate(forvalter, 'addConversationTemplate', input)).toMatchObject({
      code: 'NATIONAL_ID_FOUND',
    })
  })
})
