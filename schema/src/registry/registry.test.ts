import { describe, expect, it } from 'vitest'
import { checkRegistry } from './check.ts'
import { collectDocuments } from './collect-documents.ts'
import { compose, type Texts } from './compose.ts'
import { NO_EVENTS } from './events/published-events.ts'
import { formerFiles } from './former-operations.ts'
import { generatedFiles } from './generated-files.ts'
import { publishedFiles } from './published-state.ts'

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@shareable", "@tag"])\n'
const progress = `${LINK}
  type Query { goal(id: ID!): Goal }
  type Goal @key(fields: "id") { id: ID! status: Status! note: String count: Int old: String }
  enum Status { OPEN CLOSED }
  type Mutation { close(input: CloseInput!): Goal }
  input CloseInput { id: ID! comment: String }`
const curriculum = `${LINK}
  type Query { track(code: String!): Track @tag(name: "region") }
  type Track @key(fields: "code") { code: String! @tag(name: "region") name: String @tag(name: "region") inner: Int }`
const web = {
  Goal: 'query Goal($id: ID!) { goal(id: $id) { id status ...Note } }\nfragment Note on Goal { note }\n',
  Close: 'mutation Close($input: CloseInput!) { close(input: $input) { id } }\n',
}
const before = { progress, curriculum }

function publishedOf(subgraphs: Texts) {
  const composition = compose(subgraphs)
  if ('errors' in composition) throw new Error(composition.errors.join())
  return { ...composition, operations: { web } }
}

/** Compared with what was published, with nothing accepted. */
const since = (published: ReturnType<typeof publishedOf>) => ({
  base: {
    name: 'what was published',
    published: { ...published, former: {}, events: NO_EVENTS },
    publications: [],
    warnings: [],
  },
  events: NO_EVENTS,
  acceptedBreaks: { entries: [], problems: [] },
  today: '2026-06-01',
})

/** What publishing a change commits. */
function committedBy(subgraphs: Texts, operations: { web: typeof web }, past: ReturnType<typeof since>) {
  const composition = compose(subgraphs)
  if ('errors' in composition) return {}
  const [{ api }, { today, base }] = [composition, past]
  const former = formerFiles({ base: base.published, committed: {}, operations, api, today })
  return { ...generatedFiles(subgraphs, composition, operations), ...former }
}

/** The check of a change whose generated files are all committed. */
function checkChange(subgraphs: Texts, operations = { web }) {
  const past = since(publishedOf(before))
  const committed = committedBy(subgraphs, operations, past)
  return checkRegistry({ subgraphs, operations, committed, ...past })
}

describe('a change that is safe passes', () => {
  it.each([
    ['none', (text: string) => text],
    ['a new field', (text: string) => text.replace('old: String', 'old: String extra: Int')],
    ['a new optional argument', (text: string) => text.replace('goal(id: ID!)', 'goal(id: ID!, at: String)')],
    ['a new optional input', (text: string) => text.replace('comment: String', 'comment: String by: ID')],
  ])('%s', async (_name, change) => {
    expect(await checkChange({ ...before, progress: change(progress) })).toEqual({
      problems: [],
      warnings: [],
      notices: [],
    })
  })

  it('a field that nobody uses is removed, with a note', async () => {
    const { problems, notices } = await checkChange({
      ...before,
      progress: progress.replace('old: String', ''),
    })
    expect(problems).toEqual([])
    expect(notices).toEqual([
      "Field 'old' was removed from object type 'Goal' (no published operation uses it)",
    ])
  })
})

describe('a change that breaks a client fails and names field, client and operation', () => {
  it.each([
    ['a field removed', 'note: String', '', 'operation Goal of client web: Goal.note'],
    ['a field of another type', 'note: String', 'note: Int', 'operation Goal of client web: Goal.note'],
    [
      'a field that may now be null',
      'status: Status!',
      'status: Status',
      'operation Goal of client web: Goal.status',
    ],
    [
      'a new required argument',
      'goal(id: ID!)',
      'goal(id: ID!, at: String!)',
      'operation Goal of client web: Query.goal.at',
    ],
    [
      'a new required input',
      'comment: String',
      'comment: String!',
      'operation Close of client web: CloseInput.comment',
    ],
    ['an input removed', 'comment: String', '', 'operation Close of client web: CloseInput.comment'],
  ])('%s', async (_name, from, to, named) => {
    const { problems } = await checkChange({ ...before, progress: progress.replace(from, to) })
    expect(problems.filter((problem) => problem.startsWith(`breaks ${named}: `))).toHaveLength(1)
  })

  it('a contract, whose clients are not known, by any field that it has', async () => {
    const { problems } = await checkChange({
      ...before,
      curriculum: curriculum.replace('name: String', 'title: String'),
    })
    expect(problems).toEqual([
      "breaks contract region: Track.name: Field 'name' was removed from object type 'Track'",
    ])
    expect(
      (await checkChange({ ...before, curriculum: curriculum.replace('inner: Int', '') })).problems,
    ).toEqual([])
  })
})

