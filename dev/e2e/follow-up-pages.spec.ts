import { type Browser, expect, test } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { person, PHONE } from './support/person.ts'
import { withWork } from './support/work.ts'

const LEADER = 'Marit Elvestad'
const TRAINEE = 'Linnea Haugstad'

type OwnPlans = {
  viewer: { trainee: { id: string; assignedPlans: { edges: { node: { id: string } }[] } } }
}

/** The pages about one doctor. */
async function pagesOf(browser: Browser) {
  const [leader, trainee] = [await person(browser, LEADER), await person(browser, TRAINEE)]
  const [{ goal, activity }] = await withWork(browser, { leader, trainee })
  const { viewer } = await trainee.ask<OwnPlans>(
    '{ viewer { trainee { id assignedPlans { edges { node { id } } } } } }',
  )
  return {
    doctor: `/lege/${viewer.trainee.id}`,
    plan: `/plan/${viewer.trainee.assignedPlans.edges[0]?.node.id}`,
    activity: `/aktivitet/${activity.id}`,
    goal: `/mal/${goal.id}`,
  }
}

type Pages = Awaited<ReturnType<typeof pagesOf>>

const visits: { as: string; name: string; paths: (pages: Pages) => string[] }[] = [
  {
    as: 'a doctor',
    name: TRAINEE,
    paths: ({ doctor, plan, activity, goal }) => ['/', '/mine-planer', plan, activity, goal, doctor],
  },
  {
    as: 'a leader',
    name: LEADER,
    paths: ({ doctor, plan, activity, goal }) =>
      ['/', '/medarbeidere', doctor, plan, activity, goal].concat(['/signering', '/godkjenning']),
  },
  {
    as: 'a mentor',
    name: 'Leif Olav Tangvik',
    paths: ({ doctor, plan, goal }) => ['/', '/mine-kandidater', doctor, plan, goal, '/signering'],
  },
  { as: 'an administrator', name: 'Rolf Bakkejord', paths: () => ['/', '/finnes-ikke'] },
]

for (const { as, name, paths } of visits)
  test(`B17 no page of ${as} has accessibility faults or scrolls sideways, wide and light, narrow and dark`, async ({
    browser,
  }) => {
    const pages = await pagesOf(browser)
    const { page } = await person(browser, name)
    for (const path of paths(pages)) {
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
