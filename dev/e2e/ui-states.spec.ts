import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { ROOT } from '../src/root.ts'
import { expectAccessible } from './support/axe.ts'
import { startDevelopmentServer } from './support/development-server.ts'
import { PHONE } from './support/person.ts'

const HEADING = 'Komponentene i alle tilstander'
const DESK = { width: 1280, height: 800 }

test.describe('every component in all its states', () => {
  let server: Awaited<ReturnType<typeof startDevelopmentServer>>
  test.beforeAll(async () => {
    server = await startDevelopmentServer()
  })
  test.afterAll(() => server.stop())

  for (const viewport of [DESK, PHONE])
    for (const colorScheme of ['light', 'dark'] as const)
      test(`has no fault by WCAG at ${viewport.width} in ${colorScheme}`, async ({ browser }) => {
        const context = await browser.newContext({ viewport, colorScheme })
        const page = await context.newPage()
        const faults: string[] = []
        page.on('pageerror', ({ message }) => void faults.push(message))
        await page.goto(`${server.address}/dev/ui`)
        await expect(page.getByRole('heading', { name: HEADING })).toBeVisible({ timeout: 60_000 })
        await expectAccessible(page)
        for (const name of ['Spør', 'Spør bredt', 'Må svares']) {
          await page.getByRole('button', { name, exact: true }).click()
          await expectAccessible(page)
          await page
            .getByRole('dialog')
            .getByRole('button', { name: /^(Slett|Avbryt)$/ })
            .first()
            .click()
          await expect(page.getByRole('dialog')).toHaveCount(0)
        }
        expect(faults).toEqual([])
        await context.close()
      })

  test('a table is sorted and selected by the keys alone', async ({ page }) => {
    await page.goto(`${server.address}/dev/ui`)
    const table = page.getByRole('table', { name: 'Kurs som kan velges' })
    const first = table.getByRole('rowheader').first()
    await expect(first).toContainText('Akuttmedisin')
    await table.getByRole('button', { name: 'Timer' }).press('Enter')
    await expect(first).toContainText('Veiledning')
    await expect(table.getByRole('columnheader', { name: 'Timer' })).toHaveAttribute(
      'aria-sort',
      'descending',
    )

    const box = (name: string) => table.getByRole('checkbox', { name })
    await box('Velg Veiledning').focus()
    await page.keyboard.press('ArrowDown')
    await expect(box('Velg Akuttmedisin')).toBeFocused()
    await page.keyboard.press('Space')
    await expect(box('Velg Akuttmedisin')).toBeChecked()
    await box('Velg alle').press('Space')
    await expect(table.getByRole('checkbox', { checked: true })).toHaveCount(4)
  })
})

test('the page of components is in no build', async ({ page }) => {
  const answer = await page.goto('/dev/ui')
  expect(await answer?.text()).not.toContain(HEADING)
  const built = readdirSync(join(ROOT, 'web/build'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .map((path) => readFileSync(join(ROOT, 'web/build', path), 'utf8'))
  expect(built.some((text) => text.includes('Ingenting som kan peke ut en pasient'))).toBe(true)
  expect(built.filter((text) => text.includes(HEADING))).toEqual([])
})
