import { describe, expect, it } from 'vitest'
import type { AcceptedBreak } from './base/accepted-breaks.ts'
import type { Base } from './base/find-base.ts'
import type { Publication } from './base/publications.ts'
import { compareWithBase } from './compare-with-base.ts'
import { NO_EVENTS, type PublishedEvents } from './events/published-events.ts'
import type { PublishedState } from './published-state.ts'

const API = `type Query { goal(at: String): Goal } type Goal { note: String title: String level: Level } enum Level { LOW }`
const without = (text: string) => API.replace(text, '')
const NOTE = 'note: String '
const TITLE = 'title: String '
const web = { Goal: 'query Goal { goal { note title } }' }

const published = (more: Partial<PublishedState> = {}): PublishedState => ({
  ...{ api: API, contracts: {}, operations: { web }, former: {}, events: NO_EVENTS },
  ...more,
})
const base = (more: Partial<Base> = {}): Base => ({
  ...{ name: 'main', published: published(), publications: [], warnings: [] },
  ...more,
})
const BROKEN =
  "breaks operation Goal of client web: Goal.note: Field 'note' was removed from object type 'Goal'"
const entry = (more: Partial<AcceptedBreak> = {}): AcceptedBreak => ({
  ...{ coordinate: 'Goal.note', clients: ['web'], who: 'Kari', why: 'it is gone', until: '2026-06-30' },
  ...more,
})

/** The report on the thirtieth of June; without what is empty. */
async function report(
  from: Parameters<typeof compareWithBase>[0],
  api = API,
  entries = [] as AcceptedBreak[],
) {
  return told(from, { api, contracts: {}, events: NO_EVENTS }, { entries, problems: [] })
}
const told = (
  from: Parameters<typeof compareWithBase>[0],
  next: Parameters<typeof compareWithBase>[1],
  acceptedBreaks: Parameters<typeof compareWithBase>[2]['acceptedBreaks'] = { entries: [], problems: [] },
) => compareWithBase(from, next, { acceptedBreaks, today: '2026-06-30' })
const nothing = { problems: [], warnings: [], notices: [] }

describe('what is compared with', () => {
  it('is a problem where it cannot be found, and nothing else is told', async () => {
    expect(await report({ problem: 'the history is cut short' }, without(NOTE))).toEqual({
      ...nothing,
      problems: ['the history is cut short'],
    })
  })

  it('may be nothing, before the first publication', async () => {
    expect(await report(base({ published: null }))).toEqual({
      ...nothing,
      notices: ['nothing had been published in main'],
    })
  })

  it.each([
    ['had none, and there are some', false, true, ['no event had been published in main']],
    ['had none, and there are none', false, false, []],
    ['had some', true, true, []],
    [
      'had some of which none is left',
      true,
      false,
      ['a.b: it is no longer published (breaking on paper, nobody listens)'],
    ],
  ])('%s, of events', async (_name, had, has, notices) => {
    const some: PublishedEvents = { payloads: { 'a.b': { type: 'string' } }, listeners: {} }
    const events = (are: boolean) => (are ? some : NO_EVENTS)
    const from = base({ published: published({ events: events(had) }) })
    const next = { api: API, contracts: {}, events: events(has) }
    expect(await told(from, next)).toEqual({ ...nothing, notices })
  })

  it('warns of itself before what it finds, of which each change is one line', async () => {
    const level = 'query Level { goal { level } }'
    const operations = {
      web: { Level: level, Other: level.replace('Level', 'Other') },
      phone: { Level: level },
    }
    const from = base({ published: published({ operations }), warnings: ['this is no repository'] })
    const more = API.replace('{ LOW }', '{ LOW HIGH TOP }')
    const all =
      '(operation Level of client web, operation Other of client web, operation Level of client phone)'
    expect((await report(from, more)).warnings).toEqual([
      'this is no repository',
      `dangerous: Level.HIGH: Enum value 'HIGH' was added to enum 'Level' ${all}`,
      `dangerous: Level.TOP: Enum value 'TOP' was added to enum 'Level' ${all}`,
    ])
  })
})

