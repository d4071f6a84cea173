import { expect, test } from 'vitest'
import { hitsOf, pagesNamed } from './hits.ts'
import type { Found } from './queries.ts'

const trainees = (totalCount: number, ...names: string[]) => ({
  totalCount,
  edges: names.map((name) => ({
    node: { trainee: { id: name, displayName: name, unit: { id: 'u', name: 'Nordvåg' } } },
  })),
})
const goals = (totalCount: number, ...codes: string[]) => ({
  totalCount,
  edges: codes.map((code) => ({
    node: { id: code, status: 'WAITING' as const, definition: { id: code, code, wording: `Kunne ${code}` } },
  })),
})

test('a page is found by words of its name; without words all of them are', () => {
  const pages = [
    { href: '/', text: 'Hjem' },
    { href: '/mine-planer', text: 'Mine planer' },
  ]
  expect(pagesNamed(pages, 'plan mine')).toEqual({ kind: 'pages', hits: [pages[1]], total: 1 })
  expect(pagesNamed(pages, '').hits).toEqual(pages)
  expect(pagesNamed(pages, 'plan hjem').hits).toEqual([])
})

test('F044 goals of several plans stand together, and say how many there are', () => {
  const plans = [goals(9, 'ALM-001'), goals(1, 'KLK-001')].map((one, at) => ({
    node: { id: String(at), goals: one },
  }))
  const found: Found = { viewer: { trainee: { id: 't', assignedPlans: { edges: plans } } } }
  expect(hitsOf(found)).toEqual([
    {
      kind: 'goals',
      hits: [
        { href: '/mal/ALM-001', code: 'ALM-001', text: 'Kunne ALM-001' },
        { href: '/mal/KLK-001', code: 'KLK-001', text: 'Kunne KLK-001' },
      ],
      total: 10,
    },
  ])
})

test('F020 somebody who is both led and mentored is listed once, with the way to the page as trainee', () => {
  const [group] = hitsOf({
    led: trainees(3, 'Amalie', 'Jonas'),
    mentored: trainees(1, 'Amalie'),
    administered: {
      totalCount: 2,
      edges: [
        { node: { id: 'Amalie', displayName: 'Amalie', unit: null } },
        { node: { id: 'Berit', displayName: 'Berit', unit: null } },
      ],
    },
  })
  expect(group?.hits.map(({ href }) => href)).toEqual(['/lege/Amalie', '/lege/Jonas', '/brukere/Berit'])
  // One more than is shown.
  expect(group?.total).toBe(4)
})

test('nothing found is no group', () => {
  expect(hitsOf({ led: trainees(0), curriculum: null })).toEqual([])
  expect(hitsOf(undefined)).toEqual([])
})
