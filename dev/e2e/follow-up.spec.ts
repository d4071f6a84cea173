import { expect, test } from '@playwright/test'
import { expectOverview, findPerson, openDoctor } from './support/follow-up.ts'
import { person } from './support/person.ts'
import { sentToApprove } from './support/goal.ts'
import { withoutPlans } from './support/plans.ts'
import { withWork } from './support/work.ts'

// Elvebyen: no other test uses its persons.
const LEADER = 'Marit Elvestad'
const TRAINEE = 'Linnea Haugstad'
const EXTRA_PLAN = 'Samfunnsmedisin (SAM)'

test('F086 F089 F092 the leader sees the own doctors in a table, with goals in percent', async ({
  browser,
}) => {
  const { page } = await person(browser, LEADER)
  await page.getByRole('link', { name: 'Medarbeideroppfølging' }).first().click()
  await expectOverview(page, TRAINEE)
  await expect(page.getByRole('row', { name: 'Amalie Nygård' })).toHaveCount(0)

  await page.getByRole('searchbox', { name: 'Søk etter navn' }).fill('Haugstad')
  await expect(page).toHaveURL(/sok=Haugstad/)
  await expect(page.getByRole('rowheader')).toHaveCount(1)
})

test('F013 F066 F101 F044 F067 F106 a plan is found and assigned, seen by the doctor, and deleted before it is begun', async ({
  browser,
}) => {
  const leader = (await person(browser, LEADER)).page
  const trainee = (await person(browser, TRAINEE)).page
  await trainee.goto('/mine-planer')
  await expect(trainee.getByRole('heading', { name: 'Mine planer' })).toBeVisible()
  await expect(trainee.getByRole('link', { name: EXTRA_PLAN })).toHaveCount(0)

  await openDoctor(leader, TRAINEE)
  await leader.getByRole('button', { name: 'Tildel planer …' }).click()
  const dialog = leader.getByRole('dialog', { name: `Tildel planer til ${TRAINEE}` })
  await dialog.getByRole('searchbox', { name: 'Søk etter plan' }).fill('samfunns')
  await dialog.getByRole('checkbox', { name: EXTRA_PLAN }).check()
  await dialog.getByRole('button', { name: 'Tildel 1 plan' }).click()
  await expect(leader.getByText('1 plan er tildelt.')).toBeVisible()
  const plan = leader.getByRole('listitem').filter({ hasText: EXTRA_PLAN })
  await expect(plan).toBeVisible()

  await trainee.reload()
  await expect(trainee.getByRole('link', { name: EXTRA_PLAN })).toBeVisible()

  await plan.getByRole('button', { name: 'Slett' }).click()
  await leader.getByRole('dialog').getByRole('button', { name: 'Slett' }).click()
  await expect(leader.getByText('Planen er slettet.')).toBeVisible()
  await expect(plan).toHaveCount(0)
  await trainee.reload()
  await expect(trainee.getByRole('heading', { name: 'Mine planer' })).toBeVisible()
  await expect(trainee.getByRole('link', { name: EXTRA_PLAN })).toHaveCount(0)
})

