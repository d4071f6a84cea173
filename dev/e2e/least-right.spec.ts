import { expect, test } from '@playwright/test'
import { LOCAL_ADMIN, SUPPORT } from './support/administration.ts'
import { expectAccessible } from './support/axe.ts'
import { LEADER, TRAINEE } from './support/conversation.ts'
import { person } from './support/person.ts'
import { goalsOf, withPlans } from './support/training.ts'

test('B32 support opens a record for a reason, reads it, and the trainee sees who, when and why', async ({
  browser,
}) => {
  const trainee = await person(browser, TRAINEE)
  await withPlans(await person(browser, LEADER), trainee)
  const goalId = (await goalsOf(trainee))[0]?.id ?? ''
  const at = Date.now()
  const [words, why] = [`Jeg er ikke trygg på dette (${at}).`, `Fikk ikke sendt målet, sak ${at}.`]
  await trainee.ask(
    'mutation ($input: CommentOnGoalInput!) { commentOnGoal(input: $input) { __typename } }',
    { input: { goalId, text: words } },
  )

  const { page } = await person(browser, SUPPORT)
  await page.goto(`/mal/${goalId}`)
  await expect(page.getByText('Innholdet er lukket')).toBeVisible()
  await expect(page.getByText(words)).toHaveCount(0)
  // Closed content must not be shown as empty.
  await expect(page.getByText('Ingen kommentar')).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Oppgi grunn for å åpne …' }).click()
  const dialog = page.getByRole('dialog', { name: `Åpne opplæringsloggen til ${TRAINEE}?` })
  await dialog.getByRole('button', { name: 'Åpne i én time' }).click()
  await expect(dialog.getByText('Skriv en grunn på 10 til 500 tegn.')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByLabel('Grunn').fill(why)
  await dialog.getByRole('button', { name: 'Åpne i én time' }).click()
  await expect(page.getByText(`Du har åpnet opplæringsloggen til ${TRAINEE} til kl.`)).toBeVisible()
  await expect(page.getByText(words)).toBeVisible()
  await page.goto('/innsyn')
  await expect(page.getByRole('listitem').filter({ hasText: why })).toContainText(TRAINEE)

  await trainee.page.goto('/')
  const notice = trainee.page
    .getByText(`${SUPPORT} (Brukerstøtte) åpnet opplæringsloggen din`)
    .filter({ hasText: why })
  await expect(notice).toBeVisible()
  await expectAccessible(trainee.page)
  await trainee.page.getByRole('button', { name: 'Jeg har sett det' }).click()
  await expect(notice).toHaveCount(0)
  await trainee.page.getByRole('button', { name: TRAINEE }).click()
  await trainee.page.getByRole('link', { name: 'Innsyn' }).click()
  await expect(trainee.page.getByRole('listitem').filter({ hasText: why })).toContainText(SUPPORT)
  await expectAccessible(trainee.page)

  // A record is open only to the person who opened it.
  const other = await person(browser, LOCAL_ADMIN)
  const seen = await other.ask<{ learningGoal: { contentOpen: boolean } | null }>(
    'query ($id: ID!) { learningGoal(id: $id) { contentOpen } }',
    { id: goalId },
  )
  expect(seen.learningGoal?.contentOpen ?? false).toBe(false)
})
