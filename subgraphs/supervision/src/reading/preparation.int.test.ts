import type { Circle } from '@kompetanse/directory/testing'
import { settled } from '@kompetanse/live/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import { brandId } from '@kompetanse/schema/ids'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database, pool } from '../database.ts'
import { subscribeConversation } from '../conversation/use-cases/subscribe.ts'
import { AFTER, conversationActs } from '../testing/conversations.ts'
import { aCircle, NOON, startTestGraph, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
let acts: ReturnType<typeof conversationActs>
let circle: Circle
let id: string
const open: AsyncIterator<unknown>[] = []

beforeAll(async () => {
  graph = await startTestGraph()
  acts = conversationActs(graph)
})
afterAll(() => graph.stop())
beforeEach(async () => {
  circle = await aCircle()
  id = await acts.planned(circle.mentor, circle.trainee)
  await acts.write(circle.trainee, id, 'Jeg gruer meg til vaktene.', 'PREPARATION')
})
afterEach(async () => {
  for (const iterator of open.splice(0)) await iterator.return?.()
})

const READ = `query ($id: ID!) { supervisionConversation(id: $id) {
  preparations { part text state sequence updatedAt sharedAt mayShare } }
  supervisionConversations { edges { node { preparations { part text } } } } }`
interface Preparation {
  readonly part: string
  readonly text: string
  readonly sharedAt: string | null
  readonly mayShare: boolean
}
interface Read {
  supervisionConversation: { preparations: Preparation[] }
  supervisionConversations: { edges: { node: { preparations: Preparation[] } }[] }
}

async function reads(actor: Actor, now = NOON) {
  const { supervisionConversation: one, supervisionConversations: all } = await graph.ask<Read>(
    actor,
    READ,
    { id },
    now,
  )
  const listed = all.edges[0]?.node.preparations.map(({ part }) => part)
  expect(listed).toEqual(one.preparations.map(({ part }) => part))
  return one.preparations
}
const parts = async (actor: Actor, now = NOON) => (await reads(actor, now)).map(({ part }) => part)
const share = (actor: Actor, now = NOON) => acts.send(actor, 'sharePreparation', { conversationId: id }, now)

describe('B32 a preparation is its author’s until they share it or the conversation begins', () => {
  test('until then the other has no sign of it', async () => {
    expect(await parts(circle.trainee)).toEqual(['TRAINEE_PREPARATION'])
    expect(await parts(circle.mentor)).toEqual(['MENTOR_PREPARATION'])
    const starts = new Date('2026-09-24T12:00:00Z')
    expect(await parts(circle.mentor, new Date(starts.getTime() - 1))).toEqual(['MENTOR_PREPARATION'])
    expect(await parts(circle.mentor, starts)).toEqual(['TRAINEE_PREPARATION', 'MENTOR_PREPARATION'])
  })

  describe('who moves it to a time that is soon over', () => {
    const SOON = new Date(NOON.getTime() + 2_000)
    const LATER = new Date(NOON.getTime() + 86_400_000)
    const move = (actor: Actor) =>
      acts.act(actor, 'rescheduleConversation', {
        conversationId: id,
        startsAt: SOON.toISOString(),
        durationMinutes: 60,
      })
    const digests = async (actor: Actor) => {
      const query = `query ($id: ID!) { supervisionConversation(id: $id) {
        signature { digest } history(last: 1) { edges { node { digest } } } } }`
      const answer = await graph.ask<object>(actor, query, { id }, LATER)
      const found = JSON.stringify(answer).matchAll(/"digest":("[^"]*"|null)/g)
      return [...new Set([...found].map(([, digest]) => JSON.parse(digest ?? '') as string | null))]
    }
    const own = () => parts(circle.mentor, LATER)

    test('the mentor, and it is not answered: it never opens, finalised or not', async () => {
      await move(circle.mentor)
      expect(await own()).toEqual(['MENTOR_PREPARATION'])
      expect((await reads(circle.trainee, LATER))[0]).toMatchObject({ mayShare: true })
      await acts.write(circle.mentor, id, 'Referat')
      await acts.act(circle.mentor, 'finaliseConversation', { conversationId: id }, LATER)
      expect(await own()).toEqual(['MENTOR_PREPARATION'])
      // The digest is of the preparation too, which could be guessed by it.
      expect(await digests(circle.mentor)).toEqual([null])
      expect(await digests(circle.trainee)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)])
    })
    test('the mentor, and the trainee declines', async () => {
      await move(circle.mentor)
      await acts.act(circle.trainee, 'declineConversationInvitation', { conversationId: id })
      expect(await own()).toEqual(['MENTOR_PREPARATION'])
    })
    test.each(['trainee', 'mentor'] as const)('the %s, and the other accepts: it opens then', async (who) => {
      await move(circle[who])
      const other = circle[who === 'mentor' ? 'trainee' : 'mentor']
      await acts.act(other, 'acceptConversationInvitation', { conversationId: id })
      expect(await parts(circle.mentor)).toEqual(['MENTOR_PREPARATION'])
      expect(await own()).toEqual(['TRAINEE_PREPARATION', 'MENTOR_PREPARATION'])
    })
    test('the trainee, and it is not answered', async () => {
      await acts.write(circle.mentor, id, 'Mine notater', 'PREPARATION')
      await move(circle.trainee)
      expect(await parts(circle.trainee, LATER)).toEqual(['TRAINEE_PREPARATION'])
    })
  })

  test('shared, the other reads it, and who shared it may not share it again', async () => {
    expect((await reads(circle.trainee))[0]).toMatchObject({ mayShare: true, sharedAt: null })
    expect(await share(circle.trainee)).toMatchObject({ __typename: 'SharePreparationSuccess' })
    expect((await reads(circle.trainee))[0]).toMatchObject({
      mayShare: false,
      sharedAt: NOON.toISOString(),
    })
    expect((await reads(circle.mentor))[0]).toMatchObject({
      ...{ part: 'TRAINEE_PREPARATION', text: 'Jeg gruer meg til vaktene.', mayShare: false },
    })
    expect(await parts(circle.trainee)).toEqual(['TRAINEE_PREPARATION'])
    const later = new Date('2026-09-16T10:00:00Z')
    expect(await share(circle.trainee, later)).toMatchObject({ __typename: 'SharePreparationSuccess' })
    expect((await reads(circle.mentor))[0]).toMatchObject({ sharedAt: NOON.toISOString() })
  })

  test('what is empty, over or not one’s own is not shared', async () => {
    expect(await share(circle.mentor)).toMatchObject({ code: 'PREPARATION_MISSING' })
    expect(await share(circle.leader)).toMatchObject({ __typename: 'NotFound' })
    await acts.act(circle.mentor, 'cancelConversation', { conversationId: id, reason: 'Syk' })
    expect(await share(circle.trainee)).toMatchObject({ code: 'NOT_IN_THIS_STATE' })
    expect(await parts(circle.mentor, AFTER)).toEqual(['MENTOR_PREPARATION'])
  })

  test('what was shared stays so, whoever writes to the database', async () => {
    await share(circle.trainee)
    const where = { conversationId: id, part: 'TRAINEE_PREPARATION' as const }
    for (const sharedAt of [null, AFTER])
      await expect(database.conversationText.updateMany({ where, data: { sharedAt } })).rejects.toThrow(
        'what was shared stays so',
      )
    await acts.write(circle.mentor, id, 'Referat')
    const minutes = { conversationId: id, part: 'MINUTES' as const }
    await expect(
      database.conversationText.updateMany({ where: minutes, data: { sharedAt: NOON } }),
    ).rejects.toThrow('preparations_alone_are_shared')
  })
})

