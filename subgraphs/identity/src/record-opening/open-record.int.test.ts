import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorld, NOW, type World } from '../testing/world.ts'

let world: World
let support: string
let local: string
beforeAll(async () => {
  world = await createWorld()
  support = await holderOf('SUPPORT')
  local = await holderOf('LOCAL_ADMIN')
})
afterAll(() => world.close())

async function holderOf(role: string) {
  const { person } = await world.db.roleGrant.findFirstOrThrow({ where: { role }, include: { person: true } })
  return `${person.givenName} ${person.familyName}`
}

const TRAINEE = 'Amalie Nygård'
const WHY = 'Amalie ringte: hun får ikke sendt aktiviteten.'
const OPEN = `mutation ($input: OpenRecordInput!) { openRecord(input: $input) { __typename
  ... on OpenRecordSuccess { opening { id role reason openedAt closesAt seenAt openedBy { displayName } } }
  ... on IdentityRefused { code } ... on NotFound { id } } }`
const SEEN = `mutation ($input: MarkRecordOpeningsSeenInput!) { markRecordOpeningsSeen(input: $input) { ... on MarkRecordOpeningsSeenSuccess { unseen } } }`
const TOLD = `{ viewer { profile { unseenRecordOpenings
  recordOpenings { totalCount edges { node { id reason role seenAt openedBy { displayName } } } }
  openedRecords { totalCount edges { node { trainee { displayName } } } } } } }`

interface Opened {
  openRecord: { __typename: string; code?: string; opening?: { id: string } }
}
interface Told {
  viewer: {
    profile: {
      unseenRecordOpenings: number
      recordOpenings: { totalCount: number; edges: { node: object }[] }
      openedRecords: { totalCount: number; edges: { node: object }[] }
    }
  }
}

const open = async (who: string, reason = WHY, traineeId = world.id(TRAINEE), now = NOW) =>
  ((await world.as(who, OPEN, { input: { traineeId, reason } }, now)) as unknown as Opened).openRecord
const told = async (who: string) => ((await world.as(who, TOLD)) as unknown as Told).viewer.profile

