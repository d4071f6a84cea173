import { expect, test } from 'vitest'
import { byCategory, opensWith, standingOf } from './group.ts'
import type { PlanGoal } from './queries.ts'

const goal = (id: string, category: string, status: PlanGoal['status']) =>
  ({ id, status, definition: { code: id, wording: '', detail: { category } } }) as PlanGoal

const goals = [
  goal('1', 'Metode', 'APPROVED'),
  goal('2', 'Metode', 'IN_PROGRESS'),
  goal('3', 'Samhandling', 'APPROVED'),
  goal('4', 'Samhandling', 'WAITING'),
  goal('5', 'Samhandling', 'REJECTED'),
  goal('6', 'Drift', 'APPROVED'),
]
const ids = (some: readonly PlanGoal[]) => some.map(({ id }) => id)

test('F044 within a category what needs a person comes first, and what is approved is folded', () => {
  const groups = byCategory(goals, standingOf(goals))
  expect(groups.map(({ category, shown, folded }) => [category, ids(shown), ids(folded)])).toEqual([
    ['Metode', ['2'], ['1']],
    ['Samhandling', ['5', '4'], ['3']],
    ['Drift', ['6'], []],
  ])
})

test('F044 the list opens where there is something to do', () => {
  const opened = (some: readonly PlanGoal[]) => opensWith(byCategory(some, standingOf(some)))
  expect(opened(goals)).toBe(1)
  expect(opened(goals.filter(({ status }) => status !== 'REJECTED'))).toBe(0)
  expect(opened(goals.filter(({ status }) => status === 'APPROVED'))).toBe(0)
})

test('F044 a goal that is approved while the page is read stays in its place', () => {
  const later = goals.map((one) => (one.id === '5' ? { ...one, status: 'APPROVED' as const } : one))
  expect(ids(byCategory(later, standingOf(goals))[1]?.shown ?? [])).toEqual(['5', '4'])
})
