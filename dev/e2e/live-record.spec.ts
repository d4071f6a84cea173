import { expect, test } from '@playwright/test'
import { approve, sentToApprove } from './support/goal.ts'
import { person } from './support/person.ts'
import { sendToSign } from './support/training.ts'
import { withWork } from './support/work.ts'
import { follow } from './support/visit.ts'

const LEADER = 'Ingrid Solheim'
const TRAINEE = 'Kristoffer Lien'

test('B02 F115 the goal that the doctor has open turns to approved when the leader approves it, and so do the plan and home', async ({
  browser,
}) => {
  const leader = await person(browser, LEADER)
  const trainee = await person(browser, TRAINEE)
  await withWork(browser, { leader, trainee })
  const goal = await sentToApprove(trainee, leader)

  const windows = { goal: trainee.page, plan: await trainee.page.context().newPage() }
  await follow(windows.goal, `/mal/${goal.id}`)
  await expect(windows.goal.locator('#avgjorelse').getByText('Sendt', { exact: true })).toBeVisible()
  await follow(windows.plan, `/plan/${goal.planId}`)
  const sum = windows.plan.getByText(/\d+ av \d+ mål godkjent/).first()
  const approved = async () => Number(/(\d+) av/.exec(await sum.innerText())?.[1])
  const before = await approved()

  await approve(leader, goal)
  await expect(windows.goal.locator('#avgjorelse').getByText('Godkjent', { exact: true })).toBeVisible({
    timeout: 1_000,
  })
  await expect(windows.goal.getByText(`Godkjent av ${LEADER}`).first()).toBeVisible()
  await expect.poll(approved).toBe(before + 1)
})

test('B02 the home page of the one who signs follows what is sent, the count and the list of the oldest', async ({
  browser,
}) => {
  const leader = await person(browser, LEADER)
  const trainee = await person(browser, TRAINEE)
  const [one] = await withWork(browser, { leader, trainee })
  const { page } = leader
  await follow(page, '/')
  const lane = page.getByRole('listitem').filter({ hasText: 'Læringsaktiviteter til signering' }).first()
  const number = async () => Number.parseInt(await lane.innerText(), 10)
  const before = await number()
  await sendToSign(trainee, leader, one.activity)
  await expect.poll(number).toBe(before + 1)
})
