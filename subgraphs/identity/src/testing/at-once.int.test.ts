import { addDays } from '@kompetanse/calendar/day'
import { commandOf } from '@kompetanse/graph/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../schema.ts'
import { createWorld, TODAY, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const TRAINEE = 'Amalie Nygård'
const [LOCAL, REGIONAL] = ['Wenche Torgersrud', 'Mona Skredderud']
/** Each of the two is the other's choice: what one locks, the other refers to. */
const LEADERS = ['Ingrid Solheim', 'Marit Elvestad'] as const
const ADMINISTRATORS = [LOCAL, REGIONAL] as const
const COLLEAGUES = ['Liv Grønnestad', 'Berit Aasen', 'Per Arne Lunde', 'Ingrid Solheim']

let turn = 0
/** No two rounds have a day in common. */
const day = () => addDays(TODAY, turn % 360)
const one = <T>(all: readonly T[], at: number): T => all[at % all.length] as T
const newest = { orderBy: { id: 'desc' } } as const

type Command = (side: 0 | 1) => Promise<readonly [by: string, input: object]>
const register = async (side: number) =>
  [
    LOCAL,
    {
      ...{ traineeId: world.id(TRAINEE), personId: world.id(one(COLLEAGUES, turn + side)) },
      startsOn: TODAY,
    },
  ] as const

/** Every command of identity that others may give at the same time; see the first test. */
const COMMANDS: Readonly<Record<string, Command>> = {
  registerLeader: register,
  registerMentor: register,
  registerSupervisor: register,
  endRelation: async (side) => {
    const kind = side === 0 ? 'MENTOR' : 'SUPERVISOR'
    const row = await world.db.trainingRelation.findFirst({
      where: { traineeId: world.id(TRAINEE), kind, validTo: null, cancelledAt: null },
      ...newest,
    })
    return [LOCAL, { relationId: row?.id ?? '', expectedVersion: row?.version ?? 0 }]
  },
  appointDeputy: async (side) => {
    const [leader, deputy] = [LEADERS[side], one(LEADERS, side + 1)]
    const { id: unitId } = await world.db.unit.findFirstOrThrow({ where: { leaderId: world.id(leader) } })
    const period = { startsOn: day(), endsOn: day() }
    return [REGIONAL, { leaderId: world.id(leader), deputyId: world.id(deputy), unitId, ...period }]
  },
  endDeputyship: async () => {
    const row = await world.db.deputyship.findFirst({ where: { version: 1 }, ...newest })
    return [REGIONAL, { deputyshipId: row?.id ?? '', expectedVersion: 1 }]
  },
  grantRole: async (side) => {
    const { id: enterpriseId } = await world.db.enterprise.findFirstOrThrow({
      where: { name: 'Nordvåg kommune' },
    })
    const to = world.id(one(ADMINISTRATORS, side + 1))
    const period = { startsOn: addDays(TODAY, -turn), endsOn: TODAY }
    return [ADMINISTRATORS[side], { personId: to, role: 'LOCAL_ADMIN', scope: { enterpriseId }, ...period }]
  },
  revokeRole: async () => {
    const row = await world.db.roleGrant.findFirst({
      where: { version: 1, validTo: { not: null } },
      ...newest,
    })
    return [REGIONAL, { grantId: row?.id ?? '', expectedVersion: 1 }]
  },
  openRecord: async (side) => [
    ADMINISTRATORS[side],
    { traineeId: world.id(TRAINEE), reason: 'Ringte om innlogging' },
  ],
}
/** These change what is the actor's own alone. */
const OWN = ['markRecordOpeningsSeen', 'setLanguage']

const done: Record<string, number> = {}
const failed: string[] = []

async function give(name: string, side: 0 | 1): Promise<() => Promise<void>> {
  const [by, input] = await (COMMANDS[name] as Command)(side)
  const document = commandOf(name)
  return async () => {
    try {
      const { answer } = (await world.as(by, document, { input })) as { answer: { __typename: string } }
      if (answer.__typename.endsWith('Success')) done[name] = (done[name] ?? 0) + 1
    } catch (error) {
      failed.push(`${name}: ${String(error).slice(0, 300)}`)
    }
  }
}

const ROUNDS = 6
const names = Object.keys(COMMANDS)
const PAIRS = names.flatMap((name, index) => names.slice(index).map((other) => [name, other] as const))

describe('F012 F026 F093 B32 two commands at once', () => {
  test('every command is tried', () => {
    const all = Object.keys(schema.getMutationType()?.getFields() ?? {})
    expect([...names, ...OWN].toSorted()).toEqual(all.toSorted())
  })

  test.each(PAIRS)('%s beside %s: each is done or refused', async (name, other) => {
    failed.length = 0
    for (let round = 0; round < ROUNDS; round++, turn++) {
      const given = [give(name, 0), give(other, 1), give(name, 1), give(other, 0)]
      await Promise.all((await Promise.all(given)).map((send) => send()))
    }
    expect(failed).toEqual([])
  })

  test('each was done many times', () => {
    for (const name of names) expect(done[name], name).toBeGreaterThan(3)
  })
})
