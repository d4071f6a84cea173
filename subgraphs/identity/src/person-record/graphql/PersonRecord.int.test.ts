import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const RECORD = `query ($id: ID!) { personRecord(id: $id) {
  person { displayName unit { name enterprise { name } } }
  trainee { track { code } }
  grants { role scope { ...Place } availableCommands }
  roleOffers { role scope { ...Place } }
  trainees { totalCount edges { node { kind trainee { displayName } } } }
  deputies { deputy { displayName } }
  deputyFor { leader { displayName } }
  deputyUnits { name }
} }
fragment Place on Scope { ... on Region { code } ... on Enterprise { name } }`

interface Record {
  person: { displayName: string; unit: { name: string; enterprise: { name: string } } | null }
  trainee: { track: { code: string } } | null
  grants: { role: string; availableCommands: string[] }[]
  roleOffers: { role: string; scope: { code?: string; name?: string } | null }[]
  trainees: { totalCount: number; edges: { node: { kind: string; trainee: { displayName: string } } }[] }
  deputies: { deputy: { displayName: string } }[]
  deputyFor: { leader: { displayName: string } }[]
  deputyUnits: { name: string }[]
}
const record = async (by: string, of: string) =>
  ((await world.as(by, RECORD, { id: world.id(of) })) as { personRecord: Record | null }).personRecord
const offers = async (by: string, to: string) =>
  (await record(by, to))?.roleOffers.map(({ role, scope }) =>
    [role, scope?.code ?? scope?.name].filter(Boolean).join(' '),
  )

describe('the page of a person', () => {
  test('F026 a local administrator reads roles, relations and deputyships of the own enterprise', async () => {
    const leader = await record('Wenche Torgersrud', 'Ingrid Solheim')
    expect(leader).toMatchObject({
      person: {
        displayName: 'Ingrid Solheim',
        unit: { name: 'Nordvåg legesenter', enterprise: { name: 'Nordvåg kommune' } },
      },
      trainee: null,
      grants: [],
      deputies: [{ deputy: { displayName: 'Kari Mette Bruvold' } }],
      deputyFor: [],
      // The unit that she is named as leader of, and one where she leads a doctor.
      deputyUnits: [{ name: 'Havna legesenter' }, { name: 'Nordvåg legesenter' }],
    })
    expect(leader?.trainees.totalCount).toBe(11)
    expect(new Set(leader?.trainees.edges.map(({ node }) => node.kind))).toEqual(new Set(['LEADER']))
    expect(await record('Wenche Torgersrud', 'Amalie Nygård')).toMatchObject({
      trainee: { track: { code: 'ALM' } },
    })
  })

  test('F026 each is offered the roles that they may give, and nobody one for oneself', async () => {
    expect(await offers('Wenche Torgersrud', 'Ingrid Solheim')).toEqual(['LOCAL_ADMIN Nordvåg kommune'])
    expect(await offers('Torunn Hellevang', 'Hanne Kvitnes')).toEqual([
      'LOCAL_ADMIN Fjordglimt universitetssykehus',
      'LOCAL_ADMIN Havgløtt sykehus',
      'REGIONAL_ADMIN HELSE_VEST',
    ])
    expect(await offers('Elisabeth Furuseth', 'Ingrid Solheim')).toEqual([
      'REGIONAL_ADMIN MUNICIPAL',
      'REGIONAL_ADMIN HELSE_SOR_OST',
      'REGIONAL_ADMIN HELSE_VEST',
      'REGIONAL_ADMIN HELSE_MIDT',
      'REGIONAL_ADMIN HELSE_NORD',
      'SUPPORT',
      'DIRECTORATE',
    ])
    expect(await offers('Kjetil Brandvold', 'Ingrid Solheim')).toEqual([])
    expect(await offers('Wenche Torgersrud', 'Wenche Torgersrud')).toEqual([])
  })

  test('F026 roles given are shown with what may be taken back; who answers for a place is shown to all', async () => {
    const grant = { role: 'LOCAL_ADMIN', scope: { name: 'Nordvåg kommune' } }
    expect((await record('Mona Skredderud', 'Wenche Torgersrud'))?.grants).toEqual([
      { ...grant, availableCommands: ['REVOKE'] },
    ])
    expect((await record('Kjetil Brandvold', 'Wenche Torgersrud'))?.grants).toEqual([
      { ...grant, availableCommands: [] },
    ])
    expect((await record('Ingrid Solheim', 'Wenche Torgersrud'))?.grants).toEqual([
      { ...grant, availableCommands: [] },
    ])
  })

  test('F033 outside the scope there is no page; a leader sees no doctors but the own', async () => {
    expect(await record('Wenche Torgersrud', 'Tone Myrdal')).toBeNull()
    expect(await record('Rolf Bakkejord', 'Ingrid Solheim')).toBeNull()
    expect((await record('Berit Aasen', 'Gunnar Haltvik'))?.trainees.totalCount).toBe(0)
  })

  test('F108 support finds every doctor', async () => {
    expect(await record('Kjetil Brandvold', 'Ellen Draugsvoll')).toMatchObject({
      person: { displayName: 'Ellen Draugsvoll' },
    })
    const search = '{ personSearch(search: "amalie ny") { edges { node { displayName } } } }'
    expect(await world.as('Kjetil Brandvold', search)).toEqual({
      personSearch: { edges: [{ node: { displayName: 'Amalie Nygård' } }] },
    })
  })
})