describe('B32 the stream of a conversation that begins tomorrow', () => {
  const hear = async (actor: Actor, after: string | null) => {
    const events = await subscribeConversation(
      { conversationId: brandId(id), after },
      { actor, now: new Date() },
    )
    open.push(events)
    return async (count: number) => {
      const got: string[] = []
      while (got.length < count) {
        const { change, part } = (await events.next()).value
        got.push(part ? `${change} ${part}` : change)
      }
      return got
    }
  }
  beforeEach(async () => {
    await bothMoveTo(new Date(Date.now() + 86_400_000))
    await settled(pool)
  })

  async function bothMoveTo(startsAt: Date) {
    await database.conversation.update({ where: { id }, data: { startsAt } })
    const step = { command: 'ACCEPT', status: 'PLANNED', byId: circle.trainee.personId } as const
    await database.conversationHistory.create({
      data: { conversationId: id, at: new Date(), startsAt, ...step },
    })
  }

  // An event is looked at when it is asked for, so each is asked for before the next thing happens.
  test('tells the other of no preparation before it is shared, and the author of all', async () => {
    const [mentors, trainees] = [await hear(circle.mentor, null), await hear(circle.trainee, null)]
    const first = mentors(1)
    await acts.write(circle.trainee, id, ' Og til fødsler.', 'PREPARATION')
    await acts.write(circle.trainee, id, 'Referat')
    expect(await first).toEqual(['TEXT_WRITTEN MINUTES'])
    await share(circle.trainee, new Date())
    await acts.write(circle.trainee, id, ' Mye.', 'PREPARATION')
    const shared = ['PREPARATION_SHARED', 'TEXT_WRITTEN TRAINEE_PREPARATION']
    expect(await mentors(2)).toEqual(shared)
    expect(await trainees(4)).toEqual([
      ...['TEXT_WRITTEN TRAINEE_PREPARATION', 'TEXT_WRITTEN MINUTES', ...shared],
    ])
  })

  test('tells of it from the moment at which it begins', async () => {
    const mentors = await hear(circle.mentor, null)
    const first = mentors(1)
    await acts.write(circle.trainee, id, ' Før.', 'PREPARATION')
    await acts.write(circle.trainee, id, 'Referat')
    expect(await first).toEqual(['TEXT_WRITTEN MINUTES'])
    await bothMoveTo(new Date())
    await acts.write(circle.trainee, id, ' Nå.', 'PREPARATION')
    expect(await mentors(1)).toEqual(['TEXT_WRITTEN TRAINEE_PREPARATION'])
  })
})