describe('a break', () => {
  it('is a problem, whoever it hits', async () => {
    expect(await report(base(), without(NOTE))).toEqual({ ...nothing, problems: [BROKEN] })
    const contracts = { region: API }
    const from = base({ published: published({ operations: {}, contracts }) })
    const next = { api: without(NOTE), contracts: { region: without(NOTE) }, events: NO_EVENTS }
    const broken = BROKEN.replace('operation Goal of client web', 'contract region')
    expect((await told(from, next)).problems).toEqual([broken])
  })

  it('is a note where nobody uses what is gone', async () => {
    expect(await report(base(), without('level: Level'))).toEqual({
      ...nothing,
      notices: ["Field 'level' was removed from object type 'Goal' (no published operation uses it)"],
    })
  })

  it('is a warning where it is accepted, on the last day too', async () => {
    expect(await report(base(), without(NOTE), [entry()])).toEqual({
      ...nothing,
      warnings: [`${BROKEN} (accepted until 2026-06-30 by Kari: it is gone)`],
    })
  })

  it('is a problem when the day is over, and so is the entry', async () => {
    const expired =
      'the break of Goal.note for web, phone was accepted by Kari until 2026-06-29, which is over: mend it, or take the entry out of accepted-breaks.json when it is done'
    const old = entry({ until: '2026-06-29', clients: ['web', 'phone'] })
    expect(await report(base(), without(NOTE), [old])).toEqual({ ...nothing, problems: [BROKEN, expired] })
    expect(await report(base(), API, [old])).toEqual({ ...nothing, problems: [expired] })
  })

  it.each([
    ['coordinate', entry({ coordinate: 'Goal.title' }), 'Goal.title for web'],
    ['client', entry({ clients: ['phone', 'pad'] }), 'Goal.note for phone, pad'],
  ])('is not accepted by an entry of another %s, which is noted', async (_what, other, of) => {
    expect(await report(base(), without(NOTE), [other])).toEqual({
      ...nothing,
      problems: [BROKEN],
      notices: [`accepted-breaks.json accepts a break of ${of}, and there is none: take the entry out`],
    })
  })

  it('is accepted by the entry of it, among others', async () => {
    const api = without(NOTE).replace(TITLE, '')
    const { problems, notices } = await report(base(), api, [entry()])
    expect(problems).toEqual([expect.stringContaining('Goal.title')])
    expect(notices).toEqual([])
  })

  it('is accepted by nothing when the file is wrong, which is told', async () => {
    const file = { entries: [], problems: ['accepted-breaks.json is not JSON'] }
    const next = { api: without(NOTE), contracts: {}, events: NO_EVENTS }
    expect(await told(base(), next, file)).toEqual({ ...nothing, problems: [BROKEN, ...file.problems] })
  })
})

describe('what the main branch broke', () => {
  const gone = published({ api: without(NOTE), operations: {} })
  const on = (more: Partial<Publication> = {}): Base => {
    const publication = { commit: 'abc', day: '2026-05-01', before: published(), after: gone, accepted: [] }
    return base({ published: gone, publications: [{ ...publication, ...more }] })
  }
  const THEN = `${BROKEN} (published by abc on 2026-05-01)`

  it('is a problem as long as it is broken', async () => {
    expect(await report(on(), gone.api)).toEqual({ ...nothing, problems: [THEN] })
    expect(await report(on(), API)).toEqual(nothing)
  })

  it('is what the commit itself broke', async () => {
    const after = published({ api: API.replace('LOW', 'LOW HIGH') })
    expect(await report({ ...on({ after }), published: after }, gone.api)).toMatchObject({
      problems: [BROKEN],
    })
  })

  it('is what is broken now, where the commit took all of it away', async () => {
    expect(await report(on({ after: null }), gone.api)).toMatchObject({ problems: [THEN] })
    expect(await report(on({ after: null }), API)).toEqual(nothing)
  })

  it.each([
    ['in its commit, until a later day', [entry({ until: '2026-05-01' })], [], []],
    ['in its commit, but no longer on that day', [entry({ until: '2026-04-30' })], [], [THEN]],
    ['afterwards', [], [entry()], []],
  ])('is accepted %s', async (_name, accepted, entries, problems) => {
    expect(await report(on({ accepted }), gone.api, entries)).toEqual({ ...nothing, problems })
  })

  it('lasts where the same is broken for the same, and not by something else since', async () => {
    const since = await report(on(), without(TITLE))
    expect(since.problems).toEqual([])
    const leaves = 'query Goal { goal { note } }'
    const gives = 'query Goal { goal(at: "now") { note } }'
    const required = published({ api: API.replace('at: String', 'at: String!'), operations: {} })
    // Left out, it was broken by the commit; given, it is broken now.
    for (const operations of [
      { web: { Goal: leaves, Given: gives.replace('Goal', 'Given') } },
      { web: { Goal: leaves }, phone: { Goal: gives } },
    ]) {
      const from = on({ before: published({ operations }), after: required })
      expect((await report(from, without('(at: String)'))).problems).toEqual([])
    }
  })
})
