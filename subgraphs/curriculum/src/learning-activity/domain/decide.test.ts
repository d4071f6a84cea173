import { describe, expect, test } from 'vitest'
import { availableCommands, decideAdd, decideChange, originBy, type Content } from './decide.ts'

const grants = (...roles: ('LOCAL_ADMIN' | 'REGIONAL_ADMIN' | 'SUPPORT' | 'DIRECTORATE')[]) => ({
  grants: roles.map((role) => ({ role, regionCode: null, enterpriseId: null })),
})
const content: Content = {
  title: 'Observert konsultasjon',
  kind: 'SIGNED',
  validMonths: null,
  courseHours: null,
}
const accepted = { accepted: true }
const refused = (code: string) => ({ accepted: false, code })

describe('F026 who may change what the portal ships', () => {
  test.each([
    [grants(), []],
    [grants('LOCAL_ADMIN'), []],
    [grants('SUPPORT'), []],
    [grants('REGIONAL_ADMIN'), ['EDIT', 'RETIRE']],
    [grants('DIRECTORATE'), ['EDIT', 'RETIRE']],
    [grants('LOCAL_ADMIN', 'DIRECTORATE'), ['EDIT', 'RETIRE']],
  ])('%j', (actor, commands) => {
    expect(availableCommands({ retired: false }, actor)).toEqual(commands)
    expect(availableCommands({ retired: true }, actor)).toEqual([])
    const answer = commands.length ? accepted : refused('NOT_PERMITTED')
    expect(decideAdd(actor, content, 1)).toEqual(answer)
    expect(decideChange(actor, { retired: false }, content)).toEqual(answer)
    expect(decideChange(actor, { retired: false }, null)).toEqual(answer)
  })
})

test.each([
  [grants('REGIONAL_ADMIN'), 'ENTERPRISE'],
  [grants('DIRECTORATE'), 'DIRECTORATE'],
  [grants('REGIONAL_ADMIN', 'DIRECTORATE'), 'DIRECTORATE'],
])('F026 what %j writes is %s, never the default of the portal', (actor, origin) => {
  expect(originBy(actor)).toBe(origin)
})

describe('what an activity must say', () => {
  const admin = grants('REGIONAL_ADMIN')
  test.each([
    [{ ...content, title: ' ' }, 'TITLE_REQUIRED'],
    [{ ...content, title: 'x'.repeat(201) }, 'TITLE_REQUIRED'],
    [{ ...content, kind: 'RECURRING' }, 'VALIDITY_REQUIRED'],
    [{ ...content, validMonths: 0 }, 'NUMBER_INVALID'],
    [{ ...content, courseHours: -15 }, 'NUMBER_INVALID'],
    [{ ...content, courseHours: 1.5 }, 'NUMBER_INVALID'],
    [{ ...content, courseHours: 1001 }, 'NUMBER_INVALID'],
    [{ ...content, validMonths: 2_147_483_647 }, 'NUMBER_INVALID'],
  ])('F124 %j is refused', (wrong, code) => {
    expect(decideAdd(admin, wrong, 1)).toEqual(refused(code))
    expect(decideChange(admin, { retired: false }, wrong)).toEqual(refused(code))
  })
  test('it belongs to a goal, and a retired one stays as it was', () => {
    expect(decideAdd(admin, content, 0)).toEqual(refused('GOALS_REQUIRED'))
    expect(decideChange(admin, { retired: true }, content)).toEqual(refused('RETIRED'))
  })
})
