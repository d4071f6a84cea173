import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { documentHash } from '../documents/sent-document.ts'
import { readFormer } from '../documents/former.ts'
import { forgotten, formerFiles, type FormerInput } from './former-operations.ts'
import { NO_EVENTS } from './events/published-events.ts'
import { formerOf } from './published-state.ts'

const api = 'type Query { goal: Goal } type Goal { id: ID! note: String title: String }'
const WITH_NOTE = 'query Goal { goal { ...Row } }\n\nfragment Row on Goal { note }'
const WITH_TITLE = 'query Goal { goal { ...Row } }\n\nfragment Row on Goal { title }'
const PATH = 'operations/former/web.graphql'

const published = (Goal: string, former = {}) => ({
  api,
  contracts: {},
  operations: { web: { Goal } },
  former,
  events: NO_EVENTS,
})
/** An operation of the web that was changed, and selected the note before. */
const changed = (more: Partial<FormerInput> = {}): FormerInput => ({
  base: published(WITH_NOTE),
  committed: {},
  operations: { web: { Goal: WITH_TITLE } },
  api,
  today: '2026-06-01',
  ...more,
})
const kept = (input: FormerInput) =>
  readFormer(formerFiles(input)[PATH] ?? '').map(({ document, until }) => [documentHash(document), until])
const hashOf = (text: string) => documentHash(parse(text))

describe('what a page that is open sends', () => {
  it('is kept for a fortnight after the operation has changed', () => {
    expect(kept(changed())).toEqual([[hashOf(WITH_NOTE), '2026-06-15']])
  })

  it('is kept when the operation is gone, and when the client has none any more', () => {
    expect(kept(changed({ operations: { web: {} } }))).toEqual([[hashOf(WITH_NOTE), '2026-06-15']])
    expect(kept(changed({ operations: {} }))).toEqual([[hashOf(WITH_NOTE), '2026-06-15']])
  })

  it('keeps its day, however often it is published again', () => {
    const committed = formerOf(formerFiles(changed()))
    expect(kept(changed({ committed, today: '2026-06-10' }))).toEqual([[hashOf(WITH_NOTE), '2026-06-15']])
    const base = published(WITH_TITLE, committed)
    expect(kept(changed({ base, today: '2026-06-15' }))).toEqual([[hashOf(WITH_NOTE), '2026-06-15']])
    expect(formerFiles(changed({ base, today: '2026-06-16' }))).toEqual({})
  })

  it('is kept of what was kept already, also of a client that has nothing else, or before a first publication', () => {
    const former = formerOf(formerFiles(changed()))
    const alone = { ...published(WITH_TITLE, former), operations: {} }
    const still = [[hashOf(WITH_NOTE), '2026-06-15']]
    expect(kept(changed({ base: alone, operations: {} }))).toEqual(still)
    expect(kept(changed({ base: null, committed: former }))).toEqual(still)
    expect(formerFiles(changed({ base: null }))).toEqual({})
  })

  it('is not kept when it is what the client sends again, or no longer fits the graph', () => {
    expect(formerFiles(changed({ operations: { web: { Goal: WITH_NOTE } } }))).toEqual({})
    expect(formerFiles(changed({ api: api.replace('note: String', '') }))).toEqual({})
  })

  it('is kept beside another that has a fragment of the same name', () => {
    const base = published(WITH_TITLE, formerOf(formerFiles(changed())))
    const input = changed({ base, operations: { web: { Goal: 'query Goal { goal { id } }' } } })
    expect(
      kept(input)
        .map(([hash]) => hash)
        .toSorted(),
    ).toEqual([hashOf(WITH_NOTE), hashOf(WITH_TITLE)].toSorted())
  })
})

describe('the check', () => {
  it('fails when it is not kept', () => {
    expect(forgotten(changed())).toEqual([
      `schema/${PATH} lacks 1 of what open pages send: run schema:publish and commit it`,
    ])
    expect(forgotten(changed({ committed: formerOf(formerFiles(changed())) }))).toEqual([])
  })

  it('says nothing of what was never published, or is over', () => {
    expect(forgotten(changed({ base: null }))).toEqual([])
    const former = formerOf(formerFiles(changed({ today: '2026-01-01' })))
    expect(forgotten(changed({ base: published(WITH_TITLE, former) }))).toEqual([])
  })
})
