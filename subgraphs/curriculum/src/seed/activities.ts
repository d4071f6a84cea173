import type { ActivityDefinition } from '../generated/db/client.ts'
import { idOf } from './ids.ts'
import { categoryOf, type RegulationGoal } from './regulation.ts'

/**
 * The regulation names no activities. These are the portal's own defaults, labelled so (`PORTAL_DEFAULT`) and
 * editable by administrators; the Directorate's recommendations replace them when they can be had (B13).
 */
export interface SeedActivity {
  readonly row: Omit<ActivityDefinition, 'retired' | 'version' | 'successorOf' | 'ownerRegion'>
  readonly goalCodes: readonly string[]
}

type Content = Pick<ActivityDefinition, 'title' | 'kind'> &
  Partial<Pick<ActivityDefinition, 'description' | 'courseHours' | 'validMonths' | 'launchUrl'>>

function activity(
  name: string,
  position: number,
  content: Content,
  goalCodes: readonly string[],
): SeedActivity {
  const blank = { description: null, arena: null, courseHours: null, validMonths: null, launchUrl: null }
  const row = {
    id: idOf<'ActivityDefinition'>('activity', name),
    origin: 'PORTAL_DEFAULT' as const,
    position,
    ...blank,
    ...content,
  }
  return { row, goalCodes }
}

/** One supervised activity per goal, and what else is known for general practice and the common goals. */
export const seedActivities = (goals: readonly RegulationGoal[]): readonly SeedActivity[] => [
  ...goals.map((goal, index) => supervised(goal, index + 100)),
  ...courses(goals),
  ...shared(goals),
]

// Doing is shown in practice; what is only known is gone through with a supervisor.
function supervised(goal: RegulationGoal, position: number): SeedActivity {
  const doing = goal.skillLevel !== null
  const title = `${doing ? 'Supervidert praksis' : 'Faglig gjennomgang'}: ${categoryOf(goal).toLowerCase()}`
  return activity(`supervised:${goal.code}`, position, { title, kind: 'SIGNED' }, [goal.code])
}

/** Courses of general practice, by the goal categories that they teach (the Directorate's recommendation, not law). */
const ALM_COURSES: readonly (readonly [name: string, hours: number, categories: readonly string[]])[] = [
  ['Grunnkurs A i allmennmedisin', 30, ['Allmennmedisinsk profesjonalitet']],
  ['Grunnkurs B i allmennmedisin', 30, ['Samfunnsoppdrag og forebyggende helsearbeid']],
  ['Grunnkurs C i allmennmedisin', 30, ['Allmennmedisinsk metode']],
  ['Grunnkurs D i allmennmedisin', 30, ['Kommunikasjon og samhandling']],
  ['Emnekurs i allmennmedisin', 15, ['Medisinsk kompetanse']],
]

function courses(goals: readonly RegulationGoal[]): readonly SeedActivity[] {
  const codesOf = (categories: readonly string[]) =>
    goals
      .filter((goal) => goal.prefix === 'ALM' && categories.includes(categoryOf(goal)))
      .map((goal) => goal.code)
  const description = 'Last opp kursbeviset når kurset er gjennomført.'
  const byCategory = ALM_COURSES.map(([title, courseHours, categories], index) =>
    activity(
      `course:${title}`,
      index,
      { title, kind: 'COURSE', description, courseHours },
      codesOf(categories),
    ),
  )
  const acute: Content = {
    title: 'Kurs i akuttmedisin',
    kind: 'COURSE',
    description,
    courseHours: 19,
    validMonths: 60,
  }
  return [...byCategory, activity('course:akuttmedisin', 10, acute, ['ALM-066', 'ALM-067', 'ALM-068'])]
}

function shared(goals: readonly RegulationGoal[]): readonly SeedActivity[] {
  const common = goals.filter((goal) => goal.prefix === 'FKM' || goal.prefix === 'FKMK')
  const resuscitation: Content = {
    title: 'Hjerte-lungeredning med hjertestarter',
    kind: 'RECURRING',
    validMonths: 12,
    description: 'Praktisk øving hvert år, signert av den som ledet øvingen.',
  }
  return [
    activity('recurring:hlr', 20, resuscitation, ['ALM-068', 'KLK-001']),
    ...common.flatMap((goal, index) => [
      activity(
        `self:${goal.code}`,
        3000 + index,
        { title: `Egenstudium og refleksjon: ${categoryOf(goal).toLowerCase()}`, kind: 'SELF_REGISTERED' },
        [goal.code],
      ),
      activity(`e-learning:${goal.code}`, 4000 + index, eLearning(goal), [goal.code]),
    ]),
  ]
}

// The address is a placeholder of the reserved domain until an administrator names the enterprise's own course.
const eLearning = (goal: RegulationGoal): Content => ({
  title: `E-læring: ${categoryOf(goal).toLowerCase()}`,
  kind: 'E_LEARNING',
  launchUrl: `https://kurs.example.org/${goal.code.toLowerCase()}`,
})
