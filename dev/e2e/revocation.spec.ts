import { expect, test } from '@playwright/test'
import { LOCAL_ADMIN } from './support/administration.ts'
import { command } from './support/command.ts'
import { listening, type Listening } from './support/listening.ts'
import { logIn } from './support/log-in.ts'
import { person, type Person } from './support/person.ts'
import { appointDeputy, chooseSupervisor, giveRole, placeOf, type Right } from './support/rights.ts'
import { type Activity, sendToSign } from './support/training.ts'
import { withWork } from './support/work.ts'
import { follow, visit } from './support/visit.ts'

const LEADER = 'Ingrid Solheim'
const TRAINEE = 'Kristoffer Lien'
/** A person that no other test uses. */
const LISTENER = 'Liv Grønnestad'

/** Within which a right that has ended must have ended on a living socket. */
const PROMISED_MS = 5_000
/** How long no event may come after that. */
const QUIET_MS = 3_000

const note = (what: string, ms: number) =>
  test.info().annotations.push({ type: 'seconds', description: `${what}: ${(ms / 1000).toFixed(2)} s` })

/** Sends an activity to the leader and takes it back, repeatedly: each step is an event for those who may listen. */
async function sentAndTakenBack(trainee: Person, leader: Person, activity: Activity) {
  const { id: signerId } = await placeOf(leader)
  await sendToSign(trainee, leader, activity)
  const query = 'query ($id: ID!) { learningActivity(id: $id) { version } }'
  const read = await trainee.ask<{ learningActivity: { version: number } }>(query, { id: activity.id })
  let { version } = read.learningActivity
  let isSent = true
  return async () => {
    const name = isSent ? 'recallActivity' : 'sendActivityForSigning'
    const input = { activityId: activity.id, expectedVersion: version, ...(!isSent && { signerId }) }
    const done = await command<{ activity: { version: number } }>(
      trainee,
      name,
      'activity { version }',
      input,
    )
    version = done.activity.version
    isSent = !isSent
  }
}

/** Ends the right while events go on. @returns after how many milliseconds the last of them arrived */
async function lastHeardAfter(right: Right, happen: () => Promise<void>, ears: Listening): Promise<number> {
  const before = await ears.events()
  await happen()
  await expect.poll(() => ears.events()).toBeGreaterThan(before)
  await right.end()
  const from = Date.now()
  let [heard, last] = [await ears.events(), 0]
  while (Date.now() - from < PROMISED_MS + QUIET_MS) {
    await happen()
    const now = await ears.events()
    if (now > heard) last = Date.now() - from
    heard = now
  }
  return last
}

/** The leader's queue as the deputy has it, from now. */
async function deputysQueue(deputy: Person) {
  const query = '{ signingQueue(tab: WAITING, scope: AS_DEPUTY, first: 1) { eventCursor } }'
  const { signingQueue } = await deputy.ask<{ signingQueue: { eventCursor: string } }>(query)
  return { scope: 'AS_DEPUTY', after: signingQueue.eventCursor }
}

test('F012 B02 a deputy who is one no more hears nothing of the leader’s queue after five seconds', async ({
  browser,
}) => {
  const [leader, trainee] = [await person(browser, LEADER), await person(browser, TRAINEE)]
  const deputy = await person(browser, LISTENER)
  const [work] = await withWork(browser, { leader, trainee })
  const right = await appointDeputy(leader, deputy)
  const ears = await listening(deputy.page, 'SigningQueueLive', await deputysQueue(deputy))
  const happen = await sentAndTakenBack(trainee, leader, work.activity)
  const last = await lastHeardAfter(right, happen, ears)
  note('deputyship', last)
  expect(last).toBeLessThan(PROMISED_MS)
})

test('F062 B02 a supervisor who is one no more hears nothing of the doctor after five seconds', async ({
  browser,
}) => {
  const [leader, trainee] = [await person(browser, LEADER), await person(browser, TRAINEE)]
  const supervisor = await person(browser, LISTENER)
  const [work] = await withWork(browser, { leader, trainee })
  const right = await chooseSupervisor(trainee, supervisor)
  const { id } = await placeOf(trainee)
  const ears = await listening(supervisor.page, 'TrainingRecordChanged', { traineeId: id })
  const happen = await sentAndTakenBack(trainee, leader, work.activity)
  const last = await lastHeardAfter(right, happen, ears)
  note('relation', last)
  expect(last).toBeLessThan(PROMISED_MS)
})

test('F026 B02 a role that is taken back ends the socket of who had it, and the tab', async ({ browser }) => {
  const administrator = await person(browser, LOCAL_ADMIN)
  const chosen = await person(browser, LISTENER)
  const right = await giveRole(administrator, chosen)
  // The page hears by its own socket that its rights are others.
  await follow(chosen.page, '/')
  const tab = chosen.page.getByRole('navigation').getByRole('link', { name: 'Brukere' }).first()
  await expect(tab).toBeVisible()
  const ears = await listening(chosen.page, 'OwnConversationsChanged')
  await right.end()
  const from = Date.now()
  await expect.poll(() => ears.closed(), { intervals: [50], timeout: 2 * PROMISED_MS }).toBe(4403)
  note('role', Date.now() - from)
  expect(Date.now() - from).toBeLessThan(PROMISED_MS)
  await expect(tab).toBeHidden()
})

test('F003 B02 who logs out in one window is logged out in the other, and its socket is closed', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const [here, there] = [await context.newPage(), await context.newPage()]
  await logIn(here, 'Tor-Erik Hovland')
  await visit(there, '/')
  const ears = await listening(there, 'OwnConversationsChanged')
  await here.getByRole('button', { name: 'Tor-Erik Hovland' }).click()
  const from = Date.now()
  await here.getByRole('button', { name: 'Logg ut' }).click()
  await expect.poll(() => ears.closed(), { intervals: [50], timeout: 2 * PROMISED_MS }).toBe(4403)
  note('logout', Date.now() - from)
  expect(Date.now() - from).toBeLessThan(PROMISED_MS)
  await expect(there.getByRole('dialog', { name: 'Du er logget ut' })).toBeVisible()
})
