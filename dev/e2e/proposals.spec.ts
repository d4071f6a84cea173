import { expect, test } from '@playwright/test'
import { DIRECTORATE, openGoal, REGIONAL_ADMIN } from './support/administration.ts'
import { expectAccessible } from './support/axe.ts'
import { person, PHONE } from './support/person.ts'
import { answers, visit } from './support/visit.ts'

const TRACK = 'LIS3 samfunnsmedisin'
const EXTRA = 'Arbeidsmedisin (ARB)'

test('B32 a region proposes a track’s plans, the Directorate accepts, and the change is seen', async ({
  browser,
}) => {
  const region = await person(browser, REGIONAL_ADMIN)
  const directorate = await person(browser, DIRECTORATE)
  const { page } = region

  await visit(page, '/spor')
  await page.getByRole('searchbox', { name: 'Søk etter spor eller plan' }).fill('samfunnsmedisin')
  await expect(page.getByRole('button', { name: 'Endre planer' })).toHaveCount(0)
  await page.getByRole('button', { name: `Foreslå endring av planer for ${TRACK}` }).click()
  const dialog = page.getByRole('dialog', { name: `Planer for ${TRACK}` })
  await dialog.getByRole('searchbox', { name: 'Søk etter plan å legge til' }).fill('arbeidsmedisin')
  await dialog.getByRole('button', { name: `Legg til ${EXTRA}` }).click()
  await dialog.getByRole('button', { name: 'Send forslaget' }).click()
  await expect(dialog.getByText('Skriv hvorfor.')).toBeVisible()
  await dialog.getByLabel('Hvorfor bør det endres?').fill('Mange tar begge spesialitetene.')
  await dialog.getByRole('button', { name: 'Send forslaget' }).click()
  await expect(page.getByText('Forslaget er sendt til Helsedirektoratet.')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: TRACK }).getByText(EXTRA)).toHaveCount(0)

  await page.goto('/forslag')
  const own = page.getByRole('listitem').filter({ hasText: 'Mange tar begge spesialitetene.' })
  await expect(own.getByRole('button', { name: 'Trekk tilbake' })).toBeVisible()
  await expect(own.getByRole('button', { name: 'Godta' })).toHaveCount(0)
  await page.setViewportSize(PHONE)
  await expectAccessible(page)

  const office = directorate.page
  await visit(office, '/forslag')
  const proposal = office.getByRole('listitem').filter({ hasText: 'Mange tar begge spesialitetene.' })
  await expect(proposal.getByText('Torunn Hellevang, Helse Vest')).toBeVisible()
  await expectAccessible(office)
  await proposal.getByRole('button', { name: 'Godta' }).press('Enter')
  await office.getByRole('dialog').getByRole('button', { name: 'Godta og endre' }).click()
  await expect(office.getByText(`«Planer for ${TRACK}» er endret slik det var foreslått.`)).toBeVisible()
  await expect(proposal.getByText('Godtatt')).toBeVisible()

  await page.goto('/spor')
  await expect(page.getByRole('listitem').filter({ hasText: TRACK }).getByText(EXTRA).first()).toBeVisible()
  await page.goto('/forslag')
  await expect(own.getByText('Godtatt')).toBeVisible()
})

test('B32 the Directorate rejects with why, and the region reads it; a withdrawn one is gone', async ({
  browser,
}) => {
  const { page } = await person(browser, REGIONAL_ADMIN)
  const { page: office } = await person(browser, DIRECTORATE)
  await openGoal(page, 'ALM-050', 'ALM-050')
  const propose = async (reason: string) => {
    await page.getByRole('button', { name: 'Foreslå å ta ut av bruk' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'Foreslå å ta aktiviteten ut av bruk?' })
    await dialog.getByLabel('Hvorfor bør det endres?').fill(reason)
    await dialog.getByRole('button', { name: 'Send forslaget' }).click()
    await expect(page.getByText('Forslaget er sendt til Helsedirektoratet.')).toBeVisible()
  }
  await propose('Den brukes ikke hos oss.')
  await visit(office, '/forslag')
  const proposal = office.getByRole('listitem').filter({ hasText: 'Den brukes ikke hos oss.' })
  await proposal.getByRole('button', { name: 'Avvis' }).click()
  const dialog = office.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Avvis forslaget' }).click()
  await expect(dialog.getByText('Skriv hvorfor forslaget avvises.')).toBeVisible()
  await dialog.getByLabel('Begrunnelse').fill('Den brukes i nord.')
  await dialog.getByRole('button', { name: 'Avvis forslaget' }).click()
  await expect(proposal.getByText('Avvist')).toBeVisible()

  await page.reload()
  await answers(page)
  await propose('Prøver igjen.')
  await visit(page, '/forslag')
  await expect(page.getByText('Den brukes i nord.')).toBeVisible()
  const own = page.getByRole('listitem').filter({ hasText: 'Prøver igjen.' })
  await own.getByRole('button', { name: 'Trekk tilbake' }).click()
  await expect(own.getByText('Trukket tilbake')).toBeVisible()
})

