import { expect, test } from '@playwright/test'
import { LOCAL_ADMIN, SUPPORT } from './support/administration.ts'
import { expectAccessible } from './support/axe.ts'
import { person, PHONE } from './support/person.ts'
import { answers } from './support/visit.ts'

test('B04 F132 support sets a dated rule after seeing what it means; a doctor reads it and is offered nothing', async ({
  browser,
}) => {
  const support = await person(browser, SUPPORT)
  const { page } = support
  await page.getByRole('link', { name: 'Regler for tjenestetid', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Regler for tjenestetid' })).toBeVisible()
  await answers(page)
  const research = page.getByRole('listitem').filter({
    has: page.getByRole('heading', { name: 'Forskning', exact: true }),
  })
  await expect(research.getByText('Forskning teller ikke.').first()).toBeVisible()

  await research.getByRole('button', { name: 'Endre regelen: Forskning' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Forskning teller.', { exact: true }).check()
  await dialog.getByLabel('Gjelder fra').fill('2020-01-01')
  await dialog.getByRole('button', { name: 'Se hva det betyr' }).click()
  await expect(dialog.getByRole('alert')).toHaveText('Velg i dag eller en senere dag.')
  // So far off that no other story is touched by it.
  await dialog.getByLabel('Gjelder fra').fill('2098-01-01')
  await dialog.getByLabel('Hvor det står').fill('Rundskriv om forskning')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Se hva det betyr' }).click()
  await expect(dialog.getByText('Fra 1. jan. 2098')).toBeVisible()
  await expect(dialog.getByText('Fram til da')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Sett regelen' }).click()
  await expect(page.getByText('Ny regel for «Forskning» gjelder fra 1. jan. 2098.')).toBeVisible()
  await expect(research.getByText('Fra 1. jan. 2098: Forskning teller.')).toBeVisible()
  await research.getByText('Alle regler (2)').click()
  await expect(research.getByText(`Satt av ${SUPPORT}`)).toBeVisible()

  const doctor = await person(browser, 'Amalie Nygård', PHONE)
  await doctor.page.emulateMedia({ colorScheme: 'dark' })
  await doctor.page.goto('/regler')
  await expect(doctor.page.getByText('Fra 1. jan. 2098: Forskning teller.')).toBeVisible()
  await expect(doctor.page.getByText('Brukerstøtte endrer reglene.')).toBeVisible()
  await expect(doctor.page.getByRole('button', { name: /^Endre/ })).toHaveCount(0)
  await expectAccessible(doctor.page)
})

test('F017 an administrator makes a template of topics, edits it, takes it out of use and up again', async ({
  browser,
}) => {
  const { page } = await person(browser, LOCAL_ADMIN)
  await page.getByRole('link', { name: 'Samtalemaler', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Samtalemaler' })).toBeVisible()
  await answers(page)
  // The portal's own are there to read.
  const portals = page.getByRole('region', { name: 'Portalens egne' })
  await expect(portals.getByRole('heading', { name: 'Halvårssamtale' })).toBeVisible()
  await expect(portals.getByRole('button')).toHaveCount(0)

  const name = `Legevakt ${Date.now()}`
  await page.getByRole('button', { name: 'Lag mal' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Lag malen' }).click()
  await expect(dialog.getByText('Skriv et navn på høyst 100 tegn.')).toBeVisible()
  await dialog.getByLabel('Navn').fill(name)
  await dialog.getByLabel('Tema').fill('Bakvakt\n\nUtrykning')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Lag malen' }).click()
  await expect(page.getByText(`Malen «${name}» er laget.`)).toBeVisible()
  const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) })
  await expect(row.getByText('Utrykning')).toBeVisible()

  await row.getByRole('button', { name: `Endre malen «${name}»` }).click()
  await dialog.getByLabel('Tema').fill('Bakvakt\nSykebesøk')
  await dialog.getByRole('button', { name: 'Lagre' }).click()
  await expect(row.getByText('Sykebesøk')).toBeVisible()
  await row.getByRole('button', { name: `Ta ut av bruk: ${name}` }).click()
  await expect(row.getByText('Ute av bruk')).toBeVisible()
  await row.getByRole('button', { name: `Ta i bruk igjen: ${name}` }).click()
  await expect(row.getByText('Ute av bruk')).toBeHidden()
  await expect(row.getByRole('button', { name: `Endre malen «${name}»` })).toBeVisible()
})
