import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

describe('searching for a person', () => {
  const query = `query ($search: String!, $role: RelationKind, $first: Int, $after: String) {
    personSearch(search: $search, role: $role, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { displayName email } }
    }
  }`
  interface Found {
    personSearch: {
      totalCount: number
      pageInfo: { hasNextPage: boolean; endCursor: string | null }
      edges: { node: { displayName: string; email: string | null } }[]
    }
  }
  const search = async (by: string, text: string, rest: Record<string, unknown> = {}) =>
    ((await world.as(by, query, { search: text, ...rest })) as unknown as Found).personSearch
  const names = async (by: string, text: string, rest?: Record<string, unknown>) =>
    (await search(by, text, rest)).edges.map(({ node }) => node.displayName)

  test('F062 finds by the beginning of any name, whatever its case', async () => {
    expect(await names('Maja Østby', 'aas')).toEqual(['Berit Aasen'])
    expect(await names('Ingrid Solheim', 'ØST maj')).toEqual(['Maja Østby'])
    expect(await names('Maja Østby', 'erik')).toEqual(['Tor-Erik Hovland'])
    expect(await names('Maja Østby', 'asen')).toEqual([])
    expect(await names('Maja Østby', '%%')).toEqual([])
    expect(await names('Maja Østby', 'b')).toEqual([])
  })

  test('F062 nobody is found as the own supervisor; the address stays hidden until they work together', async () => {
    expect(await names('Maja Østby', 'maja', { role: 'SUPERVISOR' })).toEqual([])
    expect((await search('Maja Østby', 'aasen')).edges[0]?.node.email).toBeNull()
  })

  test('F033 finds people of the own enterprise, and of those one works with, and no others', async () => {
    expect(await names('Maja Østby', 'draugsvoll')).toEqual([])
    expect(await names('Arvid Sørbø', 'draugsvoll')).toEqual(['Ellen Draugsvoll'])
    expect(await names('Emma Sjøvik', 'odd rø')).toEqual(['Odd Magne Rønning'])
    expect(await names('Petter Gjerdevik', 'draugsvoll')).toEqual(['Ellen Draugsvoll'])
    expect(await names('Torunn Hellevang', 'draugsvoll')).toEqual([])
  })

  test('F062 pages without gap or repetition', async () => {
    const all = await names('Mona Skredderud', 'ma', { first: 100 })
    const pages: string[] = []
    for (let after: string | null = null; ;) {
      const page = await search('Mona Skredderud', 'ma', { first: 2, after })
      expect(page.totalCount).toBe(all.length)
      pages.push(...page.edges.map(({ node }) => node.displayName))
      after = page.pageInfo.endCursor
      if (!page.pageInfo.hasNextPage) break
    }
    expect(all.length).toBeGreaterThan(3)
    expect(pages).toEqual(all)
  })
})
