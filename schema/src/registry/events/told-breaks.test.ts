import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { accepted, clone, operations, published, withNote } from '../base/testing.ts'
import { payloadOf, toldFiles, toldOf, type Told } from './told.ts'
import { findToldBreaks } from './told-breaks.ts'

const EVENT = 'progress.goal-changed'
const id = v.pipe(v.string(), v.uuid())
const before = { goalId: id, status: v.picklist(['OPEN', 'CLOSED']), note: v.optional(v.string()) }
type Entries = v.ObjectEntries

const tells = (entries: Entries, listeners: Told['listeners'] = { notification: [EVENT] }): Told => ({
  events: { [EVENT]: payloadOf({ name: EVENT, schema: v.object(entries) }) },
  listeners,
})
const nobody = { notification: [] }

/** What is said of a change, whoever listens. */
function verdictOn(now: Told, was = tells(before)) {
  const { breaks, unheard } = findToldBreaks(was, now)
  return {
    breaks: breaks.map(({ coordinate, client, message }) => `${coordinate} | ${client} | ${message}`),
    unheard: unheard.map(({ coordinate, message }) => `${coordinate} | ${message}`),
  }
}
const THERE = 'what is told from now on does not fit listeners of before'
const BACK = 'what is told before does not fit listeners from now on'

describe('a change of an event', () => {
  it.each<[string, Entries]>([
    ['none', before],
    ['a property more that need not be there', { ...before, title: v.optional(v.string()) }],
  ])('%s breaks nobody', (_, now) => expect(verdictOn(tells(now))).toEqual({ breaks: [], unheard: [] }))

  it.each<[string, Entries, string]>([
    [
      'a property away',
      { status: before.status },
      `goalId | listener notification | ${THERE}: it is missing`,
    ],
    [
      'a property that may be away',
      { ...before, goalId: v.optional(id) },
      `goalId | listener notification | ${THERE}: it may be missing`,
    ],
    [
      'a list widened',
      { ...before, status: v.picklist(['OPEN', 'CLOSED', 'LATE']) },
      `status | listener notification | ${THERE}: it may be "LATE", where "OPEN" or "CLOSED" is expected`,
    ],
    [
      'a list narrowed',
      { ...before, status: v.picklist(['OPEN']) },
      `status | listener notification | ${BACK}: it may be "CLOSED", where "OPEN" is expected`,
    ],
    [
      'a property more, of what waits',
      { ...before, title: v.string() },
      `title | listener notification | ${BACK}: it is missing`,
    ],
    [
      'a property that must be there now, of what waits',
      { ...before, note: v.string() },
      `note | listener notification | ${BACK}: it may be missing`,
    ],
  ])('%s breaks who listens, by name', (_, now, said) => {
    expect(verdictOn(tells(now))).toEqual({ breaks: [`${EVENT}.${said}`], unheard: [] })
    const { breaks, unheard } = verdictOn(tells(now, nobody), tells(before, nobody))
    expect(breaks).toEqual([])
    expect(unheard).toEqual([`${EVENT}.${said.replace(' | listener notification', '')}`])
  })

  it('that is no longer told at all breaks who listened', () => {
    const gone = { events: {}, listeners: {} }
    expect(verdictOn(gone).breaks).toEqual([`${EVENT} | listener notification | it is no longer told`])
  })

  it('does not break by what waits who only begins to listen, or has ended', () => {
    const now = { ...before, title: v.string() }
    expect(verdictOn(tells(now), tells(before, nobody)).breaks).toEqual([])
    expect(verdictOn(tells(now, nobody)).breaks).toEqual([])
  })

  it('breaks a listener of before that ends in the same change, while it runs', () => {
    expect(verdictOn(tells({ status: before.status }, nobody)).breaks).toHaveLength(1)
  })
})

it('what is written of events and listeners is read as it was', () => {
  const told = tells({ ...before, at: v.nullable(id), list: v.array(v.object({ a: v.literal(1) })) })
  expect(toldOf(toldFiles(told))).toEqual(told)
  expect(Object.keys(toldFiles(told))).toEqual(['events/progress.json', 'listeners/notification.json'])
})

describe('in the history of a repository', () => {
  const widened = tells({ ...before, status: v.picklist(['OPEN', 'CLOSED', 'LATE']) })
  const BROKEN = `breaks listener notification: ${EVENT}.status: ${THERE}: it may be "LATE", where "OPEN" or "CLOSED" is expected`

  function told() {
    const here = published()
    here.tell(tells(before))
    here.publish(withNote)
    return here
  }

  const check = (here: ReturnType<typeof clone>, entries: object[] = []) =>
    here.check(withNote, { of: operations, entries })

  it('a break is seen though it is published with its change, and again on the main branch', async () => {
    const here = told()
    here.tell(widened)
    expect((await check(here)).problems).toEqual([BROKEN])
    here.publish(withNote)
    expect((await check(here)).problems).toEqual([
      expect.stringMatching(/^breaks listener notification: .* \(published by [0-9a-f]{10} on 2026-05-01\)$/),
    ])
    const inClone = clone(here.root)
    inClone.tell(tells(before))
    expect((await check(inClone)).problems).toHaveLength(1)
  })

  it('a break is accepted by name', async () => {
    const here = told()
    here.tell(widened)
    const entries = [
      { ...accepted('2026-06-30'), coordinate: `${EVENT}.status`, clients: ['listener notification'] },
    ]
    const { problems, warnings } = await check(here, entries)
    expect(problems).toEqual([])
    expect(warnings).toEqual([expect.stringContaining(`${BROKEN} (accepted until 2026-06-30`)])
  })

  it('a break that hits nobody is noted, and so is that nothing had been told', async () => {
    const here = published()
    here.tell(tells(before, nobody))
    expect((await check(here)).notices).toEqual([
      expect.stringMatching(/^no event had been published in [0-9a-f]{10}/),
    ])
    here.publish(withNote)
    here.tell(tells({ ...before, note: v.string() }, nobody))
    expect(await check(here)).toMatchObject({
      problems: [],
      notices: [`${EVENT}.note: ${BACK}: it may be missing (breaking on paper, nobody listens)`],
    })
  })
})
