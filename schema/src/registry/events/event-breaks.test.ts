import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { eventFiles, eventsOf, NO_EVENTS, payloadOf, type PublishedEvents } from './published-events.ts'
import { findEventBreaks } from './event-breaks.ts'
import type { Shape } from './shape.ts'

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
    const broken = [`${EVENT} | listener notification | it is no longer published`]
    expect(verdictOn(NO_EVENTS).breaks).toEqual(broken)
    const stillListens = { ...NO_EVENTS, listeners: publishes(before).listeners }
    expect(verdictOn(stillListens).breaks).toEqual(broken)
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

it('what is written does not depend on the order in which it is defined', () => {
  const backwards = Object.fromEntries(Object.entries(before).toReversed())
  const texts = (now: PublishedEvents) => JSON.stringify(eventFiles(now))
  expect(texts(publishes(backwards))).toBe(texts(publishes(before)))
  const shape = publishes(before).payloads[EVENT] as Shape
  const [one, other] = [`progress.a`, `progress.b`]
  const both = { listeners: {}, payloads: { [one]: shape, [other]: shape } }
  expect(texts({ ...both, payloads: { [other]: shape, [one]: shape } })).toBe(texts(both))
})

it('what lies elsewhere is read as nothing', () => {
  const [payloads = '', listeners = ''] = Object.values(eventFiles(publishes(before)))
  const elsewhere = (folder: string, text: string) => ({
    [`old/${folder}/progress.json`]: text,
    [`${folder}/old/progress.json`]: text,
    [`${folder}/progress.json.orig`]: text,
    [`${folder}/progress.graphql`]: text,
  })
  expect(eventsOf({ ...elsewhere('events', payloads), ...elsewhere('listeners', listeners) })).toEqual(
    NO_EVENTS,
  )
})
