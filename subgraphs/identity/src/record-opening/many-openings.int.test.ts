import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ACTOR_HEADER, signActorToken } from '@kompetanse/schema/actor-token'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MOST_OPEN } from './domain/record-opening.ts'
import { createWorld, NOW, type World } from '../testing/world.ts'

let world: World
let support: string
let trainees: string[]
beforeAll(async () => {
  world = await createWorld()
  const { person } = await world.db.roleGrant.findFirstOrThrow({
    where: { role: 'SUPPORT' },
    include: { person: true },
  })
  support = `${person.givenName} ${person.familyName}`
  trainees = await moreTrainees(MOST_OPEN + 1)
})
afterAll(() => world.close())

async function moreTrainees(count: number) {
  const { unitId } = await world.db.trainee.findFirstOrThrow()
  const ids = Array.from({ length: count }, (_, at) => `01980000-0098-7000-8000-${`${at}`.padStart(12, '0')}`)
  const name = { givenName: 'Prøve', familyName: 'Lege', searchName: '' }
  await world.db.person.createMany({ data: ids.map((id) => ({ id, unitId, ...name })) })
  const training = { trackCode: 'ALM', part: 'PART_3', position: 'LIS3', fte: 1, trainingStartedOn: NOW }
  await world.db.trainee.createMany({ data: ids.map((id) => ({ id, unitId, ...training })) })
  return ids
}

const OPEN = `mutation ($input: OpenRecordInput!) { openRecord(input: $input) { __typename
  ... on OpenRecordSuccess { opening { id } } ... on IdentityRefused { code } } }`
const open = async (traineeId: string, now = NOW) =>
  (await world.as(support, OPEN, { input: { traineeId, reason: 'Ringte om innlogging' } }, now))['openRecord']
const opened = async () => (await world.actor(support)).openRecords ?? []

/** What a server with Node's own limits says to a header with the actor of this many openings. */
async function statusWith(openings: number): Promise<{ status: number; length: number }> {
  const actor = await world.actor(support)
  const one = (await opened())[0]
  if (!one) throw new Error('nothing is open')
  const openRecords = Array.from({ length: openings }, () => one)
  const token = await signActorToken({ ...actor, openRecords }, await signingKey())
  const server = createServer((_request, response) => response.end()).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const { status } = await fetch(`http://127.0.0.1:${port}`, { headers: { [ACTOR_HEADER]: token } })
  await new Promise((resolve) => server.close(resolve))
  return { status, length: token.length }
}

async function signingKey() {
  const made = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])
  return 'privateKey' in made ? made.privateKey : made
}

describe('B32 many openings', () => {
  test('of twenty of one trainee at once, one opens it and is told', async () => {
    const [first = ''] = trainees
    const answers = await Promise.all(Array.from({ length: 20 }, () => open(first)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ __typename: 'OpenRecordSuccess' })
    expect(await world.db.recordOpening.count({ where: { traineeId: first } })).toBe(1)
    expect(await world.db.history.count({ where: { command: 'OPEN_RECORD' } })).toBe(1)
    // Closed again, it is opened anew.
    const later = new Date(NOW.getTime() + 61 * 60_000)
    expect(await open(first, later)).not.toEqual(answers[0])
  })

  test('several that run of one trainee are one in the actor: the latest', async () => {
    const [traineeId = ''] = trainees
    const until = new Date(NOW.getTime() + 60 * 60_000)
    const { id: openedById } = await world.db.person.findFirstOrThrow({ where: { id: world.id(support) } })
    await world.db.recordOpening.createMany({
      data: Array.from({ length: 140 }, (_, second) => ({
        ...{ traineeId, openedById, role: 'SUPPORT', reason: 'Ringte om innlogging' },
        ...{ openedAt: NOW, until: new Date(until.getTime() - second * 1000) },
      })),
    })
    expect(await opened()).toHaveLength(1)
  })

  test('so many at a time and no more, though all are asked for at once', async () => {
    const answers = await Promise.all(trainees.map((traineeId) => open(traineeId)))
    const refused = { __typename: 'IdentityRefused', code: 'TOO_MANY_OPEN' }
    expect(answers.filter((answer) => JSON.stringify(answer) === JSON.stringify(refused))).toHaveLength(1)
    expect(await opened()).toHaveLength(MOST_OPEN)
    expect((await world.actor(support)).openRecords).toHaveLength(MOST_OPEN)
  })

  test('as many as may be open fit twice into the header; of what once locked the opener out, the server says so', async () => {
    expect(await statusWith(MOST_OPEN)).toMatchObject({ status: 200 })
    expect((await statusWith(MOST_OPEN * 2)).status).toBe(200)
    expect((await statusWith(140)).status).toBe(431)
  })
})
