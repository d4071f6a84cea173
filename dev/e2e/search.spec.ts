import { expect, type Page, test } from '@playwright/test'
import { LOCAL_ADMIN } from './support/administration.ts'
import { expectAccessible } from './support/axe.ts'
import { person, PHONE } from './support/person.ts'
import { goalsOf, withPlans } from './support/training.ts'
import { answers } from './support/visit.ts'

const LEADER = 'Marit Elvestad'
const TRAINEE = 'Linnea Haugstad'

const field = (page: Page) => page.getByRole('combobox', { name: /^Søk etter læringsmål/ })
const group = (page: Page, name: string) => page.getByRole('group', { name })

/** Opens the search with its key, once the page answers keys. */
async function openSearch(page: Page): Promise<void> {
  await answers(page)
  await page.keyboard.press('/')
  await expect(field(page)).toBeFocused()
}

test('F044 a doctor finds an own goal by its code and by its words, with the keys alone', async ({
  browser,
}) => {
  const leader = await person(browser, LEADER)
  const trainee = await person(browser, TRAINEE)
  await withPlans(leader, trainee)
  const goal = (await goalsOf(trainee)).at(-1)
  const { code, wording } = goal?.definition ?? { code: '', wording: '' }
  const { page } = trainee
  await openSearch(page)
  await field(page).fill(code.toLowerCase())
  const found = group(page, 'Læringsmål i planene dine').getByRole('option', { name: code })
  await expect(found).toBeVisible()
  await expect(found).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/mal/${goal?.id}$`))

  await openSearch(page)
  const words = wording.split(' ').slice(0, 4).toReversed().join(' ')
  await field(page).fill(words)
  await expect(group(page, 'Læringsmål i planene dine').getByRole('option').first()).toBeVisible()
  await field(page).fill('finnes ikke')
  await expect(page.getByText('Ingen treff på «finnes ikke»')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('F020 a leader finds those who are led, and goes to a page by its name', async ({ browser }) => {
  const { page } = await person(browser, LEADER)
  await openSearch(page)
  await field(page).fill('linnea')
  await group(page, 'Personer').getByRole('option', { name: TRAINEE }).click()
  await expect(page.getByRole('heading', { level: 1, name: TRAINEE })).toBeVisible()

  await openSearch(page)
  // Every page is there before anything is written; the arrows go round.
  const pages = group(page, 'Sider').getByRole('option')
  await expect(pages.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowUp')
  await expect(pages.last()).toHaveAttribute('aria-selected', 'true')
  await field(page).fill('godkj')
  await expect(pages).toHaveText(['Godkjenning'])
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/godkjenning$/)
  // What was searched for is not kept.
  await openSearch(page)
  await expect(field(page)).toHaveValue('')
})

test('F026 an administrator finds persons and goals of the curriculum; others do not', async ({
  browser,
}) => {
  const admin = await person(browser, LOCAL_ADMIN)
  await openSearch(admin.page)
  await field(admin.page).fill('ingrid')
  await group(admin.page, 'Personer').getByRole('option', { name: 'Ingrid Solheim' }).click()
  await expect(admin.page.getByRole('heading', { level: 1, name: 'Ingrid Solheim' })).toBeVisible()
  await openSearch(admin.page)
  await field(admin.page).fill('alm-044')
  await expect(
    group(admin.page, 'Læringsmål i læringsmålplanene').getByRole('option', { name: 'ALM-044' }),
  ).toBeVisible()

  const trainee = await person(browser, TRAINEE)
  await openSearch(trainee.page)
  await field(trainee.page).fill('ingrid')
  await expect(trainee.page.getByText('Ingen treff på «ingrid»')).toBeVisible()
})

test('B17 the search has no accessibility faults, wide and light, narrow and dark', async ({ browser }) => {
  const { page } = await person(browser, LEADER)
  await openSearch(page)
  await field(page).fill('li')
  await expect(group(page, 'Personer').getByRole('option').first()).toBeVisible()
  await expectAccessible(page)
  await field(page).fill('finnes ikke')
  await expect(page.getByText('Ingen treff på')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await page.setViewportSize(PHONE)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.getByRole('banner').getByRole('button', { name: 'Søk' }).click()
  await field(page).fill('li')
  await expect(group(page, 'Personer').getByRole('option').first()).toBeVisible()
  await expectAccessible(page)
})
