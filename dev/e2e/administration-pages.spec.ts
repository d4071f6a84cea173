import { expect, test } from '@playwright/test'
import { LOCAL_ADMIN, REGIONAL_ADMIN, SUPPORT } from './support/administration.ts'
import { expectAccessible } from './support/axe.ts'
import { person, PHONE } from './support/person.ts'

test('B17 no page of administration has accessibility faults, wide and light, narrow and dark', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const idOf = async (by: Awaited<ReturnType<typeof person>>, name: string) => {
    const query = 'query ($search: String!) { personSearch(search: $search) { edges { node { id } } } }'
    type Found = { personSearch: { edges: { node: { id: string } }[] } }
    const { personSearch } = await by.ask<Found>(query, { search: name })
    return personSearch.edges[0]?.node.id
  }
  const local = await person(browser, LOCAL_ADMIN)
  const regional = await person(browser, REGIONAL_ADMIN)
  const support = await person(browser, SUPPORT)
  const goals = `{ learningGoalDefinitions(filter: { search: "ALM-047" }) { edges { node { id } } } }`
  type Goals = { learningGoalDefinitions: { edges: { node: { id: string } }[] } }
  const goal = (await regional.ask<Goals>(goals)).learningGoalDefinitions.edges[0]?.node.id
  const leader = await idOf(local, 'Ingrid Solheim')
  const doctor = await idOf(local, 'Amalie Nygård')
  const visits = [
    {
      page: local.page,
      paths: [
        '/',
        '/brukere',
        '/brukere?sok=ma',
        `/brukere/${leader}`,
        `/brukere/${doctor}`,
        `/lege/${doctor}`,
        '/samtalemaler',
      ],
    },
    {
      page: regional.page,
      paths: [
        '/organisasjon',
        '/laeringsaktiviteter?sok=kirurgi',
        `/laeringsaktiviteter/${goal}`,
        '/spor',
        '/forslag',
      ],
    },
    { page: support.page, paths: ['/', '/brukere', `/lege/${doctor}`, '/regler'] },
  ]
  for (const { page, paths } of visits)
    for (const path of paths) {
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