test('B32 a wording that says the same twice is shown, and holds up no other proposal', async ({
  browser,
}) => {
  const region = await person(browser, REGIONAL_ADMIN)
  const { page: office } = await person(browser, DIRECTORATE)
  type Activities = {
    learningActivityDefinitions: { edges: { node: { id: string; version: number } }[] }
  }
  const { learningActivityDefinitions } = await region.ask<Activities>(
    '{ learningActivityDefinitions(filter: { search: "gynekologi" }, first: 1) { edges { node { id version } } } }',
  )
  const activity = learningActivityDefinitions.edges[0]?.node
  const title = 'Den samme teksten'
  const input = {
    ...{ activityDefinitionId: activity?.id, expectedVersion: activity?.version, validMonths: 12 },
    ...{ title, description: title, reason: 'Beskrivelsen gjentar tittelen.' },
  }
  const propose = `mutation ($input: ProposeActivityEditInput!) { proposeActivityEdit(input: $input) { __typename } }`
  expect(await region.ask(propose, { input })).toEqual({
    proposeActivityEdit: { __typename: 'ProposeActivityEditSuccess' },
  })
  await visit(office, '/forslag')
  const proposal = office.getByRole('listitem').filter({ hasText: 'Beskrivelsen gjentar tittelen.' })
  await expect(proposal.getByText(title, { exact: true })).toHaveCount(2)
  await expect(proposal.getByRole('button', { name: 'Avvis' })).toBeVisible()
})

test('B32 a region cannot change directly what it proposes', async ({ browser }) => {
  const region = await person(browser, REGIONAL_ADMIN)
  type Tracks = { tracks: { code: string; version: number; planTemplates: { id: string }[] }[] }
  const { tracks } = await region.ask<Tracks>('{ tracks { code version planTemplates { id } } }')
  const track = tracks.find(({ code }) => code === 'ALM')
  const input = {
    ...{ trackCode: 'ALM', expectedVersion: track?.version, assignsAutomatically: true },
    planTemplateIds: track?.planTemplates.map(({ id }) => id),
  }
  const set = `mutation ($input: SetTrackPlansInput!) { setTrackPlans(input: $input) { ... on CurriculumRefused { code } } }`
  expect(await region.ask(set, { input })).toEqual({ setTrackPlans: { code: 'NOT_PERMITTED' } })
})

test('F094 a leader names as delegate exactly those that the search finds', async ({ browser }) => {
  const leader = await person(browser, 'Ingrid Solheim')
  const directorate = await person(browser, DIRECTORATE)
  const search = `query ($search: String!) { personSearch(search: $search, purpose: DELEGATE) { edges { node { id } } } }`
  type Found = { personSearch: { edges: { node: { id: string } }[] } }
  const found = async (by: typeof leader, name: string) =>
    (await by.ask<Found>(search, { search: name })).personSearch.edges[0]?.node.id
  const add = `mutation ($input: AddDelegateInput!) { addDelegate(input: $input) { __typename
    ... on DelegationRefused { code } } }`
  const name = async (delegateId: string | undefined) => {
    const input = { delegateId, guideline: 'To signaturer.', startsOn: '2026-01-01', endsOn: '2030-01-01' }
    const { addDelegate } = await leader.ask<{ addDelegate: { __typename: string } }>(add, { input })
    return addDelegate
  }
  for (const stranger of ['Tone Myrdal', 'Finn Aukland']) {
    expect(await found(leader, stranger)).toBeUndefined()
    expect(await name(await found(directorate, stranger))).toEqual({ __typename: 'NotFound' })
  }
  // A trainee of her own is in reach, and still none to approve goals.
  expect(await found(leader, 'Amalie Nygård')).toBeUndefined()
  expect(await name(await found(leader, 'Liv Grønnestad'))).toMatchObject({
    __typename: 'AddDelegateSuccess',
  })
})
