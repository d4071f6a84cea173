import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { payloadOf, type PublishedEvents } from '../events/published-events.ts'
import { accepted, clone, operations, published, withNote } from './testing.ts'

const EVENT = 'progress.goal-changed'
const id = v.pipe(v.string(), v.uuid())
const before = { goalId: id, status: v.picklist(['OPEN', 'CLOSED']), note: v.optional(v.string()) }

const publishes = (
  entries: v.ObjectEntries,
  listeners: PublishedEvents['listeners'] = { notification: [EVENT] },
): PublishedEvents => ({
  payloads: { [EVENT]: payloadOf({ name: EVENT, schema: v.object(entries) }) },
  listeners,
})
const nobody = { notification: [] }
const THERE = 'events from now on do not fit a listener from before'
const BACK = 'events from before do not fit the listener from now on'

describe('events in the history of a repository', () => {
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
