import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { person, PHONE } from './support/person.ts'
import { withWork } from './support/work.ts'

const LEADER = 'Marit Elvestad'
const TRAINEE = 'Linnea Haugstad'

test('B17 no page has accessibility faults or scrolls sideways, wide and light, narrow and dark', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const trainee = await person(browser, TRAINEE)
  const leader = await person(browser, LEADER)
  const [{ goal, activity }] = await withWork(browser, { leader, trainee })
  const { viewer } = await trainee.ask<{
    viewer: { trainee: { id: string; assignedPlans: { edges: { node: { id: string } }[] } } }
  }>('{ viewer { trainee { id assignedPlans { edges { node { id } } } } } }')
  const doctor = `/lege/${viewer.trainee.id}`
  const plan = `/plan/${viewer.trainee.assignedPlans.edges[0]?.node.id}`
  const aktivitet = `/aktivitet/${activity.id}`
  const mal = `/mal/${goal.id}`
  const mentor = await person(browser, 'Leif Olav Tangvik')
  const admin = await person(browser, 'Rolf Bakkejord')
  const visits = [
    { page: trainee.page, paths: ['/', '/mine-planer', plan, aktivitet, mal, doctor] },
    {
      page: leader.page,
      paths: ['/', '/medarbeidere', doctor, plan, aktivitet, mal, '/signering', '/godkjenning'],
    },
    { page: mentor.page, paths: ['/', '/mine-kandidater', doctor, plan, mal, '/signering'] },
    { page: admin.page, paths: ['/', '/finnes-ikke'] },
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
