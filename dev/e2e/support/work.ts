import { type Browser, expect } from '@playwright/test'
import { type Person, person } from './person.ts'
import { withoutPlans } from './plans.ts'
import { type Activity, goalsOf, untouched, withPlans, type Work } from './training.ts'

// A story makes the state that it needs, so that it is the same story on any data, in any order, any number of times.

type Between = { leader: Person; trainee: Person }

/** The doctor has the plans of the track, and nothing is done in any of them. */
async function beginAnew(browser: Browser, { leader, trainee }: Between): Promise<void> {
  await withoutPlans(browser, leader, trainee)
  await withPlans(leader, trainee)
}

/**
 * At least as many untouched goals as the test needs, each with an activity of its own that is to be signed. A doctor
 * with fewer left starts anew.
 */
export async function withWork(browser: Browser, between: Between, count = 1): Promise<[Work, ...Work[]]> {
  await withPlans(between.leader, between.trainee)
  let work = await untouched(between.trainee)
  if (work.length < count) {
    await beginAnew(browser, between)
    work = await untouched(between.trainee)
  }
  const [first, ...rest] = work
  if (!first) throw new Error(`the plans of ${between.trainee.name} have nothing to sign`)
  expect(rest.length + 1).toBeGreaterThanOrEqual(count)
  return [first, ...rest]
}

/** The leader of Elvebyen, and doctors there with courses left to take, that no other test uses. */
const LEADER = 'Marit Elvestad'
const DOCTORS = ['Linnea Haugstad', 'Mats Rognli']

async function notStartedOf(trainee: Person, kind: string): Promise<Activity | undefined> {
  const all = (await goalsOf(trainee)).flatMap((goal) => goal.activities.edges.map(({ node }) => node))
  return all.find((one) => one.status === 'NOT_STARTED' && one.definition.kind === kind)
}

/**
 * A doctor at a window, and an activity of the kind on which that doctor has done nothing. When all of them have
 * done all there is, the last one begins anew.
 */
export async function notStarted(
  browser: Browser,
  kind: string,
  names: readonly string[] = DOCTORS,
): Promise<{ trainee: Person; activity: Activity }> {
  let trainee: Person | undefined
  for (const name of names) {
    await trainee?.page.context().close()
    trainee = await person(browser, name)
    const activity = await notStartedOf(trainee, kind)
    if (activity) return { trainee, activity }
  }
  if (!trainee) throw new Error('no doctor is named')
  const leader = await person(browser, LEADER)
  await beginAnew(browser, { leader, trainee })
  await leader.page.context().close()
  const activity = await notStartedOf(trainee, kind)
  if (!activity) throw new Error(`the plans of ${trainee.name} have no activity of the kind ${kind}`)
  return { trainee, activity }
}
