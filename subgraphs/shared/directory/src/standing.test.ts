import { brandId } from '@kompetanse/schema/ids'
import { beforeEach, describe, expect, test } from 'vitest'
import { findReachable } from './reach.ts'
import { loadStandings, standings } from './standing.ts'
import { granted, rowsOf, somebody } from './testing-rows.ts'

const NOON = new Date('2026-09-15T10:00:00Z')
const id = (at: number) => `00000000-0000-4000-8000-00000000000${at}`
const [ADA, KIM, LIV, STEN, OLA, EVA] = [1, 2, 3, 4, 5, 6].map(id) as [
  string,
  string,
  string,
  string,
  string,
  string,
]
const enterprise = (name: string) => ({ enterpriseId: brandId<'Enterprise'>(name) })

let rows: ReturnType<typeof rowsOf>
/** Liv leads Ada and mentors her, and mentors Kim; Sten stands in for Liv, and did for Ola. */
beforeEach(() => {
  rows = rowsOf()
  rows.relate('LEADER', ADA, LIV)
  rows.relate('MENTOR', ADA, LIV)
  rows.relate('MENTOR', KIM, LIV)
  rows.relate('LEADER', KIM, OLA, { to: '2026-09-14' })
  rows.standIn(STEN, LIV)
  rows.standIn(STEN, OLA, { to: '2026-09-14' })
})

describe('F012 B32 what an actor is to a trainee today', () => {
  const nothing = {
    self: false,
    relations: [],
    deputyOf: [],
    standsInFor: [],
    support: false,
    directorate: false,
  }
  const opened = { openRecords: [{ traineeId: brandId<'Person'>(ADA), until: '2026-09-15T11:00:00Z' }] }

  test.each<[string, ReturnType<typeof somebody>, object, object]>([
    ['oneself', somebody(ADA), { self: true }, {}],
    ['leader and mentor', somebody(LIV), { relations: ['LEADER', 'MENTOR'] }, { relations: ['MENTOR'] }],
    [
      'a deputy, of those who are led',
      somebody(STEN),
      { deputyOf: [LIV], standsInFor: [LIV] },
      { standsInFor: [LIV] },
    ],
    ['the leader of before', somebody(OLA), {}, {}],
    ['support', somebody(EVA, granted('SUPPORT')), { support: true }, { support: true }],
    [
      'the Directorate, with the record open',
      somebody(EVA, { ...granted('DIRECTORATE'), ...opened }),
      { directorate: true },
      {},
    ],
    ['the Directorate', somebody(EVA, granted('DIRECTORATE')), {}, {}],
    ['a record that somebody else has opened', somebody(EVA, opened), {}, {}],
    ['a machine with a person’s id', somebody(LIV, { kind: 'machine' }), {}, {}],
    ['a machine with a trainee’s id', somebody(ADA, { kind: 'machine' }), {}, {}],
  ])('%s', async (_who, actor, toAda, toKim) => {
    const found = await loadStandings(rows.client, actor, NOON, [brandId(ADA), brandId(KIM)])
    const plain = [...found.values()].map((each) => ({
      ...{ ...each, relations: [...each.relations], standsInFor: [...each.standsInFor] },
    }))
    expect([...found.keys()]).toEqual([ADA, KIM])
    expect(plain).toEqual([
      { ...nothing, ...toAda },
      { ...nothing, ...toKim },
    ])
  })

  test('is found for all rows of a request at once', async () => {
    const asked: object[] = []
    const { relation, deputyship } = rows.client
    const counted = {
      deputyship,
      relation: {
        findMany: (args: { where: object }) => {
          asked.push(args.where)
          return relation.findMany(args)
        },
      },
    }
    const standingTo = standings(counted)
    const context = { actor: somebody(LIV), now: NOON } as Parameters<typeof standingTo>[1]
    const both = await Promise.all([ADA, KIM].map((each) => standingTo(brandId(each), context)))
    expect([both.map(({ relations }) => relations.size), asked.length]).toEqual([[2, 1], 1])
  })
})

describe('F062 whom a command may name', () => {
  const context = (actor: ReturnType<typeof somebody>) =>
    ({ actor, now: NOON }) as Parameters<typeof findReachable>[2]
  const finds = async (actor: ReturnType<typeof somebody>) => {
    const all = [ADA, KIM, LIV, STEN, OLA, EVA]
    const found = await Promise.all(
      all.map((each) => findReachable(rows.client, brandId(each), context(actor))),
    )
    return all.filter((_, at) => found[at] !== null)
  }
  beforeEach(() => {
    for (const [name, place] of [
      [ADA, 'a'],
      [KIM, 'k'],
      [LIV, 'l'],
      [STEN, 's'],
      [OLA, 'o'],
    ] as const)
      rows.person(name, enterprise(place))
    rows.person(EVA, { enterpriseId: null, regionCode: 'HELSE_NORD' })
  })

  test.each<[string, ReturnType<typeof somebody>, string[]]>([
    ['oneself, and where those are who have to do with one', somebody(ADA), [ADA, LIV]],
    ['where one’s trainees are', somebody(LIV), [ADA, KIM, LIV]],
    ['where they are whose leader one stands in for', somebody(STEN), [ADA, STEN]],
    ['not where those were with whom one had to do', somebody(OLA), [OLA]],
    ['oneself, where nobody is near', somebody(EVA), [EVA]],
    ['where one administers', somebody('x', granted('LOCAL_ADMIN', enterprise('o'))), [OLA]],
    ['in the region', somebody('x', granted('REGIONAL_ADMIN', { regionCode: 'HELSE_NORD' })), [EVA]],
    ['everybody', somebody('x', granted('SUPPORT')), [ADA, KIM, LIV, STEN, OLA, EVA]],
    ['nobody, as a machine', somebody(LIV, { kind: 'machine', ...granted('SUPPORT') }), []],
    ['nobody, as nobody', somebody('', granted('SUPPORT')), []],
  ])('%s', async (_whom, actor, found) => {
    expect(await finds(actor)).toEqual(found)
  })

  test.each([
    ['a machine', somebody(LIV, { kind: 'machine' })],
    ['nobody', somebody('')],
  ])('for %s it is not asked who is near', async (_who, actor) => {
    const { person } = rows.client
    const findMany = () => Promise.reject(new Error('asked'))
    expect(await findReachable({ person: { ...person, findMany } }, brandId(ADA), context(actor))).toBeNull()
  })

  test('what is no id names nobody, and is not asked for', async () => {
    const everybody = context(somebody('x', granted('SUPPORT')))
    rows.person('no-id')
    expect(await findReachable(rows.client, brandId('no-id'), everybody)).toBeNull()
  })
})