describe('B32 a record is opened for a reason, for an hour, and the trainee is told', () => {
  test('support opens it: the actor has it until the hour is over', async () => {
    expect((await world.actor(support)).openRecords).toBeUndefined()
    expect(await open(support)).toMatchObject({
      __typename: 'OpenRecordSuccess',
      opening: {
        ...{ role: 'SUPPORT', reason: WHY, seenAt: null, openedBy: { displayName: support } },
        ...{ openedAt: '2026-10-15T10:00:00.000Z', closesAt: '2026-10-15T11:00:00.000Z' },
      },
    })
    expect((await world.actor(support)).openRecords).toEqual([
      { traineeId: world.id(TRAINEE), until: '2026-10-15T11:00:00.000Z' },
    ])
    expect((await world.actor(support, new Date('2026-10-15T11:00:00Z'))).openRecords).toBeUndefined()
    expect((await world.actor(local)).openRecords).toBeUndefined()
  })

  test('the trainee reads who, by which role and why; it is new until it was on screen', async () => {
    const before = await told(TRAINEE)
    expect(before).toMatchObject({
      unseenRecordOpenings: 1,
      recordOpenings: {
        totalCount: 1,
        edges: [{ node: { reason: WHY, role: 'SUPPORT', seenAt: null, openedBy: { displayName: support } } }],
      },
      openedRecords: { totalCount: 0 },
    })
    const ids = before.recordOpenings.edges.map(({ node }) => (node as { id: string }).id)
    const input = { openingIds: [...ids, 'no id'] }
    expect(await world.as(local, SEEN, { input })).toEqual({ markRecordOpeningsSeen: { unseen: 0 } })
    expect((await told(TRAINEE)).unseenRecordOpenings).toBe(1)
    for (const _again of [1, 2])
      expect(await world.as(TRAINEE, SEEN, { input })).toEqual({ markRecordOpeningsSeen: { unseen: 0 } })
    expect(await told(TRAINEE)).toMatchObject({
      unseenRecordOpenings: 0,
      recordOpenings: { edges: [{ node: { seenAt: '2026-10-15T10:00:00.000Z' } }] },
    })
  })

  test('who opened it sees it among their own; nobody else sees it at all', async () => {
    expect((await told(support)).openedRecords).toMatchObject({
      totalCount: 1,
      edges: [{ node: { trainee: { displayName: TRAINEE } } }],
    })
    for (const who of [local, 'Ingrid Solheim', 'Per Arne Lunde'])
      expect(await told(who)).toMatchObject({
        ...{ unseenRecordOpenings: 0, recordOpenings: { totalCount: 0 }, openedRecords: { totalCount: 0 } },
      })
  })

  test('whose role is over keeps the name of whom they opened, and no way to the card', async () => {
    const openings = `{ viewer { profile { openedRecords { edges { node { traineeName
      trainee { id displayName person { email } unit { name } leader { id } } } } } } } }`
    const node = async () => {
      const { viewer } = (await world.as(support, openings)) as unknown as Told
      return viewer.profile.openedRecords.edges.map((edge) => edge.node)
    }
    const card = { id: world.id(TRAINEE), displayName: TRAINEE }
    expect(await node()).toMatchObject([{ traineeName: TRAINEE, trainee: card }])
    const where = { personId: world.id(support), revokedAt: null }
    const ended = await world.db.roleGrant.updateManyAndReturn({ where, data: { revokedAt: NOW } })
    expect(await node()).toEqual([{ traineeName: TRAINEE, trainee: null }])
    await world.db.roleGrant.updateMany({
      where: { id: { in: ended.map(({ id }) => id) } },
      data: { revokedAt: null },
    })
  })

  test('a page of openings costs as many statements as one of them', async () => {
    const cost = (first: number) =>
      world.statements(() =>
        world.as(
          support,
          `{ viewer { profile { openedRecords(first: ${first}) { edges { node { traineeName
          trainee { id displayName unit { name } } } } } } } }`,
        ),
      )
    const { id: traineeId } = await world.db.trainee.findFirstOrThrow({
      where: { id: { not: world.id(TRAINEE) } },
    })
    await open(support, WHY, traineeId)
    expect(await cost(2)).toBe(await cost(1))
  })

  test('it stands in the history, with who, why and until when', async () => {
    const { id } = await world.db.recordOpening.findFirstOrThrow({ where: { traineeId: world.id(TRAINEE) } })
    const rows = await world.db.history.findMany({ where: { aggregateId: id } })
    expect(rows).toMatchObject([
      {
        ...{ aggregate: 'record_opening', command: 'OPEN_RECORD', byId: world.id(support), version: 1 },
        state: { reason: WHY, until: '2026-10-15T11:00:00.000Z', traineeId: world.id(TRAINEE) },
      },
    ])
  })

  test('without a reason, by a role that does not reach, or by nobody in office: nothing is opened', async () => {
    const count = () => world.db.recordOpening.count()
    const before = await count()
    expect(await open(support, 'fordi')).toEqual({ __typename: 'IdentityRefused', code: 'REASON_INVALID' })
    expect(await open(support, '  \u200b kort \n')).toMatchObject({ code: 'REASON_INVALID' })
    expect(await open(support, 'Gjelder 01019012480, som ringte')).toMatchObject({
      code: 'NATIONAL_ID_FOUND',
    })
    expect(await open(TRAINEE)).toMatchObject({ code: 'NOT_PERMITTED' })
    expect(await open(support, WHY, 'no id')).toMatchObject({ __typename: 'NotFound' })
    expect(await open(support, WHY, world.id(support))).toMatchObject({ __typename: 'NotFound' })
    expect(await count()).toBe(before)
  })
})