const tracks = [
  {
    ids: 'F102',
    leader: LEADER,
    trainee: 'Silje Bakken Vold',
    plans: [/Felles kompetansemål.*LIS1/, /KLK.*LIS1/],
  },
  { ids: 'F103', leader: LEADER, trainee: 'Mats Rognli', plans: ['(ALM)', /FKM.*Allmennmedisin/] },
  {
    ids: 'F104',
    leader: 'Solveig Raknes',
    trainee: 'Julie Skogheim',
    plans: ['(ARB)', /FKM.*Arbeidsmedisin/],
  },
  {
    ids: 'F105',
    leader: 'Gunnar Haltvik',
    trainee: 'Farah Amiri',
    plans: ['(SAM)', /FKM.*Samfunnsmedisin/],
  },
]
for (const { ids, leader, trainee, plans } of tracks)
  test(`${ids} the plans of the track are assigned in one go, and stand when it is done again`, async ({
    browser,
  }) => {
    const assigning = await person(browser, leader)
    const doctor = await person(browser, trainee)
    await withoutPlans(browser, assigning, doctor)
    await doctor.page.goto('/mine-planer')
    await expect(doctor.page.getByRole('heading', { level: 3 })).toHaveCount(0)

    const { page } = assigning
    const assignAll = async () => {
      await openDoctor(page, trainee)
      await page.getByRole('button', { name: 'Tildel planer …' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Tildel alle planene for' }).click()
    }
    await assignAll()
    await expect(page.getByText(`${plans.length} planer er tildelt.`)).toBeVisible()
    await doctor.page.reload()
    for (const plan of plans)
      await expect(doctor.page.getByRole('heading', { level: 3 }).filter({ hasText: plan })).toBeVisible()

    // Refused plan by plan: plans that the doctor has already stay as they are.
    await assignAll()
    await expect(page.getByText('Legen har denne planen fra før.').first()).toBeVisible()
    await doctor.page.reload()
    await expect(doctor.page.getByRole('heading', { level: 3 })).toHaveCount(plans.length)
  })

test('F068 F107 a begun plan cannot be deleted; it is archived and restored', async ({ browser }) => {
  const assigning = await person(browser, LEADER)
  const trainee = await person(browser, TRAINEE)
  await withWork(browser, { leader: assigning, trainee })
  const { planId } = await sentToApprove(trainee, assigning)

  const leader = assigning.page
  await openDoctor(leader, TRAINEE)
  const plan = leader.getByRole('listitem').filter({ has: leader.locator(`a[href="/plan/${planId}"]`) })
  await expect(plan.getByRole('button', { name: 'Slett' })).toHaveCount(0)
  await plan.getByRole('button', { name: 'Arkiver' }).click()
  await expect(leader.getByText('Planen er arkivert.')).toBeVisible()
  await expect(plan.getByText('Arkivert')).toBeVisible()
  await plan.getByRole('button', { name: 'Gjenopprett' }).click()
  await expect(leader.getByText('Planen er gjenopprettet.')).toBeVisible()
  await expect(plan.getByText('Arkivert')).toHaveCount(0)
})

test('F045 F056 F057 F074 a mentor is registered by the doctor, gets the tab, and is changed by the leader', async ({
  browser,
}) => {
  const DOCTOR = 'Mats Rognli'
  const first = 'Odd Magne Rønning'
  const mentor = (await person(browser, first)).page
  await expect(mentor.getByRole('link', { name: 'Hjem' }).first()).toBeVisible()
  await expect(mentor.getByRole('link', { name: 'Mine veiledningskandidater' })).toHaveCount(0)

  const doctor = (await person(browser, DOCTOR)).page
  await doctor.goto('/mine-planer')
  await doctor.getByRole('link', { name: 'Leder, veileder og supervisører' }).click()
  await doctor.getByRole('button', { name: /(Registrer|Bytt) veileder …/ }).click()
  await findPerson(doctor, first)
  await expect(doctor.getByText(`${first} er registrert som veileder.`)).toBeVisible()

  await mentor.reload()
  await mentor.getByRole('link', { name: 'Mine veiledningskandidater' }).first().click()
  await expectOverview(mentor, DOCTOR)

  const leader = (await person(browser, LEADER)).page
  await openDoctor(leader, DOCTOR)
  await leader.getByRole('button', { name: 'Bytt veileder …' }).click()
  await findPerson(leader, 'Leif Olav Tangvik')
  await expect(leader.getByText('Leif Olav Tangvik er registrert som veileder.')).toBeVisible()
  await mentor.goto('/')
  await expect(mentor.getByRole('link', { name: 'Hjem' }).first()).toBeVisible()
  await expect(mentor.getByRole('link', { name: 'Mine veiledningskandidater' })).toHaveCount(0)
})

test('F093 a leader removes a doctor from the overview; the doctor registers a leader again', async ({
  browser,
}) => {
  const DOCTOR = 'Elias Brekke'
  const leader = (await person(browser, LEADER)).page
  await openDoctor(leader, DOCTOR)
  await leader.getByRole('button', { name: `Fjern ${LEADER} som leder` }).click()
  const question = leader.getByRole('dialog', { name: `Fjerne ${DOCTOR} fra oversikten?` })
  await question.getByRole('button', { name: 'Fjern', exact: true }).click()
  await expect(leader).toHaveURL('/medarbeidere')
  await expect(leader.getByRole('rowheader').first()).toBeVisible()
  await expect(leader.getByRole('link', { name: DOCTOR })).toHaveCount(0)

  const doctor = (await person(browser, DOCTOR)).page
  await doctor.goto('/mine-planer')
  await doctor.getByRole('link', { name: 'Leder, veileder og supervisører' }).click()
  await doctor.getByRole('button', { name: 'Registrer leder …' }).click()
  await findPerson(doctor, LEADER)
  await expect(doctor.getByText(`${LEADER} er registrert som leder.`)).toBeVisible()
  await leader.reload()
  await expect(leader.getByRole('link', { name: DOCTOR })).toBeVisible()
})
