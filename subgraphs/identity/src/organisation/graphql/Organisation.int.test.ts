import { ask } from '@kompetanse/graph/testing'
import type { RegionCode } from '@kompetanse/schema/regions'
import type { Actor } from '@kompetanse/schema/actor-token'
import { brandId } from '@kompetanse/schema/ids'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../../schema.ts'
import { createWorld, NOW, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const machine = (regionCode: RegionCode): Actor => ({
  kind: 'machine',
  personId: brandId(''),
  trainee: false,
  grants: [],
  regionCode,
})

describe('the organisation', () => {
  test('F027 nation, regions, enterprises, units', async () => {
    const query = `{ nation { name regions { code enterprises { totalCount edges { node {
      name kind units { edges { node { name parent { name } leader { displayName } } } }
    } } } } } }`
    const { nation } = (await world.as('Kjetil Brandvold', query)) as {
      nation: {
        name: string
        regions: { code: string; enterprises: { totalCount: number; edges: unknown[] } }[]
      }
    }
    expect(nation.regions.map(({ code, enterprises }) => [code, enterprises.totalCount])).toEqual([
      ['MUNICIPAL', 5],
      ['HELSE_SOR_OST', 2],
      ['HELSE_VEST', 2],
      ['HELSE_MIDT', 2],
      ['HELSE_NORD', 1],
    ])
    expect(nation.regions[4]?.enterprises.edges).toEqual([
      {
        node: {
          name: 'Nordlysvika universitetssykehus',
          kind: 'APPROVED',
          units: {
            edges: [
              {
                node: {
                  name: 'Barne- og ungdomsavdelingen',
                  parent: null,
                  leader: { displayName: 'Ragnhild Isfjell' },
                },
              },
              {
                node: {
                  name: 'Nyfødtseksjonen',
                  parent: { name: 'Barne- og ungdomsavdelingen' },
                  leader: null,
                },
              },
            ],
          },
        },
      },
    ])
  })

  test('F027 who answers for a region and an enterprise; people of a unit for its administrators alone', async () => {
    const query = `{ nation { regions { code administrators { displayName } enterprises { edges { node {
      name administrators { displayName } units { edges { node { name persons { totalCount } } } }
    } } } } } }`
    interface Answer {
      nation: {
        regions: {
          code: string
          administrators: { displayName: string }[]
          enterprises: {
            edges: {
              node: {
                name: string
                administrators: { displayName: string }[]
                units: { edges: { node: { name: string; persons: { totalCount: number } } }[] }
              }
            }[]
          }
        }[]
      }
    }
    const answer = async (name: string) => {
      const { nation } = (await world.as(name, query)) as unknown as Answer
      const nodes = nation.regions.flatMap(({ enterprises }) => enterprises.edges.map(({ node }) => node))
      const count = (name: string) =>
        nodes
          .filter((node) => node.name === name)
          .flatMap(({ units }) => units.edges.map(({ node }) => node.persons.totalCount))
          .reduce((sum, persons) => sum + persons, 0)
      return { nation, nodes, count }
    }
    const local = await answer('Rolf Bakkejord')
    expect(local.nation.regions[2]).toMatchObject({
      code: 'HELSE_VEST',
      administrators: [{ displayName: 'Torunn Hellevang' }],
    })
    expect(local.nodes.find(({ name }) => name === 'Elvebyen kommune')?.administrators).toEqual([
      { displayName: 'Rolf Bakkejord' },
    ])
    expect(local.count('Elvebyen kommune')).toBeGreaterThan(3)
    expect(local.count('Nordvåg kommune')).toBe(0)
    expect((await answer('Mona Skredderud')).count('Nordvåg kommune')).toBeGreaterThan(10)
  })

  test('F026 F033 who answers for a place is named to all; the record opens for those who reach the person', async () => {
    const query = '{ nation { regions { code administrators { displayName mayOpenRecord } } } }'
    interface Answer {
      nation: {
        regions: { code: string; administrators: { displayName: string; mayOpenRecord: boolean }[] }[]
      }
    }
    const opens = async (by: string) => {
      const { nation } = (await world.as(by, query)) as unknown as Answer
      const all = nation.regions.flatMap(({ administrators }) => administrators)
      return all.filter(({ mayOpenRecord }) => mayOpenRecord).map(({ displayName }) => displayName)
    }
    expect(await opens('Torunn Hellevang')).toEqual(['Torunn Hellevang'])
    expect(await opens('Kjetil Brandvold')).toContain('Torunn Hellevang')
    expect((await opens('Kjetil Brandvold')).length).toBeGreaterThan(1)
  })

  test('F033 the client of one region never sees another, nor any person', async () => {
    const query = `query ($id: ID!, $person: ID!) {
      own: region(code: HELSE_VEST) { name enterprises { totalCount } }
      other: region(code: HELSE_NORD) { name }
      enterprise(id: $id) { name }
      nation { name }
      viewer { profile { workspaces } }
      trainee(id: $person) { id }
      personSearch(search: "ingrid") { totalCount }
    }`
    const { id } = await world.db.enterprise.findFirstOrThrow({ where: { regionCode: 'HELSE_NORD' } })
    const variables = { id, person: world.id('Amalie Nygård') }
    expect(await ask(schema, { actor: machine('HELSE_VEST'), query, variables, now: NOW })).toEqual({
      data: {
        own: { name: 'Helse Vest', enterprises: { totalCount: 2 } },
        other: null,
        enterprise: null,
        nation: null,
        viewer: { profile: null },
        trainee: null,
        personSearch: { totalCount: 0 },
      },
    })
  })
})