describe('the rest of the check', () => {
  it('subgraphs that do not compose', async () => {
    const clash = {
      ...before,
      curriculum: `${curriculum} type Goal @key(fields: "id") { id: ID! note: String }`,
    }
    expect(await checkChange(clash)).toEqual({
      problems: [expect.stringContaining('does not compose: Non-shareable field "Goal.note"')],
      warnings: [],
      notices: [],
    })
  })

  it('an operation in the code that does not fit the graph', async () => {
    const { problems } = await checkChange(before, { web: { ...web, Goal: 'query Goal { goals }\n' } })
    expect(problems).toEqual([
      'web: Goal does not fit the graph: Cannot query field "goals" on type "Query". Did you mean "goal"?',
    ])
  })

  it('drift of any committed file', async () => {
    const published = publishedOf(before)
    const committed = {
      ...generatedFiles(before, published, { web }),
      'operations/gone.graphql': '{ x }',
    }
    const { problems } = await checkRegistry({
      subgraphs: before,
      operations: { web },
      committed: { ...committed, 'supergraph.graphql': 'old' },
      ...since(published),
    })
    expect(problems).toEqual([
      'schema/supergraph.graphql is not what the code gives: run schema:publish and commit it',
      'schema/operations/gone.graphql is no longer generated: run schema:publish and commit its removal',
    ])
  })

  it('what lies where published copies lay: nobody reads it, and the next check would', async () => {
    const published = publishedOf(before)
    const copy = { 'published/api.graphql': 'type Query { q: Int }' }
    const { problems } = await checkRegistry({
      subgraphs: before,
      operations: { web },
      committed: { ...generatedFiles(before, published, { web }), ...copy },
      ...since(published),
    })
    expect(problems).toEqual([
      'schema/published/api.graphql is no longer generated: run schema:publish and commit its removal',
    ])
  })

  it('what open pages send and nobody keeps', async () => {
    const published = publishedOf(before)
    const operations = { web: { ...web, Goal: 'query Goal($id: ID!) { goal(id: $id) { id } }\n' } }
    const committed = generatedFiles(before, published, operations)
    const { problems } = await checkRegistry({
      subgraphs: before,
      operations,
      committed,
      ...since(published),
    })
    expect(problems).toEqual([
      'schema/operations/former/web.graphql lacks 1 of what open pages send: run schema:publish and commit it',
    ])
  })

  it('what is published holds the graph, the contract and the operations', () => {
    const published = publishedOf(before)
    const files = publishedFiles(published, { web })
    expect(Object.keys(files)).toEqual(['api.graphql', 'contracts/region.graphql', 'operations/web.graphql'])
    expect(files['contracts/region.graphql']).toBe(
      'type Query {\n  track(code: String!): Track\n}\n\ntype Track {\n  code: String!\n  name: String\n}\n',
    )
  })
})

describe('operations are collected from sources', () => {
  it('with the fragments that they use, wherever those are', () => {
    const page =
      'const Q = graphql(`query Goal($id: ID!) { goal(id: $id) { ...Row } }`, [Row])\nconst other = `not graphql`'
    const row =
      '<script>const Row = graphql(\n`fragment Row on Goal { id ...Note }`)\nconst N = gql`fragment Note on Goal { note }`</script>'
    expect(collectDocuments([page, row])).toEqual({
      Goal: 'query Goal($id: ID!) {\n  goal(id: $id) {\n    ...Row\n  }\n}\n\nfragment Note on Goal {\n  note\n}\n\nfragment Row on Goal {\n  id\n  ...Note\n}\n',
    })
  })

  it('once, however often and with whatever space one is written', () => {
    const texts = ['graphql(`query A { a }`)', 'gql `query A { a }`', 'graphql( `query   A { a }`)']
    expect(collectDocuments(texts)).toEqual({ A: 'query A {\n  a\n}\n' })
    expect(collectDocuments(texts.slice(1, 2))).toEqual({ A: 'query A {\n  a\n}\n' })
  })

  it('never without a name, never two of one name', () => {
    expect(() => collectDocuments(['graphql(`{ goal }`)'])).toThrow('without a name')
    expect(() => collectDocuments(['graphql(`query A { a }`)', 'graphql(`query A { b }`)'])).toThrow(
      'Two operations',
    )
    const twoFragments = 'graphql(`fragment F on A { a }`) graphql(`fragment F on A { b }`)'
    expect(() => collectDocuments([twoFragments])).toThrow('Two fragments are named F')
  })
})
