import { expect, test } from '@playwright/test'
import { LOCAL_ADMIN, REGIONAL_ADMIN, SUPPORT } from './support/administration.ts'
import { expectAccessible } from './support/axe.ts'
import { person, type Person, PHONE } from './support/person.ts'

const idOf = async (by: Person, name: string): Promise<string> => {
  const query = 'query ($search: String!) { personSearch(search: $search) { edges { node { id } } } }'
  type Found = { personSearch: { edges: { node: { id: string } }[] } }
  const { personSearch } = await by.ask<Found>(query, { search: name })
  return personSearch.edges[0]?.node.id ?? 'nobody of this name'
}

const goalOf = async (by: Person, code: string): Promise<string> => {
  const goals = `query ($code: String!) { learningGoalDefinitions(filter: { search: $code }) { edges { node { id } } } }`
  type Goals = { learningGoalDefinitions: { edges: { node: { id: string } }[] } }
  const { learningGoalDefinitions } = await by.ask<Goals>(goals, { code })
  return learningGoalDefinitions.edges[0]?.node.id ?? 'no goal of this code'
}

/** The pages of each role. One story each: together they take longer than a story may on a busy machine. */
const VISITS: readonly (readonly [string, string, (by: Person) => Promise<readonly string[]>])[] = [
  [
    'a local administrator',
    LOCAL_ADMIN,
    async (by) => {
      const [leader, doctor] = [await idOf(by, 'Ingrid Solheim'), await idOf(by, 'Amalie Nygård')]
      const persons = ['/brukere', '/brukere?sok=ma', `/brukere/${leader}`, `/brukere/${doctor}`]
      return ['/', ...persons, `/lege/${doctor}`, '/samtalemaler']
    },
  ],
  [
    'a regional administrator',
    REGIONAL_ADMIN,
    async (by) => {
      const activities = [
        '/laeringsaktiviteter?sok=kirurgi',
        `/laeringsaktiviteter/${await goalOf(by, 'ALM-047')}`,
      ]
      return ['/organisasjon', ...activities, '/spor', '/forslag']
    },
  ],
  [
    'support',
    SUPPORT,
    async (by) => ['/', '/brukere', `/lege/${await idOf(by, 'Amalie Nygård')}`, '/regler'],
  ],
]

for (const [role, name, pathsOf] of VISITS)
  test(`B17 no page of ${role} has accessibility faults, wide and light, narrow and dark`, async ({
    browser,
  }) => {
    const by = await person(browser, name)
    const { page } = by
    for (const path of await pathsOf(by)) {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      await expectAccessible(page)
      await page.setViewportSize(PHONE)
      await page.emulateMedia({ colorScheme: 'dark' })
      await expectAccessible(page)
    }
  })
