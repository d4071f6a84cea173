import { expect, type Locator, type Page } from '@playwright/test'
import type { Person } from './person.ts'
import { answers, visit } from './visit.ts'

type Outcome = { __typename: string; conversation?: { id: string; version: number } }

/** A mentor and a trainee that no other test uses, and the trainee's leader. */
export const MENTOR = 'Leif Olav Tangvik'
export const TRAINEE = 'Silje Bakken Vold'
export const LEADER = 'Marit Elvestad'

const HOUR_MS = 3_600_000

const traineeIdOf = async (trainee: Person): Promise<string> => {
  const { viewer } = await trainee.ask<{ viewer: { trainee: { id: string } } }>(
    '{ viewer { trainee { id } } }',
  )
  return viewer.trainee.id
}

/** A conversation of the two that is over and has no word in it yet, by the graph: what came before the story. */
export async function heldConversation(
  mentor: Person,
  trainee: Person,
  { hoursAgo = 3, goalIds = [] }: { hoursAgo?: number; goalIds?: readonly string[] } = {},
): Promise<string> {
  const { outcome } = await mentor.ask<{ outcome: Outcome }>(
    `mutation ($input: RecordHeldConversationInput!) {
      outcome: recordHeldConversation(input: $input) {
        __typename
        ... on RecordHeldConversationSuccess { conversation { id version } }
      }
    }`,
    {
      input: {
        traineeId: await traineeIdOf(trainee),
        startsAt: new Date(Date.now() - hoursAgo * HOUR_MS).toISOString(),
        durationMinutes: 90,
        place: 'Møterom 2',
        goalIds,
      },
    },
  )
  expect(outcome.__typename).toBe('RecordHeldConversationSuccess')
  return outcome.conversation?.id ?? ''
}

/** Opens a conversation and waits until the page follows it: what is typed before would be lost. */
export async function openConversation(page: Page, id: string): Promise<void> {
  await visit(page, `/veiledning/${id}`)
  await expect(page.getByRole('heading', { name: 'Referat' })).toBeVisible()
}

export const minutes = (page: Page) => page.getByRole('textbox', { name: 'Tema', exact: true })
export const agreed = (page: Page) => page.getByRole('textbox', { name: 'Avtalt til neste gang' })

/** Types at a place in a field, as a hand does, letter by letter. */
export async function typeAt(page: Page, place: 'start' | 'end', words: string): Promise<void> {
  const field = minutes(page)
  await field.focus()
  await page.keyboard.press(place === 'start' ? 'Control+Home' : 'Control+End')
  await page.keyboard.type(words, { delay: 25 })
}

/** A day so many days from now, as a date field takes it. */
export const inDays = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(
    new Date(Date.now() + days * 24 * HOUR_MS),
  )

/** Opens the form of an invitation. */
export async function invite(page: Page): Promise<Locator> {
  await visit(page, '/veiledning')
  await page.getByRole('button', { name: 'Inviter til samtale' }).click()
  return page.getByRole('dialog')
}
/** Waits for the page of the conversation that was just made. @returns its id */
export async function madeId(page: Page): Promise<string> {
  await page.waitForURL(/\/veiledning\/[0-9a-f-]{36}$/)
  await answers(page)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}
