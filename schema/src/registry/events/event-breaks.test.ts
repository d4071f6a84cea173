import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { accepted, clone, operations, published, withNote } from '../base/testing.ts'
import { eventFiles, eventsOf, NO_EVENTS, payloadOf, type PublishedEvents } from './published-events.ts'
import { findEventBreaks } from './event-breaks.ts'

const EVENT = 'progress.goal-changed'
const id = v.pipe(v.string(), v.uuid())
const before = { goalId: id, status: v.picklist(['OPEN', 'CLOSED']), note: v.optional(v.string()) }
type Entries = v.ObjectEntries

const publishes = (
  entries: Entries,
  listeners: PublishedEvents['listeners'] = { notification: [EVENT] },
): PublishedEvents => ({
  payloads: { [EVENT]: payloadOf({ name: EVENT, schema: v.object(entries) }) },
  listeners,
})
const nobody = { notification: [] }

/** The breaks that a change causes, and those that no listener notices. */
function verdictOn(now: PublishedEvents, was = publishes(before)) {
  const { breaks, unheard } = findEventBreaks(was, now)
  return {
    breaks: breaks.map(({ coordinate, client, message }) => `${coordinate} | ${client} | ${message}`),
    unheard: unheard.map(({ coordinate, message }) => `${coordinate} | ${message}`),
  }
}
const THERE = 'events from now on do not fit a listener from before'
const BACK = 'events from before do not fit the listener from now on'

describe('a change of an event', () => {
  it.each<[string, Entries]>([
    ['none', before],
    ['a property more that need not be there', { ...before, title: v.optional(v.string()) }],
  ])('%s breaks nobody', (_, now) => expect(verdictOn(publishes(now))).toEqual({ breaks: [], unheard: [] }))

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
  ])('%s breaks who listens, by name', (_, now, expected) => {
    expect(verdictOn(publishes(now))).toEqual({ breaks: [`${EVENT}.${expected}`], unheard: [] })
    const { breaks, unheard } = verdictOn(publishes(now, nobody), publishes(before, nobody))
    expect(breaks).toEqual([])
    expect(unheard).toEqual([`${EVENT}.${expected.replace(' | listener notification', '')}`])
  })

  it('that is no longer published breaks who listened', () => {
    const gone = NO_EVENTS
    expect(verdictOn(gone).breaks).toEqual([`${EVENT} | listener notification | it is no longer published`])
  })

  it('does not break by what waits who only begins to listen, or has ended', () => {
    const now = { ...before, title: v.string() }
    expect(verdictOn(publishes(now), publishes(before, nobody)).breaks).toEqual([])
    expect(verdictOn(publishes(now, nobody)).breaks).toEqual([])
  })

  it('breaks a listener of before that ends in the same change, while it runs', () => {
    expect(verdictOn(publishes({ status: before.status }, nobody)).breaks).toHaveLength(1)
  })
})

it('what is written of events and listeners is read as it was', () => {
  const events = publishes({ ...before, at: v.nullable(id), list: v.array(v.object({ a: v.literal(1) })) })
  expect(eventsOf(eventFiles(events))).toEqual(events)
  expect(Object.keys(eventFiles(events))).toEqual(['events/progress.json', 'listeners/notification.json'])
})

describe('in the history of a repository', () => {
  const widened = publishes({ ...before, status: v.picklist(['OPEN', 'CLOSED', 'LATE']) })
  const BROKEN = `breaks listener notification: ${EVENT}.status: ${THERE}: it may be "LATE", where "OPEN" or "CLOSED" is expected`

  function withEvents() {
    const here = published()
    here.setEvents(publishes(before))
    here.publish(withNote)
    return here
  }

  const check = (here: ReturnType<typeof clone>, entries: object[] = []) =>
    here.check(withNote, { of: operations, entries })

  it('a break is seen though it is published with its change, and again on the main branch', async () => {
    const here = withEvents()
    here.setEvents(widened)
    expect((await check(here)).problems).toEqual([BROKEN])
    here.publish(withNote)
    expect((await check(here)).problems).toEqual([
      expect.stringMatching(/^breaks listener notification: .* \(published by [0-9a-f]{10} on 2026-05-01\)$/),
    ])
    const inClone = clone(here.root)
    inClone.setEvents(publishes(before))
    expect((await check(inClone)).problems).toHaveLength(1)
  })

  it('a break is accepted by name', async () => {
    const here = withEvents()
    here.setEvents(widened)
    const entries = [
      { ...accepted('2026-06-30'), coordinate: `${EVENT}.status`, clients: ['listener notification'] },
    ]
    const { problems, warnings } = await check(here, entries)
    expect(problems).toEqual([])
    expect(warnings).toEqual([expect.stringContaining(`${BROKEN} (accepted until 2026-06-30`)])
  })

  it('a break that hits nobody is noted, and so is that no event had been published', async () => {
    const here = published()
    here.setEvents(publishes(before, nobody))
    expect((await check(here)).notices).toEqual([
      expect.stringMatching(/^no event had been published in [0-9a-f]{10}/),
    ])
    here.publish(withNote)
    here.setEvents(publishes({ ...before, note: v.string() }, nobody))
    expect(await check(here)).toMatchObject({
      problems: [],
      notices: [`${EVENT}.note: ${BACK}: it may be missing (breaking on paper, nobody listens)`],
    })
  })
})
